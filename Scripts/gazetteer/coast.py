"""Distance to the sea, basin and landmass of places, from the Natural Earth 10m coast and large lakes.

Land is the union of the country areas (German view); the Caspian is a hole in it, the lakes of `basins.tsv` lie
upon it. Distances are to coast points at most 2 km apart: good to 1 km.
"""
import functools
import math

import common
import layers

STEP = 0.018            # degrees between coast points
CASPIAN = (42.0, 50.5)
MIN_LANDMASS_KM2 = 20   # smaller islands share no id


def vectors(points):
    import numpy as np
    p = np.radians(np.asarray(points, dtype=float))
    return np.column_stack([np.cos(p[:, 0]) * np.cos(p[:, 1]), np.cos(p[:, 0]) * np.sin(p[:, 1]), np.sin(p[:, 0])])


def km2(polygon):
    """The area on a sphere, good enough to sort and to cut."""
    y = polygon.centroid.y
    return polygon.area * 111.32 ** 2 * math.cos(math.radians(y))


def lake_basins():
    """Lake name of the layer -> basin id, from basins.tsv."""
    out = {}
    with open(common.DATA / "basins.tsv", encoding="utf-8") as lines:
        for line in lines:
            f = line.rstrip("\n").split("\t")
            if len(f) > 3 and f[1] == "lake":
                for name in f[3].split("|"):
                    out[name] = int(f[0])
    return out


@functools.cache
def land():
    """The parts of the land, largest first."""
    from shapely import make_valid, unary_union
    whole = unary_union([make_valid(g).buffer(0.002) for _, g in layers.countries()])
    return sorted(getattr(whole, "geoms", [whole]), key=lambda p: -km2(p))


@functools.cache
def masses():
    """The id of each part of the land: its number by area; 0 for small ones, one id across the antimeridian."""
    ids, east = [], []
    for number, part in enumerate(land(), 1):
        west, south, right, north = part.bounds
        same = number
        if right > 179.9:
            east.append((south, north, number))
        if west < -179.9:
            same = min([number] + [n for a, b, n in east if a < north and south < b and n != 3])
        ids.append(same if km2(part) >= MIN_LANDMASS_KM2 or same != number else 0)
    return ids


@functools.cache
def tree():
    """A k-d tree of coast points with the basin and the landmass of each."""
    import numpy as np
    from scipy.spatial import cKDTree
    from shapely.geometry import Point, Polygon
    points, basins, owners = [], [], []

    def add(ring, basin, mass):
        for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
            stretch = math.cos(math.radians((y0 + y1) / 2))
            n = max(1, math.ceil(max(abs(x1 - x0) * stretch, abs(y1 - y0)) / STEP))
            for i in range(n):
                points.append((y0 + (y1 - y0) * i / n, x0 + (x1 - x0) * i / n))
                basins.append(basin)
                owners.append(mass)

    for mass, part in zip(masses(), land()):
        add(list(part.exterior.coords), 0, mass)
        for hole in part.interiors:
            if Polygon(hole).contains(Point(CASPIAN[1], CASPIAN[0])):
                add(list(hole.coords), 1, mass)
    wanted = lake_basins()
    for p, g in layers.lakes():
        if p["name"] in wanted:
            for part in getattr(g, "geoms", [g]):
                add(list(part.exterior.coords), wanted[p["name"]], 1)
    return cKDTree(vectors(points)), np.array(basins), np.array(owners)


def annotate(rows, inhabited=False):
    """Fills sea_km, basin and landmass of rows that have lat and lon.

    Inhabited places that lie on no land of the layer are on islands too small for it: at the sea.
    """
    import numpy as np
    from shapely import contains_xy, prepare
    where = [(float(r["lat"]), float(r["lon"])) for r in rows]
    coast, basins, owners = tree()
    chord, nearest = coast.query(vectors(where))
    km = 2 * 6371.0088 * np.arcsin(np.clip(chord / 2, 0, 1))
    north, east = np.array(where).T
    on = np.full(len(rows), -1)
    for mass, part in zip(masses(), land()):
        west, south, right, top = part.bounds
        inside = np.flatnonzero((on < 0) & (north >= south) & (north <= top) & (east >= west) & (east <= right))
        if len(inside):
            prepare(part)
            hit = inside[contains_xy(part, east[inside], north[inside])]
            on[hit] = mass
    if inhabited:
        km = np.where((on < 0) & (km > 5), 0.5, km)
    for i, row in enumerate(rows):
        row["sea_km"] = common.number(km[i], 1 if km[i] < 20 else 0)
        row["basin"] = int(basins[nearest[i]])
        mass = int(on[i]) if on[i] >= 0 else int(owners[nearest[i]]) if km[i] < 5 else 0
        row["landmass"] = mass or ""
