"""The tokeniser's rules of a spaCy package as a table (`tokenizer.tsv`)."""

import importlib

ORTH, NORM = 65, 67  # spacy.attrs
LONG_CLASS = 40  # a bracket expression longer than this gets a name, to be written once


def split_alternatives(pattern):
    """The alternatives of a regular expression at its top level."""
    parts, depth, in_class, current, i = [], 0, False, "", 0
    while i < len(pattern):
        c = pattern[i]
        if c == "\\":
            current += pattern[i : i + 2]
            i += 2
            continue
        if in_class:
            in_class = c != "]"
        elif c == "[":
            in_class = True
        elif c == "(":
            depth += 1
        elif c == ")":
            depth -= 1
        elif c == "|" and depth == 0:
            parts.append(current)
            current = ""
            i += 1
            continue
        current += c
        i += 1
    return parts + [current]


def name_classes(pattern, classes):
    """Replaces long bracket expressions by `\\p{NAME}`, adding them to `classes`."""
    out, i = "", 0
    while i < len(pattern):
        if pattern[i] == "\\":
            out += pattern[i : i + 2]
            i += 2
        elif pattern[i] == "[":
            end = i + 1
            while pattern[end] != "]":
                end += 2 if pattern[end] == "\\" else 1
            text = pattern[i : end + 1]
            if len(text) > LONG_CLASS:
                name = classes.setdefault(text, f"C{len(classes) + 1}")
                text = "\\p{" + name + "}"
            out += text
            i = end + 1
        else:
            out += pattern[i]
            i += 1
    return out


def escape(text):
    """A cell without white space: spaces and other white space as `\\u{HEX}`, `\\` doubled."""
    return "".join(
        "\\\\" if c == "\\" else f"\\u{{{ord(c):X}}}" if c.isspace() else c for c in text
    )


def strip_anchor(pattern, start, end):
    if start and pattern.startswith("^"):
        pattern = pattern[1:]
    if end and pattern.endswith("$") and not pattern.endswith("\\$"):
        pattern = pattern[:-1]
    return pattern


def rows(settings, language):
    """(kind, value, pieces, norms) for every rule."""
    classes, patterns, seen = {}, [], set()
    kinds = [("prefix", True, False), ("suffix", False, True), ("infix", False, False)]
    for kind, start, end in kinds:
        for part in split_alternatives(settings[f"{kind}_search" if kind != "infix" else "infix_finditer"] or ""):
            part = name_classes(strip_anchor(part, start, end), classes)
            if part and (kind, part) not in seen:
                seen.add((kind, part))
                patterns.append((kind, part, "", ""))
    url = (settings["url_match"] or "").removeprefix("(?u)")
    if url:
        patterns.append(("url", name_classes(strip_anchor(url, True, True), classes), "", ""))
    out = [("class", name, text, "") for text, name in classes.items()] + patterns
    for text, tokens in sorted(settings["exceptions"].items()):
        pieces = [token[ORTH] for token in tokens]
        norms = [token.get(NORM) for token in tokens]
        if len(pieces) == 1 and norms[0] is None and text.isspace():
            continue  # white space is a token anyway
        out.append((
            "special", escape(text), " ".join(map(escape, pieces)),
            " ".join(escape(n) if n is not None else "\\-" for n in norms) if any(norms) else "",
        ))
    lexical = importlib.import_module(f"spacy.lang.{language}.lex_attrs")
    for attribute in ("_num_words", "_ordinal_words"):
        out += [("number", word, "", "") for word in getattr(lexical, attribute, [])]
    return out


def table(settings, language, source):
    lines = [
        f"# Tokeniser rules of {source}.",
        "# class: a named set of characters. prefix, suffix, infix, url: regular expressions, one",
        "# alternative a row. special: a text with its own tokens and the tokens' norms (`\\-`: the usual",
        "# one). number: a number in words. Made by Scripts/convert-language-model; do not edit.",
        "kind\tvalue\tpieces\tnorms",
    ]
    return "\n".join(lines + ["\t".join(row).rstrip("\t") for row in rows(settings, language)]) + "\n"
