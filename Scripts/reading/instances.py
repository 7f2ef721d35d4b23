"""Windows of text as the reader sees them: from a passage and what Periplus sees of it (`Scripts/reading/views`)."""
import random

from model import KINDS, MODES, RELATIONS, STATUS, TAGS

LONGEST = 254      # pieces of a window beside its two marks
CONTEXT = 2        # sentences before a window's own that it may repeat
ROOM = 40          # pieces that are kept free for them
KIND_OF = {"org": "organisation", "vessel": "organisation", "person": "organisation"}
ORDER = {name: i for i, name in enumerate(KINDS)}


def system_view(passage, view):
    """A passage with the mentions that Periplus finds; the gold routes' ends become its nodes.

    Gives sentences, mentions [start, end, kind, node], nodes (kinds), routes (ends are nodes, -1 open, None lost), and
    which mentions are names that Periplus passes over."""
    mentions = [(m["start"], m["end"], m["kind"], m.get("node", -1) if m.get("node") is not None else -1) for m in view["mentions"]]

    def node_of(gold):
        best, size = None, 0
        for start, end, _, node in mentions:
            common = min(end, gold["end"]) - max(start, gold["start"])
            if node >= 0 and common > size:
                best, size = node, common
        return best

    exact = [node_of(m) for m in passage["mentions"]]
    by_name = {}
    for m, node in zip(passage["mentions"], exact):
        if node is not None:
            by_name.setdefault(m["text"].lower(), node)
    at = [n if n is not None else by_name.get(m["text"].lower()) for m, n in zip(passage["mentions"], exact)]
    routes = []
    for r in passage["routes"]:
        end = lambda k: -1 if r[k] is None else at[r[k]]
        routes.append(dict(r, o=end("origin"), d=end("destination"), v=[at[x] for x in r["via"] if at[x] is not None]))
    proposals = []
    for p in view.get("proposals", []):
        end = lambda k: -1 if p.get(k) is None or p[k] >= len(mentions) else mentions[p[k]][3]
        proposals.append((end("origin"), end("destination"), tuple(p["sentence"])))
    return dict(text=passage["text"], sentences=[tuple(s) for s in view["sentences"]], mentions=mentions, nodes=list(view["nodes"]), routes=routes, cargo=passage["cargo"], proposals=proposals, gold=passage["mentions"], unseen=set())


def gold_view(passage, view):
    """A passage with the mentions of its labels; names of one place are joined where Periplus joins them."""
    nodes, mentions, key_of = [], [], {}
    for m in sorted(passage["mentions"], key=lambda m: m["start"]):
        kind = KIND_OF.get(m["kind"], m["kind"])
        if kind == "organisation":
            mentions.append((m["start"], m["end"], kind, -1))
            continue
        seen = [v["node"] for v in view["mentions"] if v.get("node") is not None and v["start"] < m["end"] and m["start"] < v["end"]]
        keys = [("name", m["text"].lower())] + ([("node", seen[0])] if seen else [])
        node = next((key_of[k] for k in keys if k in key_of), len(nodes))
        if node == len(nodes):
            nodes.append(kind)
        if nodes[node] == "demonym":
            nodes[node] = kind
        for k in keys:
            key_of[k] = node
        mentions.append((m["start"], m["end"], kind, node))
    seen = [(v["start"], v["end"]) for v in view["mentions"]]
    unseen = {i for i, m in enumerate(mentions) if m[3] >= 0 and not any(a < m[1] and m[0] < b for a, b in seen)}
    place = {(m[0], m[1]): m[3] for m in mentions}
    at = [place[m["start"], m["end"]] for m in passage["mentions"]]
    routes = []
    for r in passage["routes"]:
        end = lambda k: -1 if r[k] is None else at[r[k]]
        routes.append(dict(r, o=end("origin"), d=end("destination"), v=[at[x] for x in r["via"]]))
    known = {}
    for v in view["mentions"]:
        for s, e, _, node in mentions:
            if node >= 0 and v.get("node") is not None and v["start"] < e and s < v["end"]:
                known.setdefault(v["node"], node)
    proposals = []
    for p in view.get("proposals", []):
        def end(k):
            if p.get(k) is None:
                return -1
            i = p[k]
            return known.get(view["mentions"][i].get("node")) if i < len(view["mentions"]) else None
        o, d = end("origin"), end("destination")
        if o is not None and d is not None:
            proposals.append((o, d, tuple(p["sentence"])))
    return dict(text=passage["text"], sentences=[tuple(s) for s in view["sentences"]], mentions=mentions, nodes=nodes, routes=routes, cargo=passage["cargo"], proposals=proposals, gold=passage["mentions"], unseen=unseen)


