// Routes, places and their labels over the basemap: SVG, so that each can be pointed at and read out.

const SVG = "http://www.w3.org/2000/svg";
// World units a path is written in: large enough for short figures, small enough for single precision.
const UNIT = 8192;

function make(name, attributes, parent) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes || {})) element.setAttribute(key, value);
  if (parent) parent.appendChild(element);
  return element;
}

class Overlay {
  constructor(svg, data, actions) {
    this.svg = svg;
    this.data = data;
    this.actions = actions;
    this.world = make("g", { class: "lines" }, svg);
    this.arrows = make("g", { class: "arrows" }, svg);
    this.marks = make("g", { class: "marks" }, svg);
    this.labels = make("g", { class: "labels", "aria-hidden": "true" }, svg);
    this.others = make("g", { class: "others" }, svg);
    this.origin = { x: worldX(data.centre[0]), y: worldY(data.centre[1]) };
    this.pairs = new Map();
    this.piles = new Piles();
    this.fans = new Map();
    this.known = new Map();
    // Of legs that say the same the first one has the line.
    this.lines = new Map();
    for (const { legs } of data.routes) for (const leg of legs) if (leg.lines && leg.flow >= 0) this.lines.set(leg.flow, leg.lines);
    this.routes = data.routes.map(route => this.addRoute(route));
    this.places = data.places.map((place, index) => this.addPlace(place, index)).filter(Boolean);
    this.measure = document.createElement("canvas").getContext("2d");
  }

  /** Positions as world points, each on the side of 180 degrees that continues the line. */
  unwrap(lines) {
    const points = [];
    let before = this.data.centre[0];
    for (const line of lines) {
      for (let index = 0; index + 1 < line.length; index += 2) {
        const longitude = near(line[index] / 1e4, before);
        before = longitude;
        points.push([worldX(longitude), worldY(line[index + 1] / 1e4)]);
      }
    }
    return points;
  }

  /** Of schematic lines between the same ends, each after the first is bowed further out. */
  bow(points) {
    if (points.length < 2) return points;
    const first = points[0], last = points[points.length - 1];
    const key = [first, last].map(p => p.map(v => v.toFixed(4)).join()).sort().join();
    const used = this.pairs.get(key) || 0;
    this.pairs.set(key, used + 1);
    if (used === 0) return points;
    const side = (used % 2 ? 1 : -1) * Math.ceil(used / 2) * 0.09 * (first[0] <= last[0] ? 1 : -1);
    const dx = last[0] - first[0], dy = last[1] - first[1];
    return points.map(([x, y], index) => {
      const share = index / (points.length - 1), lift = 4 * share * (1 - share) * side;
      return [x - dy * lift, y + dx * lift];
    });
  }

  /** The ways of a route's legs through the world, and whether each runs against the line that its pile is drawn as. */
  trace(route) {
    const traces = [];
    for (const leg of route.legs) {
      // Of all that goes between two areas one arrow is drawn.
      const pile = leg.light ? leg.pair : leg.flow;
      const own = this.unwrap(leg.lines || this.lines.get(leg.flow) || []);
      let points = this.known.get(pile) || own;
      if (points.length < 2) continue;
      const isBack = Boolean(leg.light) && points !== own && own.length > 0
        && Math.hypot(points[0][0] - own[0][0], points[0][1] - own[0][1]) > 1e-6;
      const fan = leg.light ? 0 : this.fanOf(pile, points);
      if (leg.schematic && !leg.light && !this.known.has(pile)) points = this.bow(points.length === 2 ? subdivide(points) : points);
      this.known.set(pile, points);
      traces.push({ leg, pile, points, isBack, fan });
    }
    return traces;
  }

