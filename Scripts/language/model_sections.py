"""The parts of a spaCy pipeline as sections of the flat model file."""

import struct

import numpy as np
from model_file import packed, padded
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.strings import StringStore
from spacy.symbols import IDS

FEATURES = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"]


def nodes(model, name):
    return [node for node in model.walk() if node.name == name]


def pieces_first(array):
    """(outputs, pieces, ...) with the pieces first, as the kernels take their maximum."""
    return np.ascontiguousarray(np.swapaxes(array, 0, 1)).reshape(-1, *array.shape[2:])


def maxout(prefix, layer, norm):
    return {
        f"{prefix}.w": packed(pieces_first(layer.get_param("W"))),
        f"{prefix}.b": padded(pieces_first(layer.get_param("b")[..., None])[:, 0]),
        f"{prefix}.gain": norm.get_param("G").astype("<f4"),
        f"{prefix}.offset": norm.get_param("b").astype("<f4"),
    }


def encoder(prefix, model):
    """Hash embeddings, the layer that mixes them, and the window layers."""
    attributes = nodes(model, "extract_features")[0].attrs["columns"]
    tables = nodes(model, "hashembed")
    features = b"".join(
        struct.pack("<III", FEATURES.index(attributes[t.attrs["column"]]), t.attrs["seed"], t.get_dim("nV"))
        for t in tables
    )
    out = {
        f"{prefix}.features": features,
        f"{prefix}.tables": np.concatenate([t.get_param("E") for t in tables]).astype("<f4"),
    }
    layers, norms = nodes(model, "maxout"), nodes(model, "layernorm")
    for index, (layer, norm) in enumerate(zip(layers, norms)):
        out |= maxout(f"{prefix}.{index}", layer, norm)
    return out


def tagger(pipe):
    softmax = nodes(pipe.model, "softmax")[0]
    return {
        "tagger.w": packed(softmax.get_param("W")),
        "tagger.b": padded(softmax.get_param("b")),
        "tagger.labels": "\n".join(pipe.labels).encode(),
    }


def transitions(prefix, pipe):
    """The state model of a transition system: input, lower and upper layer, and the moves."""
    lower, upper = pipe.model.get_ref("lower"), pipe.model.get_ref("upper")
    entry = nodes(pipe.model.get_ref("tok2vec"), "linear")[-1]
    weights = lower.get_param("W")  # features, outputs, pieces, inputs
    pad = lower.get_param("pad")[0]  # features, outputs, pieces
    assert not pipe.model.attrs["unseen_classes"]
    return {
        f"{prefix}.in.w": packed(entry.get_param("W")),
        f"{prefix}.in.b": padded(entry.get_param("b")),
        f"{prefix}.low.w": packed(np.concatenate([pieces_first(w) for w in weights])),
        f"{prefix}.low.b": np.zeros(pad.size, dtype="<f4"),  # the bias is added once a state
        f"{prefix}.state.b": pieces_first(lower.get_param("b")[..., None])[:, 0].astype("<f4"),
        f"{prefix}.state.pad": np.concatenate([pieces_first(p[..., None])[:, 0] for p in pad]).astype("<f4"),
        f"{prefix}.up.w": packed(upper.get_param("W")),
        f"{prefix}.up.b": padded(upper.get_param("b")),
        f"{prefix}.moves": "\n".join(pipe.moves.get_class_name(i) for i in range(pipe.moves.n_moves)).encode(),
    }


def hashed(pairs, dtype):
    """A table of 64-bit keys in order, and then their values."""
    pairs = sorted(pairs)
    keys = np.array([k for k, _ in pairs], dtype="<u8")
    return keys.tobytes() + np.array([v for _, v in pairs], dtype=dtype).tobytes()


def words(vocab):
    """Symbols, whose identities are small numbers, and norms of words that have unusual ones."""
    store = StringStore()
    norms = {store.add(word): store.add(norm) for word, norm in BASE_NORMS.items()}
    norms |= {key: store.add(norm) for key, norm in vocab.lookups.get_table("lexeme_norm").items()}
    return {
        "symbols": "\n".join(f"{id}\t{name}" for name, id in sorted(IDS.items()) if name).encode(),
        "norms": hashed(norms.items(), "<u8"),
    }
