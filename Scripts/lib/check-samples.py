"""Holds the samples of the README and the articles to the client that is built and run: Tests/ClientPackage."""
import pathlib
import re
import sys

root = pathlib.Path(__file__).parent.parent.parent
client = (root / "Tests/ClientPackage/Sources/Client/Client.swift").read_text(encoding="utf-8")


def body(name):
    found = re.search(rf"    static func {name}\(\) throws {{\n(.*?)\n    }}\n", client, re.S)
    return [line[8:] for line in found.group(1).split("\n")]


articles = root / "Sources/Periplus/Periplus.docc"
faults = []
for name, file in (("mapAText", "MapAText.md"), ("placesOfYourOwn", "PlacesOfYourOwn.md"), ("legs", "Legs.md")):
    if "```swift\n" + "\n".join(body(name)) + "\n```" not in (articles / file).read_text(encoding="utf-8"):
        faults.append(f"{file} does not have the lines of Client.{name}()")
sample = ["import Foundation", "import Periplus", ""] + body("mapAText")
if "\n".join("    " + line if line else "" for line in sample) not in (root / "README.md").read_text(encoding="utf-8"):
    faults.append("the README's sample is not Client.mapAText()")
for fault in faults:
    print("check-samples:", fault, file=sys.stderr)
sys.exit(1 if faults else 0)
