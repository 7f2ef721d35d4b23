// Land, borders and lakes under the routes, drawn on a canvas; the packing is that of BasemapPacking.swift.

const TILE = 0.5, TILE_UNIT = 0.0001;

/** The sides of a tile that a point lies on, as bits. */
function sideOf(x, y) {
  const near = 1.5 * TILE_UNIT;
  return (x < near ? 1 : 0) + (x > TILE - near ? 2 : 0) + (y < near ? 4 : 0) + (y > TILE - near ? 8 : 0);
}

function unpackRings(text, unit, tile) {
  const bytes = atob(text);
  const rings = [];
  let at = 0;
  const number = () => {
    let value = 0, shift = 1, byte;
    do {
      byte = bytes.charCodeAt(at++);
      value += (byte & 127) * shift;
      shift *= 128;
    } while (byte > 127);
    return value;
  };
  const signed = () => { const value = number(); return value % 2 ? -(value + 1) / 2 : value / 2; };
  while (at < bytes.length) {
    const count = number();
    const points = new Float64Array(count * 2);
    const edges = new Uint8Array(count);
    let longitude = 0, latitude = 0, left = 9, right = -9, top = 9, bottom = -9;
    for (let index = 0; index < count; index++) {
      longitude += signed();
      latitude += signed();
      const x = worldX(longitude * unit), y = worldY(latitude * unit);
      points[2 * index] = x;
      points[2 * index + 1] = y;
      // The shape's own cut at 180 degrees is no coast, nor is the side of a tile.
      edges[index] = tile ? sideOf(longitude * unit - tile[0], latitude * unit - tile[1])
        : Math.abs(longitude * unit) > 179.98 || latitude * unit < -89 ? 1 : 0;
      left = Math.min(left, x); right = Math.max(right, x);
      top = Math.min(top, y); bottom = Math.max(bottom, y);
    }
    rings.push({ points, edges, left, right, top, bottom });
  }
  return rings;
}

/** Gives a canvas the size of a view; answers how many of its pixels are one of the page's. */
function fitCanvas(canvas, view) {
  const ratio = Math.min(window.devicePixelRatio || 1, 2);
  const width = Math.round(view.width * ratio), height = Math.round(view.height * ratio);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  return ratio;
}

