"""The lemmatiser's tables and the rules from tags to parts of speech, as sections."""

import itertools
import re

import numpy as np
from model_sections import hashed
from spacy.strings import hash_string

KEPT = {"POS", "MORPH", "LEMMA", "DEP", "TAG"}


def lemmas(lookups):
    """For each part of speech, known words (hashes), exceptions, and rules (old and new endings)."""
    rules, exceptions, index = (lookups.get_table(f"lemma_{n}") for n in ("rules", "exc", "index"))
    out, blob, lines = {}, b"", []
    for part in ("adj", "adv", "noun", "verb", "punct"):
        lines += [f"{part}\t{old}\t{new}" for old, new in rules.get(part, [])]
        if part in index:
            out[f"lemmas.{part}.index"] = np.array(sorted(map(hash_string, index[part])), dtype="<u8")
        offsets = []
        for word, forms in sorted(exceptions.get(part, {}).items()):
            offsets.append((hash_string(word), len(blob)))
            blob += "\t".join(forms).encode() + b"\n"
        if offsets:
            out[f"lemmas.{part}.exceptions"] = hashed(offsets, "<u4")
    return out | {"lemmas.forms": blob, "lemmas.rules": "\n".join(lines).encode()}


def expanded(expression):
    """The words that a simple regular expression such as "^n[ou]thin'$" matches."""
    body = expression.removeprefix("^").removesuffix("$")
    parts = []
    for choice, single, optional in re.findall(r"(?:\[([^\]]+)\]|(.))(\?)?", body):
        parts.append(list(choice or single) + ([""] if optional else []))
    return ["".join(letters) for letters in itertools.product(*parts)]


def condition(value):
    """A condition as "a b" (one of), "! a b" (none of) or "" (any)."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if "IN" in value:
        return " ".join(value["IN"])
    if "NOT_IN" in value:
        return "! " + " ".join(v for v in value["NOT_IN"] if v)
    return " ".join(expanded(value["REGEX"]))


def base_forms(morphology):
    """The coarse parts of speech for which the features mark a base form; "*" for all.

    From spaCy's EnglishLemmatizer.is_base_form.
    """
    features = dict(f.split("=") for f in morphology.split("|")) if morphology not in ("", "_") else {}
    if features.get("VerbForm") in ("Inf", "None") or features.get("Degree") == "Pos":
        return "*"
    parts = []
    if features.get("Number") == "Sing":
        parts.append("NOUN")
    if features.get("VerbForm") == "Fin" and features.get("Tense") == "Pres" and "Number" not in features:
        parts.append("VERB")
    return " ".join(parts) or "-"


def tag_rules(patterns):
    """One line a rule: index of the token it changes; for up to two tokens tags, words, labels,
    whether white space; then what it sets: part of speech, base forms, lemma, label, tag."""
    lines = []
    for entry in patterns:
        assert set(entry["attrs"]) <= KEPT, entry
        for tokens in entry["patterns"]:
            assert len(tokens) <= 2 and entry["index"] in (0, 1), entry
            cells = [str(entry["index"])]
            for token in tokens + [None] * (2 - len(tokens)):
                if token is None:
                    cells += ["", "", "", "absent"]
                    continue
                assert set(token) <= {"TAG", "LOWER", "DEP", "IS_SPACE"}, entry
                space = {None: "", True: "yes", False: "no"}[token.get("IS_SPACE")]
                cells += [condition(token.get(key)) for key in ("TAG", "LOWER", "DEP")] + [space]
            attrs = entry["attrs"]
            base = base_forms(attrs["MORPH"]) if "MORPH" in attrs else ""
            cells += [attrs.get("POS", ""), base, attrs.get("LEMMA", ""), attrs.get("DEP", ""), attrs.get("TAG", "")]
            lines.append("\t".join(cells))
    return {"tags.rules": "\n".join(lines).encode()}
