"""Reads what a file tells of places, routes and legs: read_facts.py FILE. Prints JSON: lists of objects of texts.

Lists are joined by "; ", objects with a text by " … "; of a page, each object is one text under "card"."""
import csv
import html.parser
import json
import pathlib
import sqlite3
import sys
import xml.etree.ElementTree as tree


def text(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        if value and isinstance(value[0], dict) and "text" in value[0]:
            return " … ".join(one["text"].strip() for one in value)
        return "; ".join(one if isinstance(one, str) else json.dumps(one) for one in value)
    return str(value)


def record(values):
    return {key: text(value) for key, value in values.items() if value not in (None, "", [])}


def geojson(path):
    found = {"places": [], "routes": [], "legs": []}
    for feature in json.loads(path.read_text())["features"]:
        properties = feature["properties"]
        kind = properties.get("kind", "leg")
        found[kind + "s"].append(record(properties))
    return found


def tables(path):
    def rows(name):
        file = path if name == "legs" else path.with_name(f"{path.stem}.{name}.csv")
        with open(file, newline="", encoding="utf-8") as lines:
            return [record(row) for row in csv.DictReader(lines)]
    return {name: rows(name) for name in ("places", "routes", "legs")}


def geopackage(path):
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    flags = ("bidirectional", "schematic", "decided", "vehicle_id_valid")
    return {
        name: [
            record({key: bool(row[key]) if key in flags and row[key] is not None else row[key] for key in row.keys()})
            for row in database.execute(f"SELECT * FROM {name}")]
        for name in ("places", "routes", "legs")}


def kml(path):
    space = "{http://www.opengis.net/kml/2.2}"
    found = {"places": [], "routes": [], "legs": []}
    for element in tree.parse(path).iter():
        data = element.find(f"{space}ExtendedData")
        if data is None:
            continue
        values = {one.get("name"): one.findtext(f"{space}value") for one in data}
        kind = "legs" if "leg" in values else "routes" if "route" in values else "places"
        found[kind].append(record(values))
    return found


def gpx(path):
    found = {"places": [], "legs": []}
    for element in tree.parse(path).getroot():
        tag = element.tag.rpartition("}")[2]
        facts = element.find("{http://www.topografix.com/GPX/1/1}extensions")
        if facts is not None:
            values = {one.tag.rpartition("}")[2]: one.text for one in facts}
            found["places" if tag == "wpt" else "legs"].append(record(values))
    return found


def linked(path):
    document = json.loads(path.read_text())
    routes = document["periplus"]["routes"]
    return {
        "places": [record(feature["properties"]) for feature in document["features"]],
        "routes": [record(route) for route in routes],
        # A leg stands in its route, whose facts are its own too.
        "legs": [record({**route, **leg}) for route in routes for leg in route["legs"]]}


def annotations(path):
    bodies = [item["body"] for item in json.loads(path.read_text())["items"]]
    return {"routes": [record(body) for body in bodies if body["type"] == "Route"]}


class Page(html.parser.HTMLParser):
    """The words of the page's rows of places and items of routes."""

    def __init__(self):
        super().__init__()
        self.found = {"places": [], "routes": []}
        self.kind = None

    def handle_starttag(self, tag, attributes):
        names = dict(attributes)
        for kind, name in (("places", "data-place"), ("routes", "data-route")):
            if name in names and tag in ("tr", "li"):
                self.kind = kind
                self.found[kind].append({"card": ""})

    def handle_endtag(self, tag):
        if tag in ("tr", "li"):
            self.kind = None

    def handle_data(self, data):
        if self.kind:
            self.found[self.kind][-1]["card"] += data


def page(path):
    parser = Page()
    parser.feed(path.read_text())
    return parser.found


path = pathlib.Path(sys.argv[1])
readers = {
    ".geojson": geojson, ".csv": tables, ".gpkg": geopackage, ".kml": kml, ".gpx": gpx, ".html": page,
    ".lpf.json": linked, ".anno.jsonld": annotations}
print(json.dumps(next(reader for suffix, reader in readers.items() if path.name.endswith(suffix))(path)))
