"""Record and text: what the record leaves open is as the sides agree, and contested where they do not."""

from collections.abc import Mapping

from msgspec.structs import replace

from foedus.gazetteer.entities import Entities
from foedus.judge.conduct import Conduct
from foedus.judge.hearing import Hearing
from foedus.judge.place import STATE_ALONE
from foedus.judge.sides import Side, Weighed, complete, request
from foedus.judge.verdict import NOT_TO_DO, not_settled_by_text
from foedus.judge.weighing import weaker
from foedus.model.finding import RECORD, Element, ElementName, Value

_FACTS = frozenset({"trigger", "conduct"})
"""What one side alone says of these is its word, and no fact."""
_NOTHING_DONE: set[Value] = {"none", "sufficient"}
_FROM_CLAIMS: tuple[ElementName, ...] = ("trigger", "scope", "request", "conduct")
_Sides = Mapping[str, Side]


def impartial(viewpoint: str, hearing: Hearing, held: _Sides, entities: Entities) -> Side:
    """The record's or the text's side, from what all sides say."""
    kept_from = hearing.duty.obligation.kind in NOT_TO_DO
    agreed = {name: _agreed(name, held, kept_from=kept_from) for name in _FROM_CLAIMS}
    asked = _unless_denied(agreed["request"], hearing, held)
    asked = request(hearing, asked if asked and asked.claims else None)
    exemption = next((side.exemption for side in held.values() if side.exemption), None)
    weighed = Weighed(agreed["trigger"] or _by_its_call(hearing, asked), asked, Conduct(agreed["conduct"], exemption))
    side = complete(hearing, viewpoint, weighed, entities)
    side.elements["scope"] = agreed["scope"] or side.elements["scope"]
    if kept_from and (reason := not_settled_by_text(hearing.duty.obligation, agreed["conduct"], viewpoint)):
        side.elements["scope"] = Element("scope", "open", reason)
    return side


def _by_its_call(hearing: Hearing, asked: Element) -> Element | None:
    """Where a party's own opinion sets the duty off and nobody tells more, its call for consultation shows it."""
    opinion = hearing.duty.obligation.trigger == "opinion_of_a_party"
    called = opinion and asked.value == "met"
    return replace(asked, name="trigger", reason="called-for-consultation", against=()) if called else None


def _agreed(name: ElementName, held: _Sides, *, kept_from: bool) -> Element | None:
    """As the record has it, else as all sides do; of what was to be kept from, denying it and keeping to it agree."""
    record = held[RECORD].elements[name]
    if record is not None and record.value != "open":
        return record
    said = [one for view, side in held.items() if view != RECORD and (one := side.elements[name]) and one.claims]
    if not said:
        return record
    if record is not None and record.claims and name == "conduct":
        return record
    if len(said) == 1 and name in _FACTS:
        return Element(name, "open", "one-side-says", said[0].claims, said[0].against, said[0].weakest)
    said = _telling(said)
    values = {one.value for one in said}
    if len(values) == 1 or (kept_from and values <= _NOTHING_DONE):
        return min(said, key=lambda one: one.value != "none")
    claims = tuple(dict.fromkeys(claim for one in said for claim in one.claims))
    weight = weaker(one.weakest for one in said)
    return Element(name, "open" if name == "conduct" else "contested", "sides-differ", claims, (), weight)


def _telling(said: list[Element]) -> list[Element]:
    """Those that tell more: who leaves it open contradicts nobody, and a place is more exact than whom it struck."""
    return [one for one in said if one.value != "open" and one.reason != STATE_ALONE] or said


def _unless_denied(asked: Element | None, hearing: Hearing, held: _Sides) -> Element | None:
    """A reported request is contested where who is said to have made it denies it, whoever reports it."""
    own = (held[key].elements["request"] for key in hearing.parties.beneficiaries if key in held)
    denied = next((one for one in own if one and one.value == "not_met" and one.claims), None)
    if asked is None or asked.value != "met" or denied is None:
        return asked
    against = tuple(dict.fromkeys((*asked.against, *denied.claims)))
    return replace(asked, value="contested", reason="speaker-denies", against=against)
