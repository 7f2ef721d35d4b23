#!/usr/bin/env python3
"""Compares what the program reads in texts of other languages with what it reads in their English twins, both ways.

`Data/Reading/<language>/t1.txt` are the passages, of which `english/t1.txt` beside them tells the first in English. No label is
looked at: a route agrees when the program draws one between the same places in the other text (within 161 km, or in the same
country or water), and fully when its mode and its status are the same too. Prints a line a language:

  there   of the routes of the text, those that the twin has too: by place, by place and mode, and fully
  back    of the routes of the twin, those that the text has too, likewise
  agree   of both together
  texts   of the texts, those whose routes are all the same as the twin's, fully, and none more

usage: twins.py PROGRAM [LANGUAGE...] [--bar BAR] [--errors]
"""
import corpus
import languages


def place(answer, index):
    """What an end of a route is put at: a place, None for no end, False for one that has no place."""
    return None if index is None else answer["toponyms"][index]["place"] or False


def ends(answer, route):
    return place(answer, route["origin"]), place(answer, route["destination"])


def is_same(a, b):
    """Whether two ends are one place; ends without a place are alike to none."""
    return a is None and b is None or bool(a) and bool(b) and languages.same(a, b)


def likeness(route, other):
    """How alike two routes between the same places are: 1 by place, 2 in mode too, 3 in status too."""
    if route["mode"] != other["mode"]:
        return 1
    return 3 if route["status"] == other["status"] else 2


def matched(answer, twin):
    """Pairs of routes of two texts between the same places, the most alike first, each route once."""
    pairs = []
    for i, route in enumerate(answer["routes"]):
        here = ends(answer, route)
        for j, other in enumerate(twin["routes"]):
            there = ends(twin, other)
            straight = is_same(here[0], there[0]) and is_same(here[1], there[1])
            turned = route.get("bidirectional") and other.get("bidirectional") and is_same(here[0], there[1]) and is_same(here[1], there[0])
            if straight or turned:
                pairs.append((likeness(route, other), i, j))
    kept, used, other_used = [], set(), set()
    for alike, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if i not in used and j not in other_used:
            kept.append(alike)
            used.add(i)
            other_used.add(j)
    return kept, used, other_used


def told(text, answer, index):
    """A route in words."""
    route = answer["routes"][index]
    names = ["-" if i is None else text[answer["toponyms"][i]["start"]:answer["toponyms"][i]["end"]] for i in (route["origin"], route["destination"])]
    return f"{names[0]} -> {names[1]} ({route['mode']}, {route['status']}, {route['confidence']})"


def compare(program, language, bar=None, tells_errors=False):
    """Counts of a language: routes of the texts and of the twins, pairs by likeness, texts that agree in all."""
    twins = corpus.load(languages.READING / language / "english/t1.txt")
    texts = [p["text"] for p in corpus.load(languages.READING / language / "t1.txt")[:len(twins)]]
    english = [p["text"] for p in twins]
    answers = languages.read(program, texts, language, bar)
    others = languages.read(program, english, "en", bar if bar else None)
    here = there = whole = 0
    alike = [0, 0, 0]
    for text, answer, twin_text, twin in zip(texts, answers, english, others):
        pairs, used, other_used = matched(answer, twin)
        here += len(answer["routes"])
        there += len(twin["routes"])
        for level in range(3):
            alike[level] += sum(p > level for p in pairs)
        whole += len(answer["routes"]) == len(twin["routes"]) == sum(p == 3 for p in pairs)
        if tells_errors:
            alone = [told(text, answer, i) for i in range(len(answer["routes"])) if i not in used]
            missing = [told(twin_text, twin, j) for j in range(len(twin["routes"])) if j not in other_used]
            if alone or missing:
                print(f"  {language}: {text[:60]}... only here {alone}, only in English {missing}")
    return here, there, alike, whole, len(twins)


def line(name, counts):
    here, there, alike, whole, texts = counts
    shares = lambda total: " ".join(f"{n / max(1, total):.2f}" for n in alike)
    both = " ".join(f"{2 * n / max(1, here + there):.2f}" for n in alike)
    return f"{name:8} {here:4d} {there:4d}   {shares(here)}   {shares(there)}   {both}   {whole / max(1, texts):.2f}"


def main():
    options = languages.arguments(__doc__)
    print("       routes twin's   there (place, +mode, +status)   back   agree   texts")
    everything = []
    for language in options.languages or languages.tested():
        counts = compare(options.program, language, options.bar, options.errors)
        everything.append(counts)
        print(line(language, counts), flush=True)
    if len(everything) > 1:
        total = [sum(c[i] for c in everything) for i in (0, 1, 3, 4)]
        alike = [sum(c[2][level] for c in everything) for level in range(3)]
        print(line("all", (total[0], total[1], alike, total[2], total[3])))


if __name__ == "__main__":
    main()
