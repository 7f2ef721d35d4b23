"""Makes the golden answers that the Movements tests hold the program's reader to (Tests/MovementsTests/Golden/reader.json).

The weights are those of the model file, read back from its sections, so that the answers are PyTorch's to the very
numbers that the program reads, and what runs through the encoder's layers is rounded to 8 bits as the program does.
The file names the model's checksum; when `model.bin` is another, run this again and commit what it writes.

usage: golden.py TOOL FOLDER [MODEL [OUTPUT]]
    TOOL     the release program `ReadingTool` (swift build -c release --product ReadingTool)
    FOLDER   the encoder's folder, what `pretrained.py` made: its `config.json` and `tokenizer.json` are read
    MODEL    the model file, else Data/Reading/model.bin
"""
import json
import pathlib
import struct
import sys

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

import corpus
import instances
from batch import collate
from export import LAYERS, TABLES
from model import MODES, NODE, RELATIONS, STATUS, Reader
from views import views

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LEAST = 0.02       # what is less likely is not told
SHAKES, SHAKE = 24, 1e-5    # how often, and by which share of a row's reach, numbers are moved before they are rounded
CLEAR = 1.0        # how far the best answer is ahead of the next, in logits, for it to be told
LONGEST_CARGO = 10


def sections(path):
    """The sections of a model file, and its checksum."""
    data = pathlib.Path(path).read_bytes()
    magic, _, count, _, checksum = struct.unpack_from("<8sIIQQ", data)
    assert magic == b"PERIPLNG"
    found = {}
    for index in range(count):
        name, offset, length = struct.unpack_from("<24sQQ", data, 64 + 40 * index)
        found[name.rstrip(b"\0").decode()] = data[offset:offset + length]
    return found, f"{checksum:016x}"


def floats(section):
    return torch.from_numpy(np.frombuffer(section, "<f4").copy())


def four_bits(section, width):
    """The table of 4-bit blocks, as `encoder_file.four_bits` packs it."""
    blocks = np.frombuffer(section, "u1").reshape(-1, 18)
    scales = blocks[:, :2].copy().view("<f2").astype("f4")
    values = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], 1).astype("f4") - 8
    return torch.from_numpy((values * scales).reshape(-1, width))


