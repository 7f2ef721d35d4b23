#!/usr/bin/env python3
"""Trains the reader (`model.py`) on the corpus and on what Periplus sees of it.

Each time a passage is read, it is read with Periplus's mentions or with its labels', with or without the rules'
proposals, and often under other names, so that no route is learned by heart. The word table of the encoder stays as it
is. Each process, of one thread, reads its share of every batch. The same seed, corpus and number of processes give the
same weights.

usage: train.py VIEWS.jsonl FOLDER --out WEIGHTS.pt [--data FOLDER] [--hold HAND...] [--epochs 10] [--seed 1]
                [--no-rules] [--limit PASSAGES] [--processes 2] [--resume]
                [--start WEIGHTS.pt --new HAND... [--replay 0.35]]

VIEWS       what `views.py` wrote; a passage without a view is left out
FOLDER      the encoder, what `pretrained.py` made
--hold      hands (files of the corpus without `.txt`) that are not trained on
--no-rules  a reader that does not ask what the rules propose
--limit     trains on so many passages only, drawn by the seed, for a learning curve
--start     goes on from weights that have read other hands than `--new`, at half the rates; of those each epoch
            takes only the share `--replay`
--resume    goes on after the last whole epoch: `WEIGHTS.pt.epoch` holds the state until training is done
"""
import argparse
import collections
import hashlib
import json
import os
import pathlib
import random
import sys
import tempfile
import time

import torch
import torch.distributed
import torch.multiprocessing
import torch.nn.functional as F
from tokenizers import Tokenizer
from transformers import BertModel

import corpus
import instances
from batch import collate
from model import Reader

ROOT = pathlib.Path(__file__).resolve().parents[2]
CITIES = ROOT / "Data/Gazetteer/cities.tsv"
NAMES = 8000           # cities of the gazetteer whose names are lent
INFLECTED = ("ru", "tr", "uk")      # languages in which no names are lent
ENCODER_RATE, HEAD_RATE, DECAY = 2e-4, 1e-3, 0.01
WARM_UP, LEAST = 0.08, 0.02      # share of the steps in which the rates rise; what they fall to
STARTED = 0.5                    # share of the rates for weights that have been trained before
TOKENS, WINDOWS = 1400, 4        # of a batch: at most so many tokens, but at least so many windows; all processes together
SEEN, SILENT, SWAPPED = 0.55, 0.25, 0.3      # how often: Periplus's mentions, no proposals, other names
UNSEEN, LOST, UNKNOWN = 0.8, 0.03, 0.3       # how often names that Periplus passes over, and others, are read without
                                             # their kind, and how often those are of no kind as ends either
HAS_BFLOAT16 = "amx_bf16" in pathlib.Path("/proc/cpuinfo").read_text()
IDLE, DOUBT = 0.2, 0.1                       # sentences without a route that are read to the end: some, and likely ones


def load_views(path):
    """What Periplus sees, by the text."""
    with open(path, encoding="utf-8") as file:
        return {line["text"]: line["view"] for line in map(json.loads, file)}


def seen_passages(folder, views, held):
    """The passages to train on, each with its view."""
    files = corpus.files(folder)
    if not files:
        sys.exit(f"{folder}: no passages")
    if unknown := set(held) - set(files):
        sys.exit(f"{folder}: no such hand: {' '.join(sorted(unknown))}")
    passages = [
        dict(p, hand=hand, language=corpus.language(path))
        for hand, path in files.items() if hand not in held for p in corpus.load(path)]
    return [(p, views[p["text"]]) for p in passages if views.get(p["text"])]


def names_by_kind(passages, rng):
    """Names to lend, by language and kind: those of the passages, and in English of some cities of the world.

    None where a name has another form after each preposition."""
    names = collections.defaultdict(lambda: collections.defaultdict(list))
    for passage, _ in passages:
        if passage["language"] in INFLECTED:
            continue
        for mention in passage["mentions"]:
            kind = instances.KIND_OF.get(mention["kind"], mention["kind"])
            if kind not in ("demonym", "organisation"):
                names[passage["language"]][kind].append(mention["text"])
    with open(CITIES, encoding="utf-8") as file:
        cities = [line.split("\t")[1] for line in file][1:]
    names["en"]["city"] += [name for name in rng.sample(cities, NAMES) if name.isascii()]
    return names


def load_encoder(folder):
    encoder = BertModel.from_pretrained(
        folder, add_pooling_layer=False, attn_implementation="eager", attention_probs_dropout_prob=0.0)
    encoder.embeddings.word_embeddings.weight.requires_grad = False
    return encoder


def load_windows(folder):
    return instances.Windows(Tokenizer.from_file(str(pathlib.Path(folder) / "tokenizer.json")))


