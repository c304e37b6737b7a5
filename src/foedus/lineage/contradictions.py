"""Claims that cannot both be right, each pair with its reason."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from msgspec import Struct

from foedus.lineage.conflicts import Conflict, Kind, conflict
from foedus.lineage.sameness import exact_number, named
from foedus.lineage.told import Told, told
from foedus.model.claim import Claim
from foedus.model.document import Document


class Contradiction(Struct, frozen=True):
    """Two claims (ids), the earlier published first, and why they do not fit together."""

    kind: Kind
    first: str
    second: str
    reason: str


def contradictions(claims: Iterable[Claim], documents: Iterable[Document] = ()) -> list[Contradiction]:
    """All pairs that contradict each other; a document's date, where documents are given, counts before the claim's."""
    return [one for one in compared(claims, documents) if one.kind != "successive"]


def successions(claims: Iterable[Claim], documents: Iterable[Document] = ()) -> list[Contradiction]:
    """Pairs that look like contradictions and are a number that grew."""
    return [one for one in compared(claims, documents) if one.kind == "successive"]


def compared(claims: Iterable[Claim], documents: Iterable[Document] = ()) -> Iterator[Contradiction]:
    """Every conflict, by the dates of its claims. Claims that repeat each other on one day are compared once."""
    dates = {document.id: document.published for document in documents}
    ordered = sorted(
        (told(claim, dates.get(claim.document.id, claim.document.published)) for claim in claims), key=_first_day
    )
    seen: set[tuple[int, int]] = set()
    for block in _blocks(ordered):
        for first, second in combinations(block, 2):
            if (first, second) not in seen:
                seen.add((first, second))
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
        yield sorted(block.values())


def _content(one: Told) -> object:
    claim = one.claim
    when = claim.when.edtf if claim.when else None
    due = claim.due.edtf if claim.due else None
    facts = (claim.stage, claim.polarity, exact_number(claim), when, due)
    manner = (claim.certainty, claim.standing, claim.alternative)
    said = one.said.text if one.said else claim.document.id
    return named(claim), facts, manner, said
