#!/usr/bin/env python3
"""Reads the reading corpus, and checks it.

A file is blocks of plain text, one a passage (`Data/Reading/README.md` has the form): a line `text:` with the places
marked [name~kind] and the cargo {so}, then `none` or a line `route:` for each route it states. Offsets are code points.

usage: corpus.py FILE...        parses the files, names what it can't find, counts; ends with 1 on any fault
"""
import collections
import pathlib
import re
import sys

PLACES = {
    "country", "admin", "city", "port", "airport", "sea", "strait", "canal", "river", "lake", "island", "region",
    "facility", "institution", "demonym",
}
NO_PLACES = {"org", "vessel", "person"}
MODES = ("sea", "air", "road", "rail", "river", "pipeline", "land", "unknown")
STATUS = ("asserted", "planned", "alleged", "negated")
RELATIONS = ("transport", "trade", "link", "use")


def parse_text(raw):
    """The text without its marks, the mentions and the cargo phrases in it."""
    out, mentions, cargo, length = [], [], [], 0

    def put(piece):
        nonlocal length
        out.append(piece)
        length += len(piece)

    def walk(part):
        at = 0
        while at < len(part):
            if part[at] == "[":
                end = part.index("]", at)
                body = part[at + 1:end]
                if "~" in body:
                    name, kind = body.rsplit("~", 1)
                    mentions.append(dict(start=length, end=length + len(name), text=name, kind=kind))
                    put(name)
                else:
                    put(part[at:end + 1])
                at = end + 1
            elif part[at] == "{":
                end = part.index("}", at)
                start = length
                walk(part[at + 1:end])
                cargo.append(dict(start=start, end=length, text="".join(out)[start:length]))
                at = end + 1
            else:
                put(part[at])
                at += 1

    walk(raw.replace("\\n", "\n"))
    return "".join(out), mentions, cargo


def numbered(reference):
    name, number = re.fullmatch(r"(.*?)(?:#(\d+))?", reference.strip()).groups()
    return name, int(number or 1)


def find(items, reference):
    """The index of the item that a reference such as "Odesa#2" names, or None."""
    name, number = numbered(reference)
    hits = [i for i, x in enumerate(items) if x["text"] == name]
    hits = hits or [i for i, x in enumerate(items) if x["text"].lower() == name.lower()]
    return hits[number - 1] if len(hits) >= number else None


def find_word(text, reference):
    name, number = numbered(reference)
    pattern = r"(?<!\w)" + re.escape(name) + r"(?!\w)"
    hits = list(re.finditer(pattern, text)) or list(re.finditer(pattern, text, re.I))
    # Chinese has no spaces between words, Arabic joins particles to them.
    hits = hits or list(re.finditer(re.escape(name), text))
    return hits[number - 1].span() if len(hits) >= number else None


def parse_route(line, text, mentions, cargo):
    """One route, and what is wrong with it."""
    fields = [x.strip() for x in line.split(" | ")]
    both = fields[-1] == "both"
    if both:
        fields.pop()
    if len(fields) != 6:
        return None, [f"{len(fields)} fields"]
    ends = [x.strip() for x in fields[0].split("->")]
    if len(ends) == 2:
        ends.insert(1, "-")
    if len(ends) != 3:
        return None, ["ends"]
    faults = []

    def mention(name):
        index = find(mentions, name)
        if index is None:
            faults.append(name)
        elif mentions[index]["kind"] in NO_PLACES:
            faults.append(f"{name} is no place")
        return index

    route = dict(mode=fields[1], status=fields[3], relation=fields[4], both=both)
    route["origin"] = None if ends[0] in "?-" else mention(ends[0])
    route["destination"] = None if ends[2] in "?-" else mention(ends[2])
    route["via"] = [mention(v) for v in ends[1].split(",")] if ends[1] not in ("-", "?", "") else []
    if ends[0] in "?-" and ends[2] in "?-":
        faults.append("no end")
    route["cargo"] = None if fields[2] in ("-", "") else find(cargo, fields[2])
    if fields[2] not in ("-", "") and route["cargo"] is None:
        faults.append("cargo " + fields[2])
    for key, known in (("mode", MODES), ("status", STATUS), ("relation", RELATIONS)):
        if route[key] not in known:
            faults.append(f"{key} {route[key]}")
    route["trigger"] = find_word(text, fields[5])
    if route["trigger"] is None:
        faults.append("trigger " + fields[5])
    return route, faults


def load(path, faults=None):
    """The passages of a file: text, mentions, cargo, routes (roles are indices). Faults are told, their routes left out."""
    faults = [] if faults is None else faults
    passages = []
    with open(path, encoding="utf-8") as file:
        blocks = re.split(r"\n\s*\n", file.read().strip())
    for number, block in enumerate(blocks, 1):
        lines = [line.strip() for line in block.split("\n") if line.strip() and not line.startswith("#")]
        if not lines:
            continue

        def fault(what):
            faults.append(f"{path}: passage {number}: {what}")

        if not lines[0].startswith("text:"):
            fault(f"no text: {lines[0][:60]}")
            continue
        try:
            text, mentions, cargo = parse_text(lines[0][5:].strip())
        except ValueError:
            fault(f"brackets: {lines[0][:80]}")
            continue
        for mention in mentions:
            if mention["kind"] not in PLACES | NO_PLACES:
                fault(f"kind {mention['kind']}")
        routes = []
        for line in lines[1:]:
            if line == "none":
                continue
            if not line.startswith("route:"):
                fault(f"line {line[:60]}")
                continue
            route, wrong = parse_route(line[6:], text, mentions, cargo)
            if wrong:
                fault(f"{wrong}: {line}")
            else:
                routes.append(route)
        if len(lines) == 1:
            fault(f"neither routes nor none: {text[:60]}")
        passages.append(dict(text=text, mentions=mentions, cargo=cargo, routes=routes))
    return passages


def language(path):
    """The language of a file, by its folder."""
    return pathlib.Path(path).resolve().parent.name


def hand(path):
    """What a file is called in options: `w1` in English, `ru-w1` in another language."""
    path = pathlib.Path(path)
    return path.stem if language(path) == "en" else f"{language(path)}-{path.stem}"


def files(folder):
    """The files of the corpus by hand, in one order everywhere; English first."""
    paths = sorted(pathlib.Path(folder).glob("*/*.txt"), key=lambda path: (language(path) != "en", path))
    return {hand(path): path for path in paths}


def main(paths):
    faults, passages = [], []
    for path in paths:
        passages += load(path, faults)
    for fault in faults:
        print(fault, file=sys.stderr)
    texts = collections.Counter(p["text"] for p in passages)
    for text, count in texts.items():
        if count > 1:
            faults.append(text)
            print(f"{count} times the same passage: {text[:80]}", file=sys.stderr)
    routes = [r for p in passages for r in p["routes"]]
    print(f"{len(passages)} passages, {len(routes)} routes, {sum(not p['routes'] for p in passages)} passages without")
    for key in ("mode", "status", "relation"):
        print(f"{key}: " + ", ".join(f"{k} {n}" for k, n in collections.Counter(r[key] for r in routes).most_common()))
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