class Readings:
    """One reading after another of the passages, each time as the dice fall."""

    def __init__(self, passages, windows, rng, new=(), replay=1, processes=1):
        self.passages, self.windows, self.rng = passages, windows, rng
        self.most, self.least = TOKENS // processes, WINDOWS // processes
        self.new, self.replay = new, replay
        self.names = names_by_kind(passages, rng)

    def all(self):
        """The windows of one epoch."""
        # Lent names make most sentences new in each epoch.
        self.windows.memory.clear()
        return [
            window for passage, view in self.passages
            if not self.new or passage["hand"] in self.new or self.rng.random() < self.replay
            for window in self.one(passage, view)]

    def one(self, passage, view):
        rng = self.rng
        view = instances.system_view(passage, view) if rng.random() < SEEN else instances.gold_view(passage, view)
        view = self.without_kinds(view)
        if rng.random() < SILENT:
            view = dict(view, proposals=[])
        if rng.random() < SWAPPED:
            view = instances.swapped(view, self.names.get(passage["language"], {}), rng)
        return self.windows.of(view)

    def without_kinds(self, view):
        """The same, where some names are as those are that the reader itself finds."""
        rng, unseen, nodes = self.rng, set(), list(view["nodes"])
        for index, (_, _, _, node) in enumerate(view["mentions"]):
            if node < 0 or rng.random() >= (UNSEEN if index in view["unseen"] else LOST):
                continue
            unseen.add(index)
            if rng.random() < UNKNOWN:
                nodes[node] = "unknown"
        return dict(view, unseen=unseen, nodes=nodes)

    def batches(self, windows):
        """The windows in batches of about one length, shuffled."""
        lengths = [len(window["ids"]) for window in windows]
        batches = [[]]
        for index in sorted(range(len(windows)), key=lambda i: lengths[i] + self.rng.random() * 10):
            padded = -(-lengths[index] // 16) * 16
            if len(batches[-1]) >= self.least and padded * (len(batches[-1]) + 1) > self.most:
                batches.append([])
            batches[-1].append(index)
        self.rng.shuffle(batches)
        return [[windows[index] for index in batch] for batch in batches if batch]


def encoded(net, batch, choose):
    """What the encoder says, computed in bfloat16 where the processor does; see `Reader.encode`."""
    with torch.autocast("cpu", torch.bfloat16, enabled=HAS_BFLOAT16):
        vectors, worth, read, words = net.encode(batch, lambda worth: choose(worth.float()))
    return vectors.float(), worth.float(), read, words


def chosen(batch):
    """Which sentences are read to the end in training: those with a route, those that may have one, and some others."""
    def choose(worth):
        likely = torch.sigmoid(worth.detach()) > DOUBT
        return likely | (batch["worth"] > 0) | (torch.rand(len(worth)) < IDLE)
    return choose


def route_loss(answers, batch):
    """What is said of the routes that are there."""
    def classes(key):
        return F.cross_entropy(answers[key], batch[f"r_{key}"], reduction="sum")

    trigger = F.cross_entropy(answers["trigger"], batch["r_trigger"], reduction="sum", ignore_index=-100)
    cargo = sum(F.cross_entropy(answers["cargo"][:, k], batch["r_cargo"][:, k], reduction="sum") for k in (0, 1))
    both = F.binary_cross_entropy_with_logits(answers["both"], batch["r_both"], reduction="sum")
    via = F.binary_cross_entropy_with_logits(answers["via"], batch["r_via"], reduction="none")
    traits = 1.5 * classes("mode") + 1.5 * classes("status") + 0.5 * classes("relation")
    return 0.5 * trigger + 0.4 * cargo + 0.5 * traits + 0.3 * both + (via * batch["r_keep"]).sum()


def loss_of(net, batch, sentences):
    """The loss a sentence."""
    vectors, worth, read, words = encoded(net, batch, chosen(batch))
    answers = net.pairs(vectors, batch)
    # A sentence of many places counts for more, but not as the square of their number.
    weights = batch["pair_mask"] * read[:, None, None] / batch["size"].clamp(min=1)[:, None, None] ** 0.5
    pairs = F.binary_cross_entropy_with_logits(answers["score"], batch["labels"], reduction="none")
    tags = F.cross_entropy(
        net.tag(vectors).flatten(0, 1), batch["tags"].masked_fill(~words, -100).flatten(), reduction="sum",
        ignore_index=-100)
    signs = F.binary_cross_entropy_with_logits(worth, batch["worth"], reduction="sum")
    loss = (pairs * weights).sum() + 0.03 * tags + 0.3 * signs
    if "r" in batch:
        loss = loss + route_loss(net.details(answers, vectors, batch, *batch["r"]), batch)
    return loss / len(sentences)


def optimizer_of(net, share=1):
    """The optimizer, at a share of the rates."""
    encoder = [p for p in net.enc.parameters() if p.requires_grad]
    heads = [p for name, p in net.named_parameters() if not name.startswith("enc.")]
    groups = [dict(params=encoder, lr=share * ENCODER_RATE), dict(params=heads, lr=share * HEAD_RATE)]
    return torch.optim.AdamW(groups, weight_decay=DECAY, fused=True)


def schedule_of(optimizer, steps):
    """The rates rise for a while, then fall on a line."""
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, step / (WARM_UP * steps + 1)) * max(LEAST, 1 - step / max(1, steps)))


