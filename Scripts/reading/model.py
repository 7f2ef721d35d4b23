"""The reader: an encoder over a window of text, and heads that score ordered pairs of its places.

A glance at the words of each sentence tells which may state a route; the others are left out of the windows, where no window
needs them as what was said before. A window is read once. The first layers read all of it and tell which sentences may state a route at all; the others
read those, the sentence before each, and the mentions. For each such sentence every ordered pair of the places named
so far, and the open end beside each, is asked: does this sentence state a route between them? Each pair looks at the
sentence's words before it answers, and the same answer gives mode, status, relation, what is passed and what is moved.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

# The rows of the tables of kinds, as `ReaderKind` in Swift has them; a token outside mentions has row 0.
KINDS = (
    "country", "admin", "city", "port", "airport", "sea", "strait", "canal", "river", "lake", "island", "region",
    "facility", "institution", "demonym", "organisation", "unknown", "dateline", "open",
)
MODES = ("sea", "air", "road", "rail", "river", "pipeline", "land", "unknown")
STATUS = ("asserted", "planned", "alleged", "negated")
RELATIONS = ("transport", "trade", "link", "use")
# What a word's token is: outside, or the first or a later one of a place, a demonym, or what only looks like a place.
TAGS = ("outside", "place", "place+", "demonym", "demonym+", "other", "other+")

WIDTH = 384        # of the encoder
NODE = 192         # of a place in a role
PAIR = 256         # of an answer
HEADS = 4          # of a pair's look at the sentence
FIRST = 2          # layers that read all of a window
WORTH = 64         # of what they look for in a word
GLANCE = 64        # of what a glance looks for in a word and its neighbours
STEPS = 12         # buckets of distance: -5...5 in powers of two, and 11 for the open end
RULES = 3          # what the rules say of a pair: nothing, elsewhere in the window, in this sentence


def applied(layers, h, mask):
    """The layers, where words look only at those of a mask (B, L)."""
    shade = (1 - mask.to(h.dtype))[:, None, None] * -1e4
    for layer in layers:
        h = layer(h, shade)
        h = h[0] if isinstance(h, tuple) else h
    return h


def bucket(distance):
    """The bucket of a distance in tokens."""
    steps = torch.clamp(torch.log2(distance.abs().float() + 1).long(), max=5)
    return torch.sign(distance) * steps + 5


class Glance(nn.Module):
    """How likely a sentence states a route, by its words' embeddings; `glance.py` trains it behind the rest."""

    def __init__(self):
        super().__init__()
        self.look = nn.Linear(WIDTH, 3 * GLANCE)
        self.worth = nn.Linear(GLANCE, 1)

    def forward(self, words, mask):
        """Logits (B) of words (B, L, WIDTH) where the mask (B, L) is true."""
        inside = mask[..., None]
        before, at, behind = self.look(words).masked_fill(~inside, 0).split(GLANCE, -1)
        signs = F.pad(before[:, :-1], (0, 0, 1, 0)) + at + F.pad(behind[:, 1:], (0, 0, 0, 1))
        return self.worth(F.gelu(signs).masked_fill(~inside, -1e4).amax(1)).squeeze(-1)


