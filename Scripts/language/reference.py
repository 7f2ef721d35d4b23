"""Python spaCy's analyses, in the terms of Language: positions in UTF-8, entities as IOB tags."""


def load(wheel, folder):
    """Loads the pipeline of a wheel, unpacked into a folder."""
    import pathlib
    import zipfile

    import spacy

    zipfile.ZipFile(wheel).extractall(folder)
    return spacy.load(next(path.parent for path in pathlib.Path(folder).rglob("config.cfg")))


def rows(doc):
    """(start, end, tag, part of speech, head, label, lemma, entity, begins a sentence), as text."""
    offsets = [0]
    for character in doc.text:
        offsets.append(offsets[-1] + len(character.encode()))
    return [
        [
            str(offsets[token.idx]), str(offsets[token.idx + len(token.text)]), token.tag_, token.pos_,
            str(token.head.i), token.dep_, token.lemma_,
            f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O",
            "1" if token.is_sent_start else "0",
        ]
        for token in doc
    ]


def unescaped(line):
    """A text of the golden file: one line, with \\n and \\t written out."""
    return line.replace("\\n", "\n").replace("\\t", "\t")


def escaped(text):
    return text.replace("\n", "\\n").replace("\t", "\\t")