def average_gradients(net, processes):
    """The same gradients in all processes: the mean of theirs."""
    weights = [weight for weight in net.parameters() if weight.requires_grad]
    parts = [torch.zeros_like(weight) if weight.grad is None else weight.grad for weight in weights]
    flat = torch.cat([part.flatten() for part in parts])
    torch.distributed.all_reduce(flat)
    for weight, part in zip(weights, (flat / processes).split([part.numel() for part in parts])):
        weight.grad = part.view_as(weight)


def save(content, path):
    """Writes a file whole or not at all."""
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save(content, f"{path}.part")
    os.replace(f"{path}.part", path)


def tell(what, loss, start):
    print(f"{what}: loss {loss:.3f}, {time.time() - start:.0f} s", flush=True)


class Training:
    """The state of a training, kept after each epoch."""

    def __init__(self, net, readings, epochs, settings, rank=0):
        self.net, self.readings, self.epochs, self.settings = net, readings, epochs, settings
        self.rank, self.processes = rank, settings["processes"]
        self.done = 0
        # How many steps there will be is told by a first reading.
        windows = readings.all()
        steps = epochs * (len(readings.batches(windows)) // self.processes)
        if not rank:
            print(f"{len(windows)} windows, {steps} steps", flush=True)
        self.optimizer = optimizer_of(net, STARTED if settings["start"] else 1)
        self.schedule = schedule_of(self.optimizer, steps)

    def keep(self, path):
        save(dict(
            settings=self.settings, done=self.done, net=self.net.state_dict(), optimizer=self.optimizer.state_dict(),
            schedule=self.schedule.state_dict(), torch=torch.get_rng_state(),
            python=self.readings.rng.getstate()), path)

    def resume(self, path):
        state = torch.load(path, map_location="cpu")
        if state["settings"] != self.settings:
            sys.exit(f"{path}: of another training (other passages or options); delete it to begin anew")
        self.done = state["done"]
        self.net.load_state_dict(state["net"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        torch.set_rng_state(state["torch"])
        self.readings.rng.setstate(state["python"])
        print(f"goes on after epoch {self.done}", flush=True)

    def epoch(self):
        start, total = time.time(), 0
        self.net.train()
        batches = self.readings.batches(self.readings.all())
        # All processes draw the same batches; each reads its own of them.
        batches = batches[self.rank:len(batches) // self.processes * self.processes:self.processes]
        torch.manual_seed(self.settings["seed"] * 1000 + self.processes * self.done + self.rank)
        for count, part in enumerate(batches, 1):
            batch, sentences = collate(part)
            loss = loss_of(self.net, batch, sentences)
            self.optimizer.zero_grad()
            loss.backward()
            if self.processes > 1:
                average_gradients(self.net, self.processes)
            torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1)
            self.optimizer.step()
            self.schedule.step()
            total += loss.item()
            if count % 50 == 0 and not self.rank:
                tell(f"step {count} of {len(batches)}", total / count, start)
        self.done += 1
        if not self.rank:
            tell(f"epoch {self.done} of {self.epochs}", total / max(1, len(batches)), start)

    def run(self, out, resume):
        """Trains, and writes the weights."""
        kept = pathlib.Path(f"{out}.epoch")
        if resume and kept.exists():
            self.resume(kept)
        while self.done < self.epochs:
            self.epoch()
            if not self.rank:
                self.keep(kept)
        if not self.rank:
            save(self.net.state_dict(), out)
            kept.unlink(missing_ok=True)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("views")
    parser.add_argument("encoder")
    parser.add_argument("--out", required=True)
    parser.add_argument("--data", default=ROOT / "Data/Reading")
    parser.add_argument("--hold", nargs="*", default=[], metavar="HAND")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rules", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--start", metavar="WEIGHTS")
    parser.add_argument("--new", nargs="+", default=[], metavar="HAND")
    parser.add_argument("--replay", type=float, default=0.35)
    options = parser.parse_args()
    if bool(options.start) != bool(options.new):
        parser.error("--start and --new go together")
    return options


def train(rank, options):
    """One of the processes of a training."""
    rng = random.Random(options.seed)
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    if options.processes > 1:
        torch.distributed.init_process_group("gloo", init_method=options.meeting, rank=rank, world_size=options.processes)
    passages = seen_passages(options.data, load_views(options.views), options.hold)
    if options.limit:
        rng.shuffle(passages)
        passages = passages[:options.limit]
    if not rank:
        print(f"{len(passages)} passages", flush=True)
    readings = Readings(passages, load_windows(options.encoder), rng, options.new, options.replay, options.processes)
    net = Reader(load_encoder(options.encoder), rules=options.rules)
    if options.start:
        net.begin_with(options.start)
    settings = {key: getattr(options, key) for key in ("epochs", "seed", "rules", "processes", "start", "new", "replay")}
    settings["passages"] = hashlib.sha256(json.dumps(passages).encode()).hexdigest()
    Training(net, readings, options.epochs, settings, rank).run(options.out, options.resume)


def main(options):
    if options.processes == 1:
        return train(0, options)
    with tempfile.TemporaryDirectory() as folder:
        options.meeting = f"file://{folder}/meeting"
        torch.multiprocessing.spawn(train, (options,), nprocs=options.processes)


if __name__ == "__main__":
    main(arguments())
