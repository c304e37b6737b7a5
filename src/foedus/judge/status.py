"""Element: who was bound on the day."""

from datetime import date
from functools import lru_cache
from typing import Final

from foedus.gazetteer.entities import Entities
from foedus.judge.hearing import Hearing
from foedus.judge.place import DENIAL
from foedus.judge.said import Said
from foedus.judge.treaties.on_day import bound
from foedus.judge.trial import Duty, Parties
from foedus.model.finding import RECORD, Element

_KNOWN: Final = 4_096
"""So many parties on a day are kept in mind: every viewpoint of a case asks for the same."""


def status(hearing: Hearing, viewpoint: str, day: date, entities: Entities) -> Element:
    """Met where somebody who owes and somebody who is owed were bound by law; a freeze in practice is told."""
    if early := _only_before(hearing, viewpoint):
        return Element("status", "not_met", "before-in-force", tuple(one.id for one in early))
    if unbound := _held_to_be_unbound(hearing, viewpoint):
        return Element("status", "not_met", DENIAL, tuple(one.id for one in unbound))
    return _by_file(hearing.duty, hearing.parties, day, entities)


@lru_cache(_KNOWN)
def _by_file(duty: Duty, parties: Parties, day: date, entities: Entities) -> Element:
    """As the treaty file has it, the same for whoever asks."""
    treaty = duty.treaty
    owing = [bound(treaty, key, day, entities) for key in parties.obligors]
    owed = [bound(treaty, key, day, entities) for key in parties.beneficiaries] if _to_a_party(duty) else []
    if not any(one.in_force for one in owing) or (owed and not any(one.in_force for one in owed)):
        return Element("status", "not_met", f"treaty:{treaty.id}:parties")
    if any(one.practice for one in owed) or all(one.practice for one in owing if one.in_force):
        return Element("status", "de_facto_frozen", f"treaty:{treaty.id}:de_facto")
    return Element("status", "met", f"treaty:{treaty.id}:parties")


def _only_before(hearing: Hearing, viewpoint: str) -> list[Said]:
    """What a viewpoint, or failing its own words the record, tells of conduct, where all of it came before the duty."""
    inside = [hit.one for hit in hearing.found["conduct"] if hit.line.says == "contrary"]
    for view in (viewpoint, RECORD):
        early = [one for one in hearing.before if view in one.viewpoints]
        if early or any(view in one.viewpoints for one in inside):
            return [] if any(view in one.viewpoints for one in inside) else early
    return []


def _held_to_be_unbound(hearing: Hearing, viewpoint: str) -> list[Said]:
    """What was asked for and not laid down in law binds nobody who says that it does not."""
    if hearing.duty.obligation.binding or viewpoint not in hearing.people["obligor"]:
        return []
    return [hit.one for hit in hearing.found["scope"] if hit.line.id == DENIAL and viewpoint in hit.one.viewpoints]


def _to_a_party(duty: Duty) -> bool:
    """An embargo is owed to nobody in particular, and a guarantee may be owed to a state that is no party."""
    return bool({"each_party", "other_parties", "all_parties"} & set(duty.obligation.owed_to))
