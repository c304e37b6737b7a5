"""Pairs of claims that contradict each other now and did not at an earlier moment."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from foedus.lineage.contradictions import contradictions
from foedus.model.change import Change, FieldChange
from foedus.model.contradiction import Contradiction

if TYPE_CHECKING:
    from foedus.ledger.filters import ClaimFilter, Moment
    from foedus.ledger.store import Ledger
    from foedus.model.claim import Claim

_TOUCHING = frozenset(("new", "changed", "metadata"))
"""Changes that can bring two claims into contradiction."""


def broken(store: "Ledger", changes: Sequence[Change], since: "Moment", which: "ClaimFilter") -> list[Change]:
    """The pairs, each as a change of its later claim: by whom it came, with the other claim and the reason.

    Claims of another type than those that changed are not looked at: only claims of one type contradict each other.
    """
    touched = [one for one in changes if one.kind in _TOUCHING]
    if not touched:
        return []
    types = {one.claim.type for one in touched if one.claim}
    if types and not any(one.kind == "metadata" for one in touched):
        which = replace(which, types=tuple(sorted(types & set(which.types or types))))
    now, claims = _pairs(store, which)
    then, _ = _pairs(store, replace(which, as_of=_before(since)))
    known = {(pair.kind, pair.first, pair.second) for pair in then}
    by_claim = {one.claim.id: one for one in touched if one.claim}
    return [_change(pair, claims, by_claim) for pair in now if (pair.kind, pair.first, pair.second) not in known]


def _pairs(store: "Ledger", which: "ClaimFilter") -> tuple[list[Contradiction], dict[str, "Claim"]]:
    claims = {claim.id: claim for claim in store.claims(which)}
    return contradictions(claims.values(), store.documents(which.as_of)), claims


def _before(since: "Moment") -> "Moment":
    """The last moment before: of a day, the end of the day before."""
    if isinstance(since, date) and not isinstance(since, datetime):
        return since - timedelta(days=1)
    return since


def _change(pair: Contradiction, claims: dict[str, "Claim"], by_claim: dict[str, Change]) -> Change:
    cause = by_claim.get(pair.second) or by_claim.get(pair.first)
    second = claims[pair.second]
    return Change(
        kind="contradicted",
        document=second.document.id,
        claim=second,
        fields=(FieldChange(pair.kind, pair.first, pair.second),),
        at=cause.at if cause else "",
        batch=cause.batch if cause else 0,
        by=cause.by if cause else None,
        reason=pair.reason,
        to=pair.first,
    )
