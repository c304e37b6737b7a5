"""Outlets by what they are called: one id for each, of the table of outlets or made from the name."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from foedus.gazetteer.scanner import Scanner
from foedus.gazetteer.sounds import VOWELS, is_cyrillic, plain, skeleton, sounds, usages
from foedus.lineage.citing.cues import load_words
from foedus.lineage.grading.naming import folded, host, without
from foedus.lineage.grading.outlet import OutletKind
from foedus.lineage.grading.outlets import Outlets, Row, load_outlets
from foedus.lineage.grading.rules import load_rules
from foedus.model.story import PLACEHOLDER

_NO_OUTLETS: frozenset[OutletKind] = frozenset({"official", "think_tank", "social"})
"""Rows that are voices, or places where anybody writes: to name one is not to cite an outlet."""

_ENDING = re.compile(r"(?:[аеёиоуыэюяйьъ]+|ом|ем|ым|им|ам|ям|ах|ях|ами|ями|ов|ев)+$")
_SHORTEST = 4
"""Letters that stay of a Russian name whose case ending is taken off."""
_MOST_WORDS = 6

_BONES = 4
"""Consonants by which a name in one script is known in another; shorter ones are compared by all their sounds."""
_SHORT = 3


class Named(NamedTuple):
    """An outlet that is named: its id, what it is called, and whether the name is surely an outlet's."""

    id: str
    name: str
    sure: bool


def named(words: str, *, noun: bool = False, credit: bool = False) -> Named | None:
    """The outlet that some words begin to name; None where they are surely none's.

    `noun` says that a noun (newspaper, agency) stands beside the name, `credit` that only an outlet, or another entity,
    is named in such a place.
    """
    tokens = _tokens(words)
    for count in range(len(tokens), 0, -1):
        name = " ".join(tokens[:count])
        row = _row(name)
        if row and (count == len(tokens) or _stands_alone(row, name)):
            return _of(row)
    parts = folded(" ".join(tokens)).split()
    if not parts or any(part in load_words().never for part in parts):
        return None
    name = " ".join(tokens)
    sure = noun or any(map(_is_medium, parts)) or (credit and not _is_entity(name))
    return Named(_made(name), name, sure)


def known(words: str) -> Named | None:
    """The outlet of the table that words name, and nothing else."""
    row = _row(" ".join(_tokens(words)))
    return _of(row) if row else None


def at(address: str) -> Named | None:
    """The outlet at an address; None where it is none's."""
    where = host(address)
    row = _outlets().at(address)
    if row:
        return (
            None if row.outlet.kind in _NO_OUTLETS else Named(PLACEHOLDER + row.outlet.id, row.outlet.name, sure=True)
        )
    return Named(PLACEHOLDER + where, where, sure=True) if where else None


@lru_cache(1 << 14)
def publishers(name: str | None, address: str | None) -> tuple[str, ...]:
    """The ids by which the outlet of a page may be known, the likeliest first."""
    row = _outlets().publisher(name, address)
    if row:
        return (PLACEHOLDER + row.outlet.id,)
    where = host(address)
    return (*((_made(name),) if name and folded(name) else ()), *((PLACEHOLDER + where,) if where else ()))


@lru_cache(1 << 14)
def alike(outlet: str) -> str:
    """The same for two ids that are one outlet's: an address and a name, or one name in two scripts."""
    said = outlet.removeprefix(PLACEHOLDER)
    if said in _ids():
        return outlet
    if "." in said:
        said = said.split(".")[-2]
    low = plain("".join(sign for sign in said if sign.isalnum()))
    spoken = sounds(_ENDING.sub("", low), "ru") if is_cyrillic(low) else sounds(low, usages(low, "en")[0])
    bones = skeleton(spoken)
    short = spoken.rstrip("".join(VOWELS))
    return PLACEHOLDER + (bones if len(bones) >= _BONES else short if len(short) >= _SHORT else low)


def _tokens(words: str) -> list[str]:
    return [token for token in (_bare(one) for one in words.split()) if token][:_MOST_WORDS]


def _of(row: Row) -> Named | None:
    """The outlet of a row; None of a row whose naming is no citation."""
    outlet = row.outlet
    return None if outlet.kind in _NO_OUTLETS else Named(PLACEHOLDER + outlet.id, outlet.name, sure=True)


def _stands_alone(row: Row, name: str) -> bool:
    """Whether a name can stand before another («сообщил ТАСС Иван Петров») and not begin it (The National Guard)."""
    return row.outlet.kind == "agency" and (name.isupper() or is_cyrillic(plain(name)))


def _is_medium(part: str) -> bool:
    words = load_words()
    return part in words.names or (part.endswith(words.endings) and part not in words.endings)


@lru_cache(1 << 12)
def _is_entity(name: str) -> bool:
    """Whether a name begins with one that the gazetteer has: a state, a person, a ministry."""
    lang = "ru" if is_cyrillic(plain(name)) else "en"
    return any(mention.start == 0 for mention in _scanner().scan(name, lang))


def published_by(name: str | None, address: str | None) -> frozenset[str]:
    """The `alike` ids of the outlet of a page."""
    return frozenset(map(alike, publishers(name, address)))


def _made(name: str) -> str:
    return PLACEHOLDER + without(folded(name), _idle()).replace(" ", "-")


def _row(name: str) -> Row | None:
    found = _outlets().named(name)
    if found or not is_cyrillic(plain(name)):
        return found
    return _stems().get(_stem(name))


def _stem(name: str) -> str:
    words = without(folded(name), _idle()).split()
    return " ".join(short if len(short := _ENDING.sub("", word)) >= _SHORTEST else word for word in words)


def _bare(token: str) -> str:
    token = token.strip(".,;:!?()[]«»“”„\"'’")
    return re.sub(r"['’]s$", "", token)


@cache
def _scanner() -> Scanner:
    return Scanner.load()


@cache
def _outlets() -> Outlets:
    return load_outlets(load_rules())


@cache
def _ids() -> frozenset[str]:
    return frozenset(row.outlet.id for row in _outlets())


@cache
def _idle() -> frozenset[str]:
    return frozenset(word for given in load_rules().name_words for word in folded(given).split())


@cache
def _stems() -> dict[str, Row]:
    """Rows by their Russian names without case endings; a stem that two rows share is nobody's."""
    found: dict[str, Row | None] = {}
    for row in _outlets():
        for name in row.outlet.names:
            if is_cyrillic(plain(name)):
                stem = _stem(name)
                found[stem] = row if found.get(stem, row) is row else None
    return {stem: row for stem, row in found.items() if row}
