"""What is to be checked: claims whose confidence is below a level, and rows without any claim that reaches it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import UNSET

from foedus.model.claim import Claim
from foedus.register.cell import Cell, ids


def to_check(claim: Claim, sure: float) -> bool:
    """Whether its confidence is below `sure`; what nothing has calibrated, as what a person judged, never is."""
    return claim.reader.confidence is not UNSET and claim.reader.confidence < sure


def sure_first(claims: Callable[[], Iterable[Claim]], sure: float) -> Iterator[Claim]:
    """The claims that need no check, then the others, each in the order given.

    `claims` is called twice, so that of a large ledger nothing is held in memory.
    """
    for wanted in (False, True):
        yield from (claim for claim in claims() if to_check(claim, sure) is wanted)


def row_to_check(claims: Sequence[Claim], status: Cell[str], sure: float) -> Cell[bool]:
    """Whether none of a row's claims is sure, with those that decide it; `status` is the cell of the row's status."""
    level = f"confidence {sure:.2f} or more"
    found = [claim for claim in claims if not to_check(claim, sure)]
    if not found:
        return Cell(True, ids(claims), f"no claim is sure ({level})")
    bare = sum(claim.reader.confidence is UNSET for claim in found)
    reason = f"{len(found)} of {len(claims)} claims sure ({level}{f'; {bare} without any' if bare else ''})"
    if not set(ids(found)) & set(status.claims):
        reason += ", none of them behind the status"
    if bare:
        reason += "; what a person judged bears none, and needs no check"
    return Cell(False, ids(found), reason)


def confidence(claims: Iterable[Claim]) -> float | None:
    """The highest that a claim bears; None where none bears any."""
    return max((one.reader.confidence for one in claims if one.reader.confidence is not UNSET), default=None)
