"""Viewpoints that must come to the same: they stand alike to the case, and none has a word on any element of it."""

from collections.abc import Hashable

from foedus.gazetteer.entities import Entities
from foedus.judge.evidence import table
from foedus.judge.hearing import Hearing
from foedus.judge.place import claimants
from foedus.judge.said import Said
from foedus.judge.weighing import hits
from foedus.model.finding import RECORD


def alike(hearing: Hearing, entities: Entities) -> dict[str, str]:
    """Each speaker to the first one that it comes to the same as, which may be itself."""
    cited = _cited(hearing)
    by_itself = frozenset({RECORD}).union(*(one.viewpoints | claimants(one, entities) for one in cited))
    firsts: dict[Hashable, str] = {}
    return {
        speaker: firsts.setdefault(speaker if speaker in by_itself else _standing(hearing, speaker), speaker)
        for speaker in hearing.speakers
    }


def _cited(hearing: Hearing) -> list[Said]:
    """All claims that can decide an element."""
    found = [hit.one for some in hearing.found.values() for hit in some]
    implied = [hit.one for hit in hits(table().implied, hearing.told, hearing.people)]
    return [*found, *implied, *(hit.one for hit in hearing.allowed), *hearing.orders, *hearing.before]


def _standing(hearing: Hearing, speaker: str) -> Hashable:
    return tuple(speaker in some for some in hearing.people.values())
