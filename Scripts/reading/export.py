"""Writes a trained reader as the program's model file: the encoder's sections (`encoder_file.py`), then `head.`, in f32.

Layers are packed in panels of 16 outputs, as `Scripts/language/model_file.py` packs them. `head.calibration` holds the slope
and the offset that turn a score into a calibrated one; `head.bars` the bars for a route, for a place passed, for a
sentence to be read to the end, for a route in another language than English, and for a sentence to be read at all; `head.depth` how many layers read all of a window.

usage: export.py WEIGHTS.pt FOLDER OUTPUT [CALIBRATION.json]       (FOLDER: what `pretrained.py` made)
"""
import json
import pathlib
import sys

import numpy as np
import torch

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "language"))
from encoder_file import encoder_sections  # noqa: E402
from model import FIRST  # noqa: E402
from model_file import packed, padded, write  # noqa: E402

LAYERS = {
    "origin": "origin", "goal": "goal", "way": "way", "query": "query", "key": "key", "value": "value",
    "answer": "answer", "trigger": "trigger", "cargo": "cargo", "cargo_key": "cargo_key", "passed": "passed", "tag": "tag",
    "sign": "sign", "glance": "glance.look",
}
TABLES = {
    "open": "open", "kind": "kind.weight", "where": "where.weight", "distance": "distance.weight", "rule": "rule.weight", "no_cargo": "no_cargo",
    "passed_from": "passed_from.weight", "passed_to": "passed_to.weight",
}


def main(weights, folder, output, calibration=None):
    state = {name: value.numpy() for name, value in torch.load(weights, map_location="cpu").items()}
    facts = json.loads(pathlib.Path(calibration).read_text()) if calibration else {}
    sections = encoder_sections(state, folder, about={"reader": "periplus-reader", "reader.licence": "CC0-1.0"} | facts.get("about", {}))
    for name, key in LAYERS.items():
        sections[f"head.{name}.w"] = packed(state[f"{key}.weight"])
        sections[f"head.{name}.b"] = padded(state[f"{key}.bias"])
    # What a pair is, in one layer: its score, then mode, status, relation, both ways.
    sections["head.traits.w"] = packed(np.concatenate([state["score.weight"], state["traits.weight"]]))
    sections["head.traits.b"] = padded(np.concatenate([state["score.bias"], state["traits.bias"]]))
    for name, key in TABLES.items():
        sections[f"head.{name}"] = state[key].astype("<f4")
    sections["head.passed_score"] = np.concatenate([state["passed_score.weight"][0], state["passed_score.bias"]]).astype("<f4")
    sections["head.worth"] = np.concatenate([state["worth.weight"][0], state["worth.bias"]]).astype("<f4")
    sections["head.glance_worth"] = np.concatenate([state["glance.worth.weight"][0], state["glance.worth.bias"]]).astype("<f4")
    sections["head.depth"] = np.array([FIRST], dtype="<u4")
    sections["head.calibration"] = np.array(facts.get("calibration", [1, 0]), dtype="<f4")
    sections["head.bars"] = np.array(facts.get("bars", [0.5, 0.5, 0.0, 0.5, 0.0]), dtype="<f4")
    print(output, write(output, sections), "bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
