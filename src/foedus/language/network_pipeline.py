"""The shipped pipelines: our network behind the Pipeline protocol; tokens, lemmas and roots are by rule and table."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources.abc import Traversable
from threading import Lock

from foedus.language.assemble import Assembler, Feats
from foedus.language.cards import card
from foedus.language.fold import fold
from foedus.language.knowledge import pipeline_folder
from foedus.language.lemmas import lemmatizer
from foedus.language.network.network import Network, Parsed
from foedus.language.network.weights import read
from foedus.language.parse import Sentence
from foedus.language.tokens import token_spans

FILE = "network.npz"
BATCH = 4_000
"""Words computed at once: enough for the matrix products, little enough for memory."""
LONGEST = 250
"""Words of one tree; a longer span (a list, a table) is parsed in pieces, the later ones below the first."""
Spans = list[tuple[int, int]]


class NetworkPipeline:
    """One language's tagger and parser; `parse` is pure, the weights are only read."""

    def __init__(self, lang: str, file: Traversable, name: str, version: str, assembler: Assembler) -> None:
        weights = read(file)
        self.lang = lang
        self.name = name
        self.version = version
        self._upos = weights.upos
        self._feats: list[Feats] = [_features(feats) for feats in weights.feats]
        self._labels = weights.labels
        self._network = Network(weights)
        self._assembler = assembler
        self._lock = Lock()

    @classmethod
    def shipped(cls, lang: str) -> NetworkPipeline:
        """The network of data/pipelines/LANG. Raises DataError where it is missing or unreadable."""
        told = card(lang)
        assembler = Assembler(lang, lemmatizer(lang))
        return cls(lang, pipeline_folder(lang) / FILE, told.name, told.version, assembler)

    def parse(self, text: str, spans: Sequence[tuple[int, int]]) -> list[Sentence]:
        """One tree per span with a word in it, in the order given; offsets are code points of `text`."""
        return self.parse_tokens(
            text, [places for start, end in spans if (places := token_spans(text, start, end, self.lang))]
        )

    def parse_tokens(self, text: str, places: Sequence[Spans]) -> list[Sentence]:
        """The same for sentences whose tokens are given by their offsets; none may be empty."""
        folded = fold(text)
        pieces = [
            [[folded[a:b] for a, b in spans[n : n + LONGEST]] for n in range(0, len(spans), LONGEST)]
            for spans in places
        ]
        with self._lock:
            parsed = iter(self._parsed([piece for sentence in pieces for piece in sentence]))
        return [
            self._sentence(text, spans, [next(parsed) for _ in sentence])
            for spans, sentence in zip(places, pieces, strict=True)
        ]

    def _parsed(self, pieces: list[list[str]]) -> list[Parsed]:
        """Answers in the order given; pieces of like length are computed together."""
        answers: list[Parsed | None] = [None] * len(pieces)
        order = sorted(range(len(pieces)), key=lambda n: len(pieces[n]))
        batch: list[int] = []
        for n in [*order, -1]:
            if batch and (n < 0 or (len(batch) + 1) * len(pieces[n]) > BATCH):
                for k, answer in zip(batch, self._network.parse([pieces[k] for k in batch]), strict=True):
                    answers[k] = answer
                batch = []
            batch.append(n)
        return [answer for answer in answers if answer is not None]

    def _sentence(self, text: str, places: Spans, parts: list[Parsed]) -> Sentence:
        tags, arcs = [], []
        for n, part in enumerate(parts):
            shift = n * LONGEST
            tags += [(self._upos[upos], self._feats[feats]) for upos, feats in zip(part.upos, part.feats, strict=True)]
            arcs += [(head + shift, self._labels[label]) for head, label in zip(part.heads, part.labels, strict=True)]
        return self._assembler.sentence(text, places, tags, arcs)


def _features(feats: str) -> Feats:
    return dict(pair.split("=", 1) for pair in feats.split("|") if "=" in pair)
