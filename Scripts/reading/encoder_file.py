"""Turns an encoder of the BERT family into sections of the flat model file (Scripts/language/model_file.py).

    encoder_file.py FOLDER [OUTPUT]    the pretrained encoder of a Transformers folder, without kinds

Sections, numbers little-endian:

    about, licence       lines of name, tab, value; text
    enc.shape            u32: width, layers, heads, feed-forward width, pieces, positions, kinds
    enc.words            a row a piece: blocks of 32 values, each a scale (f16) and 16 bytes, whose low
                         halves are values 0 to 15 and high halves values 16 to 31, plus 8 each
    enc.positions        f32: a row a position, the row of token type 0 added
    enc.kinds            f32: a row a kind of mention, zeros for none
    enc.norm.gain/offset f32: layer normalisation of their sum
    enc.N.qkv/out/up/down.w7x8  int8: panels of 16 outputs, each four inputs by four inputs; -63 to 63; the
                         positive ones of eight that are summed in 16 bits (`lanes`) at most 128
                         together, and the negative ones
    enc.N.*.start        i32 an output: -128 times the sum of its weights, as inputs are moved by 128
    enc.N.*.scale, .b    f32 an output: what a unit of its weights is worth; its bias
    enc.N.norm1/norm2.gain/offset
    pieces.trie          u32: a double array over the pieces' UTF-8 (`double_array.py`)
    pieces.scores        f32 a piece: its log-probability
    pieces.special       i32: start, padding, end, unknown
    norm.keys            u64: UTF-8 of what is replaced, first byte highest; in order; then u32 a key:
                         256 times the place of its replacement in norm.text, plus the length
    norm.text            UTF-8
"""

import json
import pathlib
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "language"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from charsmap import replacements  # noqa: E402
from double_array import double_array  # noqa: E402
from model_file import write  # noqa: E402

