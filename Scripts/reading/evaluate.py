#!/usr/bin/env python3
"""Measures readers on hands that they have not read, and fits what the program does with their scores.

A route is right if both its ends are: an end is right if it shares a character with the label's, or has the same text;
an open end is right if the label's is open. Each label is paired with the route that fits best. Of the right routes,
`mode` (where the label knows it), `status` and `cargo` (where the label has one) are the shares that are right; `false`
is routes in 100 passages that state none; `error` is how far confidence is from the share that is right, over ten bins.

usage: evaluate.py VIEWS.jsonl FOLDER WEIGHTS.pt... --hold HAND... [--hold HAND...] [--data FOLDER] [--no-rules]
                   [--bars ROUTE VIA] [--worth BAR] [--others BAR] [--glance BAR] [--calibration OUT.json] [--threads 2]

VIEWS, FOLDER  as `train.py` takes them
--hold         the hands to read, once for each of the weights; the last line of figures is of all of them together
--no-rules     reads without what the rules propose
--bars         the bars to use, else those of the best F1: of a route's calibrated probability, and of a place passed
--worth        how likely a sentence must be to state a route, for its window to be read to the end
--others       the bar of a route in another language than English, written as it is given
--glance       the bar of a glance for a sentence to be read at all, written as it is given: the program glances, not this
--calibration  writes slope and offset (Platt's) of the scores, and the bars, as `export.py` reads them

Slope, offset and bars are fitted to the very routes that are measured: four numbers on thousands of routes.
"""
import argparse
import collections
import dataclasses
import json
import math
import pathlib
import sys

import torch

import corpus
import instances
from batch import collate
from model import MODES, RELATIONS, STATUS, Reader
from train import ROOT, encoded, load_encoder, load_views, load_windows

POSSIBLE = 0.1         # what is less probable than that, as a route or as a place passed, is left out
LONGEST_CARGO = 10     # pieces
WORTH = 0.03           # a sentence that is less likely to state a route is not read to the end
BATCH = 24             # windows
BINS = 10
FEW = 0.05             # a bar between steps


def logistic(score):
    return 1 / (1 + math.exp(-score))


class Predictions:
    """A reader's proposals for passages."""

    def __init__(self, weights, folder, rules=True, worth=WORTH):
        self.net = Reader(load_encoder(folder), rules=rules)
        self.net.begin_with(weights)
        self.net.eval()
        self.rules, self.worth, self.windows = rules, worth, load_windows(folder)
        self.sentences = self.read = 0

    @torch.no_grad()
    def of(self, passages):
        """The possible routes of each passage; of one without a view, none."""
        jobs = []
        for number, (passage, view) in enumerate(passages):
            if view:
                view = instances.system_view(passage, view)
                view = view if self.rules else dict(view, proposals=[])
                jobs += [(number, view, window) for window in self.windows.of(view, False)]
        jobs.sort(key=lambda job: len(job[2]["ids"]))
        found = [[] for _ in passages]
        for start in range(0, len(jobs), BATCH):
            for number, route in self.routes(jobs[start:start + BATCH]):
                found[number].append(route)
        return found

    def routes(self, jobs):
        """The possible routes of some windows, each with its passage's number."""
        batch, sentences = collate([window for _, _, window in jobs], False)
        vectors, _, read, _ = encoded(self.net, batch, lambda worth: torch.sigmoid(worth) > self.worth)
        self.sentences, self.read = self.sentences + len(read), self.read + read.sum().item()
        answers = self.net.pairs(vectors, batch)
        likely = torch.sigmoid(answers["score"]) * batch["pair_mask"] * read[:, None, None] > POSSIBLE
        where = likely.nonzero(as_tuple=True)
        if not len(where[0]):
            return
        details = self.net.details(answers, vectors, batch, *where)
        cargo, via = details["cargo"].argmax(-1).tolist(), torch.sigmoid(details["via"]).tolist()
        longest = batch["ids"].shape[1]
        for row, (s, i, j) in enumerate(zip(*(index.tolist() for index in where))):
            window, sentence = sentences[s]
            number, view, window = jobs[window]
            # Each place by the first of its mentions here; the open end comes after the places.
            spans = [tuple(view["mentions"][mentions[0][2]][:2]) for _, mentions, _ in sentence["nodes"]] + [None]
            nodes = [node for node, _, _ in sentence["nodes"]] + [None]
            yield number, dict(
                score=answers["score"][s, i, j].item(), key=(nodes[i], nodes[j]), sentence=sentence["chars"],
                origin=spans[i], destination=spans[j], via=[
                    (spans[k], via[row][k]) for k in range(len(nodes) - 1)
                    if k not in (i, j) and via[row][k] > POSSIBLE],
                cargo=cargo_span(cargo[row], longest, window, view["text"]),
                mode=MODES[details["mode"][row].argmax()], status=STATUS[details["status"][row].argmax()],
                relation=RELATIONS[details["relation"][row].argmax()], both=details["both"][row].item() > 0)


