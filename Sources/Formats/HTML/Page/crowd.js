// Many routes: lines and stops on a canvas, near stops as one mark with their count; what is chosen stands over it.

/** Pixels within which stops are one mark. */
const CELL = 34;

class Crowd extends Overlay {
  constructor(svg, canvas, data, actions, colours) {
    super(svg, data, actions);
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.colours = colours;
    this.hidden = new Set();
    this.sheet = new Sheet((context, view, ratio) => {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, context.canvas.width, context.canvas.height);
      this.seen = this.paint(context, view, ratio);
      this.seen.view = view;
    });
    this.flows ??= new Map();
    for (const flow of this.flows.values()) this.measureFlow(flow);
  }

  // MARK: what is drawn

  /** A route's ways join the flows; its shapes are made when it is chosen. */
  addRoute(route) {
    this.flows ??= new Map();
    const traces = this.trace(route);
    for (const { leg, pile, points, isBack, fan } of traces) {
      if (!this.flows.has(pile)) this.flows.set(pile, { leg, points, fan, items: [], runsBack: false });
      const flow = this.flows.get(pile);
      flow.items.push(route);
      flow.runsBack ||= isBack || route.both;
    }
    return { route, traces, legs: traces.map(({ points }) => points), ways: traces.filter(({ leg }) => !leg.light).map(({ points }) => points), arrows: [], fanned: [] };
  }

  addPlace(place, index) {
    if (!place.at) return null;
    const weight = (place.role === "mentioned" ? 0 : 100) + (place.area ? 0 : 20) + Math.min(place.times, 19);
    return { place, index, x: worldX(near(place.at[0], this.data.centre[0])), y: worldY(place.at[1]), weight };
  }

  /** The box and the length of a flow, in world units. */
  measureFlow(flow) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y] of flow.points) {
      box[0] = Math.min(box[0], x); box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x); box[3] = Math.max(box[3], y);
    }
    flow.box = box;
    flow.size = Math.hypot(box[2] - box[0], box[3] - box[1]);
  }

  /** Where the arrows and crosses of a flow stand. */
  spotsOf(flow) {
    flow.spots ??= [0.55, 0.45, 0.25, 0.75].map(share => along(flow.points, share));
    return flow.spots;
  }

  arrange(hidden) {
    this.hidden = hidden;
    for (const flow of this.flows.values()) {
      const shown = flow.items.filter(({ n }) => !hidden.has(String(n)));
      flow.lead = shown[0] ?? null;
      flow.count = new Set(shown.map(({ n, copy }) => copy ?? n)).size;
    }
    this.order = [...this.flows.values()].filter(({ lead }) => lead)
      .sort((a, b) => Number(b.leg.light) - Number(a.leg.light) || a.count - b.count);
    this.sheet.drop();
  }

  showStops(onlyStops) {
    for (const spot of this.places) spot.isOut = onlyStops && spot.place.role === "mentioned";
    this.sheet.drop();
  }

  tint() { this.sheet.drop(); }

  movePlace(index, at) {
    super.movePlace(index, at);
    this.sheet.drop();
  }

  /** Makes the shapes of what is chosen, over the canvas. */
  choose(route, place) {
    this.world.replaceChildren();
    this.arrows.replaceChildren();
    this.marks.replaceChildren();
    this.chosenMarks = [];
    const entry = route === null ? null : this.routes.find(({ route: { n } }) => n === route);
    if (entry) {
      const { group, shapes } = this.drawRoute(entry.route, entry.traces);
      for (const shape of [group, ...this.arrows.children]) shape.classList.add("chosen");
      this.chosenMarks = shapes.flatMap(({ marks }) => marks);
      this.tintChosen(shapes);
    }
    this.chosenPlace = place === null ? null : this.places.find(({ index }) => index === place) || null;
    if (this.chosenPlace) {
      const { place: { role, area } } = this.chosenPlace;
      this.chosenGroup = make("g", { class: `place ${role} ${area ? "area" : "point"} chosen` }, this.marks);
      make("circle", { class: "dot", r: 6.5 }, this.chosenGroup);
    }
  }

  tintChosen(shapes) {
    this.svg.classList.toggle("tinted", this.colours.by !== "");
    for (const { route, mode, leg, marks } of shapes) {
      for (const shape of [leg, ...marks.map(({ shape }) => shape)]) shape.style.setProperty("--tint", this.colours.of(route, mode));
    }
  }

  draw(view, isStill = true) {
    const ratio = fitCanvas(this.canvas, view);
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    this.context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.sheet.draw(this.context, view, ratio, isStill);
    const dx = view.screenX(this.origin.x), dy = view.screenY(this.origin.y);
    this.world.setAttribute("transform", `translate(${dx.toFixed(2)} ${dy.toFixed(2)}) scale(${view.scale / UNIT})`);
    this.layMarks(view, this.chosenMarks || []);
    if (this.chosenPlace) {
      this.chosenGroup.setAttribute("transform", `translate(${view.screenX(this.chosenPlace.x).toFixed(1)} ${view.screenY(this.chosenPlace.y).toFixed(1)})`);
    }
    this.layOthers(view);
    return this.takenIn(view);
  }

  /** What the sheet's labels and marks take of a view. */
  takenIn(view) {
    const { view: own, taken } = this.seen;
    if (own.scale !== view.scale) return [];
    const dx = view.screenX(own.x) - own.width / 2, dy = view.screenY(own.y) - own.height / 2;
    return taken.map(([left, top, right, bottom]) => [left + dx, top + dy, right + dx, bottom + dy]);
  }

  // MARK: painting

  /** Paints lines, stops and labels; answers the boxes they take and the marks. */
  paint(context, view, ratio) {
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const flows = this.flowsIn(view);
    this.paintLines(context, view, flows);
    this.paintArrows(context, view, flows);
    const marks = this.marksIn(view);
    this.paintMarks(context, marks);
    const taken = marks.map(({ px, py, radius }) => [px - radius, py - radius, px + radius, py + radius]);
    this.paintLabels(context, view, marks, taken);
    this.paintCounts(context, view, flows, taken);
    context.globalAlpha = 1;
    return { taken, marks, flows };
  }

  flowsIn(view) {
    return (this.order || []).filter(({ box, size }) =>
      view.screenX(box[2]) > -10 && view.screenX(box[0]) < view.width + 10
      && view.screenY(box[3]) > -10 && view.screenY(box[1]) < view.height + 10 && size * view.scale > 1.5);
  }

  /** Lines of one look are stroked together, each over a halo that parts it from those below. */
  paintLines(context, view, flows) {
    context.lineJoin = "round";
    const looks = new Map();
    for (const flow of flows) {
      const { leg, lead, count } = flow;
      const width = Math.min(10, 1.6 + 1.6 * Math.log2(count + 1)) * (leg.schematic ? 0.7 : 1);
      const colour = this.colours.of(lead, leg.mode);
      const key = [leg.light, count, colour, lead.status, leg.schematic].join();
      if (!looks.has(key)) looks.set(key, { colour, width, leg, status: lead.status, path: new Path2D() });
      this.trail(looks.get(key).path, view, flow);
    }
    for (const { colour, width, leg, status, path } of looks.values()) {
      context.setLineDash([]);
      context.lineCap = "round";
      if (!leg.light) {
        context.globalAlpha = 0.5;
        context.strokeStyle = this.colours.named.halo;
        context.lineWidth = width + 1.6;
        context.stroke(path);
      }
      context.globalAlpha = leg.light ? 0.4 : status === "negated" ? 0.55 : 0.9;
      context.strokeStyle = colour;
      context.lineWidth = width;
      const dots = leg.schematic ? [0.1, width * 2 + 2] : [];
      const dash = { planned: [12, 5, ...dots], alleged: [4, 4, ...dots] }[status] || dots;
      context.setLineDash(dash);
      if (dash.length && !leg.schematic) context.lineCap = "butt";
      context.stroke(path);
    }
    context.setLineDash([]);
    context.lineCap = "round";
    context.globalAlpha = 1;
  }

  /** The points of a flow on the screen, those that no eye tells apart left out. */
  trail(path, view, { points, fan }) {
    const shift = aside(fan);
    let beforeX = Infinity, beforeY = Infinity;
    for (let index = 0; index < points.length; index++) {
      const x = view.screenX(points[index][0]) + shift, y = view.screenY(points[index][1]) + shift;
      if (index === 0) path.moveTo(x, y);
      else if (index < points.length - 1 && Math.abs(x - beforeX) + Math.abs(y - beforeY) < 2) continue;
      else path.lineTo(x, y);
      beforeX = x; beforeY = y;
    }
  }

  /** Arrows and crosses, on lines that are long enough for them. */
  paintArrows(context, view, flows) {
    let room = 500;
    for (let index = flows.length - 1; index >= 0 && room > 0; index--) {
      const flow = flows[index], shift = aside(flow.fan);
      if (flow.size * view.scale < 46 || !this.spotsOf(flow)[0]) continue;
      context.globalAlpha = flow.leg.light ? 0.45 : 1;
      context.fillStyle = context.strokeStyle = this.colours.of(flow.lead, flow.leg.mode);
      const put = ({ x, y, angle }, turn, draw) => {
        const px = view.screenX(x) + shift, py = view.screenY(y) + shift;
        if (px < 0 || px > view.width || py < 0 || py > view.height) return;
        room -= 1;
        context.save();
        context.translate(px, py);
        context.rotate((angle + turn) * Math.PI / 180);
        draw();
        context.restore();
      };
      const arrow = () => {
        context.beginPath();
        context.moveTo(-6, -4.4); context.lineTo(5, 0); context.lineTo(-6, 4.4); context.lineTo(-3.4, 0);
        context.fill();
      };
      put(flow.spots[0], 0, arrow);
      if (flow.runsBack) put(flow.spots[1], 180, arrow);
      if (flow.lead.status !== "negated" || flow.size * view.scale < 90) continue;
      context.lineWidth = 2;
      for (const spot of flow.spots.slice(2)) {
        put(spot, -spot.angle, () => {
          context.beginPath();
          context.moveTo(-4.5, -4.5); context.lineTo(4.5, 4.5); context.moveTo(-4.5, 4.5); context.lineTo(4.5, -4.5);
          context.stroke();
        });
      }
    }
    context.globalAlpha = 1;
  }

  /** The stops of a view: of those in one cell of the world the weightiest, with how many there are. */
  marksIn(view) {
    const cells = new Map();
    for (const spot of this.places) {
      if (spot.isOut) continue;
      const px = view.screenX(spot.x), py = view.screenY(spot.y);
      if (px < -CELL || px > view.width + CELL || py < -CELL || py > view.height + CELL) continue;
      // Cells lie fast in the world: a drag does not shuffle the marks.
      const key = Math.floor(spot.x * view.scale / CELL) * 1e6 + Math.floor(spot.y * view.scale / CELL);
      const cell = cells.get(key);
      if (!cell) cells.set(key, { spot, px, py, count: 1, box: [spot.x, spot.y, spot.x, spot.y] });
      else {
        cell.count += 1;
        cell.box = [Math.min(cell.box[0], spot.x), Math.min(cell.box[1], spot.y), Math.max(cell.box[2], spot.x), Math.max(cell.box[3], spot.y)];
        if (spot.weight > cell.spot.weight) Object.assign(cell, { spot, px, py });
      }
    }
    const marks = [...cells.values()];
    for (const mark of marks) {
      mark.radius = mark.count > 1 ? 7 + Math.min(7, 1.5 * Math.log2(mark.count)) : mark.spot.place.role === "mentioned" ? 3.5 : 5;
    }
    return marks.sort((a, b) => b.spot.weight - a.spot.weight || a.spot.index - b.spot.index);
  }

  paintMarks(context, marks) {
    const { ink, soft, halo, panel } = this.colours.named;
    context.textAlign = "center";
    context.font = "700 10px system-ui, sans-serif";
    for (let index = marks.length - 1; index >= 0; index--) {
      const { spot: { place }, px, py, radius, count } = marks[index];
      const isStop = place.role !== "mentioned";
      context.beginPath();
      context.arc(px, py, radius, 0, 2 * Math.PI);
      context.lineWidth = 2;
      context.fillStyle = count > 1 ? panel : place.area ? halo : isStop ? ink : soft;
      context.strokeStyle = count > 1 ? (isStop ? ink : soft) : place.area ? soft : halo;
      context.fill();
      context.stroke();
      if (count < 2) continue;
      context.fillStyle = ink;
      context.fillText(count > 999 ? "999+" : String(count), px, py + 3.5);
    }
  }

  /** Names where they meet no mark and no other name, the weightiest first. */
  paintLabels(context, view, marks, taken) {
    const { label, soft, halo } = this.colours.named;
    const isFree = box => !taken.some(t => box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3]);
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = halo;
    let room = 90;
    for (const { spot: { place }, px, py, radius } of marks) {
      if (room === 0) break;
      context.font = place.area ? "italic 13px system-ui, sans-serif" : "600 13px system-ui, sans-serif";
      const words = place.name.length > 40 ? place.name.slice(0, 39) + "…" : place.name;
      const width = context.measureText(words).width;
      const left = [px + radius + 3, px - radius - 3 - width].find(x => isFree([x - 1, py - 9, x + width + 1, py + 8]));
      if (left === undefined) continue;
      room -= 1;
      taken.push([left - 1, py - 9, left + width + 1, py + 8]);
      context.textAlign = "left";
      context.fillStyle = place.area ? soft : label;
      context.strokeText(words, left, py + 4.5);
      context.fillText(words, left, py + 4.5);
    }
  }

  paintCounts(context, view, flows, taken) {
    const { label, halo } = this.colours.named;
    context.font = "700 12px system-ui, sans-serif";
    context.textAlign = "center";
    context.lineWidth = 3.5;
    context.strokeStyle = halo;
    context.fillStyle = label;
    for (let index = flows.length - 1; index >= 0 && flows[index].count > 1; index--) {
      const { count, size } = flows[index], [spot] = this.spotsOf(flows[index]);
      if (!spot || size * view.scale < 46) continue;
      const px = view.screenX(spot.x), py = view.screenY(spot.y) - 10;
      const box = [px - 12, py - 12, px + 12, py + 4];
      if (taken.some(t => box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3])) continue;
      taken.push(box);
      context.strokeText(`×${count}`, px, py);
      context.fillText(`×${count}`, px, py);
    }
  }

  // MARK: pointing

  /** What lies under a point of the window: a mark, else the routes of the nearest line within eight pixels. */
  at(view, px, py) {
    for (const mark of this.seen.marks) {
      const dx = view.screenX(mark.spot.x) - px, dy = view.screenY(mark.spot.y) - py;
      if (Math.hypot(dx, dy) <= Math.max(9, mark.radius + 2)) return { mark };
    }
    let best = null, least = 8;
    const isPointed = this.flowsIn(view);
    for (const flow of isPointed) {
      const { box, points, fan } = flow, shift = aside(fan);
      if (view.screenX(box[0]) - 12 > px || view.screenX(box[2]) + 12 < px || view.screenY(box[1]) - 12 > py || view.screenY(box[3]) + 12 < py) continue;
      for (let index = 1; index < points.length; index++) {
        const far = distanceToStroke(px - shift, py - shift, view.screenX(points[index - 1][0]), view.screenY(points[index - 1][1]), view.screenX(points[index][0]), view.screenY(points[index][1]));
        if (far < least) { least = far; best = flow; }
      }
    }
    return best && { numbers: best.items.map(({ n }) => n).filter(n => !this.hidden.has(String(n))) };
  }

  /** Choosing by the map itself; a mark of several stops is zoomed to. */
  point(view, px, py) {
    const found = this.at(view, px, py);
    if (!found) return;
    if (!found.mark) { this.actions.routes(found.numbers); return; }
    const { spot, count, box } = found.mark;
    const isTight = Math.max(box[2] - box[0], box[3] - box[1]) * 60000 < 4;
    if (count > 1 && !isTight) view.fit(box, undefined, Math.min(60000, view.scale * 8));
    else this.actions.place(spot.index);
  }
}

/** How far a point lies from a stroke. */
function distanceToStroke(px, py, ax, ay, bx, by) {
  const dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
  const share = length ? Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length)) : 0;
  return Math.hypot(ax + dx * share - px, ay + dy * share - py);
}
