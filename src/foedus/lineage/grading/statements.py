"""Statements with their grades: the letter of each source that says it, the digit of what it says, in two fields."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import structs

from foedus.lineage.edges import CopyEdge
from foedus.lineage.grading.bearing import Neighbours, bearing, is_firm
from foedus.lineage.grading.credibility import credibility
from foedus.lineage.grading.letters import Credibility, Reliability, worst
from foedus.lineage.grading.origins import Origins
from foedus.lineage.grading.reliability import Knowledge, reliability
from foedus.lineage.sameness import named
from foedus.lineage.sourcing import HIGHEST_FIRST, Sourced
from foedus.model.claim import Claim
from foedus.model.document import Document


class GradedStatement(Sourced, frozen=True):
    """A statement as it is sourced; `credibility` is that of its claim that is told most firmly and names most."""

    reliability: tuple[Reliability, ...]
    credibility: Credibility


def graded(
    found: Iterable[Sourced],
    claims: Iterable[Claim],
    documents: Iterable[Document],
    edges: Iterable[CopyEdge],
    known: Knowledge,
    *,
    dependences: Iterable[tuple[str, str]] = (),
) -> Iterator[GradedStatement]:
    """The statements in the order given, each judged against all the claims; `dependences` as `sourcing` takes them."""
    by_id: Mapping[str, Claim] = {claim.id: claim for claim in claims}
    neighbours = Neighbours(by_id.values())
    origins = Origins(known, {document.id: document for document in documents}, edges, dependences)
    for one in found:
        said = [by_id[key] for key in one.claims]
        fullest = min(said, key=_by_fullness)
        told = bearing(fullest, neighbours.of(fullest), known.rules.credibility)
        digit = credibility(fullest, told, origins, known)
        yield GradedStatement(**structs.asdict(one), reliability=_letters(said, known), credibility=digit)


def _letters(claims: Sequence[Claim], known: Knowledge) -> tuple[Reliability, ...]:
    """One judgement a source, the worst where its claims differ."""
    found: dict[str, Reliability] = {}
    for one in (reliability(claim, known) for claim in claims):
        kept = found.setdefault(one.source, one)
        if worst((kept.letter, one.letter)) != kept.letter:
            found[one.source] = one
    return tuple(found.values())


def _by_fullness(claim: Claim) -> tuple[bool, int, int]:
    return not is_firm(claim), HIGHEST_FIRST.index(claim.standing), -len(named(claim))
