// Legs that say the same lie on each other: one line is drawn for them, the broader the more routes state it.

class Piles {
  constructor() {
    this.piles = new Map();
  }

  /** Adds a leg's shapes to the pile of its flow. */
  add(flow, item) {
    if (!this.piles.has(flow)) this.piles.set(flow, []);
    this.piles.get(flow).push(item);
  }

  /** The numbers of the routes shown in a flow, each once. */
  numbers(flow) {
    return [...new Set(this.piles.get(flow).filter(item => !item.isOut).map(item => item.number))];
  }

  /** Of each pile shows the first leg that is not filtered out, with the width and the count of all. */
  arrange(hidden) {
    for (const pile of this.piles.values()) {
      for (const item of pile) item.isOut = hidden.has(String(item.number));
      // What a copied text says counts once.
      const count = new Set(pile.filter(item => !item.isOut).map(item => item.original)).size;
      const lead = pile.find(item => !item.isOut);
      for (const item of pile) {
        const isLead = item === lead;
        const width = isLead ? Math.min(12, 3 + 2 * Math.log2(count)) : 3;
        for (const shape of [item.halo, item.leg, ...item.arrows]) shape.classList.toggle("under", !isLead);
        const isBroad = width > 3;
        item.leg.style.strokeWidth = isBroad ? `${width - (item.isSchematic ? 1 : 0)}px` : "";
        item.leg.style.strokeDasharray = !isBroad || !item.isSchematic ? ""
          : item.isFact ? `1 ${2 * width}` : `${2 * width} ${2 * width} 1 ${2 * width}`;
        item.halo.style.strokeWidth = isBroad ? `${width + 3}px` : "";
        item.count.textContent = isLead && count > 1 ? `×${count}` : "";
      }
    }
  }
}