def cargo_span(pieces, none, window, text):
    """The span of cargo from its first to its last piece; `none` is the place that stands for no cargo."""
    first, last = pieces
    if first >= none or window["offsets"][first][0] < 0:
        return None
    if not first <= last < min(none, first + LONGEST_CARGO):
        last = first
    start, end = window["offsets"][first][0], window["offsets"][last][1]
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def decoded(routes, bar):
    """The routes that are drawn: as `RouteDecoder` in Swift, but for containers. `bar` is of the scores."""
    best = {}
    for route in routes:
        key = route["key"]
        if route["score"] >= bar and (key not in best or best[key]["score"] < route["score"]):
            best[key] = route
    named = [key for key in best if None not in key]
    origins, goals = {key[0] for key in named}, {key[1] for key in named}

    def stands(key, route):
        if key[0] is None:
            return key[1] not in goals
        if key[1] is None:
            return key[0] not in origins
        # An end named in another sentence gives way to a surer one.
        for end, other in ((0, 1), (1, 0)):
            span, (start, stop) = route[("origin", "destination")[end]], route["sentence"]
            if not start <= span[0] < stop and any(
                    key_[other] == key[other] and None not in key_ and best[key_]["sentence"] == route["sentence"]
                    and best[key_]["score"] > route["score"] for key_ in named):
                return False
        back = best.get(key[::-1])
        return not back or back["sentence"] != route["sentence"] or route["score"] >= back["score"]

    return sorted((r for key, r in best.items() if stands(key, r)), key=lambda r: r["sentence"])


def labels(passage):
    """The labelled routes, ends as spans."""
    def span(items, index):
        return None if index is None else (items[index]["start"], items[index]["end"])

    return [
        dict(
            origin=span(passage["mentions"], route["origin"]),
            destination=span(passage["mentions"], route["destination"]),
            via=[span(passage["mentions"], index) for index in route["via"]],
            cargo=span(passage["cargo"], route["cargo"]), mode=route["mode"], status=route["status"])
        for route in passage["routes"]]


def touch(a, b):
    return a[0] < b[1] and b[0] < a[1]


def agree(text, label, end):
    """Whether an end, or a place passed, is the label's."""
    if label is None or end is None:
        return label is end
    return touch(label, end) or text[slice(*label)].lower() == text[slice(*end)].lower()


def fit(text, label, route):
    """How well a route answers a label, the better the greater; None if no named end agrees."""
    ends = [agree(text, label[end], route[end]) for end in ("origin", "destination")]
    named = sum(ok and label[end] is not None for ok, end in zip(ends, ("origin", "destination")))
    if not named:
        return None
    via = sum(any(agree(text, v, w) for w in route["via"]) for v in label["via"])
    same = [label[trait] == route[trait] for trait in ("status", "mode")]
    return all(ends), named, via, cargo_agrees(label, route), *same


def cargo_agrees(label, route):
    return bool(label["cargo"] and route["cargo"] and touch(label["cargo"], route["cargo"]))


def paired(text, gold, routes):
    """(label, route, whether both ends agree), the best fits first, each label and route once."""
    fits = [(f, -i, -j) for i, a in enumerate(gold) for j, b in enumerate(routes) if (f := fit(text, a, b))]
    labels_used, routes_used, pairs = set(), set(), []
    for f, i, j in sorted(fits, reverse=True):
        if -i not in labels_used and -j not in routes_used:
            labels_used.add(-i)
            routes_used.add(-j)
            pairs.append((gold[-i], routes[-j], f[0]))
    return pairs


