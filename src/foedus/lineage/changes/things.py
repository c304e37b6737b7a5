"""Another thing in sentences that answer to each other: "frigate" became "corvette"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.language.knowledge import rows
from foedus.lineage.changes.aligned import Pair
from foedus.lineage.changes.change import Change, Words
from foedus.lineage.changes.forms import Forms, Found
from foedus.lineage.changes.lines import Line, Lines
from foedus.lineage.changes.touched import Touched
from foedus.lineage.crossing.fact import Fact, FactKind

FILE = "things.tsv"
_KINDS: tuple[FactKind, ...] = ("thing", "type")
_ANYTHING = "*"
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "X"})


def things_changed(pair: Pair, touched: Touched, first: Lines, _second: Lines) -> Iterator[Change]:
    """One thing of a sort that is gone, where another one stands."""
    yield from _designations(pair, touched, first)
    yield from _classes(pair, touched, first)


def _designations(pair: Pair, touched: Touched, first: Lines) -> Iterator[Change]:
    for kind in _KINDS:
        told = {key for line in pair.second for _, key in line.said}
        was = [one for one in _named(kind, pair.first, told) if touched.first(one.start, one.end)]
        told = {key for _, key in first.said}
        now = [one for one in _named(kind, pair.second, told) if touched.second(one.start, one.end)]
        if len(was) == len(now) == 1 and not _is_same(was[0].key, now[0].key):
            yield _change(was[0], now[0])


def _named(kind: FactKind, lines: Sequence[Line], told: Iterable[str]) -> list[Fact]:
    """Designations that some sentences have and others have not; classes of things are compared by their words."""
    known = Entities.load()
    here = {said: fact for line in lines for said, fact in line.said.items() if said[0] == kind}
    return [fact for said, fact in here.items() if said[1] not in told and known.kind(said[1]) != "item_class"]


def _is_same(old: str, new: str) -> bool:
    """Whether the one is told more exactly than the other, or both are of one family: then nothing changed."""
    known = Entities.load()
    return known.family(old) == known.family(new) or new in known.broader(old) or old in known.broader(new)


def _change(old: Fact | Found, new: Fact | Found) -> Change:
    return Change("item", Words(old.start, old.end), Words(new.start, new.end), f"{old.key} became {new.key}")


def _classes(pair: Pair, touched: Touched, first: Lines) -> Iterator[Change]:
    """Two things of a family, each the only one of it that is gone or new, else of a group; then the first page must
    name the new one nowhere."""
    known = _things()
    was, now = _in(pair.first), _in(pair.second)
    gone = [one for one in _uncovered(was, now) if touched.first(one.start, one.end)]
    come = [one for one in _uncovered(now, was) if touched.second(one.start, one.end)]
    for key in (known.families, known.groups):
        if key is known.groups:
            before = {one.key for one in _in(first.all)}
            come = [one for one in come if one.key not in before]
        for sort in dict.fromkeys(key[one.key] for one in gone):
            olds = {one.key: one for one in reversed(gone) if key[one.key] == sort}
            news = {one.key: one for one in reversed(come) if key[one.key] == sort}
            if len(olds) == len(news) == 1:
                yield _change(*olds.values(), *news.values())
                gone = [one for one in gone if one.key not in olds]
                come = [one for one in come if one.key not in news]


def _in(lines: Sequence[Line]) -> list[Found]:
    """The things that nouns and adjectives of some sentences name: "to ship" is no ship."""
    return [
        one
        for line in lines
        for one in _things().forms.find(line)
        if any(token.upos in _NAMING and token.start < one.end and one.start < token.end for token in line.view.tokens)
    ]


def _uncovered(some: Sequence[Found], others: Sequence[Found]) -> Iterator[Found]:
    """Things that the others do not name, more widely or more narrowly either; a word for anything can stand for one
    of them, unless there is as wide a word on this side."""
    known = _things().broader
    wide = [sum(_ANYTHING in known[one.key] for one in side) for side in (some, others)]
    if wide[1] > wide[0]:
        return
    for one in some:
        near = (one.key == other.key or other.key in known[one.key] or one.key in known[other.key] for other in others)
        if _ANYTHING not in known[one.key] and not any(near):
            yield one


class _Things(NamedTuple):
    forms: Forms
    groups: Mapping[str, str]
    families: Mapping[str, str]
    broader: Mapping[str, frozenset[str]]


@cache
def _things() -> _Things:
    found = rows(files("foedus") / "data" / "lineage" / FILE)
    direct = {cells[0]: [one for one in cells[2].split() if one != "-"] for cells in found}
    return _Things(
        Forms((cells[0], cells[3:]) for cells in found),
        {cells[0]: cells[1] for cells in found},
        {key: _root(key, direct) for key in direct},
        {key: _wider(key, direct) for key in direct},
    )


def _root(key: str, direct: Mapping[str, Sequence[str]]) -> str:
    """The widest name of a thing, by the first name of each step."""
    while direct.get(key):
        key = direct[key][0]
    return key


def _wider(key: str, direct: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """All wider names of a thing, over several steps."""
    found: set[str] = set()
    ahead = [key]
    while ahead:
        for one in direct.get(ahead.pop(), ()):
            if one not in found:
                found.add(one)
                ahead.append(one)
    return frozenset(found)
