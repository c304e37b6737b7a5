"""Who is named in and around each sentence: what an event's candidates are taken from, indexed once a document."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from foedus.reader.linker.mention import ANAPHORS, Key, Mention, Referent
from foedus.reader.view import View

BACK = 3
"""How many sentences back anything is a candidate; farther only what is named in the headline or often."""
OFTEN = 2
FARTHEST = 12


class Found(NamedTuple):
    """A referent as a sentence sees it: its mentions there, the last one before, the first in the sentence after.

    `elsewhere` says whether it is a candidate where no place in the sentence speaks for it; `headline` and `lead`
    whether it is named in such a zone anywhere, `places` in how many places of the document.
    """

    referent: Referent
    here: tuple[Mention, ...]
    before: Mention | None
    after: Mention | None
    headline: bool
    lead: bool
    elsewhere: bool
    places: int


class Nearby:
    """The referents around each sentence, each sentence's made once."""

    def __init__(
        self, views: Sequence[View], mentions: Sequence[Sequence[Mention]], referents: Mapping[Key, Referent]
    ) -> None:
        self._mentions = mentions
        self._referents = referents
        self._order = {key: number for number, key in enumerate(referents)}
        self._headline = _named_in(views, mentions, "headline")
        self._lead = _named_in(views, mentions, "lead")
        self._views: dict[Key, list[int]] = {}
        self._places: dict[Key, int] = {}
        self._found: dict[int, list[Found]] = {}

    def of(self, view: int) -> list[Found]:
        """Who may be a candidate in the sentence, in the order in which the document first names them."""
        if view not in self._found:
            keys = {one.key for one in self._mentions[view]} | self._headline
            for some in self._mentions[max(0, view - FARTHEST) : view + 2]:
                keys.update(one.key for one in some if one.key[0] != "words" or one.kind == "force")
            ordered = sorted(keys, key=self._order.__getitem__)
            self._found[view] = [one for key in ordered if (one := self._at(view, self._referents[key]))]
        return self._found[view]

    def _at(self, view: int, referent: Referent) -> Found | None:
        key, mentions = referent.key, referent.mentions
        places = self._views.get(key)
        if places is None:
            places = self._views[key] = [one.view for one in mentions]
            self._places[key] = len({(one.view, one.head) for one in mentions})
        first, last = bisect_left(places, view), bisect_right(places, view)
        here = mentions[first:last]
        before = mentions[first - 1] if first else None
        behind = mentions[last : bisect_right(places, view + 1)]
        after = next((one for one in behind if one.how not in ANAPHORS), None)
        headline = key in self._headline
        elsewhere = _is_elsewhere(view, referent, before, after, headline=headline)
        if not here and not elsewhere:
            return None
        return Found(referent, here, before, after, headline, key in self._lead, elsewhere, self._places[key])


def _is_elsewhere(
    view: int, referent: Referent, before: Mention | None, after: Mention | None, *, headline: bool
) -> bool:
    if referent.key[0] == "words" and (referent.kind != "force" or before is None or view - before.view > 2):
        return False
    if before is None or after is not None:
        return after is not None
    back = view - before.view
    return back <= BACK or headline or (len(referent.mentions) >= OFTEN and back <= FARTHEST)


def _named_in(views: Sequence[View], mentions: Iterable[Sequence[Mention]], zone: str) -> frozenset[Key]:
    return frozenset(one.key for view, some in zip(views, mentions, strict=True) if view.zone == zone for one in some)
