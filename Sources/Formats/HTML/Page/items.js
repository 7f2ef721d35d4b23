// The entries of the list and the rows of the table; those beyond the first ones become elements when they are wanted.

class Items {
  constructor(onMade) {
    this.onMade = onMade;
    this.routes = new Map([...document.querySelectorAll(".routes li[data-route]")].map(item => [item.dataset.route, item]));
    this.places = new Map();
    // Without scripts the rest is part of the page; with them it is text.
    this.restOfRoutes = this.rest(".routes noscript.rest", /<li id="route-(\d+)"/);
    this.restOfPlaces = this.rest("noscript.rest-places", /<tr id="place-(\d+)"/);
  }

  rest(query, start) {
    const found = new Map();
    for (const element of document.querySelectorAll(query)) {
      for (const part of element.textContent.split(new RegExp(`\\n(?=${start.source})`))) {
        const number = part.match(start)?.[1];
        if (number !== undefined) found.set(number, part.replace(/<\/(ol|tbody)>[\s\S]*$/, ""));
      }
    }
    return found;
  }

  /** The entry of a route, made if it is not yet. */
  route(number) {
    const key = String(number);
    if (!this.routes.has(key) && this.restOfRoutes.has(key)) {
      const made = document.createElement("template");
      made.innerHTML = this.restOfRoutes.get(key);
      const item = made.content.firstElementChild;
      this.routes.set(key, item);
      this.onMade(item);
    }
    return this.routes.get(key);
  }

  /** The entry of a route, if there is one yet. */
  known(number) { return this.routes.get(String(number)); }

  /** The words of a route's entry, to search in. */
  words(number) {
    const key = String(number);
    return this.routes.get(key)?.textContent ?? (this.restOfRoutes.get(key) || "").replace(/<[^>]*>/g, " ");
  }

  detailsOfRoute(number) { return this.route(number)?.querySelector(".details"); }

  detailsOfPlace(index) {
    const row = document.querySelector(`#place-${index}`);
    if (row) return row.querySelector(".details");
    const made = document.createElement("template");
    made.innerHTML = `<table><tbody>${this.restOfPlaces.get(String(index)) || ""}</tbody></table>`;
    return made.content.querySelector(".details");
  }

  /** Makes the rows that are left, into the table. */
  addPlaces() {
    const made = document.createElement("template");
    made.innerHTML = `<table><tbody>${[...this.restOfPlaces.values()].join("\n")}</tbody></table>`;
    const rows = [...made.content.querySelectorAll("tr")];
    this.restOfPlaces.clear();
    rows.forEach(this.onMade);
    document.querySelector(".places tbody").append(...rows);
  }
}

/** A list that shows so many entries at a time. */
class Pager {
  constructor(list, routes, items, most) {
    Object.assign(this, { list, routes, items, most, limit: most, isShown: () => true });
    this.more = element("li", "", { class: "more-routes" });
    const button = element("button", "", { type: "button" });
    button.addEventListener("click", () => { this.limit += this.most; this.show(this.isShown); });
    this.more.append(button);
  }

  show(isShown) {
    this.isShown = isShown;
    const shown = this.routes.filter(isShown), left = shown.length - this.limit;
    this.more.firstChild.textContent = `Show ${Math.min(left, this.most)} more of ${left}`;
    this.list.replaceChildren(...shown.slice(0, this.limit).map(({ n }) => this.items.route(n)), ...(left > 0 ? [this.more] : []));
  }

  /** Shows an entry that there was no room for. */
  reach(number) {
    const place = this.routes.filter(this.isShown).findIndex(({ n }) => n === number);
    if (place < this.limit) return;
    this.limit = place + 20;
    this.show(this.isShown);
  }
}
