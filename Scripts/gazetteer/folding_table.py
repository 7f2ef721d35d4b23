#!/usr/bin/env python3
"""Writes Sources/Gazetteers/Names/NameFolding+Table.swift from the Unicode character database of this Python.

Each scalar of the blocks below is folded: lower case, compatibility decomposition, marks dropped, variant
letters of Arabic, Cyrillic and Latin merged. A value is 0 (drop), 0x20 (a token ends), a scalar below 0x8000, or
two ASCII letters packed as 0x8000 | first << 7 | second.
"""
import pathlib
import unicodedata

BLOCKS = [(0x80, 0x700), (0x1E00, 0x2000)]
LATIN = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ə": "e",
    "ŋ": "n", "ħ": "h", "ŧ": "t", "ĸ": "k", "ɓ": "b", "ɗ": "d", "ɖ": "d", "ɛ": "e", "ɔ": "o", "ƒ": "f", "ƙ": "k",
    "ɣ": "g", "ɩ": "i", "ʋ": "v", "ɲ": "n", "ƴ": "y", "ǝ": "e", "ƞ": "n", "ȼ": "c", "ɇ": "e", "ɨ": "i", "ʉ": "u",
}
OTHER = {
    "ё": "е", "ѐ": "е", "ґ": "г", "ѓ": "г", "ќ": "к", "ў": "у", "ї": "і", "ѝ": "и", "й": "и", "қ": "к", "ң": "н",
    "ғ": "г", "ҳ": "х", "ҷ": "ч", "ӣ": "и", "ӯ": "у",
    "ς": "σ",
    "ي": "ی", "ى": "ی", "ئ": "ی", "ے": "ی", "ك": "ک", "ڪ": "ک", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه",
    "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ؤ": "و",
}
DROPPED = set("ʻʼʽʾʿˈˌ´¨·ـ") - {"·"} | {"\u05f3", "\u05f4", "\u0621", "\u00ad"}


def fold(code):
    c = chr(code)
    if c in DROPPED:
        return 0
    low = c.lower()
    if len(low) > 1:                                     # dotted capital I
        low = low[0]
    if low in LATIN:
        return pack(LATIN[low])
    if low in OTHER:
        return ord(OTHER[low])
    if unicodedata.category(c) in ("Mn", "Me", "Cf", "Lm", "Sk"):
        return 0
    base = "".join(x for x in unicodedata.normalize("NFKD", low) if not unicodedata.combining(x))
    base = "".join(LATIN.get(x, OTHER.get(x, x)) for x in base)
    if unicodedata.category(c).startswith(("L", "N")) and base:
        if unicodedata.category(c) == "Nd":
            return ord(str(unicodedata.digit(c)))
        return pack(base)
    return 0x20


def pack(text):
    if len(text) == 1 and ord(text) < 0x8000:
        return ord(text)
    if len(text) == 2 and text.isascii():
        return 0x8000 | ord(text[0]) << 7 | ord(text[1])
    return ord(text[0])


def main():
    out = ["// Made by Scripts/gazetteer/folding_table.py; change that instead.", "", "extension NameFolding {"]
    for name, (low, high) in zip(("lowTable", "highTable"), BLOCKS):
        out.append(f"    /// The folded forms of U+{low:04X} ..< U+{high:04X}; see the script for the coding.")
        out.append(f"    static let {name}: [UInt16] = [")
        values = [fold(c) for c in range(low, high)]
        for i in range(0, len(values), 14):
            out.append("        " + ", ".join(str(v) for v in values[i:i + 14]) + ",")
        out.append("    ]")
    out.append("}")
    target = pathlib.Path(__file__).parents[2] / "Sources/Gazetteers/Names/NameFolding+Table.swift"
    target.write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
