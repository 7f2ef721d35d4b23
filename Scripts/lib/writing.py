"""Commands that write files, for the scripts that disturb them while they do."""
import json
import shutil
import subprocess

TABLES = {
    "sources.tsv": "key\ttable\tprefix\tkind\tname\tversion\tlicence\tattribution\tsha256\n"
                   "towns\ttowns.tsv\t\tcity\tTowns\t1\tCC0\t\t00ff\n",
    "towns.tsv": "id\tname\tcountry\tadmin1\tadmin2\tlat\tlon\tpopulation\tcapital\tsea_km\tbasin\tlandmass\tnames\n"
                 + "".join(f"gn:{number}\tTown {number}\tIR\tIR.35\t\t36.{number:05}\t53.5\t900\t\t18\t1\t1\tStead {number}\n"
                           for number in range(10_000, 30_000)),
    "generics.tsv": "word\tposition\tkinds\treplacement\nport\tafter\tport\n",
    "dangerous.tsv": "name\twhy\nreading\tword\n",
    "features.tsv": "code\tkind\trank\nP.*\tcity\t\n",
}


class Case:
    """A command that writes; what it writes, as bytes by name."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.out = folder / "out"
        self.prepare()

    def prepare(self):
        pass

    def reset(self):
        shutil.rmtree(self.out, ignore_errors=True)
        self.out.mkdir()

    def start(self, *extra, errors=subprocess.DEVNULL):
        return subprocess.Popen(
            [self.program, *self.command(), *extra], stdout=subprocess.DEVNULL, stderr=errors)

    again = ()

    def state(self):
        return {str(file.relative_to(self.out)): file.read_bytes() for file in sorted(self.out.rglob("*")) if file.is_file()}

    def unclean(self, whole):
        """What a kill may not leave, before the command is run again."""
        return []


class Map(Case):
    def prepare(self):
        text = "\n\n".join(f"Ship {number} sailed from Odesa to Istanbul and Trabzon." for number in range(150))
        (self.folder / "a.txt").write_text(text)

    def command(self):
        formats = ["geojson", "gpkg", "html", "kml", "kmz", "csv", "svg"]
        return ["map", "--quiet", str(self.folder / "a.txt")] + [
            word for name in formats for word in ("-o", str(self.out / f"map.{name}"))]

    def unclean(self, whole):
        return [name for name, data in self.state().items() if name not in whole or data != whole[name]]


class Batch(Case):
    again = ("--resume",)

    def prepare(self):
        with open(self.folder / "in.jsonl", "w") as lines:
            for number in range(400):
                text = f"On day {number} a ship with grain left Baku for Aktau."
                lines.write(json.dumps({"id": str(number), "text": text}) + "\n")

    def command(self):
        return ["batch", "--quiet", str(self.folder / "in.jsonl"), "-o", str(self.out / "out.jsonl")]

    def unclean(self, whole):
        return [name for name in self.state() if not name.startswith("out.jsonl")]


class Build(Case):
    def prepare(self):
        (self.folder / "tables").mkdir()
        for name, text in TABLES.items():
            (self.folder / "tables" / name).write_text(text)

    def command(self):
        return ["gazetteer", "build", "--quiet", "--data", str(self.folder / "tables"), "-o",
                str(self.out / "gazetteer.sqlite")]


class Import(Build):
    def prepare(self):
        super().prepare()
        subprocess.run([self.program, "gazetteer", "build", "--quiet", "--data", str(self.folder / "tables"), "-o",
                        str(self.folder / "gazetteer.sqlite")], check=True)
        with open(self.folder / "IN.txt", "w") as dump:
            for number in range(1, 20_001):
                dump.write(f"{991_000_000 + number}\tTown {number}\tTown {number}\tStead {number}\t10.5\t{number % 90}\tP"
                           "\tPPL\tIN\t\t01\t\t\t\t0\t\t0\t\t2026-01-01\n")

    def reset(self):
        super().reset()
        for name in ["gazetteer.sqlite", "gazetteer.sqlite.index"]:
            shutil.copy(self.folder / name, self.out)

    def command(self):
        return ["gazetteer", "import", str(self.folder / "IN.txt"), "--quiet", "--gazetteer",
                str(self.out / "gazetteer.sqlite")]


CASES = {"map": Map, "batch": Batch, "build": Build, "import": Import}
