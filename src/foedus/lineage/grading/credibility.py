"""How credible the information of a claim is: the digit of the Admiralty code, from what other claims say.

It does not look at letters: a report that others confirm is a 1 whoever brought it, and one that stands alone is a 6
from the best of outlets.
"""

from collections.abc import Sequence
from typing import NamedTuple, get_args

from foedus.lineage.grading.bearing import Bearing, is_firm
from foedus.lineage.grading.letters import Credibility, Digit
from foedus.lineage.grading.origins import Origins
from foedus.lineage.grading.rules import CredibilityRules
from foedus.model.claim import Claim

_SHOWN = 3
"""Claims named in a reason."""

_DIGITS: tuple[Digit, ...] = get_args(Digit)


class _Counted(NamedTuple):
    """What bears on a claim, of each origin one; `own` is 1 where the claim itself is told firmly."""

    own: int
    confirming: list[Claim]
    partly: list[Claim]
    bound: list[Claim]
    against: list[Claim]
    copies: int

    @property
    def saying(self) -> int:
        """Independent origins that say it firmly."""
        return self.own + len(self.confirming)


def credibility(claim: Claim, found: Bearing, origins: Origins, rules: CredibilityRules) -> Credibility:
    """The digit of a claim in the light of those that bear on it."""
    counted = _count(claim, found, origins)
    rule, reason = _rule(claim, found, counted, rules)
    digit: Digit = getattr(rules, rule)
    if counted.copies:
        reason += f"; {_number(counted.copies, 'repetition')} not counted"
    if found.details and not counted.against:
        digit = _lowered(digit, rules)
        others = _list([one.claim for one in found.details])
        reason += f"; lowered, another {found.details[0].conflict.kind} stands against it: {others}"
    return Credibility(digit, rule, reason)


def _count(claim: Claim, found: Bearing, origins: Origins) -> _Counted:
    confirming = origins.apart(found.same, beside=[claim])
    partly = origins.apart(found.part, beside=[claim])
    other = [one for one in found.same if one not in confirming]
    bound = [one for one in other if not any(origins.is_repeat(one, told) for told in (claim, *confirming))]
    against = origins.apart([one.claim for one in found.against])
    return _Counted(int(is_firm(claim)), confirming, partly, bound, against, len(other) - len(bound))


def _rule(claim: Claim, found: Bearing, counted: _Counted, rules: CredibilityRules) -> tuple[str, str]:
    """The first rule that holds, and why; the order is the logic of the code."""
    for holds, rule, reason in (
        (counted.against, *_contested(counted)),
        (counted.saying >= rules.confirmed_from, "confirmed", _confirmed(claim, counted)),
        (claim.certainty == "unknown", "unclear", "the text itself says that it is not clear"),
        (counted.confirming, "supported", f"said by one other origin: {_list(counted.confirming)}"),
        (counted.partly, "supported", f"another origin says a part of it or what follows: {_list(counted.partly)}"),
        (counted.bound, "bound", f"said by others who may have it from one side: {_list(counted.bound)}"),
        (claim.standing == "rumoured" and found.near, "rumour", "a rumour that nobody else brings"),
        (claim.standing == "rumoured", "rumour_alone", "a rumour, and nothing to compare it with"),
        (found.near, "fits", f"nobody else says it; nothing known of its parties is against it: {_list(found.near)}"),
    ):
        if holds:
            return rule, reason
    return "alone", "nobody else says it, and nothing is known to compare it with"


def _contested(counted: _Counted) -> tuple[str, str]:
    saying, against = counted.saying, len(counted.against)
    rule = "more_for" if saying > against else "as_many" if saying == against else "more_against"
    return rule, f"{_number(saying, 'origin')} for it, {against} against: {_list(counted.against)}"


def _confirmed(claim: Claim, counted: _Counted) -> str:
    told = f"confirmed by {_number(len(counted.confirming), 'other origin')}: {_list(counted.confirming)}"
    bare = claim.quantity and not any(one.quantity for one in counted.confirming)
    return f"{told}; without its number" if bare else told


def _lowered(digit: Digit, rules: CredibilityRules) -> Digit:
    """Steps down the scale, no further than what is contested; what was not to be judged can be now."""
    start = rules.fits if digit == _DIGITS[-1] else digit
    return _DIGITS[min(max(start, rules.as_many), start + rules.detail_lowers) - 1]


def _list(claims: Sequence[Claim]) -> str:
    told = ", ".join(_told(claim) for claim in claims[:_SHOWN])
    more = len(claims) - _SHOWN
    return f"{told} and {more} more" if more > 0 else told


def _told(claim: Claim) -> str:
    """Who, where and when: `Arland in The Gazette, 2022-05-19 (81c2f3d4)`."""
    voice = claim.attribution[0] if claim.attribution else None
    by = f"{voice.name or 'a source without a name'} in " if voice else ""
    date = f", {claim.document.published}" if claim.document.published else ""
    return f"{by}{claim.document.outlet or 'a page without outlet'}{date} ({claim.id[:8]})"


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
