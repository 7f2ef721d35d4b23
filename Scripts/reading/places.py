#!/usr/bin/env python3
"""Measures where the program puts the names of `Tests/Places`, plain-text cases that were written blind to its answers.

A case is lines of text, then lines of expectations; the next line of text begins the next case, a line with # is a remark:

  expect NAME [#N] at LAT LON [within KM] [as KIND|KIND]    every mention of the name (its Nth) lies there; 25 km if not said
  expect NAME [#N] in COUNTRY [as KIND|KIND]                 ... or has this ISO code
  absent NAME                                               no mention that holds these words is on the map
  unknown NAME, ambiguous NAME                              no mention of just these words has a place

The cases of the rooms' tests that say where a name lies, or that it is none, are of the same form and are counted too.

usage: places.py PROGRAM [FILE...] [--errors] [--data DIR]      (--data: a folder like Data, instead of it)
"""
import argparse
import collections
import os
import pathlib
import re

import languages

TESTS = pathlib.Path(__file__).resolve().parents[2] / "Tests"
EXPECT = re.compile(
    r"expect (?P<name>.+?)(?: #(?P<number>\d+))? (?:at (?P<lat>-?[\d.]+) (?P<lon>-?[\d.]+)(?: within (?P<km>[\d.]+))?|in (?P<country>[A-Z]{2}))"
    r"(?: as (?P<kinds>\S+))?$")
NOT = re.compile(r"(?P<word>absent|unknown|ambiguous) (?P<name>.+)$")
WITHIN = 25  # km


def groups():
    """The files of cases by what they are called in the table of floors."""
    own = {path.stem: [path] for path in sorted((TESTS / "Places").glob("*.txt"))}
    rooms = [path for room in ("ResolvingTests", "GeoparsingTests") for path in sorted((TESTS / room / "Cases").glob("*.txt"))]
    return own | {"rooms": rooms}


def load(path):
    """The cases of a file: text and expectations. What is no expectation of a place is left out."""
    cases, is_text = [], False
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if found := EXPECT.match(line) or NOT.match(line):
            cases[-1]["expectations"].append(found.groupdict())
        elif line.startswith(("expect ", "absent ")):
            if path.parent.name == "Places":
                raise SystemExit(f"{path}: {line}")
        elif is_text:
            cases[-1]["text"] += "\n" + (line if line != "|" else "")
            continue
        else:
            cases.append(dict(text=line, expectations=[]))
            is_text = True
            continue
        is_text = False
    return [case for case in cases if case["expectations"]]


def fits(place, wanted):
    """Whether a place is the one that an expectation wants."""
    if place is None or wanted["kinds"] and place["class"] not in wanted["kinds"].split("|"):
        return False
    if wanted["country"]:
        return place.get("country") == wanted["country"]
    there = dict(lat=float(wanted["lat"]), lon=float(wanted["lon"]))
    return languages.kilometres(place, there) <= float(wanted["km"] or WITHIN)


def holds(answer, wanted):
    """Whether an answer is as an expectation wants it."""
    toponyms = answer.get("toponyms", [])
    name = wanted["name"]
    if wanted.get("word") == "absent":
        return not any(t["place"] and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", t["text"]) for t in toponyms)
    named = [t for t in toponyms if t["text"] in (name, "The " + name, "the " + name)]
    if "word" in wanted:
        return not any(t["place"] for t in named)
    if wanted["number"]:
        named = named[int(wanted["number"]) - 1:][:1]
    return bool(named) and all(fits(t["place"], wanted) for t in named)


def tell(text, answer, wanted):
    """Prints what went wrong."""
    named = [t for t in answer.get("toponyms", []) if wanted["name"] in t["text"]]
    said = [t["place"] and {k: t["place"].get(k) for k in ("name", "class", "country", "lat", "lon")} for t in named]
    asked = {k: v for k, v in wanted.items() if v}
    print(f"  {asked}\n    {said}\n    {text}")


def measure(program, only=(), tells_errors=False):
    """The share of expectations that hold, and how many there are, by group and of all."""
    chosen = {group: paths for group, paths in groups().items() if not only or group in only}
    cases = [case | dict(group=group) for group, paths in chosen.items() for path in paths for case in load(path)]
    answers = languages.read(program, [case["text"] for case in cases], "en", None)
    right, counts = collections.Counter(), collections.Counter()
    for case, answer in zip(cases, answers, strict=True):
        for wanted in case["expectations"]:
            held = holds(answer, wanted)
            counts[case["group"]] += 1
            right[case["group"]] += held
            if tells_errors and not held:
                tell(case["text"], answer, wanted)
    figures = {group: right[group] / counts[group] for group in chosen}
    figures["all"], counts["all"] = right.total() / counts.total(), counts.total()
    return figures, counts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("groups", nargs="*")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--data")
    options = parser.parse_args()
    if options.data:
        os.environ["PERIPLUS_DATA"] = options.data
    figures, counts = measure(options.program, options.groups, options.errors)
    for group, share in figures.items():
        print(f"{group:12} {round(share * counts[group]):4} of {counts[group]:4}  {share:.3f}")


if __name__ == "__main__":
    main()
