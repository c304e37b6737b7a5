"""Forces that are to stay for a term, or to leave by its end: what the days make of their staying and leaving."""

from datetime import date

from msgspec.structs import replace

from foedus.judge.answer_time import first_day
from foedus.judge.charges import charges
from foedus.judge.hearing import Hearing
from foedus.judge.treaties.on_day import covers
from foedus.model.edtf import parse
from foedus.model.finding import Element, Value

_CONSENT = frozenset({"agreed-to-leave", "agreed-to-stay"})
"""Lines of evidence that tell of the parties' will to change the term."""


def presence(hearing: Hearing, viewpoint: str, found: Element) -> Element:
    """Conduct as the term makes it. Where the duty is to leave, its trigger is the promise to: `pledge`."""
    term = hearing.duty.obligation.term
    end = parse(term.until).latest if term and term.until else None
    if found.value == "conditional":
        return _by_consent(hearing, found, found)
    if charges(hearing, viewpoint):
        return found
    if hearing.duty.obligation.trigger == "pledge":
        return _to_leave(hearing, found, end)
    return _to_stay(hearing, found, end)


def _to_stay(hearing: Hearing, found: Element, end: date | None) -> Element:
    """Leaving at the end of the term is as agreed, staying beyond it is not, leaving before by consent is neither."""
    day = first_day(hearing, found)
    over = end is not None and day is not None and day > end
    if found.value == "sufficient" and over:
        return _beyond(hearing, found, day)
    if found.value != "contrary":
        return found
    if over:
        return replace(found, value="sufficient", reason="left-after-term")
    return _by_consent(hearing, found, found if end else replace(found, value="open", reason="no-term"))


def _to_leave(hearing: Hearing, found: Element, end: date | None) -> Element:
    """Out by the end of the term is as owed; being there after it is not, and before it nothing is settled."""
    days = [day for one in hearing.by_id(found.claims) if one.dated and (day := one.first or one.last)]
    over = end is not None and bool(days) and max(days) > end
    gone = any(one.stage == "withdrawn" for one in hearing.by_id(found.claims))
    if found.value == "contrary" and gone and not over:
        return replace(found, value="sufficient", reason="left-in-time")
    if found.value == "contrary" and gone:
        return _by_consent(hearing, found, replace(found, reason="left-late"))
    if found.value not in ("contrary", "sufficient"):
        return found
    if over or (end is None and found.value == "sufficient"):
        return _beyond(hearing, found, max(days, default=None))
    return replace(found, value="open", reason="term-runs")


def _beyond(hearing: Hearing, found: Element, day: date | None) -> Element:
    """Forces that are there after the term, unless another term of the same instrument still holds."""
    if day and _another_term(hearing, day):
        return replace(found, value="open", reason="another-term")
    return _by_consent(hearing, found, replace(found, value="contrary", reason="stayed-beyond-term"))


def _another_term(hearing: Hearing, day: date) -> bool:
    duty = hearing.duty
    others = (one for article in duty.treaty.articles for version in article.versions for one in version.obligations)
    return any(
        one.id != duty.obligation.id
        and one.kind == "presence"
        and set(one.owed_by) & set(duty.obligation.owed_by)
        and one.term is not None
        and covers(one.term.since, one.term.until, day)
        for one in others
    )


def _by_consent(hearing: Hearing, found: Element, otherwise: Element) -> Element:
    """What all parties agreed to is exempt, what some did is open; where nobody did, as it is otherwise."""
    agreed = [hit.one for hit in hearing.found["conduct"] if hit.line.id in _CONSENT and hit.one.viewpoints]
    if not agreed:
        return otherwise
    consenting = {key for one in agreed for key in one.keys.get("party", frozenset())}
    parties = {party.party for party in hearing.duty.treaty.parties}
    claims = tuple(dict.fromkeys((*found.claims, *(one.id for one in agreed))))
    value: Value = "exempt" if parties <= consenting else "open"
    reason = "by-consent-of-all" if value == "exempt" else "by-consent-of-some"
    return Element("conduct", value, reason, claims, found.against, found.weakest)
