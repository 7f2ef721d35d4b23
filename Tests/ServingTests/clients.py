"""Clients of others against a running service: OWSLib reads the features, schemathesis tries the API out.

usage: clients.py PROGRAM [EXAMPLES [PHASES]]
"""
import json
import os
import pathlib
import subprocess
import sys
import urllib.request

from owslib.ogcapi.features import Features


def ask(address, body=None, kind="text/plain"):
    request = urllib.request.Request(address, data=body, headers={"Content-Type": kind})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def features(address):
    """What OWSLib makes of the features."""
    service = Features(address + "/ogc")
    assert service.links and service.conformance()["conformsTo"], "no conformance"
    assert service.feature_collections() == ["places", "legs", "routes"], service.feature_collections()
    assert service.collection("legs")["itemType"] == "feature"
    found = service.collection_items("places", bbox=[47, 42, 48, 43])
    names = [feature["properties"]["name"] for feature in found["features"]]
    assert names == ["Makhachkala"], names
    one = service.collection_item("places", found["features"][0]["id"])
    assert one["geometry"]["type"] == "Point", one
    assert service.api()["openapi"].startswith("3.0"), "no description"
    print("OWSLib: reads the collections, finds by box, opens a feature")


def main():
    program, examples = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "20"
    phases = sys.argv[3] if len(sys.argv) > 3 else "examples,coverage,fuzzing"
    process = subprocess.Popen([program, "--listen", "127.0.0.1:0"], stderr=subprocess.PIPE, text=True)
    try:
        address = process.stderr.readline().split()[-1].rstrip("/")
        ask(address + "/documents", b"A ship carried drones from Amirabad in Iran to Makhachkala in Russia.")
        features(address)
        tool = pathlib.Path(sys.executable).parent / "schemathesis"
        # No schema can say which bytes are a document, and which words a place: what fits it may be refused.
        outcome = subprocess.run(
            [str(tool), "run", address + "/openapi.json", "--max-examples", examples, "--phases", phases,
             "--request-timeout", "60", "--exclude-checks", "positive_data_acceptance", "--seed", "1"], env={**os.environ, "NO_COLOR": "1"})
        return outcome.returncode
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    sys.exit(main())
