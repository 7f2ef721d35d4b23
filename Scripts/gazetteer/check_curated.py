#!/usr/bin/env python3
"""Holds each position of curated.tsv against a second source in the tables; ends with 1 when one is left in doubt.

A point (facility, zone, institution, port ...) is `named` when a place of one of its names in another table lies within
NEAR km, and `beside` when a place that its note mentions does within BESIDE km. Where all namesakes lie elsewhere, or
nothing is named, curated_seconds.tsv tells what the position was held against: `id`, the id of a place in the tables,
how far off in km it is, why; the check measures that anew. Every point must lie in the area of its country, or within
OFFSHORE km of it; an area's point must lie in its extent.

usage: check_curated.py [--all]       (--all: also tell the second source of each row)
"""
import collections
import pathlib
import re
import sys

import common
import positions
from positions import km

NEAR, BESIDE, OFFSHORE = 25, 40, 60
POINTS = ("facility", "zone", "institution", "port", "city", "airport")
TABLES = ("cities.tsv", "ports.tsv", "airports.tsv", "admin1.tsv", "admin2.tsv", "waters.tsv", "us-places.tsv")
WORDS = (r"\b(air ?base|airbase|airfield|air force base|naval (base|facility)|base|nuclear (power plant|facility|technology centre)|power plant|reactor|plant|refinery"
         r"|terminal|dam|mine|prison|crossing|bridge|port|oil field|refugee (camps?|complex)|cosmodrome|camp|special economic zone|free zone|zone|test site"
         r"|special|economic|industrial|complex|site|stadium|national laboratory|correctional facility|international airport|airport|harbou?r|island|islands|lake|river|mount)\b")


def key(name):
    return " ".join(re.sub(WORDS, " ", common.fold(name)).split()) or common.fold(name)


def inside(row, lat, lon):
    if not row["extent"]:
        return False
    west, south, east, north = map(float, row["extent"].split(","))
    return south <= lat <= north and (west <= lon <= east if west <= east else lon >= west or lon <= east)


def known():
    places = collections.defaultdict(list)
    for file in TABLES:
        for row in common.read(file):
            names = [row["name"]] + [n.lstrip("~") for n in row.get("names", "").split("|") if n and n[0] not in "#@!"]
            for name in {key(n) for n in names}:
                places[name].append((row["id"], row["name"], float(row["lat"]), float(row["lon"]), row.get("country", "")))
    return places


def seconds():
    """id -> (id of another place, km, why), from curated_seconds.tsv."""
    lines = open(pathlib.Path(__file__).parent / "curated_seconds.tsv", encoding="utf-8").read().splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith(("#", "id\t"))]
    return {r[0]: (r[1], float(r[2]), r[3] if len(r) > 3 else "") for r in rows}


class Check:
    def __init__(self):
        self.places, self.countries, self.seconds = known(), positions.countries(), seconds()
        self.by_id = {p[0]: p for same in self.places.values() for p in same}
        self.by_id.update({r["id"]: (r["id"], r["name"], float(r["lat"]), float(r["lon"]), "") for r in common.read("curated.tsv")})

    def second(self, row):
        """(verdict, what) of a point; the verdict "doubt" is a fault."""
        lat, lon = float(row["lat"]), float(row["lon"])
        names = [row["name"]] + [n.lstrip("~") for n in row["names"].split("|") if n and n[0] not in "#@!"]
        same = [p for n in {key(n) for n in names} for p in self.places[n] if not row["country"] or not p[4] or p[4] == row["country"]]
        near = sorted((km(lat, lon, p[2], p[3]), p) for p in same)
        if near and near[0][0] <= NEAR:
            return "named", f"{near[0][1][0]} {near[0][1][1]}, {near[0][0]:.1f} km"
        if row["id"] in self.seconds:
            other, far, why = self.seconds[row["id"]]
            if other not in self.by_id:
                return "doubt", f"curated_seconds.tsv: there is no {other}"
            place = self.by_id[other]
            d = km(lat, lon, place[2], place[3])
            if abs(d - far) > max(2, 0.1 * far):
                return "doubt", f"{d:.0f} km from {other} {place[1]}, not {far:.0f}"
            return "held against another place", f"{other} {place[1]}, {d:.1f} km {why}"
        beside = self.beside(row["note"] + " , " + row["name"], lat, lon, row["country"])
        if beside:
            return "beside", f"{beside[1][0]} {beside[1][1]}, {beside[0]:.1f} km"
        return "doubt", f"nearest namesake {near[0][1][0]} {near[0][1][1]}, {near[0][0]:.0f} km off" if near else "no second source"

    def beside(self, note, lat, lon, country):
        """The nearest place within BESIDE km whose name stands in a note."""
        words = re.findall(r"[^\W\d_][\w'’-]*", note)
        runs = {" ".join(words[i:i + n]) for n in (1, 2, 3) for i in range(len(words)) if words[i][0].isupper()}
        found = [(km(lat, lon, p[2], p[3]), p) for run in runs for p in self.places.get(key(run), []) if not country or p[4] in ("", country)]
        return min((f for f in found if f[0] <= BESIDE), default=None)

    def faults(self, row):
        lat, lon = float(row["lat"]), float(row["lon"])
        off = positions.outside(self.countries.get(row["country"]), lat, lon) if row["country"] else None
        if row["extent"] and not inside(row, lat, lon):
            yield "its point lies outside its own extent"
        if off is not None and off > OFFSHORE and row["kind"] in POINTS and "offshore" not in row["note"]:
            yield f"it lies {off:.0f} km outside {row['country']}"


def main():
    check, counts, doubts = Check(), collections.Counter(), []
    for row in common.read("curated.tsv"):
        doubts += [(row["id"], fault) for fault in check.faults(row)]
        verdict, what = check.second(row) if row["kind"] in POINTS else ("areas, by their extent", "")
        counts[verdict] += 1
        if verdict == "doubt":
            doubts.append((row["id"], f"{row['lat']},{row['lon']}: {what}"))
        elif "--all" in sys.argv and what:
            print(f"{row['id']}\t{row['lat']},{row['lon']}\t{verdict}: {what}")
    print("; ".join(f"{n} {what}" for what, n in counts.most_common()))
    for identifier, why in doubts:
        print(f"{identifier}: {why}")
    sys.exit(1 if doubts else 0)


if __name__ == "__main__":
    main()
