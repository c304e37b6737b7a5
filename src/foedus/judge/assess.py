"""A case, element by element, for every viewpoint that speaks in it, the record's and the law's."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from foedus.gazetteer.entities import Entities
from foedus.judge.alike import alike
from foedus.judge.filling import filled
from foedus.judge.hearing import Hearing, hear
from foedus.judge.impartial import impartial
from foedus.judge.said import Said
from foedus.judge.sides import Side, is_party, side_of
from foedus.judge.trial import Days, Duty, Parties
from foedus.judge.verdict import rule
from foedus.model.finding import ELEMENTS, LAW, RECORD, Element, View


def assess(duty: Duty, parties: Parties, days: Days, told: Sequence[Said], entities: Entities) -> tuple[View, ...]:
    """Every viewpoint with its elements and its verdict, the record first and the law last.

    `told` are the claims that may bear on it; those of other days or other articles are left aside.
    """
    hearing = hear(duty, parties, days, told, entities)
    same_as = alike(hearing, entities)
    firsts = {first: side_of(hearing, first, entities) for first in same_as.values()}
    held = {speaker: firsts[first] for speaker, first in same_as.items()}
    held[RECORD] = impartial(RECORD, hearing, held, entities)
    held[LAW] = impartial(LAW, hearing, held, entities)
    full = {first: filled(hearing, first, held, entities) for first in firsts if first != RECORD}
    held |= {speaker: full[first] for speaker, first in same_as.items() if first != RECORD}
    views = {first: _view(hearing, first, held) for first in (*firsts, LAW)}
    return tuple(replace(views[same_as.get(key, key)], viewpoint=key) for key in held)


def _view(hearing: Hearing, viewpoint: str, held: Mapping[str, Side]) -> View:
    elements, exemption = held[viewpoint]
    sides = (side for view, side in held.items() if view not in (viewpoint, LAW))
    others = [one for side in sides if (one := side.elements["conduct"])]
    party = is_party(viewpoint, hearing)
    ruling = rule(hearing.duty.obligation, elements, viewpoint=viewpoint, party=party, others=others)
    there = tuple(elements[name] or Element(name, "open", "nobody-speaks") for name in ELEMENTS)
    return View(viewpoint, ruling.verdict, there, ruling.reason, exemption if ruling.reason == "exempt" else None)
