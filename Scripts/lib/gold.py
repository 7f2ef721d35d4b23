"""Gold corpora of toponyms, and when a place of ours is the one meant.

A line of a corpus: {"id", "text", "toponyms": [{"start", "end", "name", "lat", "lon", "geonameid"?, "fcode"?, "type"?, "page"?}]}
"""
import json
import math
import re
import unicodedata
import urllib.parse

# Spans of these types the evaluation leaves out.
IGNORED = {"Literal_Expression", "Non_Lit_Expression", "Non_Toponym", "Language", "Homonym", "Embedded_Non_Lit"}
# How far, in km, the centre of a place of a kind may lie from another source's centre of the same place.
AREAL = {"country": 3500, "continent": 6000, "sea": 1500, "region": 1500, "river": 1500, "admin1": 600, "island": 600, "lake": 300}


def documents(path):
    """Each document with its gold spans that count and have a position."""
    for line in open(path, encoding="utf-8"):
        record = json.loads(line)
        yield record, [
            t for t in record["toponyms"]
            if t.get("type") not in IGNORED and t.get("lat") is not None and t.get("lon") is not None
        ]


def km(a, b, c, d):
    a, b, c, d = map(math.radians, (a, b, c, d))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742.02 * math.asin(min(1.0, math.sqrt(h)))


def norm(s):
    s = "".join(c for c in unicodedata.normalize("NFKD", s or "") if not unicodedata.combining(c))
    return re.sub(r"[^a-z]", "", s.split("(")[0].split(",")[0].lower())


def title(page):
    return urllib.parse.unquote((page or "").rsplit("/", 1)[-1]).replace("_", " ")


def means(gold, place, names):
    """Whether a place, an object of `search --json` or `batch`, is the gold's: its id, its position, or its name and area."""
    if gold.get("geonameid") and place["id"] == f"gn:{gold['geonameid']}":
        return True
    d = km(gold["lat"], gold["lon"], place["lat"], place["lon"])
    if d <= 161:
        return True
    point = (gold.get("fcode") or "").startswith(("PPL", "S", "AIR"))
    both = gold.get("geonameid") and place["id"].startswith("gn:")
    limit = AREAL.get(place["class"], 0)
    ours = {norm(name) for name in names}
    return bool(limit) and not point and not both and d <= limit and bool(ours & {norm(gold.get("name")), norm(title(gold.get("page")))})
