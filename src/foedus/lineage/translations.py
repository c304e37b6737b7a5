"""Translations: texts of two languages that say the same marked things in the same order within days.

A first, cautious finder: it works from claims alone, so that a text with few claims is never found.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from foedus.lineage.edges import CopyEdge
from foedus.lineage.marks import Mark, kept_in_order, marks
from foedus.lineage.published import before, day_range, days_apart, in_order
from foedus.model.claim import Claim
from foedus.model.document import Document

LEAST_SHARED = 3
"""Identical marks in the same order."""

LEAST_CONTAINED = 0.5
"""Share of the marks of the document that has fewer."""

MOST_DAYS = 3
"""Between the two dates; both must be known."""

MOST_HOLDERS = 20
"""Earliest documents with a mark that are looked at."""


def translations(documents: Iterable[Document], claims: Iterable[Claim]) -> list[CopyEdge]:
    """For each document the likest earlier one of each other language, where the evidence is strong."""
    by_document = defaultdict(list)
    for claim in claims:
        by_document[claim.document.id].append(claim)
    ordered = in_order(documents)
    return list(_edges(ordered, [marks(by_document[document.id]) for document in ordered]))


def _edges(documents: Sequence[Document], marked: Sequence[Sequence[Mark]]) -> Iterator[CopyEdge]:
    holders: dict[Mark, list[int]] = defaultdict(list)
    for place, own in enumerate(marked):
        met = Counter(earlier for mark in own for earlier in holders.get(mark, ()))
        best: dict[str, CopyEdge] = {}
        for earlier in sorted(met):
            lang = documents[earlier].lang
            if met[earlier] >= LEAST_SHARED and lang != documents[place].lang:
                edge = _edge(documents[earlier], marked[earlier], documents[place], own)
                if edge and (lang not in best or edge.score > best[lang].score):
                    best[lang] = edge
        yield from best.values()
        for mark in own:
            if len(holders[mark]) < MOST_HOLDERS:
                holders[mark].append(place)


def _edge(first: Document, one: Sequence[Mark], second: Document, other: Sequence[Mark]) -> CopyEdge | None:
    dates = day_range(first.published), day_range(second.published)
    gap = days_apart(*dates)
    kept = kept_in_order(one, other)
    score = kept / min(len(one), len(other))
    if gap is None or gap > MOST_DAYS or kept < LEAST_SHARED or score < LEAST_CONTAINED:
        return None
    order = before(*dates)
    reason = (
        f"{kept} statements with the same entities, numbers and dates in the same order, "
        f"{first.lang} {first.published} and {second.lang} {second.published}"
        f"{'' if order else ': which was first is not known'}"
    )
    return CopyEdge(first.id, second.id, "translation", round(score, 3), order is True, reason)
