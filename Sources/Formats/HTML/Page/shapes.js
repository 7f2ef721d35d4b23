// Everything on the page that belongs to a route or a place, by its number: in the list, the text, the table, the map.

class Shapes {
  constructor() {
    this.routes = new Map();
    this.places = new Map();
    this.add(document);
    this.evidence = [...document.querySelectorAll("[data-routes]")].map(element => ({ element, numbers: element.dataset.routes.split(" ") }));
    for (const item of this.evidence) for (const number of item.numbers) this.put(this.routes, number, item.element);
    this.chosen = [];
    this.hidden = new Set();
  }

  /** Takes up what is in a part of the page. */
  add(part) {
    for (const element of part.querySelectorAll("[data-route], [data-place]")) {
      const { route, place } = element.dataset;
      if (route !== undefined) this.put(this.routes, route, element); else this.put(this.places, place, element);
    }
  }

  put(map, key, element) { if (map.has(key)) map.get(key).push(element); else map.set(key, [element]); }

  ofRoute(number) { return this.routes.get(String(number)) || []; }
  ofPlace(index) { return this.places.get(String(index)) || []; }

  /** Marks what belongs to a route and, in list and text, to those that say the same. */
  choose(route, place, fellows = []) {
    const mark = (element, isChosen) => {
      element.classList.toggle("chosen", isChosen);
      if (element.tagName === "LI") element.querySelector("button.pick")?.setAttribute("aria-pressed", String(isChosen));
    };
    for (const element of this.chosen) mark(element, false);
    this.chosen = [...(route === null ? [] : this.ofRoute(route)), ...(place === null ? [] : this.ofPlace(place)),
      ...fellows.flatMap(number => this.ofRoute(number)).filter(shape => !shape.ownerSVGElement)];
    for (const element of this.chosen) mark(element, true);
  }

  /** Hides routes; a sentence is hidden only with all that it states. */
  hide(hidden) {
    for (const number of new Set([...hidden, ...this.hidden])) {
      const isOut = hidden.has(number);
      if (isOut === this.hidden.has(number)) continue;
      for (const element of this.ofRoute(number)) if (!element.dataset.routes) element.classList.toggle("out", isOut);
    }
    for (const { element, numbers } of this.evidence) {
      element.classList.toggle("out", numbers.every(number => hidden.has(number)));
    }
    this.hidden = hidden;
  }
}
