"""Pages of a story that a figure draws as one mark: the copies of one page, with the copies of these."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from foedus.lineage.edges import JOINING
from foedus.serve.views.story_members import Come, Member

_HOLDING = frozenset({*JOINING, "excerpt"})
"""Kinds of edges that say of a page that it came from another."""


class Strand(Struct, frozen=True):
    """A line to a group: from another one, or from an origin that is known by its name alone."""

    kind: str
    group: int | None
    name: str | None
    directed: bool


class Group(Struct, frozen=True):
    """Pages by their numbers, in order; `kind` is how the first of them came, None of an origin."""

    number: int
    members: tuple[int, ...]
    kind: str | None
    strands: tuple[Strand, ...]


def groups(members: Sequence[Member], apart: Collection[int] = ()) -> tuple[Group, ...]:
    """In the order of their first pages. Undated copies stand apart from dated ones, and so do some pages."""
    by_number = {one.number: one for one in members}
    held: dict[tuple[int, bool], list[Member]] = {}
    for one in members:
        source = None if one.number in apart else _source(one, by_number, apart)
        # an own mark has its own number, the copies of a page the number of that page with its sign turned
        key = (one.number, False) if source is None else (-source, one.day is None)
        held.setdefault(key, []).append(one)
    some = list(held.values())
    place = {one.number: number for number, group in enumerate(some, 1) for one in group}
    return tuple(_group(number, group, place) for number, group in enumerate(some, 1))


def _source(member: Member, by_number: Mapping[int, Member], apart: Collection[int]) -> int | None:
    """The page that a copy goes back to by way of copies alone, in one language; None of what is no mere copy."""
    found, seen = None, {member.number}
    while (above := _copied(member, by_number)) and above.number not in seen:
        found, member = above.number, above
        seen.add(found)
        if found in apart:
            break
    return found


def _copied(member: Member, by_number: Mapping[int, Member]) -> Member | None:
    held = [one for one in member.comes if one.kind in _HOLDING]
    if member.origin or len(held) != 1 or held[0].kind != "copy":
        return None
    above = by_number.get(held[0].number or 0)
    return above if above and above.lang == member.lang else None


def _group(number: int, some: Sequence[Member], place: Mapping[int, int]) -> Group:
    comes = [come for one in some for come in one.comes]
    strands = [_strand(come, place) for come in comes if come.number in place or come.document is None]
    held = {one.group for one in strands if one.kind != "citation"}
    kinds = [come.kind for come in some[0].comes if come.kind in _HOLDING]
    return Group(
        number,
        tuple(one.number for one in some),
        None if some[0].origin or not kinds else kinds[0],
        # that a page names the one that it has its text from is told by the line that is there already
        tuple(
            one
            for one in dict.fromkeys(strands)
            if one.group != number and not (one.kind == "citation" and one.group in held)
        ),
    )


def _strand(come: Come, place: Mapping[int, int]) -> Strand:
    if come.document is None:
        return Strand(come.kind, None, come.name, come.directed)
    return Strand(come.kind, place[come.number or 0], None, come.directed)
