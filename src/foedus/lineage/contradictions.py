"""Claims that cannot both be right, each pair with its reason."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from foedus.lineage.conflicts import Conflict, conflict
from foedus.lineage.pairs import Pair, candidates
from foedus.lineage.sameness import exact_number, named
from foedus.lineage.told import Told, told
from foedus.model.claim import Claim
from foedus.model.contradiction import Contradiction
from foedus.model.document import Document

_FEW = 8
"""Claims of which all pairs are looked at sooner than sought out."""


def contradictions(claims: Iterable[Claim], documents: Iterable[Document] = ()) -> list[Contradiction]:
    """All pairs that contradict each other; a document's date, where documents are given, counts before the claim's."""
    return [one for one in _compared(claims, documents, growing=False) if one.kind != "successive"]


def successions(claims: Iterable[Claim], documents: Iterable[Document] = ()) -> list[Contradiction]:
    """Pairs that look like contradictions and are a number that grew."""
    return [one for one in _compared(claims, documents, growing=True) if one.kind == "successive"]


def _compared(claims: Iterable[Claim], documents: Iterable[Document], *, growing: bool) -> Iterator[Contradiction]:
    """Every conflict, by the dates of its claims. Claims that repeat each other on one day are compared once."""
    dates = {document.id: document.published for document in documents}
    ordered = sorted(
        (told(claim, dates.get(claim.document.id, claim.document.published)) for claim in claims), key=_first_day
    )
    seen: set[Pair] = set()
    for block in _blocks(ordered):
        few = len(block) <= _FEW
        pairs = (set(combinations(block, 2)) if few else candidates(ordered, block, growing=growing)) - seen
        seen |= pairs
        for first, second in sorted(pairs):
            found = conflict(ordered[first], ordered[second])
            if found:
                yield _contradiction(found, ordered[first], ordered[second])


def _contradiction(found: Conflict, first: Told, second: Told) -> Contradiction:
    return Contradiction(found.kind, first.claim.id, second.claim.id, found.reason)


def _first_day(one: Told) -> date:
    return (one.said.earliest if one.said else None) or date.max


def _blocks(ordered: list[Told]) -> Iterator[list[int]]:
    """Places of claims that share type and two fillers, without those that repeat a claim of the same day."""
    blocks: dict[object, dict[object, int]] = defaultdict(dict)
    for place, one in enumerate(ordered):
        claim = one.claim
        for pair in combinations(sorted(named(claim)), 2):
            blocks[claim.type, pair].setdefault(_content(one), place)
    for block in blocks.values():
        if len(block) > 1:
            yield sorted(block.values())


def _content(one: Told) -> object:
    claim = one.claim
    when = claim.when.edtf if claim.when else None
    due = claim.due.edtf if claim.due else None
    facts = (claim.stage, claim.polarity, exact_number(claim), when, due)
    manner = (claim.certainty, claim.standing, claim.alternative)
    said = one.said.text if one.said else claim.document.id
    return named(claim), facts, manner, said
