"""Compares the imports of each target's files with the dependencies the manifest declares for it.

SwiftPM lets a file import a module that is reachable only through another target; the manifest would then
no longer be the map of the project.
"""
import json
import pathlib
import re
import subprocess
import sys

# Modules of the toolchain, free to all but the rooms that do without Foundation.
SYSTEM = {"Foundation", "FoundationXML", "FoundationEssentials", "FoundationNetworking", "Testing", "Dispatch", "Synchronization", "Glibc", "Darwin"}
WITHOUT_FOUNDATION = {"Geodesy"}
IMPORT = re.compile(r"^\s*(?:@\w+\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:\w+\s+)?(\w+)")


def declared(target):
    names = set()
    for dependency in target["dependencies"]:
        for kind in ("byName", "target", "product"):
            if kind in dependency:
                names.add(dependency[kind][0])
    return names


def main():
    manifest = json.loads(subprocess.check_output(["swift", "package", "dump-package"]))
    complaints = []
    for target in manifest["targets"]:
        base = "Tests" if target["type"] == "test" else "Sources"
        folder = pathlib.Path(target.get("path") or f"{base}/{target['name']}")
        allowed = declared(target) | SYSTEM | {target["name"]}
        if target["name"] in WITHOUT_FOUNDATION:
            allowed -= {"Foundation", "FoundationXML", "FoundationEssentials"}
        for file in sorted(folder.rglob("*.swift")):
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                found = IMPORT.match(line)
                if found and found.group(1) not in allowed:
                    complaints.append(
                        f"{file}:{number}: imports {found.group(1)}, which Package.swift does not declare "
                        f"for {target['name']}")
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
