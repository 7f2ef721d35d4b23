// Everything on the page that belongs to a route or a place, by its number: in the list, the text, the table, the map.

class Shapes {
  constructor() {
    this.routes = new Map();
    this.places = new Map();
    const add = (map, key, element) => { if (map.has(key)) map.get(key).push(element); else map.set(key, [element]); };
    for (const element of document.querySelectorAll("[data-route], [data-place]")) {
      const { route, place } = element.dataset;
      if (route !== undefined) add(this.routes, route, element); else add(this.places, place, element);
    }
    this.evidence = [...document.querySelectorAll("[data-routes]")].map(element => ({ element, numbers: element.dataset.routes.split(" ") }));
    for (const item of this.evidence) for (const number of item.numbers) add(this.routes, number, item.element);
    this.chosen = [];
    this.hidden = new Set();
  }

  ofRoute(number) { return this.routes.get(String(number)) || []; }
  ofPlace(index) { return this.places.get(String(index)) || []; }

  choose(route, place) {
    const mark = (element, isChosen) => {
      element.classList.toggle("chosen", isChosen);
      if (element.tagName === "LI") element.querySelector("button.pick")?.setAttribute("aria-pressed", String(isChosen));
    };
    for (const element of this.chosen) mark(element, false);
    this.chosen = [...(route === null ? [] : this.ofRoute(route)), ...(place === null ? [] : this.ofPlace(place))];
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
