"""Whether every offset of a claim reproduces its words: a claim that misquotes is wrong whatever it says."""

from collections.abc import Iterator
from typing import TypeAlias

from foedus.model.claim import Attribution, Claim, Cue, Evidence, Filler, Money, Quantity, When

Spanned: TypeAlias = Filler | Quantity | Money | When | Attribution | Evidence | Cue


def spans_reproduce(claim: Claim, text: str) -> bool:
    """True where each span of the claim, read from the stored text, gives the words that the claim shows."""
    return all(_reproduces(part, text) for part in _parts(claim))


def _parts(claim: Claim) -> Iterator[Spanned]:
    for fillers in claim.roles.values():
        yield from fillers
    yield from (part for part in (claim.quantity, claim.value, claim.when, claim.due) if part is not None)
    yield from claim.attribution
    yield from claim.evidence
    yield from claim.cues


def _reproduces(part: Spanned, text: str) -> bool:
    if part.start is None and part.end is None:
        return True
    if part.start is None or part.end is None:
        return False
    return 0 <= part.start < part.end and text[part.start : part.end] == part.text
