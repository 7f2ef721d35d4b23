"""Writes the manual page of the program, from what it tells of itself (`periplus --experimental-dump-help`).

usage: manual.py DUMP VERSION DAY
"""
import json
import sys

EXITS = [
    (0, "All went well."), (64, "Wrong use."), (65, "Bad data, or an unknown place."), (66, "No input."),
    (69, "No gazetteer, or a router that does not answer."), (70, "A fault of the program."),
    (73, "An output cannot be created."), (74, "Input or output failed."),
]
FILES = [
    ("/usr/share/periplus", "The program's data; README.md there lists their sources and licences."),
    ("/var/lib/periplus", "The gazetteer, built when the package is installed, and what the administrator imports."),
    ("$XDG_DATA_HOME/periplus, ~/.local/share/periplus", "What a user imports."),
    ("$XDG_CACHE_HOME/periplus, ~/.cache/periplus", "A gazetteer built because there was none that could be used."),
]
VARIABLES = [
    ("PERIPLUS_GAZETTEER", "The gazetteer to use, where --gazetteer names none."),
    ("PERIPLUS_DATA", "The folder of the program's data, where it does not lie beside the program."),
    ("NO_COLOR", "No colours."),
]


def escaped(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.splitlines())


def name(given):
    dashes = "-" if given["kind"] == "short" else "--"
    return dashes + given["name"]


def argument(entry):
    """An argument's head: its names and its value."""
    value = entry.get("valueName", "")
    if entry["kind"] == "positional":
        return f"\\fI{escaped(value)}\\fR" + (" ..." if entry["isRepeating"] else "")
    head = ", ".join(f"\\fB{escaped(name(one))}\\fR" for one in entry["names"])
    return head + (f" \\fI{escaped(value)}\\fR" if entry["kind"] == "option" else "")


def synopsis(path, command):
    words = [f"\\fB{escaped(' '.join(path))}\\fR"]
    shown = [entry for entry in command.get("arguments", []) if entry["shouldDisplay"]]
    if any(entry["kind"] != "positional" for entry in shown):
        words.append("[\\fIoptions\\fR]")
    for entry in shown:
        if entry["kind"] == "positional":
            words.append(f"[{argument(entry)}]" if entry["isOptional"] else argument(entry))
    return " ".join(words)


def commands(path, command):
    """The commands that do something, each with its words."""
    below = [one for one in command.get("subcommands", []) if one["shouldDisplay"] and one["commandName"] != "help"]
    for one in below:
        yield from commands([*path, one["commandName"]], one)
    if not below:
        yield path, command


def page(root, version, day):
    yield f'.TH PERIPLUS 1 "{day}" "periplus {version}" "User Commands"'
    yield from [".SH NAME", f"periplus \\- {escaped(root['abstract']).rstrip('.')}", ".SH SYNOPSIS"]
    all_commands = list(commands(["periplus"], root))
    for path, command in all_commands:
        yield from [synopsis(path, command), ".br"]
    yield from [".SH DESCRIPTION", escaped(root["discussion"])]
    yield ".SH COMMANDS"
    for path, command in all_commands:
        yield from [f".SS {escaped(' '.join(path[1:]))}", escaped(command.get("abstract", ""))]
        if command.get("discussion"):
            yield from [".PP", escaped(command["discussion"])]
        for entry in command.get("arguments", []):
            if entry["shouldDisplay"] and not {"help", "version"} & {one["name"] for one in entry.get("names", [])}:
                yield from [".TP", argument(entry), escaped(entry.get("abstract", ""))]
                if entry.get("discussion"):
                    yield escaped(entry["discussion"])
    for title, rows in [("EXIT STATUS", EXITS), ("ENVIRONMENT", VARIABLES), ("FILES", FILES)]:
        yield f".SH {title}"
        for head, text in rows:
            yield from [".TP", f"\\fB{escaped(str(head))}\\fR", escaped(text)]
    yield from [
        ".SH EXAMPLES", ".nf", escaped("periplus map report.txt -o map.html"),
        escaped('periplus distance Makhachkala "Amirabad, Iran" --mode sea'),
        escaped("periplus batch documents.jsonl > results.jsonl"), ".fi",
    ]


if __name__ == "__main__":
    dump, version, day = sys.argv[1:]
    with open(dump, encoding="utf-8") as file:
        root = json.load(file)["command"]
    print("\n".join(page(root, version, day)))
