"""From elements to a verdict, by the first rule that holds; each names itself as the reason."""

from collections.abc import Mapping
from typing import NamedTuple

from foedus.model.finding import LAW, Element, ElementName, Value, Verdict
from foedus.model.treaty import Obligation

Elements = Mapping[ElementName, Element | None]
_NOT_TO_DO = frozenset({"nonaggression", "neutrality", "restraint"})
_AGAINST = frozenset({"insufficient", "none", "contrary"})
_ARGUABLE = frozenset({"arms-for-adversary", "arms-sold-to-adversary", "help-for-adversary", "for-adversary"})
"""Lines of evidence that bear on a duty only where its text names arms."""


class Ruling(NamedTuple):
    """A verdict and the rule that gave it."""

    verdict: Verdict
    reason: str


def rule(obligation: Obligation, elements: Elements, *, viewpoint: str, disputed: bool) -> Ruling:
    """The verdict of one viewpoint; `disputed` says that another side holds what was done to be too little."""
    if _value(elements, "status") == "not_met":
        return Ruling("not_triggered", "no-party-on-the-day")
    if obligation.kind in _NOT_TO_DO:
        return _not_to_do(obligation, elements, viewpoint)
    if obligation.kind == "presence":
        return _presence(elements)
    return _to_do(obligation, elements, viewpoint, disputed=disputed)


def is_against(element: Element | None) -> bool:
    """Whether conduct is told as falling short of the duty."""
    return element is not None and element.value in _AGAINST


def _not_to_do(obligation: Obligation, elements: Elements, viewpoint: str) -> Ruling:
    match _value(elements, "conduct"):
        case None:
            return Ruling("not_triggered", "nothing-told")
        case "none":
            return Ruling("not_triggered", "conduct-denied")
        case "exempt":
            return Ruling("not_triggered", "exempt")
        case "contrary" if not _arguable(obligation, elements, viewpoint):
            return Ruling("contradicted", "conduct-against-the-duty")
        case "contrary":
            return Ruling("unclear", "text-does-not-name-it")
        case _:
            return Ruling("unclear", "conduct-open")


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


def _to_do(obligation: Obligation, elements: Elements, viewpoint: str, *, disputed: bool) -> Ruling:
    missing = next((name for name in ("trigger", "scope", "request") if _value(elements, name) == "not_met"), None)
    conduct = _value(elements, "conduct")
    if missing:
        return Ruling("not_triggered", f"{missing}-not-met")
    if conduct == "contrary":
        arguable = _arguable(obligation, elements, viewpoint)
        return Ruling("unclear", "text-does-not-name-it") if arguable else Ruling("contradicted", "conduct-against-it")
    if conduct == "sufficient":
        return Ruling("answered", "sides-differ-on-conduct") if disputed else Ruling("honoured", "conduct-as-owed")
    if _value(elements, "status") == "de_facto_frozen":
        return Ruling("unclear", "frozen-in-practice")
    unsettled = next((name for name in ("trigger", "scope", "request") if _is_open(elements, name)), None)
    if unsettled:
        return Ruling("unclear", f"{unsettled}-unsettled")
    return _falling_short(conduct, _value(elements, "time"))


def _falling_short(conduct: Value | None, time: Value | None) -> Ruling:
    if conduct == "insufficient":
        return Ruling("unmet", "conduct-too-little")
    if conduct == "none":
        return Ruling("unmet", "nothing-done")
    if conduct in ("conditional", "open"):
        return Ruling("unclear", f"conduct-{conduct}")
    return Ruling("unmet", "no-answer-in-time") if time == "run_out" else Ruling("unclear", "no-report-of-conduct")


def _arguable(obligation: Obligation, elements: Elements, viewpoint: str) -> bool:
    """Whether only the text's own viewpoint has to say whether arms for an adversary fall under the duty."""
    found = elements["conduct"]
    return viewpoint == LAW and not obligation.names_arms and found is not None and found.reason in _ARGUABLE


def _is_open(elements: Elements, name: ElementName) -> bool:
    return elements[name] is None or _value(elements, name) in ("open", "contested")


def _value(elements: Elements, name: ElementName) -> Value | None:
    found = elements[name]
    return found.value if found else None
