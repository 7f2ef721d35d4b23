"""A copy of the project with the tests of some rooms alone, which builds what they need and no more.

usage: rooms.py FOLDER ROOM ...
"""
import pathlib
import shutil
import sys

clone = pathlib.Path(__file__).resolve().parent.parent.parent
# The product that holds the tests.
PRODUCT = "periplusPackageTests"


def prepare(copy, tests):
    """Copies what is built from to a folder, where its builds are kept, with some test targets."""
    copy.mkdir(parents=True, exist_ok=True)
    for folder in ["Sources", "Tests", "Data"]:
        shutil.rmtree(copy / folder, ignore_errors=True)
        shutil.copytree(clone / folder, copy / folder, symlinks=True, ignore=shutil.ignore_patterns(".build"))
    if (clone / "Package.resolved").exists():
        shutil.copy(clone / "Package.resolved", copy)
    kept = ", ".join(f'"{name}"' for name in tests)
    (copy / "Package.swift").write_text(
        (clone / "Package.swift").read_text(encoding="utf-8")
        + f"\npackage.targets.removeAll {{ $0.isTest && ![{kept}].contains($0.name) }}\n", encoding="utf-8")
    gazetteer = copy / ".build/periplus"
    gazetteer.mkdir(parents=True, exist_ok=True)
    for name in ["gazetteer.sqlite", "gazetteer.sqlite.index"]:
        (gazetteer / name).unlink(missing_ok=True)
        (gazetteer / name).symlink_to(clone / ".build/periplus" / name)
    tools = copy / ".build/test-tools"
    tools.unlink(missing_ok=True)
    tools.symlink_to(clone / ".build/test-tools")


if __name__ == "__main__":
    prepare(pathlib.Path(sys.argv[1]).resolve(), [f"{room}Tests" for room in sys.argv[2:]])
