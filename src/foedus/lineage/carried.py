"""What changed on a story's way from page to page, on which page first, and which pages carry it on."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from foedus.lineage.changes import Change, ChangeKind, changes
from foedus.lineage.changes.change import Words
from foedus.lineage.pages import Page
from foedus.lineage.tree import tree_of
from foedus.model.story import CopyEdge, Story


class Carried(Struct, frozen=True):
    """A change between a page and the one that it comes from, with the words on both sides and where they stand.

    `published` is the date of the page, on which it stands first. `pages` are that page and those that come from it and
    say it as it does, in canonical order.
    """

    kind: ChangeKind
    origin: str
    page: str
    was: str
    was_at: Words
    now: str
    now_at: Words
    reason: str
    published: str | None
    pages: tuple[str, ...]


def carried(story: Story, pages: Mapping[str, Page]) -> list[Carried]:
    """All changes of a story, by the page on which they stand first; pages that are not given are passed over.

    Every page is parsed, and compared with the one that it comes from.
    """
    tree = {page: edge for page, edge in tree_of(story).items() if edge.origin in pages and page in pages}
    found = {page: changes(pages[edge.origin], pages[page]) for page, edge in tree.items()}
    below: dict[str, list[CopyEdge]] = defaultdict(list)
    for edge in tree.values():
        below[edge.origin].append(edge)
    place = {page: number for number, page in enumerate(story.members)}
    told: list[Carried] = []
    for page in story.members:
        for change in found.get(page, ()):
            onward = sorted(_onward(page, change.now, below, found), key=place.__getitem__)
            told.append(_carried(change, pages[tree[page].origin], pages[page], (page, *onward)))
    return told


def _onward(
    page: str, words: Words, below: Mapping[str, Sequence[CopyEdge]], found: Mapping[str, Sequence[Change]]
) -> Iterator[str]:
    """Pages that come from one and changed nothing where it has these words; how far a page has them on is not told
    by their own words alone, so that those after them are followed while nothing at all was changed."""
    ahead: list[tuple[str, Words | None]] = [(page, words)]
    while ahead:
        at, here = ahead.pop()
        for edge in below.get(at, ()):
            again = [one for one in found.get(edge.copy, ()) if here is None or _meet(one.was, here)]
            if again or (here is not None and not _holds(edge, here)):
                continue
            yield edge.copy
            ahead.append((edge.copy, _moved(edge, here) if here is not None else None))


def _holds(edge: CopyEdge, words: Words) -> bool:
    """Whether a page can have taken the words over: of a translation or a rewrite only its parts are known."""
    if edge.kind in ("translation", "rewrite") or not edge.spans:
        return True
    return any(_meet(Words(span.origin_start, span.origin_end), words) for span in edge.spans)


def _moved(edge: CopyEdge, words: Words) -> Words | None:
    """Where the words stand in the copy; None where that is not known."""
    for span in edge.spans:
        if span.origin_start <= words.start and words.end <= span.origin_end:
            moved = span.copy_start - span.origin_start
            if edge.kind not in ("translation", "rewrite"):
                return Words(words.start + moved, words.end + moved)
    return None


def _meet(one: Words, other: Words) -> bool:
    return one.start < other.end and other.start < one.end


def _carried(change: Change, first: Page, second: Page, pages: tuple[str, ...]) -> Carried:
    return Carried(
        change.kind,
        first.id,
        second.id,
        first.text[change.was.start : change.was.end],
        change.was,
        second.text[change.now.start : change.now.end],
        change.now,
        change.reason,
        second.document.published,
        pages,
    )