class Reader(nn.Module):
    def __init__(self, encoder, rules=True):
        super().__init__()
        self.enc = encoder
        self.kind_tok = nn.Embedding(len(KINDS) + 1, WIDTH)
        nn.init.zeros_(self.kind_tok.weight)
        self.open = nn.Parameter(torch.randn(2, WIDTH) * 0.02)
        self.kind = nn.Embedding(len(KINDS), 32)
        self.where = nn.Embedding(4, 32)
        self.origin = nn.Linear(WIDTH + 64, NODE)
        self.goal = nn.Linear(WIDTH + 64, NODE)
        self.way = nn.Linear(WIDTH + 64, NODE)
        self.distance = nn.Embedding(STEPS, NODE)
        self.rule = nn.Embedding(RULES, NODE)
        nn.init.zeros_(self.rule.weight)
        self.use_rules = rules
        self.query = nn.Linear(NODE, NODE)
        self.key = nn.Linear(WIDTH, NODE)
        self.value = nn.Linear(WIDTH, NODE)
        self.answer = nn.Linear(3 * NODE, PAIR)
        self.drop = nn.Dropout(0.15)
        self.score = nn.Linear(PAIR, 1)
        self.traits = nn.Linear(PAIR, len(MODES) + len(STATUS) + len(RELATIONS) + 1)
        self.trigger = nn.Linear(PAIR, NODE)
        self.cargo = nn.Linear(PAIR, 2 * NODE)
        self.cargo_key = nn.Linear(WIDTH, NODE)
        self.no_cargo = nn.Parameter(torch.zeros(NODE))
        self.passed = nn.Linear(PAIR, NODE)
        self.passed_from = nn.Embedding(STEPS, NODE)
        self.passed_to = nn.Embedding(STEPS, NODE)
        self.passed_score = nn.Linear(NODE, 1)
        self.tag = nn.Linear(WIDTH, len(TAGS))
        self.sign = nn.Linear(WIDTH, WORTH)
        self.worth = nn.Linear(WORTH, 1)
        self.glance = Glance()

    def begin_with(self, weights):
        """Takes up the weights of a file; the glance's may be missing, of a reader that has none yet."""
        missing, unexpected = self.load_state_dict(torch.load(weights, map_location="cpu"), strict=False)
        if unexpected or any(not name.startswith("glance.") for name in missing):
            raise ValueError(f"{weights}: weights of another reader: {missing} {unexpected}")

    def encode(self, b, choose):
        """Vectors of the words of a batch (B, L, WIDTH); how likely it is that each sentence states a route (S, logits);
        which were read to the end (S), and which words (B, L).

        `choose` makes of the logits which sentences are read to the end."""
        e = self.enc.embeddings.word_embeddings(b["ids"]) + self.kind_tok(b["kinds"])
        h = self.enc.embeddings(inputs_embeds=e)
        layers = self.enc.encoder.layer
        h = applied(layers[:FIRST], h, b["mask"])
        signs = F.pad(F.gelu(self.sign(h)).reshape(-1, WORTH), (0, 0, 0, 1))[b["sentence_tokens"]]
        signs = signs.masked_fill(~b["sentence_mask"][..., None], -1e4).amax(1)
        worth = self.worth(signs).squeeze(-1)
        read = choose(worth)
        words = b["stretch"][read].any(0) | b["always"]
        # Those words moved together, the rest left out, and back again.
        count = words.sum(1)
        longest = -(-int(count.max()) // 16) * 16
        places = words.to(torch.uint8).argsort(dim=1, descending=True, stable=True)[:, :min(longest, words.shape[1])]
        far = places[..., None].expand(-1, -1, WIDTH)
        rest = applied(layers[FIRST:], h.gather(1, far), torch.arange(places.shape[1]) < count[:, None])
        return torch.zeros_like(h, dtype=rest.dtype).scatter(1, far, rest), worth, read, words

    def pairs(self, H, b):
        """Answers of all ordered pairs: S sentences, N places each (the open end last), T words of a sentence.

        H: (B, L, WIDTH). b: the batch's tensors (see `batch.py`)."""
        # One vector a mention, then the largest of the mentions that stand for a place in a sentence.
        flat = H.reshape(-1, WIDTH)
        m = torch.sparse.mm(b["mention_tokens"], flat) if b["mention_tokens"].is_sparse else b["mention_tokens"] @ flat
        m = torch.cat([m, m.new_full((1, WIDTH), -1e4)])
        reps = m[b["node_mentions"]].amax(2)                                     # S, N, WIDTH
        S, N = reps.shape[:2]
        is_open = b["node_kind"] == len(KINDS) - 1
        f = torch.cat([self.kind(b["node_kind"]), self.where(b["node_where"])], -1)
        o = self.origin(torch.cat([torch.where(is_open[..., None], self.open[0], reps), f], -1))
        t = self.goal(torch.cat([torch.where(is_open[..., None], self.open[1], reps), f], -1))
        v = self.way(torch.cat([torch.where(is_open[..., None], self.open[1] * 0, reps), f], -1))
        D = b["distance"]                                                        # S, N, N
        h0 = o[:, :, None] + t[:, None] + self.distance(D)
        if self.use_rules:
            h0 = h0 + self.rule(b["rules"])
        h0 = F.gelu(h0)
        words = F.pad(flat, (0, 0, 0, 1))[b["sentence_tokens"]]                  # S, T, WIDTH
        k, val = self.key(words), self.value(words)
        d = NODE // HEADS
        q = self.query(h0).view(S, N * N, HEADS, d).transpose(1, 2)
        kk = k.view(S, -1, HEADS, d).transpose(1, 2)
        vv = val.view(S, -1, HEADS, d).transpose(1, 2)
        a = q @ kk.transpose(-1, -2) / d ** .5
        a = a.masked_fill(~b["sentence_mask"][:, None, None], -1e4).softmax(-1)
        c = (a @ vv).transpose(1, 2).reshape(S, N, N, NODE)
        h1 = F.gelu(self.answer(torch.cat([h0, c, o[:, :, None] * t[:, None]], -1)))
        h1 = self.drop(h1)
        return dict(h1=h1, score=self.score(h1).squeeze(-1), key=k, way=v)

    def details(self, z, H, b, s, i, j):
        """What else is to be said of chosen pairs: indices of sentence, origin and goal, each (R)."""
        h = z["h1"][s, i, j]
        traits = self.traits(h).split([len(MODES), len(STATUS), len(RELATIONS), 1], -1)
        trig = (self.trigger(h)[:, None] * z["key"][s]).sum(-1) / NODE ** .5
        trig = trig.masked_fill(~b["sentence_mask"][s], -1e4)
        # Cargo: a span of the window up to the sentence's end, or none (the last place).
        keys = self.cargo_key(H[b["window"][s]])                                 # R, L, NODE
        keys = torch.cat([keys, self.no_cargo.expand(len(s), 1, NODE)], 1)
        c = self.cargo(h).view(-1, 2, NODE)
        cargo = torch.einsum("rcd,rld->rcl", c, keys) / NODE ** .5
        cargo = cargo.masked_fill(~b["cargo_mask"][s][:, None], -1e4)
        w = F.gelu(self.passed(h)[:, None] + z["way"][s] + self.passed_from(b["distance"][s, i]) + self.passed_to(b["distance"][s, :, j]))
        via = self.passed_score(w).squeeze(-1)
        return dict(mode=traits[0], status=traits[1], relation=traits[2], both=traits[3].squeeze(-1), trigger=trig, cargo=cargo, via=via)
