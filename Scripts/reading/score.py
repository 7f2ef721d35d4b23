#!/usr/bin/env python3
"""Measures the program on what no model or table was fitted to, and holds it to the floors in `Tests/floors.tsv`.

- routes: the hands of the corpus that are never trained on (`w39`; `w45`, short articles full of bystanders; `t1` of nine
  languages), by `languages.py`'s rules
- ends: the places of the nine languages against their English twins
- places: where the names of `Tests/Places` are put, by `places.py`, a figure a file; the program always answers these alike, so that
  what a weight or rule is worth shows in them

A floor is a little under what was reached when it was set; who reaches more raises it. What is measured is printed as a
table; with `--check` a figure under its floor ends the program with 1.

usage: score.py PROGRAM [--quick] [--check]      (--quick: every third passage of the languages)
"""
import argparse
import csv
import pathlib
import sys

import corpus
import languages
import places

FLOORS = pathlib.Path(__file__).resolve().parents[2] / "Tests/floors.tsv"
TESTS = {"en": languages.READING / "en/w39.txt", "articles": languages.READING / "en/w45.txt"}


def english(program, path):
    """What a hand that is never trained on says of English."""
    passages = corpus.load(path)
    answers = languages.read(program, [p["text"] for p in passages], "en", None)
    return languages.figures_of_routes(passages, answers)


def measured(program, step):
    """All figures by set and name."""
    figures = {(hand, name): value for hand, path in TESTS.items() for name, value in english(program, path).items()}
    for language in languages.tested():
        found = languages.measure(program, language, step=step)
        figures |= {(language, name): value for name, value in found.items()}
    shares, _ = places.measure(program)
    return figures | {("places", group): share for group, share in shares.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    figures = measured(options.program, 3 if options.quick else 1)
    failed = 0
    with open(FLOORS, encoding="utf-8") as file:
        rows = list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))
    print("set      figure      floor  reached")
    for row in rows:
        reached = figures[row["set"], row["figure"]]
        floor = float(row["floor"])
        # False routes are the fewer the better.
        is_under = reached > floor if row["figure"] == "false" else reached < floor
        failed += is_under
        print(f"{row['set']:8} {row['figure']:10} {floor:6.3f}  {reached:7.3f}{'  under its floor' if is_under else ''}")
    if options.check and failed:
        sys.exit(f"score: {failed} figures under their floors (Tests/floors.tsv)")


if __name__ == "__main__":
    main()
