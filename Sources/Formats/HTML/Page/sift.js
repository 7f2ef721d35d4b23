// What of the routes is shown, and in what order: the fields over their list.

class Sift {
  /** Fields over a list; of a long one so many entries are shown at a time, and `wordsOf` has the words of their cards. */
  constructor(data, list, onChange, { most = Infinity, wordsOf = () => "" } = {}) {
    this.data = data;
    this.most = this.limit = most;
    this.wordsOf = wordsOf;
    this.fields = [...document.querySelectorAll(".filters [name]")];
    this.items = new Map([...document.querySelectorAll(".routes li")].map(item => [item.dataset.route, item]));
    this.words = new Map();
    this.list = list;
    this.days = [...new Set(data.routes.map(route => route.day).filter(Boolean))].sort();
    for (const field of this.fields) {
      field.addEventListener(field.type === "search" || field.type === "range" ? "input" : "change", () => {
        if (field.name === "sort") this.sort(field.value);
        onChange();
      });
    }
    this.tellDays();
    this.sorted = data.routes.filter(({ n }) => list?.contains(this.items.get(String(n)) || null));
    this.more = element("li", "", { class: "more-routes" });
    const button = element("button", "", { type: "button" });
    button.addEventListener("click", () => { this.limit += this.most; this.show(this.hiddenNow); });
    this.more.append(button);
  }

  /** Puts the entries that are shown in the list, as many as there is room for. */
  show(hidden) {
    if (!this.list || this.most === Infinity) return;
    this.hiddenNow = hidden;
    const shown = this.sorted.map(({ n }) => this.items.get(String(n)))
      .filter(item => !hidden.has(item.dataset.route) && !item.classList.contains("again"));
    const some = shown.slice(0, this.limit), left = shown.length - some.length;
    this.more.firstChild.textContent = `Show ${Math.min(left, this.most)} more of ${left}`;
    this.list.replaceChildren(...some, ...(left > 0 ? [this.more] : []));
  }

  /** Shows an entry that there was no room for. */
  reach(number) {
    const item = this.items.get(String(number));
    if (this.most === Infinity || !item || item.isConnected) return;
    const before = this.sorted.findIndex(({ n }) => n === number);
    if (before < 0) return;
    this.limit = Math.max(this.limit, before + 20);
    this.show(this.hiddenNow);
  }

  /** What the fields hold, without those that let everything through. */
  get state() {
    const state = {};
    for (const field of this.fields) {
      const value = field.type === "checkbox" ? (field.checked ? "1" : "") : field.value;
      if (value !== "" && value !== field.defaultValue) state[field.name] = value;
    }
    return state;
  }

  set state(state) {
    for (const field of this.fields) {
      if (field.type === "checkbox") field.checked = state[field.name] === "1";
      else field.value = state[field.name] ?? field.defaultValue ?? "";
    }
    this.sort(state.sort || "");
  }

  /** The numbers of the routes that are not shown, as text. */
  hidden() {
    const { search, sure, first, last, ...same } = this.state;
    const wanted = (search || "").toLowerCase().trim();
    const from = first ? this.days[Number(first)] : "", to = last ? this.days[Number(last)] : "";
    this.tellDays();
    const hidden = new Set();
    for (const route of this.data.routes) {
      const isShown = ["mode", "status", "cargo", "vessel", "document"].every(name =>
        same[name] === undefined || String(route[name] ?? "") === same[name])
        && (!sure || route.sure * 100 >= Number(sure))
        && (!from || (route.day || "") >= from) && (!to || (route.day && route.day <= to))
        && (!wanted || this.text(String(route.n)).includes(wanted));
      if (!isShown) hidden.add(String(route.n));
    }
    return hidden;
  }

  /** The words of a route's entry, to search in. */
  text(number) {
    if (!this.words.has(number)) this.words.set(number, `${this.items.get(number)?.textContent || ""} ${this.wordsOf(number)}`.toLowerCase());
    return this.words.get(number);
  }

  tellDays() {
    const output = document.querySelector(".filters .days");
    if (!output) return;
    const at = name => this.days[Number(this.fields.find(field => field.name === name).value)];
    output.textContent = at("first") === at("last") ? at("first") : `${at("first")} to ${at("last")}`;
  }

  sort(by) {
    if (!this.list || by === this.order) return;
    this.order = by;
    const order = {
      day: (a, b) => (a.day || "9").localeCompare(b.day || "9"), length: (a, b) => b.km - a.km,
      sure: (a, b) => b.sure - a.sure,
      vessel: (a, b) => (a.vessel || "\uffff").localeCompare(b.vessel || "\uffff"),
    }[by] || (() => 0);
    this.sorted.sort((a, b) => order(a, b) || a.n - b.n);
    if (this.most === Infinity) this.list.append(...this.sorted.map(route => this.items.get(String(route.n))));
  }
}

/** A table whose columns sort it when their heads are pressed. */
function sortable(table) {
  const body = table.tBodies[0];
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      // What is sorted is whole.
      table.closest("section").querySelector("#all-places")?.click();
      const isDown = head.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
      const value = row => row.cells[column]?.firstElementChild?.textContent || row.cells[column]?.textContent || "";
      const rows = [...body.rows].sort((a, b) => value(a).localeCompare(value(b), undefined, { numeric: true }));
      body.append(...(isDown ? rows.reverse() : rows));
    });
  });
}
