"""Claims that may say the same as one, or the contrary: of its type, with two of its parties, told near its day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from msgspec import Struct

from foedus.ledger.asking.paging import Kept
from foedus.ledger.filters import ClaimFilter, Moment
from foedus.ledger.records import days_of
from foedus.ledger.store import Ledger
from foedus.lineage.conflicts import SAME_MATTER
from foedus.lineage.sameness import LEAST_SHARED, named
from foedus.model.claim import Claim
from foedus.serve.views.holding import HeldClaim
from foedus.serve.views.walks import from_day

MOST = 100
"""Claims that are looked at for each pair of roles: the newest of the time in which they can be of the same matter."""
NEAR = 10
"""Claims of any type that are looked at where none of its own is there."""


class Others(Struct, frozen=True):
    """Claims beside one; `cut` where there are more than were looked at, `comparable` false where too few of the
    claim's parties are known for any other to be compared with it."""

    claims: tuple[Claim, ...]
    kept: dict[str, Kept]
    """How the ledger holds each of them, by its id."""
    cut: bool
    comparable: bool


def others(ledger: Ledger, claim: Claim, as_of: Moment) -> Others:
    """The claims to compare with, each once, without the claim itself."""
    found, cut = _met(ledger, claim, ClaimFilter(types=(claim.type,), as_of=as_of), MOST)
    if not found:
        found, _ = _met(ledger, claim, ClaimFilter(as_of=as_of), NEAR)
    claims = tuple(one.claim for one in found.values())
    return Others(claims, {one.claim.id: one.kept for one in found.values()}, cut, len(named(claim)) >= LEAST_SHARED)


def _met(ledger: Ledger, claim: Claim, which: ClaimFilter, most: int) -> tuple[dict[str, HeldClaim], bool]:
    first, last = _days(claim)
    batch = ledger.batch(which.as_of)
    found: dict[str, HeldClaim] = {}
    cut = False
    for pair in _pairs(claim, which):
        page = ledger.page_of_claims(pair, last and from_day(batch, pair, last), most, newest_first=True)
        near = [one for one in map(HeldClaim, page.claims, page.kept) if _is_since(one.claim, first)]
        found |= {one.claim.id: one for one in near if one.claim.id != claim.id}
        cut = cut or (page.next is not None and len(near) == len(page.claims))
    return found, cut


def _is_since(claim: Claim, day: str | None) -> bool:
    return day is None or (claim.document.published or day) >= day


def _pairs(claim: Claim, which: ClaimFilter) -> Iterator[ClaimFilter]:
    """Two parties in common are two roles with one of their fillers each, or two fillers of one role.

    The roles themselves are not asked for: that is told from the claims, and a pair of entities is found faster.
    """
    by_role: dict[str, list[str]] = {}
    for role, entity in sorted(named(claim)):
        by_role.setdefault(role, []).append(entity)
    for one, other in combinations(by_role.values(), 2):
        yield replace(which, about=tuple(one), with_=tuple(other))
    for entities in by_role.values():
        if len(entities) >= LEAST_SHARED:
            yield replace(which, about=tuple(entities), with_=tuple(entities))


def _days(claim: Claim) -> tuple[str | None, str | None]:
    """The days of publication between which another claim can be on the same matter."""
    if claim.document.published is None:
        return None, None
    days = days_of(claim.document.published)
    far = timedelta(days=SAME_MATTER)
    first = (date.fromisoformat(days.earliest) - far).isoformat() if days.earliest else None
    last = (date.fromisoformat(days.latest) + far).isoformat() if days.latest else None
    return first, last
