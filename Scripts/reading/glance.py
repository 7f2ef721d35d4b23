"""Trains the glance of a trained reader: which sentences may state a route at all, by their words' embeddings.

The embeddings are the reader's own and stay as they are, so that it is trained behind the rest, and anew after it.
For the hands held out it prints, for some bars, which share of the sentences with a route is seen, and of those without is read.

usage: glance.py VIEWS.jsonl FOLDER WEIGHTS.pt [--hold HAND...] [--data FOLDER] [--epochs 3] [--seed 1]

VIEWS, FOLDER, --hold  as `train.py` takes them
WEIGHTS.pt             the reader's; written again, with the glance's among them
"""
import argparse
import random
import time

import torch
import torch.nn.functional as F

import instances
from model import WIDTH, Glance
from train import ROOT, load_views, load_windows, save, seen_passages, tell

BATCH = 96
RATE = 2e-3
DROP = 0.1                   # of the words' embeddings
BARS = (0.005, 0.01, 0.02, 0.05)


class Embedding:
    """What the encoder makes of pieces before its layers."""

    def __init__(self, state):
        take = lambda name: state[f"enc.embeddings.{name}.weight"]
        self.words = take("word_embeddings")
        self.positions = take("position_embeddings") + take("token_type_embeddings")[0]
        self.kinds = state["kind_tok.weight"].clone()
        self.kinds[0] = 0
        self.norm = state["enc.embeddings.LayerNorm.weight"], state["enc.embeddings.LayerNorm.bias"]

    def of(self, sentences):
        """The vectors (B, L, WIDTH) of sentences, and which are words (B, L)."""
        longest = max(len(ids) for ids, _, _ in sentences)
        pad = lambda values, value: torch.tensor([v + [value] * (longest - len(v)) for v in values])
        ids, kinds = pad([s[0] for s in sentences], 1), pad([s[1] for s in sentences], 0)
        mask = pad([[True] * len(s[0]) for s in sentences], False)
        vectors = self.words[ids] + self.positions[:longest] + self.kinds[kinds]
        return F.layer_norm(vectors, (WIDTH,), *self.norm, 1e-12), mask


def sentences_of(passages, windows, looks):
    """Sentences as pieces, kinds, and whether they state a route, as each of the looks shows them."""
    found = []
    for passage, view in passages:
        for look in looks:
            for window in windows.of(look(passage, view)):
                for row in window["sentences"]:
                    pieces = slice(*row["tokens"])
                    found.append((window["ids"][pieces], window["kinds"][pieces], bool(row["routes"] or row["ignored"])))
    return found


def train(net, embedding, sentences, epochs, rng):
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE)
    start, steps = time.time(), epochs * -(-len(sentences) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.02, 1 - step / steps))
    for epoch in range(1, epochs + 1):
        order = sorted(range(len(sentences)), key=lambda i: len(sentences[i][0]) + 8 * rng.random())
        batches = [order[i:i + BATCH] for i in range(0, len(order), BATCH)]
        rng.shuffle(batches)
        total = 0
        for batch in batches:
            part = [sentences[i] for i in batch]
            words, mask = embedding.of(part)
            labels = torch.tensor([float(states) for _, _, states in part])
            loss = F.binary_cross_entropy_with_logits(net(F.dropout(words, DROP), mask), labels)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item()
        tell(f"epoch {epoch} of {epochs}", total / len(batches), start)


@torch.no_grad()
def show(name, net, embedding, sentences):
    scores = []
    for start in range(0, len(sentences), BATCH):
        scores += torch.sigmoid(net(*embedding.of(sentences[start:start + BATCH]))).tolist()

    def share(states, bar):
        mine = [score for score, sentence in zip(scores, sentences) if sentence[2] == states]
        return sum(score >= bar for score in mine) / max(1, len(mine))
    print(name, " ".join(f"{bar}: {share(True, bar):.3f} {share(False, bar):.2f}" for bar in BARS), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("views")
    parser.add_argument("encoder")
    parser.add_argument("weights")
    parser.add_argument("--hold", nargs="*", default=[], metavar="HAND")
    parser.add_argument("--data", default=ROOT / "Data/Reading")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    rng = random.Random(options.seed)
    state = torch.load(options.weights, map_location="cpu")
    embedding, windows, net = Embedding(state), load_windows(options.encoder), Glance()
    passages = seen_passages(options.data, load_views(options.views), [])
    both = (instances.system_view, instances.gold_view)
    train(net, embedding, sentences_of([p for p in passages if p[0]["hand"] not in options.hold], windows, both), options.epochs, rng)
    for hand in options.hold:
        show(hand, net, embedding, sentences_of([p for p in passages if p[0]["hand"] == hand], windows, both[:1]))
    save(state | {f"glance.{name}": value for name, value in net.state_dict().items()}, options.weights)


if __name__ == "__main__":
    main()