MOST = 63  # of a weight
MOST_TOGETHER = 128  # of the positive or negative ones of a lane: 255 times it fits 16 bits
POSITIONS = 258  # a window of 256 pieces and its two ends
LICENCE = """MIT License

Copyright (c) Microsoft Corporation.

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense,
and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so,
subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial
portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT
LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN
NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY,
WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def four_bits(table):
    """A table whose values came from 4-bit blocks, as those blocks again, without any loss."""
    blocks = np.ascontiguousarray(table, dtype="<f4").reshape(-1, 32)
    extreme = blocks[np.arange(len(blocks)), np.abs(blocks).argmax(1)]
    scales = (extreme / -8).astype("<f2")
    wide = scales.astype("<f4")[:, None]
    values = np.rint(np.divide(blocks, wide, out=np.zeros_like(blocks), where=wide != 0))
    if values.min() < -8 or values.max() > 7 or not np.array_equal(values * wide, blocks):
        raise ValueError("the word table does not come from 4-bit blocks")
    nibbles = (values + 8).astype("u1")
    packed = np.empty((len(blocks), 18), dtype="u1")
    packed[:, :2] = scales.view("u1").reshape(-1, 2)
    packed[:, 2:] = nibbles[:, :16] | nibbles[:, 16:] << 4
    return packed


def lanes(values):
    """The weights of a layer (outputs, inputs) whose products are summed in 16 bits, eight by eight in the last axis.

    Of 16 inputs, the first two of each four make one lane, the last two the other."""
    outputs, inputs = values.shape
    return values.reshape(outputs, inputs // 16, 4, 2, 2).transpose(0, 1, 3, 2, 4).reshape(outputs, -1, 8)


def seven_bits(name, weights, bias):
    """A layer (outputs, inputs) with weights of 7 bits and a scale an output."""
    outputs, inputs = weights.shape
    if outputs % 16 or inputs % 16:
        raise ValueError(f"{name}: {outputs} outputs of {inputs} inputs")
    scale = np.maximum(np.abs(weights).max(1), 1e-30) / MOST
    while True:
        values = np.clip(np.rint(weights / scale[:, None]), -MOST, MOST).astype("i4")
        parts = lanes(values)
        together = np.maximum(np.maximum(parts, 0).sum(2), np.maximum(-parts, 0).sum(2)).max(1)
        if together.max() <= MOST_TOGETHER:
            break
        scale = scale * np.maximum(together / MOST_TOGETHER, 1)
    panels = values.astype("i1").reshape(outputs // 16, 16, inputs // 4, 4).transpose(0, 2, 1, 3)
    return {
        f"{name}.w7x8": np.ascontiguousarray(panels),
        f"{name}.start": (-128 * values.sum(1)).astype("<i4"),
        f"{name}.scale": scale.astype("<f4"),
        f"{name}.b": bias.astype("<f4"),
    }


def layer(name, take):
    """A transformer layer; `take` gives a parameter."""

    def both(parts):
        return [np.concatenate([take(f"{part}.{end}") for part in parts]) for end in ("weight", "bias")]

    attention = [f"attention.self.{part}" for part in ("query", "key", "value")]
    out = seven_bits(f"{name}.qkv", *both(attention))
    out |= seven_bits(f"{name}.out", *both(["attention.output.dense"]))
    out |= seven_bits(f"{name}.up", *both(["intermediate.dense"]))
    out |= seven_bits(f"{name}.down", *both(["output.dense"]))
    out |= norm(f"{name}.norm1", lambda end: take(f"attention.output.LayerNorm.{end}"))
    return out | norm(f"{name}.norm2", lambda end: take(f"output.LayerNorm.{end}"))


def norm(name, take):
    return {f"{name}.gain": take("weight").astype("<f4"), f"{name}.offset": take("bias").astype("<f4")}


def word_pieces(tokenizer):
    """The pieces with scores, and the normalisation of text before them."""
    model = tokenizer["model"]
    if model["type"] != "Unigram" or model.get("byte_fallback"):
        raise ValueError("not a unigram tokenizer without bytes")
    special = {entry["content"]: entry["id"] for entry in tokenizer["added_tokens"]}
    numbers = [special["<s>"], special["<pad>"], special["</s>"], model["unk_id"]]
    pieces = {
        piece.encode(): id for id, (piece, _) in enumerate(model["vocab"]) if id not in numbers
    }
    keys, values, text = replacements(tokenizer["normalizer"])
    return {
        "pieces.trie": double_array(pieces),
        "pieces.scores": np.array([score for _, score in model["vocab"]], dtype="<f4"),
        "pieces.special": np.array(numbers, dtype="<i4"),
        "norm.keys": keys.tobytes() + values.tobytes(),
        "norm.text": text,
    }


def encoder_sections(state, folder, about=None):
    """The sections of an encoder.

    `state` maps names to tensors or arrays: BertModel's behind "enc.", and "kind_tok.weight".
    `folder` has the `config.json` and `tokenizer.json` that it was made with. `about` adds lines.
    """
    folder = pathlib.Path(folder)
    config = json.loads((folder / "config.json").read_text())
    tokenizer = json.loads((folder / "tokenizer.json").read_text())
    if config["hidden_act"] != "gelu" or config["layer_norm_eps"] > 1.1e-12:
        raise ValueError("not the activation and normalisation that the program computes")

    def take(name):
        tensor = state[name]
        tensor = tensor.detach().cpu().float().numpy() if hasattr(tensor, "detach") else tensor
        return np.asarray(tensor, dtype="<f4")

    words = take("enc.embeddings.word_embeddings.weight")
    kinds = take("kind_tok.weight").copy()
    kinds[0] = 0
    positions = take("enc.embeddings.position_embeddings.weight")[:POSITIONS]
    positions = positions + take("enc.embeddings.token_type_embeddings.weight")[0]
    layers = config["num_hidden_layers"]
    shape = [
        config["hidden_size"], layers, config["num_attention_heads"], config["intermediate_size"],
        len(words), len(positions), len(kinds),
    ]
    lines = {
        "encoder": "multilingual-e5-small", "encoder.layers": layers, "encoder.licence": "MIT",
        "encoder.source": "https://huggingface.co/intfloat/multilingual-e5-small",
    } | (about or {})
    sections = {
        "about": "\n".join(f"{name}\t{value}" for name, value in lines.items()).encode(),
        "licence": LICENCE.encode(),
        "enc.shape": np.array(shape, dtype="<u4"),
        "enc.words": four_bits(words),
        "enc.positions": positions.astype("<f4"),
        "enc.kinds": kinds,
    }
    sections |= norm("enc.norm", lambda end: take(f"enc.embeddings.LayerNorm.{end}"))
    for index in range(layers):
        prefix = f"enc.encoder.layer.{index}"
        sections |= layer(f"enc.{index}", lambda name, prefix=prefix: take(f"{prefix}.{name}"))
    return sections | word_pieces(tokenizer)


def main():
    from safetensors.numpy import load_file

    folder = pathlib.Path(sys.argv[1])
    state = {f"enc.{name}": value for name, value in load_file(folder / "model.safetensors").items()}
    width = state["enc.embeddings.LayerNorm.weight"].size
    state["kind_tok.weight"] = np.zeros((24, width), dtype="<f4")
    output = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "model.bin")
    output.parent.mkdir(parents=True, exist_ok=True)
    sections = encoder_sections(state, folder)
    print(output, write(output, sections), "bytes")


if __name__ == "__main__":
    main()