def seven_bits(found, name, inputs):
    """Weight and bias of a layer, as `encoder_file.seven_bits` packs it."""
    panels = np.frombuffer(found[f"{name}.w7x8"], "i1").reshape(-1, inputs // 4, 16, 4)
    values = panels.transpose(0, 2, 1, 3).reshape(-1, inputs).astype("f4")
    return torch.from_numpy(values) * floats(found[f"{name}.scale"])[:, None], floats(found[f"{name}.b"])


def panels(found, name, shape):
    """Weight and bias of a layer, as `model_file.packed` packs it."""
    outputs, inputs = shape
    weights = floats(found[f"{name}.w"]).reshape(-1, inputs, 16).transpose(1, 2).reshape(-1, inputs)
    return weights[:outputs].contiguous(), floats(found[f"{name}.b"])[:outputs]


def loaded(found, folder):
    """The trainer's reader with the weights of a model file; what only the training uses stays as it is."""
    config = BertConfig.from_json_file(str(pathlib.Path(folder) / "config.json"))
    config._attn_implementation = "eager"
    net = Reader(BertModel(config, add_pooling_layer=False)).eval()
    state, width, inner = {}, config.hidden_size, config.intermediate_size
    state["enc.embeddings.word_embeddings.weight"] = four_bits(found["enc.words"], width)
    positions = torch.zeros(config.max_position_embeddings, width)
    kept = floats(found["enc.positions"]).reshape(-1, width)
    positions[:len(kept)] = kept
    state["enc.embeddings.position_embeddings.weight"] = positions
    state["enc.embeddings.token_type_embeddings.weight"] = torch.zeros(config.type_vocab_size, width)
    state["kind_tok.weight"] = floats(found["enc.kinds"]).reshape(-1, width)

    def norm(key, name):
        state[f"{key}.weight"], state[f"{key}.bias"] = floats(found[f"{name}.gain"]), floats(found[f"{name}.offset"])

    norm("enc.embeddings.LayerNorm", "enc.norm")
    for index in range(config.num_hidden_layers):
        key, name = f"enc.encoder.layer.{index}", f"enc.{index}"
        weight, bias = seven_bits(found, f"{name}.qkv", width)
        for part, w, b in zip(("query", "key", "value"), weight.split(width), bias.split(width)):
            state[f"{key}.attention.self.{part}.weight"], state[f"{key}.attention.self.{part}.bias"] = w, b
        for part, section, inputs in (("attention.output", "out", width), ("intermediate", "up", width), ("output", "down", inner)):
            state[f"{key}.{part}.dense.weight"], state[f"{key}.{part}.dense.bias"] = seven_bits(found, f"{name}.{section}", inputs)
        norm(f"{key}.attention.output.LayerNorm", f"{name}.norm1")
        norm(f"{key}.output.LayerNorm", f"{name}.norm2")
    shapes = {name: value.shape for name, value in net.state_dict().items()}
    for name, key in LAYERS.items():
        if f"head.{name}.w" in found:
            state[f"{key}.weight"], state[f"{key}.bias"] = panels(found, f"head.{name}", shapes[f"{key}.weight"])
    traits = len(MODES) + len(STATUS) + len(RELATIONS) + 1
    weight, bias = panels(found, "head.traits", (1 + traits, shapes["score.weight"][1]))
    state["score.weight"], state["score.bias"] = weight[:1], bias[:1]
    state["traits.weight"], state["traits.bias"] = weight[1:], bias[1:]
    for name, key in TABLES.items():
        state[key] = floats(found[f"head.{name}"]).reshape(shapes[key])
    passed = floats(found["head.passed_score"])
    state["passed_score.weight"], state["passed_score.bias"] = passed[None, :-1], passed[-1:]
    if "head.worth" in found:
        worth = floats(found["head.worth"])
        state["worth.weight"], state["worth.bias"] = worth[None, :-1], worth[-1:]
    if "head.glance_worth" in found:
        worth = floats(found["head.glance_worth"])
        state["glance.worth.weight"], state["glance.worth.bias"] = worth[None, :-1], worth[-1:]
    missing, unexpected = net.load_state_dict(state, strict=False)
    if unexpected or any(not name.startswith(("sign.", "worth.", "glance.", "enc.embeddings.")) for name in missing):
        raise ValueError(f"not all weights are read: {missing} {unexpected}")
    for module in net.enc.encoder.modules():
        if isinstance(module, torch.nn.Linear):
            module.shakes = False
            module.register_forward_pre_hook(rounded)
    return net


def shaken(net, b, read):
    """The scores of pairs (SHAKES, S, N, N), in logits, as sums in another order may have them: a number near the edge of two of
    the 8 bits' steps falls to the other."""
    layers = [module for module in net.enc.encoder.modules() if isinstance(module, torch.nn.Linear)]
    torch.manual_seed(1)
    for layer in layers:
        layer.shakes = True
    scores = [net.pairs(net.encode(b, lambda _: read)[0], b)["score"] for _ in range(SHAKES)]
    for layer in layers:
        layer.shakes = False
    return torch.stack(scores)


def rounded(module, inputs):
    """What a layer of the encoder reads in the program: 8 bits, with a scale and a centre a row."""
    x = inputs[0]
    if module.shakes:
        x = x + (x.amax(-1, keepdim=True) - x.amin(-1, keepdim=True)) * SHAKE * (torch.rand_like(x) - 0.5)
    low, high = x.amin(-1, keepdim=True), x.amax(-1, keepdim=True)
    centre, half = (high + low) / 2, ((high - low) / 2).clamp(min=1e-30)
    return (centre + torch.round((x - centre) / half * 127) * half / 127,)


def clear(scores):
    """The place of the best score, or None where another is near."""
    order = scores.sort(descending=True)
    return int(order.indices[0]) if len(scores) < 2 or order.values[0] - order.values[1] > CLEAR else None


def answers(net, windows, calibration, worthy, at):
    """For each sentence of a passage the routes that are at all likely. `at` turns code points into bytes."""
    b, rows = collate(windows, train=False)
    with torch.no_grad():
        hidden, worth, read, _ = net.encode(b, lambda worth: torch.sigmoid(worth) >= worthy)
        z = net.pairs(hidden, b)
        shakes = torch.sigmoid(shaken(net, b, read) * calibration[0] + calibration[1])
        spread = (shakes.amax(0) - shakes.amin(0)).tolist()
    bar = torch.logit(torch.tensor(worthy), eps=1e-6)
    found = []
    for k, (number, row) in enumerate(rows):
        window, places = windows[number], len(row["nodes"])
        node = lambda q: None if q == places else row["nodes"][q][0]
        routes = []
        for i in range(places + 1) if read[k] else ():
            for j in range(places + 1):
                p = float(torch.sigmoid(z["score"][k, i, j] * calibration[0] + calibration[1])) if i != j else 0
                if p < LEAST:
                    continue
                with torch.no_grad():
                    d = net.details(z, hidden, b, torch.tensor([k]), torch.tensor([i]), torch.tensor([j]))
                route = dict(origin=node(i), destination=node(j), probability=round(p, 4), spread=round(spread[k][i][j], 4))
                for key, names in (("mode", MODES), ("status", STATUS), ("relation", RELATIONS)):
                    best = clear(d[key][0])
                    route[key] = None if best is None else names[best]
                both = float(d["both"][0])
                route["isBidirectional"] = both > 0 if abs(both) > CLEAR else None
                a, e = row["tokens"]
                best = clear(d["trigger"][0, :e - a])
                route["trigger"] = None if best is None else span(window, a + best, at)
                route["cargo"] = cargo(window, d["cargo"][0], e, at)
                ways = torch.sigmoid(d["via"][0, :places])
                route["ways"] = [dict(node=node(q), probability=round(float(w), 4)) for q, w in enumerate(ways) if q not in (i, j) and w > 0.1]
                routes.append(route)
        # Near the bar the program's rounding may decide otherwise.
        sure = bool(abs(worth[k] - bar) > CLEAR)
        found.append(dict(start=at(row["chars"][0]), isSure=sure, routes=routes if sure else []))
    return found


def span(window, piece, at):
    return [at(window["offsets"][piece][0], piece), at(window["offsets"][piece][1])]


def cargo(window, scores, end, at):
    """The cargo's bytes, [] for none; None where it is not clear."""
    scores = torch.cat([scores[:, 1:end], scores[:, -1:]], 1)
    start, last = clear(scores[0]), clear(scores[1])
    if start is None:
        return None
    if start == end - 1:
        return []
    if last is None:
        return None
    if not start <= last < start + LONGEST_CARGO or last == end - 1:
        last = start
    return [span(window, start + 1, at)[0], span(window, last + 1, at)[1]]


def chosen():
    """Eleven passages out of the middle of as many files, and the longest of all."""
    files = sorted((ROOT / "Data/Reading/en").glob("*.txt"))
    loaded = [corpus.load(str(path)) for path in files]
    longest = max((p for passages in loaded for p in passages), key=lambda p: len(p["text"]))
    middle = [passages[len(passages) // 2] for passages in loaded[:11]]
    return middle + [longest]


def main(tool, folder, model=ROOT / "Data/Reading/model.bin", output=ROOT / "Tests/MovementsTests/Golden/reader.json"):
    found, checksum = sections(model)
    net = loaded(found, folder)
    calibration, bars = floats(found["head.calibration"]), floats(found["head.bars"])
    worthy = float(bars[2]) if len(bars) > 2 else 0.0
    windows_of = instances.Windows(Tokenizer.from_file(str(pathlib.Path(folder) / "tokenizer.json")))
    passages = chosen()
    out = []
    for passage, view in zip(passages, views(tool, [p["text"] for p in passages])):
        text = passage["text"]
        before = [0]
        for character in text:
            before.append(before[-1] + len(character.encode()))

        def at(offset, piece=None):
            # `tokenizers` counts the space before a piece in.
            while piece is not None and offset < len(text) and text[offset].isspace():
                offset += 1
            return before[offset]

        seen = instances.system_view(passage, view)
        windows = windows_of.of(seen, with_gold=False)
        out.append(dict(
            text=text, sentences=[[at(a), at(b)] for a, b in seen["sentences"]],
            mentions=[dict(range=[at(a), at(b)], kind=kind, node=None if node < 0 else node) for a, b, kind, node in seen["mentions"]],
            nodes=seen["nodes"],
            proposals=[dict(origin=None if o < 0 else o, destination=None if d < 0 else d, sentence=at(s[0])) for o, d, s in seen["proposals"] if o is not None and d is not None],
            rows=answers(net, windows, calibration, worthy, at)))
    text = json.dumps(dict(model=checksum, passages=out), ensure_ascii=False, indent=None, separators=(",", ":"))
    # A line a passage, for the differences to be seen.
    text = text.replace('{"text":', '\n{"text":').replace('"rows":[', '"rows":[\n').replace('{"start":', '\n{"start":').replace("[\n\n", "[\n")
    pathlib.Path(output).parent.mkdir(parents=True, exist_ok=True)
    pathlib.Path(output).write_text(text + "\n", encoding="utf-8")
    rows = [row for passage in out for row in passage["rows"]]
    print(f"{output}: model {checksum}, {len(out)} passages, {len(rows)} sentences, {sum(len(r['routes']) for r in rows)} pairs")


if __name__ == "__main__":
    main(*sys.argv[1:])
