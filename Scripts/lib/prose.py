"""Plausible prose that nobody wrote: sentences of texts with their words, names and parts exchanged."""
import pathlib
import random
import re

MARK = re.compile(r"\[([^\]|~]*)[^\]]*\]")
NAMES = """Odesa Istanbul Batumi Constanta Varna Trabzon Kyiv Berlin Hamburg Rotterdam Antwerp Buenaventura Guayaquil
Panama Mumbai Karachi Jeddah Aden Iran Russia Ukraine Colombia Europe Africa London Paris Tripoli Lebanon Syria
Yemen Makhachkala Amirabad Baku Aktau Astrakhan Moscow Tehran""".split()
GLUE = ["part of it", "some of them", "half of those", "which", "who", "it", "them", "there", "and then", "from where",
        "via", "to", "from", "through", "between", "and", "or", ",", ";", ":", "(", ")", "-", "to and from", "by sea",
        "by air", "by rail", "carrying it", "loaded with them", "those", "the rest", "a further", "two of which"]


def sentences(paths):
    """The sentences of plain or marked texts, without their marks."""
    found = []
    for path in paths:
        for line in pathlib.Path(path).read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith(("text:", "TEXT:", "# text")):
                line = line.split(":", 1)[1]
            elif re.match(r"^[a-z_#]+[:=]", line):
                continue
            plain = re.sub(r"[{}]", "", MARK.sub(r"\1", line)).replace("\\n", " ")
            found += [part.strip() for part in re.split(r"(?<=[.!?])\s+", plain) if 3 < len(part.split()) < 60]
    return found


def document(rng, stock):
    """A document of a few sentences of the stock, changed."""
    lines = []
    for _ in range(rng.randint(1, 12)):
        words = rng.choice(stock).split()
        other = rng.choice(stock).split()
        for _ in range(rng.randint(0, 4)):
            change = rng.randrange(7)
            at = rng.randrange(len(words)) if words else 0
            if change == 0:
                words = words[:at] + other[rng.randrange(len(other)):]
            elif change == 1 and len(words) > 1:
                to = rng.randrange(len(words))
                words[at], words[to] = words[to], words[at]
            elif change == 2:
                words.insert(at, rng.choice(GLUE))
            elif change == 3:
                words = [rng.choice(NAMES) if word[:1].isupper() and rng.random() < 0.5 else word for word in words]
            elif change == 4 and words:
                del words[at:at + rng.randint(1, 3)]
            elif change == 5 and words:
                start = rng.randrange(len(words))
                words[at:at] = words[start:start + rng.randint(1, 6)]
            elif words:
                words[at] = rng.choice([words[at].upper(), words[at].lower(), words[at].capitalize(), words[at] + ","])
        lines.append(" ".join(words))
    return rng.choice([" ", " ", "\n", "\n\n"]).join(lines)


def documents(seed, count, paths):
    """So many documents, the same for the same seed."""
    stock = sentences(paths)
    for number in range(count):
        yield document(random.Random(f"{seed}-{number}"), stock)
