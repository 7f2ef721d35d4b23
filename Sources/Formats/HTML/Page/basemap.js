// Land, borders and lakes under the routes, drawn on a canvas; the packing is that of BasemapPacking.swift.

function unpackRings(text, unit) {
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
      // The shape's own cut at 180 degrees is no coast.
      edges[index] = Math.abs(longitude * unit) > 179.98 || latitude * unit < -89 ? 1 : 0;
      left = Math.min(left, x); right = Math.max(right, x);
      top = Math.min(top, y); bottom = Math.max(bottom, y);
    }
    rings.push({ points, edges, left, right, top, bottom });
  }
  return rings;
}

class Basemap {
  constructor(canvas, base) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.land = base ? unpackRings(base.land, base.unit) : [];
    this.lakes = base ? unpackRings(base.lakes, base.unit) : [];
  }

  readColours() {
    const style = getComputedStyle(document.documentElement);
    this.colours = {};
    for (const name of ["water", "land", "border", "grid"]) {
      this.colours[name] = style.getPropertyValue("--" + name).trim();
    }
  }

  draw(view) {
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    const width = Math.round(view.width * ratio), height = Math.round(view.height * ratio);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    const context = this.context;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = this.colours.water;
    context.fillRect(0, 0, view.width, view.height);
    this.drawGrid(view);
    const left = view.x - view.width / 2 / view.scale, right = view.x + view.width / 2 / view.scale;
    for (let copy = Math.floor(left); copy <= Math.floor(right); copy++) {
      this.drawRings(view, this.land, copy, this.colours.land, this.colours.border);
      this.drawRings(view, this.lakes, copy, this.colours.water, this.colours.border);
    }
  }

  drawRings(view, rings, copy, fill, stroke) {
    const context = this.context;
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
        if (isDown && !(edges[here] && edges[before])) coast.lineTo(x, y); else coast.moveTo(x, y);
        isDown = true;
      }
    }
    context.fillStyle = fill;
    context.fill(area);
    context.strokeStyle = stroke;
    context.lineWidth = 0.8;
    context.lineJoin = "round";
    context.stroke(coast);
  }

  drawGrid(view) {
    const context = this.context;
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
