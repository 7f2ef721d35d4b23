"""Makes the small encoder that Language's tests read, and what the originals say to its text.

    golden_encoder.py FOLDER GOLDEN

FOLDER is the Transformers folder that the reader's encoder comes from. Of GOLDEN (Tests/LanguageTests/
Golden) it reads `pieces.txt` and writes:

    encoder.bin     pieces of FOLDER that occur in those lines, so that they are cut as with all of them,
                    and an encoder of two narrow layers with random weights
    pieces.tsv      a line's number; then number, first and last byte of each piece, by `tokenizers`
    vectors.tsv     a line's number, a piece's position and its vector, by PyTorch

Needs torch, transformers and tokenizers, as the trainer does.
"""

import json
import pathlib
import sys
import tempfile

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from encoder_file import encoder_sections, write  # noqa: E402

WIDTH, LAYERS, INNER, POSITIONS, KINDS = 64, 2, 128, 66, 5
VECTOR_LINES = (0, 6, 10, 14, 19, 31)


def main():
    folder, golden = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    lines = (golden / "pieces.txt").read_text().split("\n")[:-1]
    tokenizer = json.loads((folder / "tokenizer.json").read_text())
    kept = occurring(tokenizer, Tokenizer.from_file(str(folder / "tokenizer.json")), lines)
    vocabulary = tokenizer["model"]["vocab"]
    tokenizer["model"]["vocab"] = [vocabulary[id] for id in kept]
    # The special pieces are not looked for in text, as the program does not look for them.
    unseen = [[f"\ue000{id}", 0.0] for id in range(4)] + tokenizer["model"]["vocab"][4:]
    plain = tokenizer | {
        "added_tokens": [], "post_processor": None, "model": tokenizer["model"] | {"vocab": unseen}
    }
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        (scratch / "tokenizer.json").write_text(json.dumps(tokenizer))
        config = BertConfig(
            vocab_size=len(kept), hidden_size=WIDTH, num_hidden_layers=LAYERS, num_attention_heads=WIDTH // 32,
            intermediate_size=INNER, max_position_embeddings=POSITIONS, layer_norm_eps=1e-12, hidden_act="gelu",
        )
        (scratch / "config.json").write_text(json.dumps(config.to_dict()))
        model, kinds = random_model(config)
        state = {f"enc.{name}": value for name, value in model.state_dict().items()}
        sections = encoder_sections(state | {"kind_tok.weight": kinds}, scratch)
        write(golden / "encoder.bin", used_replacements(sections, lines))
        cutter = Tokenizer.from_str(json.dumps(plain))
    cut = [cutter.encode(line) for line in lines]
    with open(golden / "pieces.tsv", "w") as file:
        for number, (line, found) in enumerate(zip(lines, cut)):
            print(number, *(f"{id} {a} {b}" for id, a, b in placed(line, found)), sep="\t", file=file)
    with open(golden / "vectors.tsv", "w") as file:
        for number in VECTOR_LINES:
            ids = [0, *cut[number].ids[: POSITIONS - 2], 2]
            rows = vectors(model, kinds, ids)
            for position, row in enumerate(rows):
                print(number, position, *(f"{value:.4f}" for value in row), sep="\t", file=file)


def occurring(tokenizer, whole, lines):
    """The numbers of the pieces that some line has, and of the rarest."""
    vocabulary = tokenizer["model"]["vocab"]
    scores = [score for _, score in vocabulary]
    text = "\n".join("\u2581" + whole.normalizer.normalize_str(line).replace(" ", "\u2581") for line in lines)
    rarest = min(range(len(scores)), key=scores.__getitem__)
    return [id for id, (piece, _) in enumerate(vocabulary) if id < 4 or id == rarest or piece in text]


def used_replacements(sections, lines):
    """The sections with those replacements only that begin with a character of the lines."""
    table = sections["norm.keys"]
    count = len(table) // 12
    keys, values = np.frombuffer(table, "<u8", count), np.frombuffer(table, "<u4", count, 8 * count)
    characters = set("".join(lines))
    used = [
        n for n, key in enumerate(keys.tolist())
        if key.to_bytes(8, "big").rstrip(b"\0").decode()[:1] in characters or key >> 56 < 0x80
    ]
    return sections | {"norm.keys": keys[used].tobytes() + values[used].tobytes()}


def random_model(config):
    torch.manual_seed(18)
    model = BertModel(config, add_pooling_layer=False).eval()
    with torch.no_grad():
        for name, value in model.named_parameters():
            value.copy_(torch.randn(value.shape) * (0.1 if value.dim() > 1 else 0.1))
            if name.endswith("LayerNorm.weight"):
                value.add_(1)
        words = model.embeddings.word_embeddings.weight
        scales = (torch.rand(words.numel() // 32, 1) * 0.1 + 0.02).half().float()
        values = torch.randint(-8, 8, (words.numel() // 32, 32))
        values[:, 0] = -8
        words.copy_((values * scales).reshape(words.shape))
        kinds = torch.randn(KINDS, WIDTH) * 0.3
        kinds[0] = 0
    return model, kinds


def vectors(model, kinds, ids):
    """PyTorch's answer; the kind of piece N is N modulo the number of kinds."""
    embedded = model.embeddings.word_embeddings(torch.tensor([ids]))
    embedded = embedded + kinds[torch.arange(len(ids)) % KINDS]
    with torch.no_grad():
        return model(inputs_embeds=embedded).last_hidden_state[0].tolist()


def placed(line, found):
    """Numbers and UTF-8 ranges of pieces, without the spaces that `tokenizers` counts in."""
    bytes_before = [0]
    for character in line:
        bytes_before.append(bytes_before[-1] + len(character.encode()))
    for index, (id, (start, end), token) in enumerate(zip(found.ids, found.offsets, found.tokens)):
        if token == "\u2581":
            # A space of its own is where the next character begins.
            start = end = found.offsets[index + 1][0] if index + 1 < len(found.ids) else len(line)
        while start < end and line[start] in " \t\u00a0\u200b\u200c\u3000\u2581":
            start += 1
        yield id, bytes_before[start], bytes_before[end]


if __name__ == "__main__":
    main()
