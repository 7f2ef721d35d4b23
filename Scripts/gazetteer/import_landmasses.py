#!/usr/bin/env python3
"""Lists the landmasses of 1,000 square kilometres and more in basins.tsv, beside the basins written by hand.

The ids are the numbers by area that `coast.py` gives; a name is that of the project's own list, else that of the
island of curated.tsv that lies on it, else of its most populous place.
"""
import collections

import coast
import common

OWN = {1: "Africa, Asia and Europe", 2: "North and South America", 3: "Antarctica", 4: "Australia", 5: "Greenland",
       7: "Borneo", 8: "Madagascar", 13: "Great Britain", 21: "Cuba", 23: "Iceland", 26: "Hispaniola"}
SMALLEST_KM2 = 1000


def main():
    towns, islands = collections.defaultdict(lambda: (-1, "")), {}
    for row in common.read("cities.tsv"):
        if row["landmass"]:
            number, people = int(row["landmass"]), int(row["population"] or 0)
            if people > towns[number][0]:
                towns[number] = (people, row["name"])
    from shapely.geometry import Point
    parts = coast.land()
    rows = [r for r in common.read("curated.tsv") if r["kind"] == "island" and r["extent"]]
    for number, part in enumerate(parts, 1):
        if coast.km2(part) < SMALLEST_KM2:
            break
        for row in rows:
            west, south, east, north = map(float, row["extent"].split(","))
            box = part.bounds
            alike = (box[2] - box[0]) * (box[3] - box[1]) / max(1e-6, (east - west) * (north - south))
            if part.contains(Point(float(row["lon"]), float(row["lat"]))) and 0.3 < alike < 3:
                islands.setdefault(number, row["name"])
    kept = [line for line in open(common.DATA / "basins.tsv", encoding="utf-8") if "\tlandmass\t" not in line]
    with open(common.DATA / "basins.tsv", "w", encoding="utf-8") as out:
        out.writelines(kept)
        for number, part in enumerate(parts, 1):
            if coast.km2(part) < SMALLEST_KM2:
                break
            if coast.masses()[number - 1] != number:
                continue
            name = OWN.get(number) or islands.get(number) or (f"land of {towns[number][1]}" if towns[number][1] else "uninhabited")
            out.write(f"{number}\tlandmass\t{name}\t\t{round(coast.km2(part), -1):.0f} km2 about {part.centroid.y:.1f} {part.centroid.x:.1f}\n")


if __name__ == "__main__":
    main()
