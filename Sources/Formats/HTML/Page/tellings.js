// Routes that say the same are one entry of the list: the first that is shown stands for all, with their count.

class Tellings {
  constructor(data) {
    this.data = data;
    this.byNumber = new Map(data.routes.map(route => [route.n, route]));
    this.groups = new Map();
    for (const route of data.routes) {
      const first = route.again ?? route.n;
      if (!this.groups.has(first)) this.groups.set(first, []);
      this.groups.get(first).push(route);
    }
    this.hidden = new Set();
    this.follows = new Set();
  }

  /** The routes that say the same as one, itself too, as far as they are shown. */
  shown(number) {
    return this.group(number).filter(({ n }) => !this.hidden.has(String(n)));
  }

  group(number) {
    const route = this.byNumber.get(number);
    return route ? this.groups.get(route.again ?? route.n) : [];
  }

  /** The route that stands for all that say the same as one. */
  lead(number) { return (this.shown(number)[0] ?? this.group(number)[0]).n; }

  /** Of each group shows one entry, with how often and by how many documents the shown ones tell it. */
  arrange(hidden, items) {
    this.hidden = hidden;
    this.follows = new Set();
    for (const group of this.groups.values()) {
      if (group.length < 2) continue;
      const lead = group.find(({ n }) => !hidden.has(String(n))) ?? group[0];
      for (const route of group) {
        if (route !== lead) this.follows.add(route.n);
        const item = items.known(route.n);
        if (item) this.dress(item, route.n);
      }
    }
  }

  /** Gives an entry what it has to say of its group. */
  dress(item, number) {
    const isFollower = this.follows.has(number);
    item.classList.toggle("again", isFollower);
    this.tell(item, isFollower ? "" : this.words(this.shown(number)));
  }

  tell(item, words) {
    const facts = item?.querySelector(".facts");
    if (!facts) return;
    let told = facts.querySelector(".told");
    if (!told) {
      if (!words) return;
      told = element("b", "", { class: "told" });
      facts.append(" · ", told);
    }
    told.textContent = words || "told once";
  }

  /** "told 3 times in 2 documents"; nothing for what is told once. */
  words(routes) {
    const originals = new Set(routes.map(({ n, copy }) => copy ?? n));
    if (originals.size < 2) return "";
    const documents = new Set([...originals].map(n => this.byNumber.get(n)?.document)).size;
    const sources = this.data.documents.length > 1 ? ` in ${documents} document${documents === 1 ? "" : "s"}` : "";
    return `told ${originals.size} times${sources}`;
  }

  /** What the others say that tell the same as a route, for its card; null where there are none. */
  others(number, detailsOf, choose) {
    const others = this.shown(number).filter(({ n }) => n !== number);
    if (!others.length) return null;
    const made = element("section", "", { class: "others" });
    made.append(element("h4", `Told also (${others.length})`));
    for (const route of others.slice(0, 50)) {
      const { name, at } = this.data.documents[route.document];
      const facts = [this.data.documents.length > 1 ? name : "", route.day && route.day !== at ? route.day : at,
        route.cargo, route.copy ? "a copy of the same text" : ""].filter(Boolean);
      const button = element("button", `${route.n}. ${facts.join(" · ")}`, { type: "button", class: "to-telling" });
      button.addEventListener("click", () => choose(route.n));
      made.append(button, ...[...(detailsOf(route.n)?.querySelectorAll("blockquote") || [])].map(quote => quote.cloneNode(true)));
    }
    if (others.length > 50) made.append(element("p", `and ${others.length - 50} more`));
    return made;
  }
}
