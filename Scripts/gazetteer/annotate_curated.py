#!/usr/bin/env python3
"""Fills sea_km, basin and landmass of curated.tsv, which is otherwise written by hand."""
import coast
import common


def main():
    rows = common.read("curated.tsv")
    columns = ["id", "name", "kind", "country", "lat", "lon", "rank", "extent", "radius_km", "names", "sea_km", "basin", "landmass", "note"]
    near = [r for r in rows if r["kind"] in ("port", "facility", "zone", "institution", "sea", "strait", "canal")]
    coast.annotate(near)
    for row in near:
        if row["kind"] in ("sea", "strait", "canal"):
            row["sea_km"] = row["landmass"] = ""
    common.write("curated.tsv", columns, rows)


if __name__ == "__main__":
    main()
