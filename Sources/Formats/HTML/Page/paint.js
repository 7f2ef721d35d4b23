// The map as one static picture, for paper and for a file: what the page draws in layers, on a single canvas.

/** Paints the basemap and all that shows of the overlay, as a view has them. */
function paintMap(canvas, page, view, ratio) {
  const { basemap, tiles, overlay } = page;
  canvas.width = Math.round(view.width * ratio);
  canvas.height = Math.round(view.height * ratio);
  const context = canvas.getContext("2d");
  basemap.paint(context, view, ratio);
  tiles?.draw(context, view);
  const taken = overlay.paint ? overlay.paint(context, view, ratio).taken : overlay.draw(view);
  if (!tiles) basemap.drawNames(context, view, taken);
  for (const shape of overlay.svg.querySelectorAll("path, circle, text")) {
    const style = getComputedStyle(shape);
    if (style.display === "none" || style.visibility === "hidden" || shape.classList.contains("hit")) continue;
    if (shape.closest(".out, .rejected") || shape.getAttribute("display") === "none") continue;
    const matrix = ownMatrix(shape);
    context.globalAlpha = opacityOf(shape, overlay.svg);
    if (shape.tagName === "text") paintText(context, shape, style, matrix);
    else paintShape(context, shape, style, matrix);
  }
  context.globalAlpha = 1;
  paintScale(context, view, basemap.colours);
}

/** The transforms of a shape and of the groups around it. */
function ownMatrix(shape) {
  const matrix = new DOMMatrix();
  for (let element = shape; element && element.tagName !== "svg"; element = element.parentNode) {
    const transform = element.transform?.baseVal.consolidate();
    if (transform) {
      const { a, b, c, d, e, f } = transform.matrix;
      matrix.preMultiplySelf(new DOMMatrix([a, b, c, d, e, f]));
    }
  }
  return matrix;
}

function opacityOf(shape, root) {
  let opacity = 1;
  for (let element = shape; element && element !== root; element = element.parentNode) {
    opacity *= Number(getComputedStyle(element).opacity);
  }
  return opacity;
}

function paintShape(context, shape, style, matrix) {
  const path = new Path2D();
  if (shape.tagName === "circle") {
    const { e, f } = matrix;
    path.arc(e + Number(shape.getAttribute("cx") || 0), f + Number(shape.getAttribute("cy") || 0), parseFloat(style.r) || 0, 0, 2 * Math.PI);
  } else {
    path.addPath(new Path2D(shape.getAttribute("d")), matrix);
  }
  const alpha = context.globalAlpha;
  if (style.fill !== "none") {
    context.fillStyle = style.fill;
    context.fill(path);
  }
  if (style.stroke !== "none" && parseFloat(style.strokeWidth) > 0) {
    context.globalAlpha = alpha * Number(style.strokeOpacity);
    context.strokeStyle = style.stroke;
    context.lineWidth = parseFloat(style.strokeWidth);
    context.lineCap = style.strokeLinecap;
    context.lineJoin = style.strokeLinejoin;
    context.setLineDash(style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[ ,]+/).map(parseFloat));
    context.stroke(path);
    context.setLineDash([]);
  }
}

function paintText(context, shape, style, matrix) {
  if (!shape.textContent) return;
  const rise = shape.classList.contains("count") ? -10 : 0;
  const x = matrix.e + Number(shape.getAttribute("x") || 0), y = matrix.f + Number(shape.getAttribute("y") || 0) + rise;
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.textAlign = { middle: "center", end: "right" }[style.textAnchor] || "left";
  context.lineJoin = "round";
  context.lineWidth = parseFloat(style.strokeWidth);
  context.strokeStyle = style.stroke;
  context.fillStyle = style.fill;
  context.strokeText(shape.textContent, x, y);
  context.fillText(shape.textContent, x, y);
}

function paintScale(context, view, colours) {
  const { length, pixels, words } = scaleBar(view);
  if (!length) return;
  const left = 14, bottom = view.height - 14;
  context.strokeStyle = context.fillStyle = colours.label;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(left, bottom - 12);
  context.lineTo(left, bottom);
  context.lineTo(left + pixels, bottom);
  context.lineTo(left + pixels, bottom - 12);
  context.stroke();
  context.font = "12px system-ui, sans-serif";
  context.textAlign = "center";
  context.fillText(words, left + pixels / 2, bottom - 5);
}

/** A bar of a round length, at most 120 pixels long. */
function scaleBar(view) {
  const most = view.kilometresAPixel * 120;
  const power = 10 ** Math.floor(Math.log10(most));
  const length = [5, 2, 1].map(step => step * power).find(step => step <= most) || power;
  return {
    length, pixels: length / view.kilometresAPixel,
    words: length >= 1 ? `${String(length).replace(/\B(?=(\d{3})+$)/g, ",")} km` : `${Math.round(length * 1000)} m`,
  };
}
