// Lines as points of the world: their parts, their directions, what they meet.

/** The pixels that the n-th of lines on each other is moved: to either side in turn. */
function aside(fan) { return (fan % 2 ? 1 : -1) * Math.ceil(fan / 2) * 3.5; }

/** Whether a stroke meets a box: clipped to it side by side (Liang and Barsky), something is left. */
function meetsStroke(box, [ax, ay, bx, by]) {
  let from = 0, to = 1;
  const dx = bx - ax, dy = by - ay;
  for (const [p, q] of [[-dx, ax - box[0]], [dx, box[2] - ax], [-dy, ay - box[1]], [dy, box[3] - ay]]) {
    if (p === 0) { if (q < 0) return false; continue; }
    const share = q / p;
    if (p < 0) from = Math.max(from, share); else to = Math.min(to, share);
    if (from > to) return false;
  }
  return true;
}

function subdivide([from, to]) {
  const points = [];
  for (let index = 0; index <= 24; index++) {
    points.push([from[0] + (to[0] - from[0]) * index / 24, from[1] + (to[1] - from[1]) * index / 24]);
  }
  return points;
}

/** The point and the direction, in degrees of the screen, at a share of a line's length. */
function along(points, share) {
  const lengths = points.slice(1).map(([x, y], index) => Math.hypot(x - points[index][0], y - points[index][1]));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (total === 0) return null;
  let left = total * share;
  for (let index = 0; index < lengths.length; index++) {
    if (left <= lengths[index] || index === lengths.length - 1) {
      const [ax, ay] = points[index], [bx, by] = points[index + 1];
      const part = lengths[index] ? Math.min(1, left / lengths[index]) : 0;
      return { x: ax + (bx - ax) * part, y: ay + (by - ay) * part, angle: Math.atan2(by - ay, bx - ax) * 180 / Math.PI };
    }
    left -= lengths[index];
  }
  return null;
}
