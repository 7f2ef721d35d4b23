#!/usr/bin/env python3
"""Measures how the program reads other languages than English, on passages that no reader was trained on.

`Data/Reading/<language>/t1.txt` are the passages; `english/t1.txt` beside them tells the first of them in English. An end
is right when the program puts it where it puts the same end of the English twin, within 161 km or in the same country
or water. Prints a line a language:

  ends    of the ends that routes name: as places seen at all, and seen and put right (of those that the twin places)
  routes  precision, recall and F1 of routes with both ends right by their place in the text
  mode, status    right of the routes found
  false   routes told for 100 passages that state none

usage: languages.py PROGRAM [LANGUAGE...] [--bar BAR] [--errors]
"""
import argparse
import json
import math
import pathlib
import subprocess

import corpus

READING = pathlib.Path(__file__).resolve().parents[2] / "Data/Reading"
NEAR = 161         # km
AREAS = {"country", "region", "sea", "admin1", "river", "island", "continent", "lake", "strait", "canal"}
FAR = 600          # km between two points of the same area


def read(program, texts, language, bar):
    """What the program says of texts, in order."""
    lines = "".join(json.dumps({"id": str(i), "text": t, "lang": language}, ensure_ascii=False) + "\n" for i, t in enumerate(texts))
    run = subprocess.run([program, "batch"] + (["--bar", str(bar)] if bar else []), input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def kilometres(a, b):
    p, q = (tuple(map(math.radians, (x["lat"], x["lon"]))) for x in (a, b))
    h = math.sin((q[0] - p[0]) / 2) ** 2 + math.cos(p[0]) * math.cos(q[0]) * math.sin((q[1] - p[1]) / 2) ** 2
    return 12742.02 * math.asin(min(1, math.sqrt(h)))


def same(a, b):
    """Whether two answers are the same place."""
    if a.get("id") == b.get("id"):
        return True
    if "country" in (a.get("class"), b.get("class")):
        return a.get("country") == b.get("country") and a.get("class") == b.get("class")
    areal = a.get("class") in AREAS or b.get("class") in AREAS
    return kilometres(a, b) <= (FAR if areal else NEAR)


def at(answer, mention):
    """What the program says of the place where a mention stands."""
    found = [t for t in answer["toponyms"] if t["start"] < mention["end"] and mention["start"] < t["end"]]
    return max(found, key=lambda t: (t["place"] is not None, t["end"] - t["start"]), default=None)


def agrees(passage, index, answer, other):
    """Whether an end of a label, the index of a mention or None, is an end of a route of the program's."""
    if index is None or other is None:
        return index is None and other is None
    gold, toponym = passage["mentions"][index], answer["toponyms"][other]
    overlaps = gold["start"] < toponym["end"] and toponym["start"] < gold["end"]
    return overlaps or gold["text"].lower() == passage["text"][toponym["start"]:toponym["end"]].lower()


def matched(passage, answer):
    """Pairs of a label's route and the program's with the same ends."""
    left, pairs = list(answer["routes"]), []
    for route in passage["routes"]:
        fits = [r for r in left if agrees(passage, route["origin"], answer, r["origin"]) and agrees(passage, route["destination"], answer, r["destination"])]
        if fits:
            best = max(fits, key=lambda r: (r["mode"] == route["mode"], r["status"] == route["status"]))
            left.remove(best)
            pairs.append((route, best))
    return pairs


def tested():
    """The languages that have passages to test with."""
    return sorted(path.parent.name for path in READING.glob("*/t1.txt"))


def figures_of_routes(passages, answers):
    """What of the routes of some passages the program says, and what else."""
    gold = system = hits = modes = known = status = 0
    for passage, answer in zip(passages, answers):
        gold += len(passage["routes"])
        system += len(answer["routes"])
        pairs = matched(passage, answer)
        hits += len(pairs)
        known += sum(r["mode"] != "unknown" for r, _ in pairs)
        modes += sum(r["mode"] != "unknown" and r["mode"] == s["mode"] for r, s in pairs)
        status += sum(r["status"] == s["status"] for r, s in pairs)
    silent = [a for p, a in zip(passages, answers) if not p["routes"]]
    p, r = hits / max(1, system), hits / max(1, gold)
    return dict(
        precision=p, recall=r, f1=2 * p * r / max(1e-9, p + r), mode=modes / max(1, known), status=status / max(1, hits),
        false=sum(len(a["routes"]) for a in silent) * 100 / max(1, len(silent)))


def figures_of_ends(language, passages, answers, twins, english, tells_errors):
    """How many of the ends that routes name are seen, and how many are put where those of the twins are."""
    seen = right = named = placed = 0
    for passage, answer, twin, other in zip(passages, answers, twins, english):
        for route, same_route in zip(passage["routes"], twin["routes"]):
            for end in ("origin", "destination"):
                if route[end] is None or same_route[end] is None:
                    continue
                named += 1
                mention = passage["mentions"][route[end]]
                found, wanted = at(answer, mention), at(other, twin["mentions"][same_route[end]])
                seen += found is not None
                place, wanted = found and found["place"], wanted and wanted["place"]
                if not wanted:
                    continue
                placed += 1
                if place and same(place, wanted):
                    right += 1
                elif tells_errors:
                    print(f"  {language}: {mention['text']} -> {place and place['name']} for {wanted['name']}")
    return dict(seen=seen / max(1, named), right=right / max(1, placed))


def measure(program, language, bar=None, step=1, tells_errors=False):
    """All figures of a language, of every so-manieth passage."""
    passages = corpus.load(READING / language / "t1.txt")
    twins = corpus.load(READING / language / "english/t1.txt")[::step]
    # The first are those that have twins.
    passages = passages[:step * len(twins):step] + passages[step * len(twins)::step]
    answers = read(program, [p["text"] for p in passages], language, bar)
    english = read(program, [p["text"] for p in twins], "en", bar)
    ends = figures_of_ends(language, passages, answers, twins, english, tells_errors)
    return ends | figures_of_routes(passages, answers)


def arguments(description):
    """What a comparison of languages is asked for."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("languages", nargs="*")
    parser.add_argument("--bar", type=float)
    parser.add_argument("--errors", action="store_true")
    return parser.parse_args()


def main():
    options = arguments(__doc__)
    print("      ends seen right   routes P    R    F1   mode status false")
    for language in options.languages or tested():
        m = measure(options.program, language, options.bar, tells_errors=options.errors)
        print(
            f"{language:6}    {m['seen']:.2f}  {m['right']:.2f}         {m['precision']:.2f} {m['recall']:.2f} {m['f1']:.2f}   "
            f"{m['mode']:.2f}  {m['status']:.2f}  {m['false']:4.0f}", flush=True)


if __name__ == "__main__":
    main()
