"""Cases from what a ledger holds, now or as of a moment."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.judge.evidence import table
from foedus.judge.judging import Judged, Question, judge
from foedus.judge.origins import origins
from foedus.judge.said import OriginOf, said
from foedus.ledger.filters import ClaimFilter
from foedus.model.claim import Claim

if TYPE_CHECKING:
    from foedus.ledger.store import Ledger


class Held(NamedTuple):
    """Cases with the claims that they rest on, by id."""

    cases: tuple[Judged, ...]
    claims: Mapping[str, Claim]
    origin: OriginOf


def held(asked: Question, ledger: "Ledger", which: ClaimFilter, entities: Entities) -> Held:
    """Judge the claims of a filter, which says as of when and how sure, as far as their types are evidence."""
    found = list(ledger.claims(replace(which, types=reads())))
    edges = ledger.edges({claim.document.id for claim in found}, which.as_of)
    origin = origins(edges)
    cases = tuple(judge(asked, said(found, entities, origin), entities))
    return Held(cases, {claim.id: claim for claim in found}, origin)


def reads() -> tuple[str, ...]:
    """The types of claims that the table of evidence names."""
    lines = table()
    parts = (lines.trigger, lines.scope, lines.request, lines.conduct)
    return tuple(sorted({line.type for part in parts for some in part.values() for line in some}))
