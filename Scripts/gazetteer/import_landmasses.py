#!/usr/bin/env python3
"""Lists the landmasses of 1,000 square kilometres and more in basins.tsv, beside the basins written by hand.

The ids are the numbers by area that `coast.py` gives; a name is that of the project's own list, else that of the
island of curated.tsv that lies on it, else of its most populous place.
"""
import collections

import coast
import common

# A point on a landmass, and its name.
OWN = {(50, 30): "Africa, Asia and Europe", (40, -100): "North and South America", (-80, 20): "Antarctica", (-25, 134): "Australia",
       (72, -40): "Greenland", (1, 114): "Borneo", (-19, 46.7): "Madagascar", (52.5, -1.5): "Great Britain", (21.5, -78.5): "Cuba",
       (65, -18.6): "Iceland", (43.4, 142.6): "Hokkaido", (18.9, -71.3): "Hispaniola", (7.6, 80.7): "Sri Lanka", (-54, -68.7): "Tierra del Fuego",
       (73, -121.3): "Banks Island", (75.4, -87.6): "Devon Island", (-71, -70.8): "Alexander Island", (-79.4, -47.8): "Berkner Island",
       (64.4, -84.3): "Southampton Island", (75.5, -111.5): "Melville Island", (79.7, -91.2): "Axel Heiberg Island", (-0.9, -49.7): "Marajó",
       (-5.5, 150.6): "New Britain", (72.7, -99.1): "Prince of Wales Island", (73.3, -93.5): "Somerset Island", (75.4, 140.6): "Kotelny",
       (0.9, 127.6): "Halmahera", (-3.1, 129.5): "Seram", (72, 54.4): "Novaya Zemlya, south", (75.3, 60.5): "Novaya Zemlya, north"}
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
    own = {n: name for (lat, lon), name in OWN.items() for n, part in enumerate(parts, 1) if part.contains(Point(lon, lat))}
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
            name = own.get(number) or islands.get(number) or (f"land of {towns[number][1]}" if towns[number][1] else "uninhabited")
            out.write(f"{number}\tlandmass\t{name}\t\t{round(coast.km2(part), -1):.0f} km2 about {part.centroid.y:.1f} {part.centroid.x:.1f}\n")


if __name__ == "__main__":
    main()