class Basemap {
  constructor(canvas, base) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.sheet = new Sheet((context, view, ratio) => this.paint(context, view, ratio));
    this.land = base ? unpackRings(base.land, base.unit) : [];
    this.lakes = base ? unpackRings(base.lakes, base.unit) : [];
    this.tiles = (base?.tiles || []).map(tile => ({
      tile, left: worldX(tile[0]), right: worldX(tile[0] + TILE), top: worldY(tile[1] + TILE), bottom: worldY(tile[1]) }));
    this.names = (base?.names || []).map(({ at, kind, text }) => ({ kind, text, x: worldX(at[0]), y: worldY(at[1]) }));
  }

  readColours() {
    this.sheet.drop();
    const style = getComputedStyle(document.documentElement);
    this.colours = {};
    for (const name of ["water", "land", "border", "grid", "label", "soft", "halo", "sea-name"]) {
      this.colours[name] = style.getPropertyValue("--" + name).trim();
    }
  }

  /** Draws what a view has, from the sheet while it moves. */
  draw(view, isStill) {
    const ratio = fitCanvas(this.canvas, view);
    this.sheet.draw(this.context, view, ratio, isStill);
  }

  /** Draws the map on a canvas of so many pixels for one of the view. */
  paint(context, view, ratio) {
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = this.colours.water;
    context.fillRect(-view.width, -view.height, 3 * view.width, 3 * view.height);
    this.drawGrid(context, view);
    const left = view.x - view.width / 2 / view.scale, right = view.x + view.width / 2 / view.scale;
    for (let copy = Math.floor(left); copy <= Math.floor(right); copy++) {
      this.drawRings(context, view, this.land, copy, this.colours.land, this.colours.border);
      this.drawTiles(context, view, copy);
      this.drawRings(context, view, this.lakes, copy, this.colours.water, this.colours.border);
    }
  }

  /** Where the map is near enough to show it, the shore that ways by sea were found on. */
  drawTiles(context, view, copy) {
    if (TILE / 360 * view.scale < 24) return;
    const x = value => (value + copy - view.x) * view.scale + view.width / 2;
    const rings = [], water = new Path2D();
    for (const entry of this.tiles) {
      const left = x(entry.left), right = x(entry.right), top = view.screenY(entry.top), bottom = view.screenY(entry.bottom);
      if (right < 0 || left > view.width || bottom < 0 || top > view.height) continue;
      entry.rings ??= unpackRings(entry.tile[2], TILE_UNIT, entry.tile);
      water.rect(left, top, right - left, bottom - top);
      for (const ring of entry.rings) rings.push(ring);
    }
    // All tiles at once, so that they meet without a seam.
    context.fillStyle = this.colours.water;
    context.fill(water);
    this.drawRings(context, view, rings, copy, this.colours.land, this.colours.border, "evenodd");
  }

  /** Names of countries, seas and large cities where they meet no box that is taken. */
  drawNames(context, view, taken) {
    const isFree = box => box[0] > 2 && box[2] < view.width - 2 && box[1] > 2 && box[3] < view.height - 2
      && !taken.some(t => box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3]);
    const across = view.width / view.scale;
    let shown = 0;
    context.textAlign = "center";
    context.lineJoin = "round";
    context.lineWidth = 3;
    let countries = 0;
    for (const { kind, text, x, y } of this.names) {
      // The names come with the largest first: of the whole world the small ones are left out.
      if (shown > 40 || kind === "city" && across > 0.12 || kind === "country" && countries++ > 60 && across > 0.4) continue;
      const px = view.screenX(x + Math.round(view.x - x)), py = view.screenY(y);
      if (px < 0 || px > view.width || py < 0 || py > view.height) continue;
      context.font = kind === "city" ? "11px system-ui, sans-serif" : kind === "sea" ? "italic 12px system-ui, sans-serif" : "12px system-ui, sans-serif";
      const words = kind === "country" ? text.toUpperCase() : text;
      const half = context.measureText(words).width / 2 + 3;
      const low = kind === "city" ? py - 6 : py + 4;
      const box = [px - half, low - 11, px + half, low + 4];
      if (!isFree(box)) continue;
      taken.push(box);
      shown += 1;
      context.globalAlpha = 0.8;
      context.strokeStyle = kind === "sea" ? this.colours.water : this.colours.land;
      context.fillStyle = kind === "sea" ? this.colours["sea-name"] : this.colours.soft;
      context.strokeText(words, px, low);
      context.fillText(words, px, low);
      if (kind === "city") {
        context.beginPath();
        context.arc(px, py, 2, 0, 2 * Math.PI);
        context.fill();
      }
    }
    context.globalAlpha = 1;
  }

  drawRings(context, view, rings, copy, fill, stroke, rule = "nonzero") {
    const { scale, width, height } = view;
    const dx = (copy - view.x) * scale + width / 2, dy = -view.y * scale + height / 2;
    const area = new Path2D(), coast = new Path2D();
    for (const ring of rings) {
      if (ring.right * scale + dx < 0 || ring.left * scale + dx > width) continue;
      if (ring.bottom * scale + dy < 0 || ring.top * scale + dy > height) continue;
      if ((ring.right - ring.left) * scale < 0.8 && (ring.bottom - ring.top) * scale < 0.8) continue;
      const { points, edges } = ring;
      const count = edges.length;
      area.moveTo(points[0] * scale + dx, points[1] * scale + dy);
      for (let index = 1; index < count; index++) {
        area.lineTo(points[2 * index] * scale + dx, points[2 * index + 1] * scale + dy);
      }
      area.closePath();
      let isDown = false;
      for (let index = 0; index <= count; index++) {
        const here = index % count, before = (index + count - 1) % count;
        const x = points[2 * here] * scale + dx, y = points[2 * here + 1] * scale + dy;
        if (isDown && !(edges[here] & edges[before])) coast.lineTo(x, y); else coast.moveTo(x, y);
        isDown = true;
      }
    }
    context.fillStyle = fill;
    context.fill(area, rule);
    context.lineJoin = "round";
    context.strokeStyle = stroke;
    context.lineWidth = 0.8;
    context.stroke(coast);
  }

  drawGrid(context, view) {
    const degrees = view.scale / 360 * 30 > 260 ? (view.scale / 360 * 10 > 260 ? 5 : 10) : 30;
    context.strokeStyle = this.colours.grid;
    context.lineWidth = 0.6;
    context.beginPath();
    const left = (view.x - view.width / 2 / view.scale - 0.5) * 360;
    const right = (view.x + view.width / 2 / view.scale - 0.5) * 360;
    for (let longitude = Math.ceil(left / degrees) * degrees; longitude <= right; longitude += degrees) {
      const x = view.screenX(worldX(longitude));
      context.moveTo(x, 0);
      context.lineTo(x, view.height);
    }
    for (let latitude = -80; latitude <= 80; latitude += degrees === 30 ? 20 : degrees) {
      const y = view.screenY(worldY(latitude));
      context.moveTo(0, y);
      context.lineTo(view.width, y);
    }
    context.stroke();
  }
}
