"""Holds a file to RFC 7946 by the geojson-validator package: check_geojson.py FILE. Exit 1 on any fault.

The package takes a part that ends at 180 exactly, where section 3.1.9 wants the cut, for one that crosses; its
check of crossing is left out and made here, on the figures as they stand.
"""
import json
import sys

from geojson_validator import validate_geometries, validate_structure

OWN = "crosses_antimeridian"

document = json.load(open(sys.argv[1], encoding="utf-8"))
faults = [validate_structure(document)]
located = [f for f in document["features"] if f["geometry"] is not None]
if located:
    result = validate_geometries({"type": "FeatureCollection", "features": located})
    faults.append(result["invalid"])
    faults.append({k: v for k, v in result["problematic"].items() if k != OWN}
                  if isinstance(result["problematic"], dict) else
                  [f for f in result["problematic"] if OWN not in f])
for feature in located:
    coordinates = feature["geometry"]["coordinates"]
    kind = feature["geometry"]["type"]
    for line in {"LineString": [coordinates], "MultiLineString": coordinates}.get(kind, []):
        if any(abs(a[0] - b[0]) > 180 for a, b in zip(line, line[1:])):
            faults.append([OWN, feature["id"]])
if any(faults):
    print([f for f in faults if f])
    sys.exit(1)
