"""Copies and excerpts in one language: texts that share runs of words which no two writers choose alike.

Words inside quotation marks alone never make a copy: two outlets may quote one statement independently.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from foedus.lineage.edges import CopyEdge, EdgeKind
from foedus.lineage.published import before, day_range, in_order
from foedus.lineage.shingles import Shingle, Shingled, passages, shingled
from foedus.model.document import Document

LEAST_SHARED = 12
"""Shingles outside quotation marks; about sixteen words in a row, or two sentences with a name changed."""

LEAST_RESEMBLANCE = 0.5
"""Jaccard index from which two texts are one text."""

LEAST_CONTAINED = 0.5
"""Share of the shorter text from which it is an excerpt of the longer."""

LONG_PASSAGE = 40
"""Shared shingles outside quotation marks that make an excerpt of however small a share."""

MOST_HOLDERS = 20
"""Earliest holders of a shingle that are looked at: what many texts bear leads to the first of them."""


class _Likeness(NamedTuple):
    """How an earlier text (by its place in the order) resembles the one at hand."""

    place: int
    kind: EdgeKind
    score: float
    shared: int
    shorter: int


def copies(documents: Iterable[Document]) -> list[CopyEdge]:
    """For each document the earlier ones that its text came from; no edge where another explains the same words."""
    by_lang = defaultdict(list)
    for document in in_order(documents):
        by_lang[document.lang].append(document)
    return [edge for same in by_lang.values() for edge in _in_one_language(same)]


def _in_one_language(documents: Sequence[Document]) -> Iterator[CopyEdge]:
    texts = [shingled(document.text) for document in documents]
    holders: dict[Shingle, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        met = Counter(earlier for shingle in text.places for earlier in holders.get(shingle, ()))
        for likeness in _explaining(texts, place, met):
            origin = documents[likeness.place]
            yield _edge(origin, texts[likeness.place], documents[place], text, likeness)
        for shingle in text.places:
            if len(holders[shingle]) < MOST_HOLDERS:
                holders[shingle].append(place)


def _explaining(texts: Sequence[Shingled], place: int, met: Counter[int]) -> Iterator[_Likeness]:
    """The likest earlier texts, the earliest among equals, each for words that those before it do not explain."""
    likenesses = [
        likeness
        for earlier, shared in met.items()
        if shared >= LEAST_SHARED and (likeness := _likeness(texts, earlier, place)) is not None
    ]
    explained: set[Shingle] = set()
    for likeness in sorted(likenesses, key=lambda one: (-round(one.score, 2), one.place)):
        common = texts[likeness.place].places.keys() & texts[place].places.keys()
        if 2 * len(common & explained) < len(common):
            explained |= common
            yield likeness


def _likeness(texts: Sequence[Shingled], earlier: int, later: int) -> _Likeness | None:
    one, other = texts[earlier], texts[later]
    shared = len(one.places.keys() & other.places.keys())
    own = len(one.own & other.own)
    if own < LEAST_SHARED:
        return None
    shorter = min(len(one.places), len(other.places))
    resemblance = shared / (len(one.places) + len(other.places) - shared)
    if resemblance >= LEAST_RESEMBLANCE:
        return _Likeness(earlier, "copy", shared / shorter, shared, shorter)
    if shared / shorter >= LEAST_CONTAINED or own >= LONG_PASSAGE:
        return _Likeness(earlier, "excerpt", shared / shorter, shared, shorter)
    return None


def _edge(first: Document, first_text: Shingled, second: Document, text: Shingled, found: _Likeness) -> CopyEdge:
    order = before(day_range(first.published), day_range(second.published))
    dates = f"published {first.published or 'undated'} and {second.published or 'undated'}"
    reason = (
        f"{found.shared} of the {found.shorter} five-word runs of the shorter text stand in both; {dates}"
        f"{'' if order else ': which was first is not known'}"
    )
    return CopyEdge(
        first.id,
        second.id,
        found.kind,
        round(found.score, 3),
        order is True,
        reason,
        passages(first_text, text),
    )
