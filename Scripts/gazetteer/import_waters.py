#!/usr/bin/env python3
"""Writes waters.tsv (seas, gulfs, bays, straits, lakes, rivers of Natural Earth 10m) and waters.shapes."""
import collections
import math
import re
import unicodedata

import coast
import common
import shapes as packed
import layers

STRAIT = r"(?i)\b(strait|channel|passage|sound|estrecho|stretto|kanal|kattegat|skagerrak|dardanelles|bosporus|inland passage|straits)\b"
# What the layer names otherwise than the maps, and areas that are no seas.
NAMES = {"Kaliningrad": "Curonian Lagoon", "The North Western Passages": "Northwest Passage", "Bo Hai": "Bohai Sea", "Waddenzee": "Wadden Sea",
         "Golfe du Lion": "Gulf of Lion", "Golfo de California": "Gulf of California", "Golfo de Panamá": "Gulf of Panama", "Bahía de Campeche": "Bay of Campeche",
         "Estrecho de Magellanes": "Strait of Magellan", "Stettiner Haff": "Szczecin Lagoon", "Río de la Plata": "Río de la Plata"}
KINDS = {"strait": ["Bab el Mandeb", "The North Western Passages", "Øresund", "Selat Bali", "Selat Dampier", "Bosporus", "Dardanelles", "Drake Passage"],
         "river": ["Amazon River", "Columbia River", "Saint Lawrence River", "Yangtze River"],
         "lake": ["Bras d'Or Lake", "Husky Lakes", "Lago de Maracaibo", "Lagoa dos Patos", "Lake Pontchartrain", "Ozero Mogotoyevo"]}
GROUPS = {"Finger Lakes", "Great Lakes"}        # further names of lakes that are those of a group
RIVER_WORDS = r"(?i)\b(river|rio|río|delta|canal|creek|fork|branch|wadi|nile|fluss|reka)\b"


def slug(name):
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def title(name):
    """The layer writes oceans in capitals."""
    return " ".join(w.capitalize() if w.lower() not in ("of", "the", "and", "de") else w.lower() for w in name.split()) if name.isupper() else name


def size_km2(geometry):
    return sum(coast.km2(p) for p in getattr(geometry, "geoms", [geometry]))


def inner(geometry):
    largest = max(getattr(geometry, "geoms", [geometry]), key=lambda p: p.area)
    point = largest.centroid
    return point if largest.contains(point) else largest.representative_point()


def bounds(geometry):
    from import_places import bounds as around
    return around(geometry)


def seas():
    from shapely import make_valid, simplify, unary_union
    merged = collections.defaultdict(list)
    for name, geometry in layers.seas():
        if name:
            merged[title(common.clean(name))].append(make_valid(geometry))
    for name, parts in sorted(merged.items()):
        area = unary_union(parts)
        point = inner(area)
        size = size_km2(area)
        kind = next((k for k, names in KINDS.items() if name in names), "strait" if re.search(STRAIT, name) else "sea")
        alternates = set()
        key, name = name, NAMES.get(name, name)
        if key != name:
            alternates.add(key)
        m = re.fullmatch(r"(.+) Sea", name)
        if m:
            alternates.add(f"Sea of {m[1]}")
        m = re.fullmatch(r"Gulf of (.+)", name)
        if m:
            alternates.add(f"{m[1]} Gulf")
        rank = max(5, min(12, round(math.log10(size) * 1.6)))
        shape = simplify(area, 0.005 if size < 3e5 else 0.02)
        yield {"id": f"ne:sea/{slug(key)}", "name": name, "kind": kind, "lat": common.number(point.y, 3), "lon": common.number(point.x, 3),
               "rank": rank if kind == "sea" else max(5, min(rank, 7)), "extent": common.box(bounds(area)), "names": common.aliases(alternates - {"Kaliningrad"}, name),
               "basin": 1 if name == "Caspian Sea" else 0}, packed.areas(shape)


def lakes():
    from shapely import make_valid, simplify
    basins = coast.lake_basins()
    used = collections.Counter()
    for p, geometry in sorted(layers.lakes(), key=lambda r: (r[0]["name"], -r[1].area)):
        raw = p["name"]
        name = common.clean(raw)
        if not name or name in ("Caspian Sea",) or p["featurec_2"] in ("Ocean", "ocean") or len(name) < 3:
            continue
        geometry = make_valid(geometry)
        names = set(p["others"]) - GROUPS
        m = re.fullmatch(r"(Lake|Lac|Lago|Laguna|Ozero) (?:de |di |of )?(.+)", name)
        if m:
            names.add(f"Lake {m[2]}")
        elif not re.search(r"(?i)lake|sea|reservoir|lago|lac |lough|loch|see\b|presa|embalse|dam|bolshoye|pond", name):
            names.add(f"Lake {name}")
        if re.search(r"(?i)reservoir", p["featurec_2"] or "") and "eservoir" not in name:
            names.add(f"{name} Reservoir")
        used[slug(name)] += 1
        serial = "" if used[slug(name)] == 1 else f"-{used[slug(name)]}"
        scale = int(p["scaleran_2"] or 5)
        point = inner(geometry)
        row = {"id": f"ne:lake/{slug(name)}{serial}", "name": name, "kind": "lake", "lat": common.number(point.y, 3), "lon": common.number(point.x, 3),
               "rank": max(4, 8 - scale, min(7, round(2 * math.log10(size_km2(geometry))) if size_km2(geometry) > 500 else 0)),
               "extent": common.box(bounds(geometry)), "names": common.aliases(names, name), "basin": basins.get(raw, "")}
        yield row, packed.areas(simplify(geometry, 0.01)) if scale <= 5 else None


