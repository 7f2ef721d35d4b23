#!/usr/bin/env python3
"""Writes subdivisions.names.tsv: names of first-level divisions in Russian, Ukrainian, Arabic, Persian and Chinese.

Source: Unicode CLDR 41, as carried by Debian's unicode-cldr-core (apt-get install unicode-cldr-core; or CLDR names the
folder `common/subdivisions`). A division of CLDR is one of admin1.tsv where an English name of it is that of a division of
the same country, and of no other there. Names that many divisions have ("Central"), that say only a direction, or that
another place of the tables has, are left out; so are names in Latin letters, which English may have for another place.
"""
import collections
import hashlib
import os
import pathlib
import re
import sys
import xml.etree.ElementTree as tree

import common

FOLDER = pathlib.Path(os.environ.get("CLDR", "/usr/share/unicode/cldr/common/subdivisions"))
LANGUAGES = ["ru", "uk", "ar", "fa", "zh"]
DIGEST = "663ee1277d5aded52e16655ad39378d9dea0effbd2c0e6b5d610dd47897b7527"
DIRECTIONS = re.compile(r"^(north|south|east|west|central|centre|center|middle|upper|lower|capital|northern|southern|eastern|western)([ -](north|south|east|west|central|region|province|district|division|eastern|western))*$")
GENERIC = re.compile(r" (province|region|oblast|state|governorate|district|county|department|republic)$")
# What a name ends or begins with in some languages, and often stands without.
ENDINGS = {"zh": ("州", "省", "邦"), "ru": (), "uk": (), "ar": (), "fa": ()}
BEGINNINGS = {"ar": ("ولاية ", "محافظة ", "إقليم ", "مقاطعة "), "fa": ("استان ", "ایالت ", "ولایت "), "zh": (), "ru": ("штат ",), "uk": ("штат ",)}
LATIN = re.compile(r"[A-Za-z]")
# Words that say only in which part of a country, or are as common: no names by themselves in a text.
COMMON = {
    "ru": re.compile(r"^(Северо-|Юго-)?(Северн|Южн|Восточн|Западн|Центральн|Столичн|Средн|Верхн|Нижн)\w+( \w+)?$|^(Центр|Север|Юг|Восток|Запад)$"),
    "uk": re.compile(r"^(Північно-|Південно-)?(Північн|Південн|Східн|Західн|Центральн|Столичн|Середн|Верхн|Нижн)\w+( \w+)?$|^(Центр|Північ|Південь|Схід|Захід)$"),
    "ar": re.compile(r"^(ال)?(غربية|شرقية|شمالية|جنوبية|وسطى|مركزية|وسط|شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|مركزي|بحيرة|مدينة|جزيرة|نيل|عاصمة|حد|جوف|حدود|داخلية|بحر|بحيرات|مرتفعات|سهول|جبل|ساحل|وحدة|كفرة|منطقة|ظاهرة|خليج|ضفة|واحات|سلطان|حسن|كريم|طاهر|نور|سعيد|صالح)$"),
    "fa": re.compile(r"^(مرکزی|مرکز|شمالی|جنوبی|شرقی|غربی|شمال|جنوب|شرق|غرب|ساحل|دریاچه|جزیره|پایتخت|میانی|غربیه|شرقیه|شمالیه|جنوبیه|مدینه|نیل|مرکزی .*|آزاد|نور|کریم)$"),
    "zh": re.compile(r"^(中央|中部|北部|南部|东部|西部|東部|中心|首都|北方|南方|东方|西方|東方|上|下|中|高地|沿海|海岸|湖区|滨海)+(大区|大區|区|區|省|州|区域|地区|地區|行政区|行政區|专区|專區|县|郡)?$"),
}
# Names of two ideographs, and of four letters without vowels, are common words too often.
SHORTEST = {"zh": 3, "ar": 5, "fa": 5}


def names(language):
    """The names of divisions by CLDR's code, "usor"."""
    root = tree.parse(FOLDER / f"{language}.xml").getroot()
    return {node.get("type"): common.clean(node.text) for node in root.iter("subdivision") if not node.get("alt")}


def divisions():
    """Identifiers of admin1.tsv by country and folded name; None where two have it."""
    found = {}
    for row in common.read("admin1.tsv"):
        for name in {common.fold(n) for n in [row["name"], *row["names"].split("|")] if n and n[0] not in "#~"}:
            for form in {name, GENERIC.sub("", name)}:
                key = row["country"], form
                found[key] = row["id"] if found.get(key, row["id"]) == row["id"] else None
    return found


def taken():
    """Names, folded, that places of the tables have, with their identifiers."""
    have = collections.defaultdict(set)
    for table in ("admin1.tsv", "cities.tsv", "countries.tsv", "curated.tsv", "waters.tsv", "ports.tsv"):
        for row in common.read(table):
            for name in [row["name"], *row["names"].split("|")]:
                if name and not name.isascii():
                    have[common.fold(name.lstrip("~!@#"))].add(row["id"])
    for table in ("languages.names.tsv", "waters.names.tsv", "demonyms.names.tsv"):
        for row in common.read(table):
            have[common.fold(row["name"])].add(row["id"])
    return have


def main():
    digest = hashlib.sha256(b"".join((FOLDER / f"{language}.xml").read_bytes() for language in ["en", *LANGUAGES])).hexdigest()
    if digest != DIGEST:
        sys.exit(f"{FOLDER}: the SHA-256 is not the pinned one")
    places, have = divisions(), taken()
    cities = {(row["country"], common.fold(row["name"])) for row in common.read("cities.tsv")}
    english = names("en")
    matched = {}
    for code, name in english.items():
        folded = common.fold(name)
        if DIRECTIONS.match(folded):
            continue
        for form in (folded, GENERIC.sub("", folded)):
            if places.get((code[:2].upper(), form)):
                matched[code] = places[code[:2].upper(), form]
                break
    rows = []
    for language in LANGUAGES:
        told = collections.defaultdict(set)
        for code, name in names(language).items():
            if code not in matched or not name or LATIN.search(name):
                continue
            forms = {name}
            # Without the word for a division the name is a city's, where one is called so.
            if (code[:2].upper(), GENERIC.sub("", common.fold(english[code]))) not in cities:
                forms |= {name.removesuffix(end) for end in ENDINGS[language] if name.endswith(end)}
                forms |= {name.removeprefix(begin) for begin in BEGINNINGS[language]}
            for form in forms:
                if COMMON[language].match(form):
                    continue
                if len(form) >= SHORTEST.get(language, 3):
                    told[form].add(matched[code])
        for name, ids in told.items():
            if len(ids) == 1 and have[common.fold(name)] <= ids:
                place = min(ids)
                if place not in have[common.fold(name)]:
                    rows.append(dict(id=place, kind="alternate", name=name, note=language))
    common.write("subdivisions.names.tsv", ["id", "kind", "name", "note"], sorted(rows, key=lambda r: (r["id"], r["note"], r["name"])))


if __name__ == "__main__":
    main()
