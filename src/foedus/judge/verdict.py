"""From elements to a verdict, by the first rule that holds; each names itself as the reason."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from foedus.model.finding import LAW, RECORD, Element, ElementName, Value, Verdict
from foedus.model.treaty import Obligation, Trigger

Elements = Mapping[ElementName, Element | None]
NOT_TO_DO = frozenset({"nonaggression", "neutrality", "restraint"})
"""Kinds of duty that are kept by keeping from something."""
SET_OFF_BY_OTHERS: frozenset[Trigger] = frozenset({"armed_attack", "threat"})
"""Triggers that are not conduct of those who owe a duty: neutrality is owed once somebody has attacked."""
_SETTLING: tuple[ElementName, ...] = ("trigger", "scope", "request")
_IMPARTIAL = frozenset({RECORD, LAW})
"""Sides know what happened to them; the record and the text need it settled."""
_AGAINST = frozenset({"insufficient", "none", "contrary"})
_REFUSALS = frozenset({"no-answer", "no-meeting", "troops-refused", "withheld"})
"""Lines of evidence after which no time need be waited for."""
_PROMISES = frozenset({"help-promised", "troops-promised", "arms-promised", "meeting-planned"})
"""Lines of evidence of what is to come: once the time has run out they are no more than no report."""
_PARTS = frozenset({"partly-delivered"})
"""Lines of evidence that tell of something done, and of more to come."""
_ARGUABLE = frozenset({"arms-for-adversary", "arms-sold-to-adversary", "help-for-adversary", "for-adversary"})
"""Lines of evidence that bear on a duty only where its text names arms."""


class Ruling(NamedTuple):
    """A verdict and the rule that gave it."""

    verdict: Verdict
    reason: str


_KEPT: dict[Value | None, Ruling] = {
    None: Ruling("not_triggered", "nothing-told"),
    "none": Ruling("not_triggered", "conduct-denied"),
    "exempt": Ruling("not_triggered", "exempt"),
    "sufficient": Ruling("honoured", "kept-from-it"),
}
"""Where nothing against the duty is told."""


def rule(
    obligation: Obligation, elements: Elements, *, viewpoint: str, party: bool, others: Sequence[Element]
) -> Ruling:
    """The verdict of a viewpoint that may be `party` to the duty; `others` is conduct as other viewpoints have it."""
    if _value(elements, "status") == "not_met":
        return Ruling("not_triggered", "no-party-on-the-day")
    if obligation.kind in NOT_TO_DO:
        return _not_to_do(obligation, elements, viewpoint, party=party)
    if obligation.kind == "presence":
        return _presence(elements)
    return _to_do(obligation, elements, viewpoint, others)


def _not_to_do(obligation: Obligation, elements: Elements, viewpoint: str, *, party: bool) -> Ruling:
    conduct = _value(elements, "conduct")
    missing: list[ElementName] = ["trigger"] if obligation.trigger in SET_OFF_BY_OTHERS else []
    missing += [] if conduct == "exempt" else ["scope"]
    if lacking := next((name for name in missing if _value(elements, name) == "not_met"), None):
        return Ruling("not_triggered", f"{lacking}-not-met")
    if conduct == "contrary" and "trigger" in missing and _is_open(elements, "trigger"):
        return Ruling("unclear", "trigger-unsettled")
    if conduct == "contrary":
        return _contrary(obligation, elements, viewpoint)
    if conduct == "sufficient" and not party:
        return _KEPT["none"]
    return _KEPT.get(conduct, Ruling("unclear", "conduct-open"))


def _contrary(obligation: Obligation, elements: Elements, viewpoint: str) -> Ruling:
    if reason := not_settled_by_text(obligation, elements["conduct"], viewpoint):
        return Ruling("unclear", reason)
    return Ruling("contradicted", "conduct-against-the-duty")


def _presence(elements: Elements) -> Ruling:
    match _value(elements, "conduct"):
        case None:
            return Ruling("unclear", "no-report-of-conduct")
        case "contrary":
            return Ruling("contradicted", "conduct-against-the-term")
        case "sufficient":
            return Ruling("honoured", "as-agreed")
        case "exempt":
            return Ruling("not_triggered", "ended-by-all-parties")
        case _:
            return Ruling("unclear", "consent-of-some")


def _to_do(obligation: Obligation, elements: Elements, viewpoint: str, others: Sequence[Element]) -> Ruling:
    settling = [name for name in _SETTLING if name != "request" or obligation.request != "not_required"]
    missing = next((name for name in settling if _value(elements, name) == "not_met"), None)
    conduct = _value(elements, "conduct")
    if missing:
        return Ruling("not_triggered", f"{missing}-not-met")
    if conduct == "contrary":
        return _contrary(obligation, elements, viewpoint)
    unsettled = next((name for name in settling if _is_open(elements, name)), None)
    if conduct == "sufficient" and not (unsettled and viewpoint in _IMPARTIAL):
        disputed = any(one.value in _AGAINST for one in others)
        return Ruling("answered", "sides-differ-on-conduct") if disputed else Ruling("honoured", "conduct-as-owed")
    if _value(elements, "status") == "de_facto_frozen":
        return Ruling("unclear", "frozen-in-practice")
    if unsettled:
        return Ruling("unclear", f"{unsettled}-unsettled")
    in_part = viewpoint in _IMPARTIAL and _in_part_and_enough(elements["conduct"], others)
    return Ruling("answered", "sides-differ-on-conduct") if in_part else _falling_short(elements)


def _in_part_and_enough(conduct: Element | None, others: Sequence[Element]) -> bool:
    """Whether part of what was owed was done, more than a word that it was too little, and somebody holds it enough."""
    part = conduct is not None and conduct.value == "insufficient" and conduct.reason in _PARTS
    return part and any(one.value == "sufficient" for one in others)


def _falling_short(elements: Elements) -> Ruling:
    conduct, time = elements["conduct"], _value(elements, "time")
    match conduct.value if conduct else None:
        case "insufficient":
            return Ruling("unmet", "conduct-too-little")
        case "none" if time != "open" or (conduct and conduct.reason in _REFUSALS):
            return Ruling("unmet", "nothing-done")
        case "none":
            return Ruling("unclear", "time-runs")
        case "conditional":
            return Ruling("unclear", "conduct-conditional")
        case "open" if conduct and conduct.reason not in _PROMISES:
            return Ruling("unclear", "conduct-open")
    return Ruling("unmet", "no-answer-in-time") if time == "run_out" else Ruling("unclear", "no-report-of-conduct")


def not_settled_by_text(obligation: Obligation, conduct: Element | None, viewpoint: str) -> str | None:
    """Why the text does not settle whether conduct against the duty is within it; None where it does.

    Sides may say that arms for an adversary are against a text that names none: record and text cannot.
    """
    if conduct is None or conduct.value != "contrary":
        return None
    if viewpoint == LAW and not obligation.binding:
        return "not-binding"
    arguable = viewpoint in _IMPARTIAL and not obligation.names_arms and conduct.reason in _ARGUABLE
    return "text-does-not-name-it" if arguable else None


def _is_open(elements: Elements, name: ElementName) -> bool:
    return elements[name] is None or _value(elements, name) in ("open", "contested")


def _value(elements: Elements, name: ElementName) -> Value | None:
    found = elements[name]
    return found.value if found else None
