"""The finder of copies and excerpts: fingerprints as keys, and proof on the words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from foedus.lineage.copying.fingerprints import fingerprints
from foedus.lineage.copying.forms import NEARLY_ALL, Held, fill_one_form
from foedus.lineage.copying.kept import Kept
from foedus.lineage.copying.likeness import WHOLE, Likeness, likenesses
from foedus.lineage.copying.notices import LITTLE, WHOLE_TEXT, of_one_outlet, parts
from foedus.lineage.copying.passages import passages
from foedus.lineage.copying.runs import runs
from foedus.lineage.copying.shingled import Shingled, each, shingled
from foedus.lineage.finder import key
from foedus.lineage.pages import Page, came_before, dated
from foedus.model.story import CopyEdge, Passage

AT_ONCE = 32
"""Pages that are cut at once: their letters fit the processor's own memory."""


class _Found(NamedTuple):
    """How an earlier page resembles the one at hand, with both texts; `within` says that they are of one outlet."""

    origin: Page
    texts: tuple[Shingled, Shingled]
    likeness: Likeness
    within: bool
    spans: tuple[Passage, ...] = ()


class CopyFinder:
    """Finds `copy` and `excerpt`: pages that share words which no two writers choose alike, whatever their language.

    Words inside quotation marks alone never make an edge: two outlets may quote one statement independently. What
    outlets set around their reports, and forms that they fill in, make none either (`notices.py`, `forms.py`).
    Keys: about 105 for each 1,000 words.
    """

    name = "copying/1"

    def __init__(self) -> None:
        self._texts = Kept()
        self._salt = key(self.name)

    def keys(self, page: Page) -> tuple[int, ...]:
        """The page's fingerprints; its words are kept, since its edges are mostly asked for next."""
        found = runs([page.text])
        self._texts.get(page.id, lambda: {WHOLE_TEXT: next(each(found))})
        return tuple(dict.fromkeys(fingerprints(found, self._salt)[0].tolist()))

    def all_keys(self, pages: Sequence[Page]) -> list[tuple[int, ...]]:
        """The keys of many pages, at a quarter of the cost."""
        found: list[tuple[int, ...]] = []
        for start in range(0, len(pages), AT_ONCE):
            some = pages[start : start + AT_ONCE]
            keys, text_of = self.key_arrays(some)
            ends = text_of.searchsorted(np.arange(1, len(some) + 1)).tolist()
            numbers = keys.tolist()
            found += (tuple(dict.fromkeys(numbers[at:end])) for at, end in zip([0, *ends], ends, strict=False))
        return found

    def key_arrays(self, pages: Sequence[Page]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The keys of as many pages as are cut at once, and the place of the page of each; some come twice."""
        return fingerprints(runs([page.text for page in pages]), self._salt)

    def edges(self, page: Page, earlier: Sequence[Page]) -> list[CopyEdge]:
        """From those that explain most of the page's words, the canonically first among equals, and no others."""
        others = sorted((one for one in earlier if one.id != page.id), key=lambda one: one.order)
        if others and (twin := self._twin(page, others[0])):
            return [_edge(twin, page)]
        ranked = sorted(self._alike(page, others), key=_nearness)
        return [_edge(one, page) for one in self._explaining(page, ranked)]

    def _twin(self, page: Page, first: Page) -> _Found | None:
        """The canonically first page where it leaves nothing to explain: a story of thousands of pages is soon told."""
        for found in self._alike(page, [first]):
            if _nearness(found) == (-1.0, -1.0):
                return self._proven(page, found)
        return None

    def _alike(self, page: Page, others: Sequence[Page]) -> Iterator[_Found]:
        text, texts = self._text(page), [self._text(other) for other in others]
        within = [of_one_outlet(other.document, page.document) for other in others]
        found = likenesses(text, texts, [WHOLE if one else None for one in within])
        for other, its, likeness, one in zip(others, texts, found, within, strict=True):
            if likeness:
                yield _Found(other, (its, text), likeness, one)

    def _explaining(self, page: Page, ranked: Sequence[_Found]) -> Iterator[_Found]:
        """Each for words of the page of which those before it explain less than half."""
        explained = np.zeros(len(self._text(page).all_runs), dtype=np.bool_)
        for one in ranked:
            common = one.likeness.common
            if 2 * np.count_nonzero(explained[common]) < len(common) and (proven := self._proven(page, one)):
                explained[common] = True
                yield proven

    def _proven(self, page: Page, found: _Found) -> _Found | None:
        """The same with its passages; None where the two have notices in common, or fill in one form."""
        has_little = found.within or found.likeness.shared <= LITTLE or not found.likeness.kind
        proven = self._by_parts(page, found) if has_little else found
        if proven is None:
            return None
        proven = proven._replace(spans=passages(*proven.texts))
        return None if proven.likeness.resemblance < NEARLY_ALL and _is_form(proven, page) else proven

    def _by_parts(self, page: Page, found: _Found) -> _Found | None:
        """The same without notices, and of pages in several languages by the parts that are most alike."""
        ours, theirs = self._parts(page), self._parts(found.origin)
        pairs = [
            (its, text)
            for name, its in theirs.items()
            for other, text in ours.items()
            if name == other or (WHOLE_TEXT in (name, other))
        ]
        least = [WHOLE if found.within else None]
        alike = [(likenesses(pair[1], [pair[0]], least)[0], pair) for pair in pairs]
        told = [(likeness, pair) for likeness, pair in alike if likeness and likeness.kind]
        if not told:
            return None
        likeness, pair = max(told, key=lambda one: one[0].score)
        return found._replace(texts=pair, likeness=likeness)

    def _text(self, page: Page) -> Shingled:
        return self._texts.get(page.id, lambda: {WHOLE_TEXT: shingled(page.text)})[WHOLE_TEXT]

    def _parts(self, page: Page) -> Mapping[str, Shingled]:
        return self._texts.get(f"{page.id} parts", lambda: parts(page.document))


def _nearness(found: _Found) -> tuple[float, float]:
    """First what explains most of the page; of those the text most like it, not the digest that holds it too."""
    likeness = found.likeness
    whole = len(found.texts[1].all_runs)
    return -round(likeness.shared / whole, 2), -round(likeness.resemblance, 1)


def _edge(found: _Found, page: Page) -> CopyEdge:
    origin, likeness = found.origin, found.likeness
    assert likeness.kind is not None  # noqa: S101 - proven
    directed = came_before(origin, page) is True
    reason = (
        f"{likeness.shared} of the {likeness.shorter} five-word runs of the shorter text stand in both; "
        f"published {dated(origin)} and {dated(page)}{'' if directed else ': which was first is not known'}"
    )
    return CopyEdge(origin.id, page.id, likeness.kind, round(likeness.score, 3), directed, reason, found.spans)


def _is_form(found: _Found, page: Page) -> bool:
    theirs = [(span.origin_start, span.origin_end) for span in found.spans]
    ours = [(span.copy_start, span.copy_end) for span in found.spans]
    texts = found.texts
    return fill_one_form(Held(found.origin.text, texts[0], theirs), Held(page.text, texts[1], ours))
