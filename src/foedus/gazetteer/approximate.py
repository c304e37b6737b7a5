"""An unknown name → the known entity that it may be another spelling of, with a score; nothing where it is unsure.

Names are compared by sound (`sounds`). An index by skeleton gives the few candidates of the guessed kind; a name with
figures must have the same figures. Two entities that are about as likely give nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.gazetteer.names.name import NameKind
from foedus.gazetteer.sounds import is_cyrillic, likeness, plain, skeleton, sounds, tables, usages

LEVEL = 0.93
"""Least score of an answer, fixed on the dev half of tests/gazetteer/gold/variants and strangers."""
SHORT_LEVEL = 0.97
"""The same for a name with fewer than three consonants, or an acronym."""
ALONE_LEVEL = 0.96
"""The same for a person's surname alone: families with like names are many."""
_MARGIN = 0.02
_ENOUGH = 3
_LONGEST_ACRONYM = 5
_KINDS: dict[NameKind, frozenset[str]] = {
    "person": frozenset({"person"}),
    "organisation": frozenset({"organisation", "company", "armed_group"}),
    "place": frozenset({"place", "base", "state"}),
    "system": frozenset({"system"}),
    "force": frozenset({"force"}),
    "exercise": frozenset({"exercise", "mission"}),
}
_VARIANT = re.compile(r"(.*\d)[ -]?[^\W\d_]{1,4}\d?")
"""A type with letters behind its figures."""


class Approximation(NamedTuple):
    """The likeliest entity, its score (0 to 1, 1 for the same sounds), how it was found, and which of its names."""

    entity: str
    score: float
    how: str
    """transliteration: the same sounds; spelling: nearly the same; variant: a known type with a further ending."""
    name: str


class _Known(NamedTuple):
    entity: str
    heard: str
    name: str


_Index = dict[str, tuple[_Known, ...]]
"""Names by skeleton."""


class Approximate:
    """The names of all entities by skeleton, kind by kind; a kind is indexed when it is first asked for."""

    def __init__(self, entities: Entities) -> None:
        self._entities = entities
        self._ready: dict[NameKind, _Index] = {}

    @classmethod
    @cache
    def load(cls) -> "Approximate":
        """Over the shipped entities."""
        return cls(Entities.load())

    def find(self, name: str, kind: NameKind, lang: str) -> Approximation | None:
        """Which entity of the guessed kind the name may mean; None below the level or between two."""
        index = self._index(kind)
        written = plain(name)
        level = _level(name, kind)
        found = self._best(written, index, level, lang)
        if not found and kind == "system" and (match := _VARIANT.fullmatch(written)):
            found = self._best(match[1], index, level, lang)
            found = found._replace(how="variant", score=found.score - 0.1) if found else None
        return found

    def _best(self, written: str, index: _Index, level: float, lang: str) -> Approximation | None:
        best: dict[str, Approximation] = {}
        for heard in _hearings(written, lang):
            bones = skeleton(heard)
            least = level if len(bones) >= _ENOUGH else max(level, SHORT_LEVEL)
            for known in index.get(bones, ()):
                score = likeness(heard, known.heard, least)
                if score >= least and (known.entity not in best or score > best[known.entity].score):
                    how = "transliteration" if score == 1.0 else "spelling"
                    best[known.entity] = Approximation(known.entity, score, how, known.name)
        return self._only(sorted(best.values(), key=_by_score))

    def _only(self, ranked: list[Approximation]) -> Approximation | None:
        """The first, if no other entity comes close; a family and its member do not compete."""
        if not ranked:
            return None
        first = ranked[0]
        rivals = [one for one in ranked[1:] if one.score > first.score - _MARGIN]
        family = self._entities.family(first.entity)
        return None if any(self._entities.family(one.entity) != family for one in rivals) else first

    def _index(self, kind: NameKind) -> _Index:
        if kind not in self._ready:
            by_bones: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
            for entity in self._entities:
                if entity.kind in _KINDS[kind]:
                    for lang, names in entity.names.items():
                        for name in names:
                            heard = sounds(written := plain(name), usages(written, lang)[0])
                            by_bones[skeleton(heard)][entity.key, heard] = name
            self._ready[kind] = {
                bones: tuple(_Known(key, heard, name) for (key, heard), name in known.items())
                for bones, known in by_bones.items()
                if bones
            }
        return self._ready[kind]


def _by_score(one: Approximation) -> float:
    return -one.score


def _hearings(written: str, lang: str) -> list[str]:
    """How a name may sound, each way once, the likeliest first."""
    if is_cyrillic(written):
        return list(dict.fromkeys(sounds(form, "ru") for form in _stems(written)))
    return list(dict.fromkeys(sounds(written, usage) for usage in usages(written, lang)))


def _level(name: str, kind: NameKind) -> float:
    """The least score of an answer for the name, if it is long enough."""
    if name.isupper() and len(name) <= _LONGEST_ACRONYM:
        return SHORT_LEVEL
    return ALONE_LEVEL if kind == "person" and " " not in name else LEVEL


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(tables()["endings"], key=len, reverse=True))


def _stems(written: str) -> Iterator[str]:
    """The name as it stands, and without the case endings of its words."""
    yield written
    words = [_bare(word) for word in written.split(" ")]
    bare = " ".join(words)
    if bare != written:
        yield bare


def _bare(word: str) -> str:
    for ending in _endings():
        if len(word) > len(ending) + 2 and word.endswith(ending):
            return word[: -len(ending)]
    return word