def passed_right(text, label, route):
    """How many places passed are right, each of the route's for one of the label's."""
    left, right = list(route["via"]), 0
    for v in label["via"]:
        hit = next((k for k, w in enumerate(left) if agree(text, v, w)), None)
        if hit is not None:
            del left[hit]
            right += 1
    return right


def precision_recall(right, given, labelled):
    precision, recall = right / max(1, given), right / max(1, labelled)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


@dataclasses.dataclass
class Bars:
    """From a score to a probability, and from which on a route or a place passed is drawn."""
    slope: float
    offset: float
    route: float
    via: float

    def probability(self, score):
        return logistic(self.slope * score + self.offset)

    def score(self):
        """The score at the bar for a route."""
        return (math.log(self.route / (1 - self.route)) - self.offset) / self.slope

    def drawn(self, routes):
        return [dict(r, via=[span for span, p in r["via"] if p >= self.via]) for r in decoded(routes, self.score())]


class Tally:
    """The figures of passages and their proposals at some bars."""

    def __init__(self, passages, proposals, bars):
        self.count = collections.Counter()
        self.confidence = []
        for (passage, _), routes in zip(passages, proposals):
            self.add(passage, bars.drawn(routes), bars)

    def add(self, passage, routes, bars):
        count, gold = self.count, labels(passage)
        count.update(labels=len(gold), routes=len(routes))
        count.update(via_labels=sum(len(r["via"]) for r in gold), via_routes=sum(len(r["via"]) for r in routes))
        if not gold:
            count.update(without=1, false=len(routes))
        right = set()
        for label, route, both in paired(passage["text"], gold, routes):
            count["via"] += passed_right(passage["text"], label, route)
            if both:
                right.add(id(route))
                count.update(right=1, status=label["status"] == route["status"])
                count.update(moded=label["mode"] != "unknown", mode="unknown" != label["mode"] == route["mode"])
                count.update(laden=bool(label["cargo"]), cargo=cargo_agrees(label, route))
        self.confidence += [(bars.probability(r["score"]), id(r) in right) for r in routes]

    def pairs(self):
        return precision_recall(*(self.count[key] for key in ("right", "routes", "labels")))

    def via(self):
        return precision_recall(*(self.count[key] for key in ("via", "via_routes", "via_labels")))

    def calibration_error(self):
        """How far a confidence is from the share that is right, over ten bins of it."""
        bins = collections.defaultdict(list)
        for probability, right in self.confidence:
            bins[min(BINS - 1, int(probability * BINS))].append(probability - right)
        return sum(abs(sum(part)) for part in bins.values()) / max(1, len(self.confidence))

    def line(self):
        count = self.count
        shares = [count[a] / max(1, count[b]) for a, b in (("mode", "moded"), ("status", "right"), ("cargo", "laden"))]
        figures = [*self.pairs(), *self.via(), *shares]
        return " ".join(f"{x:6.3f}" for x in figures) + f" {100 * count['false'] / max(1, count['without']):6.1f}" \
            f" {self.calibration_error():6.3f}"


HEADER = " ".join(f"{x:>6}" for x in "P R F1 viaP viaR viaF1 mode status cargo false error".split())


def fitted(samples):
    """Slope and offset that make of scores the probability of being right: Platt's, by Newton's method.

    `samples` are (score, whether right); Platt's targets keep a little from 0 and 1."""
    x = torch.tensor([score for score, _ in samples], dtype=torch.float64)
    right = torch.tensor([ok for _, ok in samples], dtype=torch.bool)
    if right.all() or not right.any():
        return 1.0, 0.0
    yes, no = right.sum().item(), (~right).sum().item()
    target = torch.where(right, (yes + 1) / (yes + 2), 1 / (no + 2)).double()
    inputs = torch.stack([x, torch.ones_like(x)], 1)
    answer = torch.tensor([1.0, 0.0], dtype=torch.float64)
    for _ in range(100):
        p = torch.sigmoid(inputs @ answer)
        slope = inputs.T @ (target - p)
        curve = (inputs * (p * (1 - p))[:, None]).T @ inputs + 1e-9 * torch.eye(2, dtype=torch.float64)
        step = torch.linalg.solve(curve, slope)
        answer += step / max(1, step.abs().max().item())
        if step.abs().max() < 1e-9:
            break
    return answer[0].item(), answer[1].item()


