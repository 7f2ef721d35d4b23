"use strict";
// The map's view: a Mercator world of width 1, its top at 0, seen through a box of pixels.

const MAX_LATITUDE = 85.05;

function worldX(longitude) { return longitude / 360 + 0.5; }

function worldY(latitude) {
  const sine = Math.sin(Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude)) * Math.PI / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

function latitudeAt(y) { return Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180 / Math.PI; }

/** The longitude of the same meridian that lies nearest to another one. */
function near(longitude, other) { return longitude + 360 * Math.round((other - longitude) / 360); }

class View {
  constructor(box, onChange) {
    this.box = box;
    this.onChange = onChange;
    this.x = 0.5; this.y = 0.4; this.scale = 400;
    this.width = 1; this.height = 1;
  }

  resize() {
    this.width = Math.max(1, this.box.clientWidth);
    this.height = Math.max(1, this.box.clientHeight);
    this.clamp();
  }

  /**
   * Shows a box of the world [left, top, right, bottom] with room around it, in the part of the window that
   * nothing covers from the right or from below.
   */
  fit(bounds, covered = { right: 0, bottom: 0 }, largest = 60000) {
    const [left, top, right, bottom] = bounds;
    const width = this.width - covered.right, height = this.height - covered.bottom;
    const scale = Math.min(width * 0.74 / Math.max(right - left, 1e-9),
      height * 0.7 / Math.max(bottom - top, 1e-9), largest);
    this.set((left + right) / 2 + covered.right / 2 / scale, (top + bottom) / 2 + covered.bottom / 2 / scale, scale);
  }

  set(x, y, scale) {
    this.x = x; this.y = y; this.scale = scale;
    this.clamp();
    this.onChange();
  }

  clamp() {
    const least = Math.max(this.width * 0.8, this.height * 0.8);
    this.scale = Math.max(least, Math.min(this.scale, 256 * 4096));
    const half = this.height / 2 / this.scale;
    this.y = half > 0.5 ? 0.5 : Math.max(half, Math.min(1 - half, this.y));
  }

  screenX(x) { return (x - this.x) * this.scale + this.width / 2; }
  screenY(y) { return (y - this.y) * this.scale + this.height / 2; }

  pan(dx, dy) { this.set(this.x - dx / this.scale, this.y - dy / this.scale, this.scale); }

  /** Zooms about a point of the screen, which stays where it is. */
  zoom(factor, px = this.width / 2, py = this.height / 2) {
    const before = this.scale;
    const x = this.x + (px - this.width / 2) / before, y = this.y + (py - this.height / 2) / before;
    const least = Math.max(this.width * 0.8, this.height * 0.8);
    const scale = Math.max(least, Math.min(before * factor, 256 * 4096));
    this.set(x - (px - this.width / 2) / scale, y - (py - this.height / 2) / scale, scale);
  }

  /** Kilometres a pixel, at the latitude of the middle. */
  get kilometresAPixel() {
    return 40075.017 * Math.cos(latitudeAt(this.y) * Math.PI / 180) / this.scale;
  }
}

/** Mouse, touch and keys move the view. */
function steer(view, box, onFit) {
  const touches = new Map();
  let moved = false;
  box.addEventListener("pointerdown", event => {
    // Also for what is no drag: a drag by touch ends without a click that would take this back.
    moved = false;
    if (event.button !== 0 || event.target.closest("button, a, summary, .card")) return;
    touches.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  box.addEventListener("pointermove", event => {
    const before = touches.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    if (!moved && Math.hypot(now.x - before.x, now.y - before.y) < 4) return;
    if (!moved) box.setPointerCapture(event.pointerId);
    moved = true;
    const other = [...touches].find(([id]) => id !== event.pointerId);
    if (other) {
      const frame = box.getBoundingClientRect(), still = other[1];
      const from = Math.hypot(before.x - still.x, before.y - still.y);
      const to = Math.hypot(now.x - still.x, now.y - still.y);
      if (from > 10) view.zoom(to / from, (now.x + still.x) / 2 - frame.left, (now.y + still.y) / 2 - frame.top);
      view.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    } else {
      view.pan(now.x - before.x, now.y - before.y);
    }
    touches.set(event.pointerId, now);
  });
  const end = event => touches.delete(event.pointerId);
  box.addEventListener("pointerup", end);
  box.addEventListener("pointercancel", end);
  // A drag is no click.
  box.addEventListener("click", event => {
    if (moved) { event.stopPropagation(); event.preventDefault(); }
    moved = false;
  }, true);
  box.addEventListener("wheel", event => {
    if (event.target.closest(".card")) return;
    event.preventDefault();
    const frame = box.getBoundingClientRect();
    const steps = event.deltaMode === 1 ? event.deltaY * 20 : event.deltaY;
    view.zoom(Math.exp(-Math.max(-200, Math.min(200, steps)) / 300), event.clientX - frame.left, event.clientY - frame.top);
  }, { passive: false });
  box.addEventListener("dblclick", event => {
    if (event.target.closest("button, a, summary, .card")) return;
    const frame = box.getBoundingClientRect();
    view.zoom(2, event.clientX - frame.left, event.clientY - frame.top);
  });
  box.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(".card")) return;
    const step = 80;
    const acts = {
      ArrowLeft: () => view.pan(step, 0), ArrowRight: () => view.pan(-step, 0),
      ArrowUp: () => view.pan(0, step), ArrowDown: () => view.pan(0, -step),
      "+": () => view.zoom(1.5), "=": () => view.zoom(1.5), "-": () => view.zoom(1 / 1.5), "0": onFit,
    };
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  });
}
