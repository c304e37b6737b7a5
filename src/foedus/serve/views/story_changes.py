"""What changed on the way: two pages of a story side by side, and what is known of the others."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from foedus.lineage.carried import Carried
from foedus.lineage.changes.change import Change, ChangeKind, Words
from foedus.lineage.edges import JOINING
from foedus.model.errors import LedgerError, UnknownError, UsageError
from foedus.model.story import Story
from foedus.serve.house import House
from foedus.serve.views.story_compared import Comparing
from foedus.serve.views.story_diff import Piece, pieces
from foedus.serve.views.story_members import Member

FEW = 6
"""Pages of a story that is compared as a whole to find the page that differs most."""
MOST = 60
"""Pages that are compared where all are asked for."""
_NEARNESS = ("rewrite", "translation", "excerpt", "copy", "version")
"""Kinds of edges, from that by which most can have changed to that by which least."""


class Difference(Struct, frozen=True):
    """One change, with its words in both texts. `seen` is the number of the page that has it first, `pages` how many
    carry it; both None where the whole story was not compared."""

    number: int
    kind: ChangeKind
    was: str
    was_at: Words
    now: str
    now_at: Words
    reason: str
    seen: int | None
    pages: int | None


class Side(Struct, frozen=True):
    """One of the two pages, with its sentences that differ."""

    member: int
    pieces: tuple[Piece, ...]


class SideBySide(Struct, frozen=True):
    """Two pages; `compared` is false where nobody asked for it, `missed` why they could not be, in English."""

    first: Side
    second: Side
    differences: tuple[Difference, ...]
    compared: bool
    missed: str | None


class OnTheWay(Struct, frozen=True):
    """The first `compared` pages of a story, each with the one that it comes from: `pages` carry a change, of `ways`
    kinds in all; `kinds` are those of each page, by number, `begun` the pages that have one first. `left` were not
    compared."""

    compared: int
    left: int
    pages: int
    ways: int
    kinds: dict[int, tuple[ChangeKind, ...]]
    begun: tuple[int, ...]


class Changes(Struct, frozen=True):
    """Two pages compared, None of a story that has one page; and the whole story, where that was asked for."""

    pair: SideBySide | None
    whole: OnTheWay | None


class Chosen(Struct, frozen=True):
    """Which pages are to be compared: by number, by id or the beginning of one. Without a choice none is: it takes a
    while. `compare` asks for the first page and the one that differs most from it, with `all` for the whole story."""

    first: str | None = None
    second: str | None = None
    compare: Literal["", "some", "all"] = ""


def changes_of(house: House, story: Story, members: Sequence[Member], chosen: Chosen) -> Changes:
    """UnknownError where a page that is asked for is none of the story's."""
    if len(members) < 2:
        return Changes(None, None)
    comparing = Comparing(house.ledger)
    first = _named(chosen.first, members) or members[0]
    second = _named(chosen.second, members)
    if first is second:
        raise UsageError(f"page {first.number} is compared with itself: choose another")
    found: tuple[Carried, ...] | None = None
    missed = None
    try:
        found = _whole(comparing, story, members, chosen)
    except (UsageError, LedgerError) as error:
        missed = str(error)
    others = [one for one in members if one is not first]
    second = second or min(others, key=lambda one: _likeness(one, found or ()))
    asked = bool(chosen.compare or chosen.first or chosen.second)
    pair = _pair(house, comparing, members, (first, second), found) if asked and not missed else None
    none = SideBySide(Side(first.number, ()), Side(second.number, ()), (), False, missed)
    return Changes(pair or none, None if found is None or missed else _on_the_way(members, found))


def _whole(comparing: Comparing, story: Story, members: Sequence[Member], chosen: Chosen) -> tuple[Carried, ...] | None:
    """None where it is not asked for."""
    if chosen.compare == "all" or (chosen.compare and len(members) <= FEW):
        return comparing.whole(story, [one.document for one in members[:MOST]])
    return None


def _named(given: str | None, members: Sequence[Member]) -> Member | None:
    if not given:
        return None
    found = [one for one in members if str(one.number) == given] or [
        one for one in members if one.document.startswith(given.removeprefix("s-"))
    ]
    if len(found) != 1:
        raise UnknownError(f"{given!r} names no page of this story: choose a number from 1 to {members[-1].number}")
    return found[0]


def _likeness(one: Member, found: Sequence[Carried]) -> tuple[int, int, float, int]:
    """Least for the page that carries most changes; where that is not known, where most can have changed."""
    carried = sum(one.document in change.pages for change in found)
    joining = [come for come in one.comes if come.kind in (*JOINING, "excerpt")]
    kind = min((_NEARNESS.index(come.kind) for come in joining), default=len(_NEARNESS))
    return -carried, kind, min((come.score for come in joining), default=1.0), one.number


def _pair(
    house: House,
    comparing: Comparing,
    members: Sequence[Member],
    chosen: tuple[Member, Member],
    whole: Sequence[Carried] | None,
) -> SideBySide:
    first, second = chosen
    try:
        found = comparing.pair(first.document, second.document)
        was, now = (house.ledger.document(one.document).text for one in chosen)
    except (UsageError, LedgerError) as error:
        return SideBySide(Side(first.number, ()), Side(second.number, ()), (), False, str(error))
    numbers = {one.document: one.number for one in members}
    differences = []
    for number, change in enumerate(found, 1):
        words = now[change.now.start : change.now.end]
        pages = _carrying(change, words, second, members, whole) if whole is not None else None
        seen = min(numbers[one] for one in pages) if pages else None
        before = was[change.was.start : change.was.end]
        count = len(pages) if pages else None
        differences.append(
            Difference(number, change.kind, before, change.was, words, change.now, change.reason, seen, count)
        )
    return SideBySide(
        Side(first.number, pieces(was, first.lang, ((one.was, one) for one in found))),
        Side(second.number, pieces(now, second.lang, ((one.now, one) for one in found))),
        tuple(differences),
        True,
        None,
    )


def _carrying(
    change: Change, words: str, second: Member, members: Sequence[Member], whole: Sequence[Carried]
) -> set[str]:
    """The pages, by id, to which a change of the whole story went that this one is: of its kind, in these words."""
    langs = {one.document: one.lang for one in members}
    pages = {second.document}
    for one in whole:
        if one.kind == change.kind and second.document in one.pages:
            here = one.page == second.document
            meets = one.now_at.start < change.now.end and change.now.start < one.now_at.end
            alike = langs[one.page] != second.lang or _folded(one.now) == _folded(words)
            if meets if here else alike:
                pages |= {page for page in one.pages if page in langs}
    return pages


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _on_the_way(members: Sequence[Member], found: Sequence[Carried]) -> OnTheWay:
    compared = members[:MOST]
    kinds = {
        one.number: tuple(dict.fromkeys(change.kind for change in found if one.document in change.pages))
        for one in compared
    }
    changed = {number: some for number, some in kinds.items() if some}
    ways = len({change.kind for change in found})
    first = {change.page for change in found}
    begun = tuple(one.number for one in compared if one.document in first)
    return OnTheWay(len(compared), len(members) - len(compared), len(changed), ways, changed, begun)
