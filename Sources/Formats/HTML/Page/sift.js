// What of the routes is shown, and in what order: the fields over their list.

class Sift {
  /** Fields over the lists of routes; those of a large page are shown in pages. */
  constructor(data, items, isLarge, onChange) {
    this.data = data;
    this.items = items;
    this.isLarge = isLarge;
    this.fields = [...document.querySelectorAll(".filters [name]")];
    this.words = new Map();
    this.days = [...new Set(data.routes.map(route => route.day).filter(Boolean))].sort();
    for (const field of this.fields) {
      field.addEventListener(field.type === "search" || field.type === "range" ? "input" : "change", () => {
        if (field.name === "sort") this.sort(field.value);
        onChange();
      });
    }
    this.tellDays();
    const lists = [["#route-list", route => route.legs.length > 0], ["#left-list", route => !route.legs.length]];
    this.pagers = lists.filter(([query]) => document.querySelector(query)).map(([query, holds]) =>
      new Pager(document.querySelector(query), data.routes.filter(holds), items, isLarge ? 100 : Infinity));
  }

  /** Puts the entries that are shown in the lists of a large page, as many as there is room for. */
  show(hidden, follows) {
    if (!this.isLarge) return;
    for (const pager of this.pagers) pager.show(({ n }) => !hidden.has(String(n)) && !follows.has(n));
  }

  /** Shows an entry that there was no room for. */
  reach(number) {
    if (this.isLarge) for (const pager of this.pagers) pager.reach(number);
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
    if (!this.words.has(number)) this.words.set(number, this.items.words(number).toLowerCase());
    return this.words.get(number);
  }

  tellDays() {
    const output = document.querySelector(".filters .days");
    if (!output) return;
    const at = name => this.days[Number(this.fields.find(field => field.name === name).value)];
    output.textContent = at("first") === at("last") ? at("first") : `${at("first")} to ${at("last")}`;
  }

  sort(by) {
    if (by === (this.order ?? "")) return;
    this.order = by;
    const order = {
      day: (a, b) => (a.day || "9").localeCompare(b.day || "9"), length: (a, b) => b.km - a.km,
      sure: (a, b) => b.sure - a.sure,
      vessel: (a, b) => (a.vessel || "\uffff").localeCompare(b.vessel || "\uffff"),
    }[by] || (() => 0);
    for (const pager of this.pagers) {
      pager.routes.sort((a, b) => order(a, b) || a.n - b.n);
      if (!this.isLarge) pager.list.append(...pager.routes.map(({ n }) => this.items.route(n)));
    }
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