class Windows:
    """Cuts views into windows of pieces."""

    def __init__(self, tokenizer):
        self.tokenizer = tokenizer
        self.memory = {}

    def pieces(self, text):
        if text not in self.memory:
            e = self.tokenizer.encode(text, add_special_tokens=False)
            self.memory[text] = (e.ids, e.offsets)
        return self.memory[text]

    def of(self, view, with_gold=True):
        text = view["text"]
        sentences = []
        for a, b in view["sentences"]:
            ids, offsets = self.pieces(text[a:b])
            for k in range(0, max(1, len(ids)), LONGEST):
                part = ids[k:k + LONGEST], [(x + a, y + a) for x, y in offsets[k:k + LONGEST]]
                if part[0]:
                    sentences.append((part[1][0][0], part[1][-1][1], *part, (a, b)))
        i, out = 0, []
        while i < len(sentences):
            first, j, size = i, i, len(sentences[i][2])
            room = min(size + ROOM, LONGEST)
            # First some of what was said before, then the window's own, then more of the former.
            for most in (room, LONGEST):
                while first > 0 and i - first < CONTEXT and size + len(sentences[first - 1][2]) <= most:
                    first -= 1
                    size += len(sentences[first][2])
                while j + 1 < len(sentences) and size + len(sentences[j + 1][2]) <= LONGEST:
                    j += 1
                    size += len(sentences[j][2])
            x = self.window(view, sentences[first:j + 1], i - first, with_gold)
            if x["sentences"]:
                out.append(x)
            i = j + 1
        return out

    def window(self, view, sentences, own, with_gold):
        ids, offsets, spans = [0], [(-1, -1)], []
        for a, b, i, o, whole in sentences:
            spans.append((len(ids), len(ids) + len(i), a, b, whole))
            ids += i
            offsets += o
        ids.append(2)
        offsets.append((-1, -1))
        low, high = sentences[0][0], sentences[-1][1]

        def tokens(start, end):
            found = [k for k, (x, y) in enumerate(offsets) if x < end and start < y and y > x]
            return (found[0], found[-1] + 1) if found else None

        kinds, mentions = [0] * len(ids), []
        for index, (start, end, kind, node) in enumerate(view["mentions"]):
            if start < low or end > high:
                continue
            span = tokens(start, end)
            if span is None:
                continue
            # A name that the reader itself finds is read without its kind.
            if index not in view["unseen"]:
                for k in range(*span):
                    kinds[k] = ORDER[kind] + 1
            if node >= 0:
                mentions.append((*span, node, index))
        tags = [0] * len(ids)
        for m in view["gold"]:
            span = tokens(m["start"], m["end"]) if m["start"] >= low and m["end"] <= high else None
            if span:
                base = TAGS.index("demonym" if m["kind"] == "demonym" else "other" if m["kind"] in KIND_OF else "place")
                for k in range(*span):
                    tags[k] = base + (k > span[0])
        rows = []
        for before, (a, b, start, stop, whole) in zip([(1,), *spans][own:], spans[own:]):
            seen = {}
            for ma, mb, node, index in mentions:
                if ma < b:
                    seen.setdefault(node, []).append((ma, mb, index))
            nodes = []
            for node, ms in seen.items():
                inside = [m for m in ms if m[0] >= a]
                use = (inside or ms[-1:])[:4]
                nodes.append((node, use, 0 if inside else 1 if a - use[0][1] < 40 else 2))
            # The nearest places, where a sentence knows too many.
            if len(nodes) > 24:
                nodes = sorted(sorted(nodes, key=lambda n: (n[2], -n[1][0][0] if n[2] else 0))[:24], key=lambda n: n[1][0][0])
            place = {n[0]: k for k, n in enumerate(nodes)}
            place[-1] = len(nodes)
            routes, ignored = [], []
            for r in view["routes"] if with_gold else []:
                if not start <= r["trigger"][0] < stop:
                    continue
                if r["o"] not in place or r["d"] not in place or r["o"] == r["d"]:
                    ignored += [(place.get(r["o"]), place.get(r["d"]))]
                    continue
                cargo = view["cargo"][r["cargo"]] if r["cargo"] is not None else None
                routes.append(dict(
                    i=place[r["o"]], j=place[r["d"]], via=[place[v] for v in r["v"] if v in place],
                    trigger=tokens(*r["trigger"]), cargo=tokens(cargo["start"], cargo["end"]) if cargo else None,
                    mode=MODES.index(r["mode"]), status=STATUS.index(r["status"]), relation=RELATIONS.index(r["relation"]), both=float(r["both"])))
            rules = {}
            for o, d, s in view["proposals"]:
                if o in place and d in place:
                    here = s == tuple(whole)
                    rules[place[o], place[d]] = max(rules.get((place[o], place[d]), 0), 2 if here else 1)
            rows.append(dict(tokens=(a, b), stretch=(before[0], b), nodes=nodes, routes=routes, ignored=ignored, rules=rules, chars=(start, stop)))
        return dict(ids=ids, kinds=kinds, tags=tags, offsets=offsets, sentences=rows, mentions=mentions, node_kinds=view["nodes"])


def swapped(view, names, rng):
    """The same with other names for its places, the same for the same name; for training only."""
    mentions = sorted(range(len(view["mentions"])), key=lambda i: view["mentions"][i][0])
    new, moved, text, last, shift = {}, {}, [], 0, []
    length = 0
    for i in mentions:
        start, end, kind, node = view["mentions"][i]
        if start < last:
            return view
        old = view["text"][start:end]
        name = old
        if node >= 0 and kind in names and kind not in ("demonym", "country"):
            pool = "city" if kind == "port" and "city" in names and rng.random() < .5 else kind
            name = new.setdefault(old, rng.choice(names[pool]))
        text += [view["text"][last:start], name]
        length += start - last
        moved[i] = (length, length + len(name), kind, node)
        shift.append((start, end, length, length + len(name)))
        length += len(name)
        last = end
    text = "".join(text + [view["text"][last:]])

    def at(offset):
        delta = 0
        for a, b, s, e in shift:
            if offset >= b:
                delta = e - b
            elif offset > a:
                return s
        return offset + delta

    move = lambda x: dict(x, start=at(x["start"]), end=at(x["end"]))
    gold = [move(g) for g in view["gold"]]
    if any(g["end"] <= g["start"] for g in gold):
        return view
    return dict(
        view, text=text, sentences=[(at(a), at(b)) for a, b in view["sentences"]],
        mentions=[moved[i] for i in range(len(view["mentions"]))], cargo=[move(c) for c in view["cargo"]], gold=gold,
        routes=[dict(r, trigger=(at(r["trigger"][0]), at(r["trigger"][1]))) for r in view["routes"]],
        proposals=[(o, d, (at(s[0]), at(s[1])) if s else s) for o, d, s in view["proposals"]])
