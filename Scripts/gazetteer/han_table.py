#!/usr/bin/env python3
"""Writes Sources/Gazetteers/Names/NameFolding+Han.swift: traditional Chinese characters and the simplified ones for them.

The table is OpenCC's (TSCharacters.txt, Apache License 2.0), as the package `opencc-python-reimplemented==0.1.7` carries
it; of several simplified forms the first. Only the basic plane.

usage: han_table.py TSCharacters.txt
"""
import pathlib
import sys

OUTPUT = pathlib.Path(__file__).resolve().parents[2] / "Sources/Gazetteers/Names/NameFolding+Han.swift"
A_LINE = 40


def main(path):
    pairs = []
    for line in open(path, encoding="utf-8"):
        traditional, _, simplified = line.strip().partition("\t")
        simplified = simplified.split(" ")[0]
        if len(traditional) == 1 and len(simplified) == 1 and traditional != simplified and max(ord(traditional), ord(simplified)) < 0x10000:
            pairs.append(traditional + simplified)
    text = "".join(sorted(pairs))
    lines = [f"        {text[i:i + 2 * A_LINE]}\\" for i in range(0, len(text), 2 * A_LINE)]
    lines[-1] = lines[-1].removesuffix("\\")
    OUTPUT.write_text("\n".join([
        "// Made by Scripts/gazetteer/han_table.py; change that instead.", "", "extension NameFolding {",
        "    /// Traditional Chinese characters, each before its simplified form (OpenCC, Apache License 2.0).",
        '    static let hanPairs = """', *lines, '        """', "}", ""]), encoding="utf-8")
    print(len(pairs), "pairs")


if __name__ == "__main__":
    main(sys.argv[1])
