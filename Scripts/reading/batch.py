"""Puts windows together into the tensors that the model takes, and decodes its answers."""
import torch

from model import KINDS, STEPS, bucket

OPEN = len(KINDS) - 1


def collate(windows, train=True):
    """The tensors of some windows. With training, also the labels."""
    # Few different shapes: the matrix library prepares itself for each.
    L = -(-max(len(w["ids"]) for w in windows) // 16) * 16
    pad = lambda key, value: torch.tensor([w[key] + [value] * (L - len(w[key])) for w in windows])
    b = dict(ids=pad("ids", 1), kinds=pad("kinds", 0))
    b["mask"] = torch.tensor([[1] * len(w["ids"]) + [0] * (L - len(w["ids"])) for w in windows])
    spans = [(wi, m) for wi, w in enumerate(windows) for m in w["mentions"]]
    index = {}
    rows, cols, vals = [], [], []
    for k, (wi, (a, e, node, mention)) in enumerate(spans):
        index[wi, mention] = k
        for t in range(a, e):
            rows.append(k)
            cols.append(wi * L + t)
            vals.append(1 / (e - a))
    b["mention_tokens"] = torch.sparse_coo_tensor(torch.tensor([rows, cols]) if rows else torch.zeros(2, 0, dtype=torch.long), torch.tensor(vals), (max(1, len(spans)), len(windows) * L))
    none = max(1, len(spans))
    sents = [(wi, s) for wi, w in enumerate(windows) for s in w["sentences"]]
    S, N = len(sents), max(len(s["nodes"]) for _, s in sents) + 1
    T = max(s["tokens"][1] - s["tokens"][0] for _, s in sents)
    flat_pad = len(windows) * L
    b["window"] = torch.tensor([wi for wi, _ in sents])
    b["node_mentions"] = torch.full((S, N, 4), none)
    b["node_kind"] = torch.full((S, N), OPEN)
    b["node_where"] = torch.full((S, N), 3)
    where = torch.full((S, N), -1)
    b["size"] = torch.tensor([len(s["nodes"]) for _, s in sents])
    b["sentence_tokens"] = torch.full((S, T), flat_pad)
    b["sentence_mask"] = torch.zeros(S, T, dtype=torch.bool)
    b["cargo_mask"] = torch.zeros(S, L + 1, dtype=torch.bool)
    # What is read to the end: always the marks and the mentions; with a sentence, it and the one before.
    b["stretch"] = torch.zeros(S, len(windows), L, dtype=torch.bool)
    b["always"] = torch.zeros(len(windows), L, dtype=torch.bool)
    for wi, w in enumerate(windows):
        b["always"][wi, [0, len(w["ids"]) - 1]] = True
        for start, end, _, _ in w["mentions"]:
            b["always"][wi, start:end] = True
    b["rules"] = torch.zeros(S, N, N, dtype=torch.long)
    b["pair_mask"] = torch.zeros(S, N, N)
    for k, (wi, s) in enumerate(sents):
        n = len(s["nodes"])
        for q, (node, mentions, place) in enumerate(s["nodes"]):
            for r, m in enumerate(mentions):
                b["node_mentions"][k, q, r] = index[wi, m[2]]
            b["node_kind"][k, q] = KINDS.index(windows[wi]["node_kinds"][node])
            b["node_where"][k, q] = place
            where[k, q] = mentions[0][0]
        a, e = s["tokens"]
        b["stretch"][k, wi, s["stretch"][0]:s["stretch"][1]] = True
        b["sentence_tokens"][k, :e - a] = torch.arange(wi * L + a, wi * L + e)
        b["sentence_mask"][k, :e - a] = True
        b["cargo_mask"][k, 1:e] = True
        b["cargo_mask"][k, L] = True
        for (i, j), value in s["rules"].items():
            b["rules"][k, i, j] = value
        b["pair_mask"][k, :n + 1, :n + 1] = 1 - torch.eye(n + 1)
        for i, j in s["ignored"]:
            i = slice(None) if i is None else i
            j = slice(None) if j is None else j
            b["pair_mask"][k, n if i == slice(None) else i, n if j == slice(None) else j] = 0
    d = bucket(where[:, None, :] - where[:, :, None])
    open_ = where < 0
    d[open_[:, :, None] | open_[:, None, :]] = STEPS - 1
    b["distance"] = d
    if train:
        labels = torch.zeros(S, N, N)
        routes = [(k, r) for k, (_, s) in enumerate(sents) for r in s["routes"]]
        for k, r in routes:
            labels[k, r["i"], r["j"]] = 1
            b["pair_mask"][k, r["i"], r["j"]] = 1
        b["labels"] = labels
        b["worth"] = torch.tensor([float(bool(s["routes"] or s["ignored"])) for _, s in sents])
        b["tags"] = pad("tags", -100)
        if routes:
            b["r"] = tuple(torch.tensor([f(k, r) for k, r in routes]) for f in (lambda k, r: k, lambda k, r: r["i"], lambda k, r: r["j"]))
            for key in ("mode", "status", "relation", "both"):
                b["r_" + key] = torch.tensor([r[key] for _, r in routes])
            b["r_trigger"] = torch.tensor([r["trigger"][0] - sents[k][1]["tokens"][0] if r["trigger"] and sents[k][1]["tokens"][0] <= r["trigger"][0] < sents[k][1]["tokens"][1] else -100 for k, r in routes])
            cargo = []
            for k, r in routes:
                c = r["cargo"]
                cargo.append((c[0], c[1] - 1) if c and c[1] <= sents[k][1]["tokens"][1] else (L, L))
            b["r_cargo"] = torch.tensor(cargo)
            via, keep = torch.zeros(len(routes), N), torch.zeros(len(routes), N)
            for q, (k, r) in enumerate(routes):
                keep[q, :len(sents[k][1]["nodes"])] = 1
                for e in (r["i"], r["j"]):
                    keep[q, e] = 0
                for v in r["via"]:
                    via[q, v] = 1
            b["r_via"], b["r_keep"] = via, keep
    return b, sents
