"""How credible the information of a claim is: the digit of the Admiralty code, from what other claims say.

It does not look at letters: a report that others confirm is a 1 whoever brought it, and one that stands alone is a 6
from the best of outlets.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, get_args

from foedus.lineage.dependent import Tie
from foedus.lineage.grading.bearing import Bearing, is_firm
from foedus.lineage.grading.letters import Credibility, Digit
from foedus.lineage.grading.origins import Origins
from foedus.lineage.grading.reliability import Knowledge
from foedus.lineage.grading.rules import CredibilityRules
from foedus.lineage.grading.wording import Wording
from foedus.model.claim import Claim

_SHOWN = 3
"""Claims named in a reason."""

_DIGITS: tuple[Digit, ...] = get_args(Digit)


class _Counted(NamedTuple):
    """What bears on a claim, of each origin one; `own` is 1 where the claim itself is told firmly.

    `ties` are the dependences for which some was not counted.
    """

    own: int
    confirming: list[Claim]
    partly: list[Claim]
    bound: list[Claim]
    against: list[Claim]
    copies: int
    ties: list[Tie]

    @property
    def saying(self) -> int:
        """Independent origins that say it firmly."""
        return self.own + len(self.confirming)


def credibility(claim: Claim, found: Bearing, origins: Origins, known: Knowledge) -> Credibility:
    """The digit of a claim in the light of those that bear on it."""
    rules, say = known.rules.credibility, known.wording.say
    counted = _count(claim, found, origins)
    rule, reason = _rule(claim, found, counted, known)
    digit: Digit = getattr(rules, rule)
    more = [say("repeated", n=counted.copies)] if counted.copies else []
    if counted.ties:
        more.append(say("dependent", who=_dependences(counted.ties, known.wording)))
    if found.details and not counted.against:
        digit = _lowered(digit, rules)
        others = _list([one.claim for one in found.details], known.wording)
        more.append(say(f"lowered_{found.details[0].conflict.kind}", who=others))
    return Credibility(digit, rule, known.wording.joined([reason, *more]))


def _count(claim: Claim, found: Bearing, origins: Origins) -> _Counted:
    confirming = origins.apart(found.same, beside=[claim])
    partly = origins.apart(found.part, beside=[claim])
    other = [one for one in found.same if one not in confirming]
    bound = [one for one in other if not any(origins.is_repeat(one, told) for told in (claim, *confirming))]
    clashing = [one.claim for one in found.against]
    against = origins.apart(clashing)
    ties = [
        *_ties(found.same, [claim, *confirming], origins),
        *_ties(found.part, [claim, *partly], origins),
        *_ties(clashing, against, origins),
    ]
    repeats = len(other) - len(bound)
    return _Counted(int(is_firm(claim)), confirming, partly, bound, against, repeats, list(dict.fromkeys(ties)))


def _ties(claims: Iterable[Claim], counted: Sequence[Claim], origins: Origins) -> Iterator[Tie]:
    """Why those are not counted that would be but for a dependence: of each the first."""
    kept = {one.id for one in counted}
    for claim in claims:
        if claim.id not in kept and (tie := next(filter(None, (origins.tie(claim, one) for one in counted)), None)):
            yield tie


def _rule(claim: Claim, found: Bearing, counted: _Counted, known: Knowledge) -> tuple[str, str]:
    """The first rule that holds, and its reason; the order is the logic of the code."""
    say, rules = known.wording.say, known.rules.credibility
    if counted.against:
        n, m = counted.saying, len(counted.against)
        rule = "more_for" if n > m else "as_many" if n == m else "more_against"
        return rule, say("contested", n=n, m=m, who=_list(counted.against, known.wording))
    if counted.saying >= rules.confirmed_from:
        return "confirmed", _confirmed(claim, counted, known.wording)
    rumour = claim.standing == "rumoured"
    ways: tuple[tuple[bool, str, str, Sequence[Claim]], ...] = (
        (claim.certainty == "unknown", "unclear", "unclear", ()),
        (bool(counted.confirming), "supported", "one_other", counted.confirming),
        (bool(counted.partly), "supported", "a_part", counted.partly),
        (bool(counted.bound), "bound", "bound", counted.bound),
        (rumour and bool(found.near), "rumour", "rumour", found.near),
        (rumour, "rumour_alone", "rumour_alone", ()),
        (bool(found.near), "fits", "fits", found.near),
        (True, "alone", "alone", ()),
    )
    rule, told, who = next((rule, told, who) for holds, rule, told, who in ways if holds)
    return rule, say(told, who=_list(who, known.wording))


def _confirmed(claim: Claim, counted: _Counted, wording: Wording) -> str:
    told = wording.say("confirmed", n=len(counted.confirming), who=_list(counted.confirming, wording))
    bare = claim.quantity and not any(one.quantity for one in counted.confirming)
    return wording.joined([told, wording.say("without_number")]) if bare else told


def _lowered(digit: Digit, rules: CredibilityRules) -> Digit:
    """Steps down the scale, no further than what is contested; what was not to be judged can be now."""
    start = rules.fits if digit == _DIGITS[-1] else digit
    return _DIGITS[min(max(start, rules.as_many), start + rules.detail_lowers) - 1]


def _list(claims: Sequence[Claim], wording: Wording) -> str:
    return _first([_told(claim, wording) for claim in claims], wording)


def _dependences(ties: Sequence[Tie], wording: Wording) -> str:
    return _first([wording.say("depends_on", source=tie.source, on=tie.on) for tie in ties], wording)


def _first(told: Sequence[str], wording: Wording) -> str:
    """The first few, and how many more."""
    shown, more = ", ".join(told[:_SHOWN]), len(told) - _SHOWN
    return wording.say("and_more", n=more, who=shown) if more > 0 else shown


def _told(claim: Claim, wording: Wording) -> str:
    """Who, where and when: `Arland in The Gazette, 2022-05-19 (81c2f3d4)`."""
    outlet = claim.document.outlet or wording.say("no_outlet")
    if claim.attribution:
        outlet = wording.say("voice_in", voice=claim.attribution[0].name or wording.say("no_name"), outlet=outlet)
    date = f", {claim.document.published}" if claim.document.published else ""
    return f"{outlet}{date} ({claim.id[:8]})"