  addRoute(route) {
    const traces = this.trace(route);
    const { group, shapes } = this.drawRoute(route, traces);
    for (const item of shapes) {
      this.piles.add(item.pile, item);
      item.hit.addEventListener("click", () => this.actions.routes(this.piles.numbers(item.pile)));
    }
    group.addEventListener("keydown", event => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      this.actions.routes([route.n]);
    });
    const legs = traces.map(({ points }) => points);
    return {
      route, group, legs, ways: traces.filter(({ leg }) => !leg.light).map(({ points }) => points),
      fanned: shapes.filter(({ fan }) => fan).map(({ halo, leg, hit, fan }) => ({ shapes: [halo, leg, hit], fan })),
      arrows: shapes.flatMap(({ marks }) => marks) };
  }

  /** The shapes of a route: a group of lines, and the marks that keep their size. */
  drawRoute(route, traces) {
    const group = make("g", { class: `route ${route.status}`, "data-route": route.n, tabindex: "0", role: "button" }, this.world);
    // What goes from area to area lies behind the ways.
    if (route.legs.every(leg => leg.light)) this.world.prepend(group);
    group.setAttribute("aria-label", `Route ${route.n}: ${route.title}`);
    make("title", {}, group).textContent = `${route.n}. ${route.title}`;
    const shapes = traces.map(({ leg, pile, points, isBack, fan }) => {
      const path = points.map(([x, y], index) =>
        (index ? "L" : "M") + ((x - this.origin.x) * UNIT).toFixed(2) + " " + ((y - this.origin.y) * UNIT).toFixed(2)).join("");
      const halo = make("path", { class: leg.light ? "halo light" : "halo", d: path }, group);
      const line = make("path", { class: `leg ${leg.mode}${leg.schematic ? " schematic" : ""}${leg.light ? " light" : ""}`, d: path }, group);
      const hit = make("path", { class: "hit", d: path }, group);
      const arrows = this.addArrows(route, leg, points, isBack);
      for (const arrow of arrows) arrow.fan = fan;
      const count = make("text", { class: "count", "data-route": route.n, "aria-hidden": "true" }, this.arrows);
      const spot = along(points, 0.55) || { x: points[0][0], y: points[0][1] };
      return {
        number: route.n, original: route.copy ?? route.n, route, mode: leg.mode, pile, points, halo, leg: line, hit, count, fan,
        arrows: isBack ? [] : arrows.map(({ shape }) => shape), marks: [...arrows, { shape: count, ...spot, angle: null }],
        isSchematic: leg.schematic, isFact: route.status === "asserted" };
    });
    return { group, shapes };
  }

  /** How far to the side a line stands of those that lie on each other but do not say the same: 0 for the first. */
  fanOf(pile, points) {
    const last = points.length - 1;
    const middle = [0, 1].map(axis => (points[Math.floor(last / 2)][axis] + points[Math.ceil(last / 2)][axis]) / 2);
    const ends = [points[0], points[points.length - 1]].map(p => p.map(v => v.toFixed(5)).join()).sort();
    const key = ends.join() + (points.length > 2 ? middle.map(v => v.toFixed(3)).join() : "");
    if (!this.fans.has(key)) this.fans.set(key, []);
    const known = this.fans.get(key);
    if (!known.includes(pile)) known.push(pile);
    return known.indexOf(pile);
  }

  addArrows(route, leg, points, isReversed) {
    const places = [];
    const add = (share, isBack) => {
      const spot = along(points, share);
      if (!spot) return;
      const shape = make("path", { class: `arrow ${leg.mode} ${route.status}${leg.light ? " light" : ""}`, d: "M-7 -5L6 0L-7 5L-4 0Z", "data-route": route.n }, this.arrows);
      places.push({ shape, x: spot.x, y: spot.y, angle: spot.angle + (isBack ? 180 : 0) });
    };
    if (!isReversed || route.both) add(0.55, false);
    if (isReversed || route.both) add(0.45, true);
    // What is denied is crossed out.
    for (const share of route.status === "negated" ? [0.2, 0.4, 0.75] : []) {
      const spot = along(points, share);
      if (!spot) continue;
      const shape = make("path", { class: `cross ${leg.mode}`, d: "M-5 -5L5 5M-5 5L5 -5", "data-route": route.n }, this.arrows);
      places.push({ shape, x: spot.x, y: spot.y, angle: 0 });
    }
    return places;
  }

  addPlace(place, index) {
    if (!place.at) return null;
    const x = worldX(near(place.at[0], this.data.centre[0])), y = worldY(place.at[1]);
    const group = make("g", { class: `place ${place.role} ${place.area ? "area" : "point"}`, "data-place": index, tabindex: "0", role: "button" }, this.marks);
    group.setAttribute("aria-label", `${place.name}, ${place.kind}`);
    make("title", {}, group).textContent = place.name;
    make("circle", { class: "hit", r: 12 }, group);
    make("circle", { class: "dot", r: place.role === "mentioned" ? 3.5 : 5.5 }, group);
    const label = make("text", { class: place.area ? "area" : "", "data-place": index }, this.labels);
    label.textContent = place.name.length > 40 ? place.name.slice(0, 39) + "…" : place.name;
    const act = event => { event.stopPropagation(); this.actions.place(index); };
    group.addEventListener("click", act);
    group.addEventListener("keydown", event => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      act(event);
    });
    const weight = (place.role === "mentioned" ? 0 : 100) + (place.area ? 0 : 20) + Math.min(place.times, 19);
    return { place, index, group, label, x, y, weight };
  }

  /** The box of what is placed exactly, else of everything drawn, or of one route, in world units; null when nothing is. */
  bounds(number) {
    let box = null;
    const add = (x, y) => {
      box = box
        ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)] : [x, y, x, y];
    };
    const isExact = number === undefined && this.routes.some(({ ways }) => ways.length);
    for (const { route, legs, ways } of this.routes) {
      if (number === undefined || route.n === number) (isExact ? ways : legs).flat().forEach(([x, y]) => add(x, y));
    }
    if (number === undefined) {
      const used = this.places.filter(({ place }) => place.role !== "mentioned" && !(isExact && place.area));
      (used.length ? used : this.places).forEach(({ x, y }) => add(x, y));
    }
    return box;
  }

  /** Draws for a view; while it moves without a change of scale, all marks move together. */
  draw(view, isStill = true) {
    const dx = view.screenX(this.origin.x), dy = view.screenY(this.origin.y);
    this.world.setAttribute("transform", `translate(${dx.toFixed(2)} ${dy.toFixed(2)}) scale(${view.scale / UNIT})`);
    const laid = this.laid;
    const layers = [this.arrows, this.marks, this.labels, this.others];
    if (!isStill && laid && laid.scale === view.scale) {
      const by = [dx - laid.x, dy - laid.y];
      for (const layer of layers) layer.setAttribute("transform", `translate(${by[0].toFixed(1)} ${by[1].toFixed(1)})`);
      return laid.taken.map(box => [box[0] + by[0], box[1] + by[1], box[2] + by[0], box[3] + by[1]]);
    }
    for (const layer of layers) layer.removeAttribute("transform");
    for (const { arrows, fanned } of this.routes) {
      this.layMarks(view, arrows);
      for (const { shapes, fan } of fanned) {
        const shift = (aside(fan) * UNIT / view.scale).toFixed(3);
        for (const shape of shapes) shape.setAttribute("transform", `translate(${shift} ${shift})`);
      }
    }
    for (const { group, x, y } of this.places) {
      group.setAttribute("transform", `translate(${view.screenX(x).toFixed(1)} ${view.screenY(y).toFixed(1)})`);
    }
    this.layOthers(view);
    const taken = this.placeLabels(view);
    this.laid = { x: dx, y: dy, scale: view.scale, taken };
    return taken;
  }

  layMarks(view, marks) {
    for (const { shape, x, y, angle, fan = 0 } of marks) {
      const turn = angle === null ? "" : ` rotate(${angle.toFixed(1)})`;
      shape.setAttribute("transform", `translate(${(view.screenX(x) + aside(fan)).toFixed(1)} ${(view.screenY(y) + aside(fan)).toFixed(1)})${turn}`);
    }
  }

  layOthers(view) {
    for (const other of this.others.children) {
      const [x, y] = other.spot;
      other.setAttribute("transform", `translate(${view.screenX(x).toFixed(1)} ${view.screenY(y).toFixed(1)})`);
    }
  }

  /** Marks what is chosen; the shapes bear their numbers and are marked with all that does. */
  choose() {}

  /** Of what lies on each other one line is drawn, for the routes that are shown. */
  arrange(hidden) { this.piles.arrange(hidden); }

  /** Hides the places that no route goes to, or shows them again. */
  showStops(onlyStops) {
    for (const { place, group, label } of this.places) {
      const isOut = onlyStops && place.role === "mentioned";
      group.classList.toggle("out", isOut);
      label.classList.toggle("out", isOut);
    }
  }

  /** Gives the lines the colours that the reader chose. */
  tint(colours) {
    this.svg.classList.toggle("tinted", colours.by !== "");
    if (!colours.by) return;
    for (const pile of this.piles.piles.values()) {
      for (const { route, mode, leg, marks } of pile) {
        for (const shape of [leg, ...marks.map(({ shape }) => shape)]) shape.style.setProperty("--tint", colours.of(route, mode));
      }
    }
  }

  /** Labels in the order of their weight, each where it meets no mark and no other label, else hidden. */
  placeLabels(view) {
    const shownPlaces = this.places.filter(({ group }) => !group.classList.contains("out"));
    const taken = shownPlaces.map(({ x, y }) => {
      const px = view.screenX(x), py = view.screenY(y);
      return [px - 6, py - 6, px + 6, py + 6];
    });
    const strokes = this.strokesInView(view);
    const crosses = box => strokes.some(s => meetsStroke(box, s));
    const card = view.card;
    const leaves = box => box[0] < 2 || box[2] > view.width - 2 || box[1] < 2 || box[3] > view.height - 2
      || (card && box[2] > view.width - card.width && box[3] > view.height - card.height);
    const meets = box => taken.some(t => box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3]);
    const sorted = [...shownPlaces].sort((a, b) => b.weight - a.weight || a.index - b.index);
    let shown = 0;
    for (const { place, label, x, y } of sorted) {
      const px = view.screenX(x), py = view.screenY(y);
      const isVisible = px > -50 && px < view.width + 50 && py > -20 && py < view.height + 20 && shown < 120;
      this.measure.font = place.area ? "italic 13px system-ui, sans-serif" : "600 13px system-ui, sans-serif";
      const width = this.measure.measureText(label.textContent).width + 4;
      const spots = [
        [px + 9, py + 4.5, "start"], [px - 9, py + 4.5, "end"],
        [px, py - 11, "middle"], [px, py + 20, "middle"],
      ];
      const boxOf = ([sx, sy, anchor]) => {
        const left = anchor === "start" ? sx : anchor === "end" ? sx - width : sx - width / 2;
        return [left, sy - 12, left + width, sy + 3];
      };
      const open = isVisible ? spots.filter(spot => !meets(boxOf(spot))) : [];
      const free = open.find(spot => !crosses(boxOf(spot)) && !leaves(boxOf(spot)))
        || open.find(spot => !leaves(boxOf(spot)));
      if (!free) { label.setAttribute("display", "none"); continue; }
      const [sx, sy, anchor] = free;
      taken.push(boxOf(free));
      shown += 1;
      label.removeAttribute("display");
      label.setAttribute("text-anchor", anchor);
      label.setAttribute("x", sx.toFixed(1));
      label.setAttribute("y", sy.toFixed(1));
    }
    // A line's count stands where it meets neither a label nor another count; the broadest lines come first.
    const counts = this.routes.flatMap(({ arrows }) => arrows).filter(({ angle, shape }) => angle === null && shape.textContent);
    counts.sort((a, b) => b.shape.textContent.length - a.shape.textContent.length
      || b.shape.textContent.localeCompare(a.shape.textContent));
    for (const { shape, x, y } of counts) {
      const px = view.screenX(x), py = view.screenY(y);
      const box = [px - 12, py - 24, px + 12, py - 6];
      shape.toggleAttribute("display", false);
      if (meets(box)) shape.setAttribute("display", "none"); else taken.push(box);
    }
    return taken;
  }

  /** Puts a place where a person decided that it lies; nothing shows it where it started. */
  movePlace(index, at) {
    const spot = this.places.find(place => place.index === index);
    if (!spot) return;
    const [longitude, latitude] = at || spot.place.at;
    spot.x = worldX(near(longitude, this.data.centre[0]));
    spot.y = worldY(latitude);
    spot.group?.classList.toggle("decided", Boolean(at) || Boolean(spot.place.decided));
  }

  /** The strokes of the routes on the screen, for labels to keep off; none when there are too many to test. */
  strokesInView(view) {
    const strokes = [];
    for (const { group, legs } of this.routes) {
      if (group.classList.contains("out")) continue;
      for (const points of legs) {
        for (let index = 1; index < points.length; index++) {
          const ax = view.screenX(points[index - 1][0]), ay = view.screenY(points[index - 1][1]);
          const bx = view.screenX(points[index][0]), by = view.screenY(points[index][1]);
          if (Math.max(ax, bx) < 0 || Math.min(ax, bx) > view.width) continue;
          if (Math.max(ay, by) < 0 || Math.min(ay, by) > view.height) continue;
          if (strokes.push([ax, ay, bx, by]) > 2500) return [];
        }
      }
    }
    return strokes;
  }

  /** The places a name might have meant instead, as hollow marks. */
  showOthers(place) {
    this.others.replaceChildren();
    for (const other of (place && place.others) || []) {
      const group = make("g", { class: "other" }, this.others);
      group.spot = [worldX(near(other.at[0], this.data.centre[0])), worldY(other.at[1])];
      make("circle", { r: 6 }, group);
      const text = make("text", { x: 10, y: 4 }, group);
      text.textContent = other.name;
    }
  }
}
