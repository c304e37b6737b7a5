"""What a side says nothing of: as its own words on the duty imply it, else as the record has it."""

from collections.abc import Mapping

from foedus.gazetteer.entities import Entities
from foedus.judge.conduct import Conduct
from foedus.judge.evidence import table
from foedus.judge.hearing import Hearing
from foedus.judge.place import NO_PLACE
from foedus.judge.sides import Side, Weighed, by_conduct, complete, request
from foedus.judge.verdict import NOT_TO_DO
from foedus.judge.weighing import hits, weigh
from foedus.model.finding import RECORD, Element, ElementName, Value

_SETTLED: set[Value] = {"met", "not_met"}
_IMPLIED: tuple[ElementName, ...] = ("trigger", "scope")


def filled(hearing: Hearing, viewpoint: str, held: Mapping[str, Side], entities: Entities) -> Side:
    """The side of a viewpoint with every element; what the record has settled counts before what is implied."""
    own, record = held[viewpoint], held[RECORD]
    implied = _implied(hearing, viewpoint)

    def merged(name: ElementName) -> Element | None:
        mine, known = own.elements[name], record.elements[name]
        if mine and _has_a_word(hearing, viewpoint, mine):
            return mine
        return known if known and known.value in _SETTLED else implied.get(name) or known or mine

    done = merged("conduct")
    exemption = own.exemption if done is own.elements["conduct"] else record.exemption
    asked = merged("request") or request(hearing, None)
    side = complete(hearing, viewpoint, Weighed(merged("trigger"), asked, Conduct(done, exemption)), entities)
    where = side.elements["scope"]
    placed = where and where.reason != NO_PLACE and _has_a_word(hearing, viewpoint, where)
    if not placed and hearing.duty.obligation.kind not in NOT_TO_DO:
        side.elements["scope"] = merged("scope")
    return side


def _implied(hearing: Hearing, viewpoint: str) -> dict[ElementName, Element]:
    """Trigger and place of a duty to act, as a viewpoint's own words on the duty imply them."""
    if by_conduct(hearing.duty.obligation):
        return {}
    own = [hit for hit in hits(table().implied, hearing.told, hearing.people) if viewpoint in hit.one.viewpoints]
    found = {name: weigh(name, own, viewpoint, table().order[name], hearing.people) for name in _IMPLIED}
    return {name: element for name, element in found.items() if element}


def _has_a_word(hearing: Hearing, viewpoint: str, element: Element) -> bool:
    return any(viewpoint in one.viewpoints for one in hearing.by_id(element.claims))