def near(a, b, reach):
    return a[0] - reach <= b[2] and b[0] - reach <= a[2] and a[1] - reach <= b[3] and b[1] - reach <= a[3]


def rivers():
    from shapely import simplify, unary_union
    groups = collections.defaultdict(list)
    for p, geometry in layers.rivers():
        name = common.clean(p["name"] or "")
        if name and "Lake" not in (p["featurecla"] or "") and len(name) > 1:
            groups[name].append((p, geometry))
    for name, parts in sorted(groups.items()):
        clusters = []
        for p, g in sorted(parts, key=lambda r: r[1].bounds):             # rivers of one name, far apart, are several
            close = [c for c in clusters if any(near(g.bounds, h.bounds, 2.5) for _, h in c)]
            joined = [(p, g)] + [x for c in close for x in c]
            clusters = [c for c in clusters if c not in close] + [joined]
        clusters.sort(key=lambda c: -sum(g.length for _, g in c))
        for serial, cluster in enumerate(clusters, 1):
            line = unary_union([g for _, g in cluster])
            pieces = list(getattr(line, "geoms", [line]))
            middle = max(pieces, key=lambda l: l.length).interpolate(0.5, normalized=True)
            names = set()
            if not re.search(RIVER_WORDS, name):
                names |= {f"{name} River", f"River {name}"}
            for p, _ in cluster:
                for other in p["others"]:
                    names |= {other} if re.search(RIVER_WORDS, other) or not other.isascii() else {other, f"{other} River"}
            scale = min(int(p["scalerank"] or 6) for p, _ in cluster)
            coarse = simplify(line, 0.03)
            from shapely.ops import linemerge
            merged = linemerge(coarse) if coarse.geom_type == "MultiLineString" else coarse
            courses = sorted((list(l.coords) for l in getattr(merged, "geoms", [merged])), key=lambda c: (-len(c), c[0]))
            row = {"id": f"ne:river/{slug(name)}" + ("" if serial == 1 else f"-{serial}"), "name": name, "kind": "river", "lat": common.number(middle.y, 3),
                   "lon": common.number(middle.x, 3), "rank": max(3, 8 - scale), "extent": common.box(line.bounds), "names": common.aliases(names, name)}
            yield row, packed.lines(courses)


def curated():
    """Folded name -> the hand-written waters of it that have an extent."""
    out = collections.defaultdict(list)
    for row in common.read("curated.tsv"):
        if row["kind"] in ("sea", "strait", "lake", "river") and row["extent"]:
            for name in [row["name"]] + [n.lstrip("~") for n in row["names"].split("|") if n]:
                out[common.fold(name)].append(row)
    return out


def by_hand(row, known):
    """The hand-written row of the same water, or None: it has the row's name, and most of the smaller box lies in the other."""
    a = list(map(float, row["extent"].split(",")))
    for name in (row["name"], f"{row['name']} River", f"River {row['name']}"):
        for other in known.get(common.fold(name), []):
            b = list(map(float, other["extent"].split(",")))
            wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
            smaller = min((a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1]))
            if wide > 0 and high > 0 and wide * high > 0.5 * smaller and (row["kind"] == other["kind"] or "river" not in (row["kind"], other["kind"])):
                return other
    return None


def main():
    rows, shapes = [], {}
    taken, known = set(), curated()
    for row, shape in [*seas(), *lakes(), *rivers()]:
        if row["id"] in taken or not row["id"].split("/")[1]:
            continue
        other = by_hand(row, known)
        if other:                                             # the hand-written row gets the shape
            if shape:
                shapes.setdefault(other["id"], shape)
            print(f"{row['id']} is {other['id']}")
            continue
        taken.add(row["id"])
        rows.append(row)
        if shape:
            shapes[row["id"]] = shape
    common.write("waters.tsv", ["id", "name", "kind", "lat", "lon", "rank", "extent", "basin", "names"], rows)
    packed.write("waters.shapes", shapes)


if __name__ == "__main__":
    main()
