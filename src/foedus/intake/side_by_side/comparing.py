"""Documents through several readers: figures of each, agreement of each two, and every disagreement."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from foedus.careful.budget import Prices, Tokens
from foedus.careful.errors import AnswerError
from foedus.intake.side_by_side.pairing import Pair, paired
from foedus.intake.side_by_side.records import Agreement, Disagreement, Figures, Said
from foedus.learning.scoring.gold import GoldDocument
from foedus.learning.scoring.tally import Scored, Tally, score
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.reader.read import Reading

SCORES = ("core_f1", "precision", "recall", "stage", "standing_polarity", "everything_f1")


class Side(NamedTuple):
    """A reader by name; `took` says what tokens its answers about a document took."""

    name: str
    read: Callable[[Document], Reading]
    took: Callable[[Document], Tokens]


class Compared:
    """What came of documents so far."""

    def __init__(self, sides: Sequence[Side], golds: Mapping[str, GoldDocument], prices: Prices | None) -> None:
        """`golds` are by their texts; `prices` those of a model's tokens."""
        self._sides = sides
        self._golds = golds
        self._prices = prices
        self._documents = 0
        self._claims: Counter[str] = Counter()
        self._seconds: Counter[str] = Counter()
        self._tokens: dict[str, Tokens] = defaultdict(Tokens)
        self._scores: dict[str, Tally] = defaultdict(Tally)
        self._pairs: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.disagreements: list[Disagreement] = []

    def take(self, document: Document) -> None:
        """Read a document by all; AnswerError where one of them has no answer, and then it counts for none."""
        claims: dict[str, Sequence[Claim]] = {}
        seconds: dict[str, float] = {}
        for side in self._sides:
            began = time.perf_counter()
            claims[side.name] = side.read(document).claims
            seconds[side.name] = time.perf_counter() - began
        self._documents += 1
        gold = self._golds.get(document.text)
        scored = {name: score(gold, some) for name, some in claims.items()} if gold else {}
        for side in self._sides:
            self._count(side, document, claims[side.name], seconds[side.name])
            if side.name in scored:
                self._scores[side.name].add(scored[side.name])
        for one, other in combinations(claims, 2):
            for pair in paired(claims[one], claims[other]):
                self._pair(document, (one, other), pair, scored)

    def figures(self) -> Iterator[Figures]:
        """A record for each reader."""
        for name in (side.name for side in self._sides):
            tokens, tally = self._tokens[name], self._scores.get(name)
            found = tally.figures() if tally else {}
            yield Figures(
                name,
                self._documents,
                self._claims[name],
                round(self._seconds[name], 3),
                tokens.given,
                tokens.answered,
                round(self._prices.cost(tokens), 6) if self._prices and any(tokens) else None,
                tally.documents if tally else 0,
                {score: round(found[score], 4) for score in SCORES} if tally else None,
            )

    def agreements(self) -> Iterator[Agreement]:
        """A record for each two readers."""
        for (one, other), count in self._pairs.items():
            yield Agreement(one, other, count["alike"], count["otherwise"], count["only one"], count["only other"])

    def _count(self, side: Side, document: Document, claims: Sequence[Claim], seconds: float) -> None:
        took, so_far = side.took(document), self._tokens[side.name]
        self._claims[side.name] += len(claims)
        self._seconds[side.name] += seconds  # type: ignore[assignment]  # a Counter of floats
        self._tokens[side.name] = Tokens(so_far.given + took.given, so_far.answered + took.answered)

    def _pair(self, document: Document, names: tuple[str, str], pair: Pair, scored: Mapping[str, Scored]) -> None:
        kind = "only one" if pair.other is None else "only other" if pair.one is None else "otherwise"
        if pair.one and pair.other and not pair.fields:
            self._pairs[names]["alike"] += 1
            return
        self._pairs[names][kind] += 1
        sides = [_said(claim, scored.get(name)) for name, claim in zip(names, pair[:2], strict=True)]
        self.disagreements.append(Disagreement(document.id, document.source, *names, pair.fields, *sides))


def _said(claim: Claim | None, scored: Scored | None) -> Said | None:
    """A claim with its words, and whether its core is right where a gold says so."""
    if claim is None:
        return None
    trigger, evidence = claim.trigger, claim.evidence[0]
    return Said(claim, trigger.text, trigger.start, trigger.end, evidence.text, _right(claim, scored))


def _right(claim: Claim, scored: Scored | None) -> bool | None:
    """None where nothing is known of it, or the gold neither rewards nor punishes it."""
    if scored is None or claim not in scored.claims:
        return None
    place = scored.claims.index(claim)
    pair = next((pair for pair in scored.pairs if pair.claim == place), None)
    if pair is not None and not scored.gold.claims[pair.gold].core:
        return None
    return pair is not None and pair.full


def compare(compared: Compared, documents: Iterable[Document], tell: Callable[[str], None]) -> int:
    """Read all documents; how many were left out, each told, as a reader has no answer about them."""
    left = 0
    for document in documents:
        try:
            compared.take(document)
        except AnswerError as error:
            left += 1
            tell(f"{document.source or document.id} left out: {error}")
    return left