def samples(passages, proposals, bar):
    """(score, whether right) of what would be drawn at a low bar of the scores."""
    found = []
    for (passage, _), routes in zip(passages, proposals):
        routes = [dict(r, via=[]) for r in decoded(routes, bar)]
        pairs = paired(passage["text"], labels(passage), routes)
        right = {id(route) for _, route, both in pairs if both}
        found += [(r["score"], id(r) in right) for r in routes]
    return found


def best_bars(passages, proposals, slope, offset):
    """The bars of the best F1: first that of routes, then that of places passed."""
    steps = [FEW * step for step in range(2, round(1 / FEW) - 1)]
    route = max(steps, key=lambda bar: Tally(passages, proposals, Bars(slope, offset, bar, 0.5)).pairs()[2])
    via = max(steps, key=lambda bar: Tally(passages, proposals, Bars(slope, offset, route, bar)).via()[2])
    return Bars(slope, offset, round(route, 2), round(via, 2))


def held_passages(folder, views, held):
    """All passages of some hands, each with its view or None."""
    files = corpus.files(folder)
    if unknown := set(held) - set(files):
        sys.exit(f"{folder}: no such hand: {' '.join(sorted(unknown))}")
    passages = [(p, views.get(p["text"])) for hand in held for p in corpus.load(files[hand])]
    if missing := sum(view is None for _, view in passages):
        print(f"{missing} passages have no view: nothing is read there", file=sys.stderr)
    return passages


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("views")
    parser.add_argument("encoder")
    parser.add_argument("weights", nargs="+")
    parser.add_argument("--hold", nargs="+", action="append", required=True, metavar="HAND")
    parser.add_argument("--data", default=ROOT / "Data/Reading")
    parser.add_argument("--rules", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--bars", nargs=2, type=float, metavar=("ROUTE", "VIA"))
    parser.add_argument("--worth", type=float, default=WORTH)
    parser.add_argument("--others", type=float, default=0.5)
    parser.add_argument("--glance", type=float, default=0.0)
    parser.add_argument("--calibration", type=pathlib.Path)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    if len(options.weights) != len(options.hold):
        parser.error("as many --hold as weights")
    return options


def main(options):
    torch.set_num_threads(options.threads)
    views = load_views(options.views)
    parts = []
    for weights, held in zip(options.weights, options.hold):
        passages = held_passages(options.data, views, held)
        predictions = Predictions(weights, options.encoder, options.rules, options.worth)
        parts.append((passages, predictions.of(passages)))
        print(f"{weights}: {predictions.read} of {predictions.sentences} sentences read to the end")
    passages, proposals = ([x for part in parts for x in part[side]] for side in (0, 1))
    slope, offset = fitted(samples(passages, proposals, math.log(POSSIBLE / (1 - POSSIBLE))))
    bars = Bars(slope, offset, *options.bars) if options.bars else best_bars(passages, proposals, slope, offset)
    print(f"slope {slope:.3f}, offset {offset:.3f}, bars {bars.route} (score {bars.score():.2f}) and {bars.via}")
    print(f"{'':24} {HEADER}")
    for held, part in zip(options.hold, parts):
        print(f"{' '.join(held):24.24} {Tally(*part, bars).line()}")
    for step in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        print(f"{f'all, bar {step}':24} {Tally(passages, proposals, Bars(slope, offset, step, bars.via)).line()}")
    print(f"{'all':24} {Tally(passages, proposals, bars).line()}")
    if options.calibration:
        facts = dict(calibration=[slope, offset], bars=[bars.route, bars.via, options.worth, options.others, options.glance])
        options.calibration.write_text(json.dumps(facts) + "\n")


if __name__ == "__main__":
    main(arguments())
