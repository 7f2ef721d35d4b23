"""Tests of a written position: is it in its country and division, and is it another one with a slip of the pen?"""
import collections
import functools
import math

import common
import layers
import subdivisions


def km(a, b, c, d):
    a, b, c, d = map(math.radians, (a, b, c, d))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742.02 * math.asin(min(1.0, math.sqrt(h)))


@functools.cache
def countries():
    """ISO code -> area; codes that the German view of Natural Earth draws within another country are lacking."""
    parts = collections.defaultdict(list)
    for p, geometry in layers.countries():
        iso = p["ISO_A2_EH"] if p["ISO_A2_EH"] not in (None, "-99") else p["ISO_A2"]
        iso = {"KOS": "XK", "SOL": "SO", "CYN": "CY", "KAS": "IN"}.get(p["ADM0_A3"], iso)
        if iso not in (None, "-99"):
            parts[iso].append(geometry)
    return joined(parts)


@functools.cache
def divisions():
    """ISO 3166-2 code -> box of the division, by the tables of divisions already written."""
    boxes = {row[level]: row["extent"] for level in ("admin1", "admin2") for row in common.read(f"{level}.tsv") if row["extent"]}
    return {s["iso"]: tuple(map(float, boxes[s["code"]].split(","))) for s in subdivisions.subdivisions() if s["iso"] and s["code"] in boxes}


def outside_box(box, lat, lon):
    """How far a position lies outside a box (west, south, east, north), in km; None without a box."""
    if box is None:
        return None
    west, south, east, north = box
    if west > east:
        east, lon = east + 360, lon + 360 if lon < west else lon
    return km(lat, lon, min(max(lat, south), north), min(max(lon, west), east))


def joined(parts):
    from shapely import make_valid, prepare, simplify, unary_union
    out = {}
    for code, geometries in parts.items():
        area = make_valid(simplify(unary_union([make_valid(g) for g in geometries]), 0.01))
        prepare(area)
        out[code] = area
    return out


def outside(area, lat, lon):
    """How far a position lies outside an area, in km; None without an area."""
    from shapely.geometry import Point
    from shapely.ops import nearest_points
    if area is None:
        return None
    point = Point(lon, lat)
    if area.contains(point):
        return 0.0
    close = nearest_points(area, point)[0]
    return km(lat, lon, close.y, close.x)


def figures(value, digits):
    """Degrees, minutes and sign as a table in degrees and minutes writes them."""
    minutes = round(abs(value) * 60)
    return f"{minutes // 60:0{digits}d}", minutes % 60, value < 0


def digit_slip(a, b):
    """Whether two numbers of equal length differ by one digit or by two that changed places."""
    off = [i for i in range(len(a)) if a[i] != b[i]]
    return len(off) == 1 or (len(off) == 2 and a[off[0]] == b[off[1]] and a[off[1]] == b[off[0]])


def is_slip(written, true, minutes=3):
    """Whether a position in degrees and minutes is another one with one or two slips of the pen in it.

    A slip is a wrong digit, two digits that changed places, or the wrong hemisphere; figures of minutes are equal when
    they differ by no more than `minutes`. At least one figure of minutes must be equal, and two of the four figures.
    """
    equal = slips = 0
    for value, other, digits in zip(written, true, (2, 3)):
        (d, m, negative), (e, n, opposite) = figures(value, digits), figures(other, digits)
        slips += negative != opposite
        if d == e:
            equal += 1
        elif digit_slip(d, e):
            slips += 1
        else:
            return False
        if abs(m - n) <= minutes:
            equal += 1
        elif digit_slip(f"{m:02d}", f"{n:02d}"):
            slips += 1
        else:
            return False
    same_minutes = [abs(figures(v, 2)[1] - figures(o, 2)[1]) <= minutes for v, o in zip(written, true)]
    return equal >= 2 and any(same_minutes) and 1 <= slips <= 2


class Namesakes:
    """The known positions of names, by country."""

    def __init__(self, key):
        self.key, self.places = key, collections.defaultdict(list)

    def add(self, country, names, lat, lon, what):
        for name in {self.key(n) for n in names if n}:
            self.places[country, name].append((lat, lon, what))

    def of(self, country, names):
        return [place for name in {self.key(n) for n in names if n} for place in self.places[country, name]]

    def add_table(self, file):
        for row in common.read(file):
            names = {row["name"]} | {n.lstrip("~!") for n in row.get("names", "").split("|") if n and n[0] not in "#@"}
            self.add(row["country"], names, float(row["lat"]), float(row["lon"]), row["id"])
