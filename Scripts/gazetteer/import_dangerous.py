#!/usr/bin/env python3
"""Writes dangerous.tsv: names that say too little alone.

`why`: `word` is a common English word of WordNet 3.0 that was met in tagged text (Debian package wordnet-base;
notice in Data/README.md), `function`, `given` and `other` are the project's own (dangerous_own.tsv).
"""
import pathlib
import re

import common

WORDNET = pathlib.Path("/usr/share/wordnet")


def words():
    met = set()
    for line in open(WORDNET / "cntlist.rev", encoding="ascii"):
        met.add(line.split("%")[0])
    common_words = set()
    for part in ("noun", "verb", "adj", "adv"):
        for line in open(WORDNET / f"data.{part}", encoding="ascii"):
            if line.startswith("  "):
                continue
            fields = line.split()
            for i in range(int(fields[3], 16)):
                lemma = re.sub(r"\(\w+\)$", "", fields[4 + 2 * i])
                if lemma.islower() and lemma.isalpha() and len(lemma) > 3 and lemma in met:
                    common_words.add(lemma)
    return common_words


def main():
    rows = {w: "word" for w in words()}
    for line in open(pathlib.Path(__file__).parent / "dangerous_own.tsv", encoding="utf-8"):
        why, names = line.rstrip("\n").split("\t")
        for name in names.split("|"):
            folded = common.fold(name)
            if why == "other" or folded not in rows:
                rows[folded] = why
    with open(common.DATA / "dangerous.tsv", "w", encoding="utf-8") as out:
        out.write("name\twhy\n")
        out.writelines(f"{name}\t{rows[name]}\n" for name in sorted(rows))
    print("dangerous.tsv:", len(rows), "rows")


if __name__ == "__main__":
    main()
