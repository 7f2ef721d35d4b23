// A picture larger than the window, kept until the map is still: a drag moves it, and only then it is painted anew.

class Sheet {
  /** A sheet that `paint(context, view, ratio)` fills, with a rim beyond each side of the window. */
  constructor(paint, rim = 0.25) {
    this.paint = paint;
    this.rim = rim;
    this.canvas = document.createElement("canvas");
    this.view = null;
  }

  /** Forgets the picture: what it shows has changed. */
  drop() { this.view = null; }

  /** Puts the picture where a view has it; paints it first where it is not fresh enough. */
  draw(context, view, ratio, isStill) {
    if (!this.serves(view, ratio, isStill)) this.fill(view, ratio);
    const factor = view.scale / this.view.scale;
    const left = view.screenX(this.view.x) - this.view.width / 2 * factor;
    const top = view.screenY(this.view.y) - this.view.height / 2 * factor;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.drawImage(this.canvas, left, top, this.view.width * factor, this.view.height * factor);
  }

  serves(view, ratio, isStill) {
    const own = this.view;
    if (!own || own.ratio !== ratio || own.of[0] !== view.width || own.of[1] !== view.height) return false;
    if (own.scale === view.scale) {
      return Math.abs(view.x - own.x) * own.scale <= (own.width - view.width) / 2
        && Math.abs(view.y - own.y) * own.scale <= (own.height - view.height) / 2;
    }
    // While it is zoomed the old picture will do, larger or smaller.
    return !isStill && view.scale > own.scale / 2 && view.scale < own.scale * 4;
  }

  fill(view, ratio) {
    const width = Math.ceil(view.width * (1 + 2 * this.rim)), height = Math.ceil(view.height * (1 + 2 * this.rim));
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    // A view of the same scale through a larger window, which nothing clamps.
    const own = new View(null, () => {});
    Object.assign(own, { x: view.x, y: view.y, scale: view.scale, width, height, ratio, of: [view.width, view.height] });
    this.view = own;
    this.paint(this.canvas.getContext("2d"), own, ratio);
  }
}
