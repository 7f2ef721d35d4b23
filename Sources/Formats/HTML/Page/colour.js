// What the colours of lines mean: the way, or, if the reader wants it, the status or the date.

const WAYS = { sea: "sea", river: "river", air: "air", road: "road", rail: "rail", land: "land-way", pipeline: "pipeline", unknown: "unknown" };
const STATUS_COLOURS = { asserted: "sea", planned: "road", alleged: "land-way", negated: "air" };
// From the first day to the last; every step is told from the sea and the land, and from the next one without colour vision.
const DAY_COLOURS = { light: ["#14299c", "#8a0fa5", "#cf4a72", "#c77400"], dark: ["#7f8cff", "#cc7af0", "#f58aa8", "#f9bc62"] };

class Colours {
  constructor(data) {
    const days = data.routes.map(({ day }) => day).filter(Boolean).sort();
    this.first = days[0];
    this.last = days[days.length - 1];
    this.by = "";
  }

  /** Reads the colours of the theme. */
  read() {
    const style = getComputedStyle(document.documentElement);
    this.named = {};
    for (const name of [...Object.values(WAYS), "halo", "ink", "panel", "soft", "label", "accent"]) {
      this.named[name] = style.getPropertyValue("--" + name).trim();
    }
    const [red, green, blue] = (this.named.halo.match(/[0-9a-f]{2}/gi) || []).map(digits => parseInt(digits, 16));
    this.isDark = red + green + blue < 380;
  }

  /** The colour of a route's line on a leg of a way. */
  of(route, mode) {
    if (this.by === "status") return this.named[STATUS_COLOURS[route.status]];
    if (this.by === "date") return this.ofDay(route.day);
    return this.named[WAYS[mode] || "unknown"];
  }

  ofDay(day) {
    if (!day) return this.named.unknown;
    const [first, last, at] = [this.first, this.last, day].map(text => Date.parse(text));
    const steps = DAY_COLOURS[this.isDark ? "dark" : "light"];
    const share = last > first ? (at - first) / (last - first) * (steps.length - 1) : 0;
    const step = Math.min(steps.length - 2, Math.floor(share));
    const part = value => steps[value].match(/[0-9a-f]{2}/gi).map(digits => parseInt(digits, 16));
    const [from, to] = [part(step), part(step + 1)];
    return `rgb(${from.map((value, index) => Math.round(value + (to[index] - value) * (share - step))).join(" ")})`;
  }

  /** The lines of the legend that tell of the colours. */
  showKey(legend) {
    legend.querySelectorAll(".tint").forEach(item => item.remove());
    legend.classList.toggle("is-tinted", this.by !== "");
    const item = (colours, words) => {
      const entry = element("li", "", { class: "tint" }), mark = element("span", "", { class: "swatch" });
      mark.style.background = colours.length > 1 ? `linear-gradient(90deg, ${colours.join(", ")})` : colours[0];
      entry.append(mark, words);
      return entry;
    };
    const items = this.by === "date"
      ? [item(DAY_COLOURS[this.isDark ? "dark" : "light"], `${this.first} to ${this.last}`), item([this.named.unknown], "no date")]
      : this.by === "status" ? Object.keys(STATUS_COLOURS).map(status => item([this.named[STATUS_COLOURS[status]]], plainWords[status])) : [];
    legend.prepend(...items);
  }
}
