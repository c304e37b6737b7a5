"""How two texts resemble each other, counted on their runs of words; what makes one a copy or an excerpt."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from foedus.lineage.copying.letters import Hashes
from foedus.lineage.copying.shingled import Shingled
from foedus.lineage.copying.words import Flags
from foedus.model.story import EdgeKind

LEAST_SHARED = 12
"""Runs outside quotation marks; about sixteen words in a row, or two sentences with a name changed."""

LEAST_RESEMBLANCE = 0.5
"""Jaccard index from which two texts are one text."""

LEAST_CONTAINED = 0.5
"""Share of the shorter text from which it is an excerpt of the longer."""

CUT_CONTAINED = 0.8
CUT_LENGTH = 0.75
"""What stands in the longer text by the first share, and is shorter than the second share of it, was cut out of it."""

WHOLE = 2 / 3
"""Share of the shorter text from which two pages of one outlet are copies: less is its menus, notices, background."""

LONG_PASSAGE = 40
"""Runs outside quotation marks, in passages, that make an excerpt of however small a share."""

DOUBTFUL = 0.25
"""Share of the shorter text from which two may yet be one, if what is no text or another language is left out."""

PASSAGE = 8
"""Runs in a row, twelve words, that make a passage: long reports on one matter share shorter ones by chance."""

Places = NDArray[np.intp]


class Likeness(NamedTuple):
    """`shared` of `shorter` runs stand in both texts; `common` are their places among all runs of the one at hand.

    Two texts with no `kind` have more in common than chance gives, and not enough to be copy or excerpt.
    """

    kind: EdgeKind | None
    resemblance: float
    shared: int
    shorter: int
    common: Places

    @property
    def score(self) -> float:
        """The share of the shorter text that stands in the other."""
        return self.shared / self.shorter


def likenesses(text: Shingled, others: Sequence[Shingled], least: Sequence[float | None]) -> list[Likeness | None]:
    """How a text resembles each of some others; None where they share no more than chance gives.

    `least` is, for each, the share of the shorter text that makes an excerpt, or None where a long passage is enough.
    """
    own = [len(found) for found in _common(text.own_runs, [other.own_runs for other in others])]
    near = [place for place, shared in enumerate(own) if shared >= LEAST_SHARED]
    common = _common(text.all_runs, [others[place].all_runs for place in near])
    found: list[Likeness | None] = [None] * len(others)
    for place, both in zip(near, common, strict=True):
        sizes = len(text.all_runs), len(others[place].all_runs)
        resemblance = len(both) / (sum(sizes) - len(both))
        kind = _kind(text, others[place], len(both), least[place])
        if kind or len(both) >= DOUBTFUL * min(sizes):
            found[place] = Likeness(kind, resemblance, len(both), min(sizes), both)
    return found


def _kind(text: Shingled, other: Shingled, shared: int, least: float | None) -> EdgeKind | None:
    shorter, longer = sorted((len(text.all_runs), len(other.all_runs)))
    contained = shared / shorter
    if contained < (least or LEAST_CONTAINED):
        return "excerpt" if least is None and in_passages(text, other) >= LONG_PASSAGE else None
    was_cut = contained >= CUT_CONTAINED and shorter < CUT_LENGTH * longer
    is_one = shared / (shorter + longer - shared) >= LEAST_RESEMBLANCE
    return "copy" if is_one and not was_cut else "excerpt"


def in_passages(text: Shingled, other: Shingled) -> int:
    """How many runs outside quotation marks stand in both texts, those aside that stand in no passage."""
    shared = text.own & _among(other.own_runs, text.runs)
    bounds = np.flatnonzero(np.diff(shared, prepend=False, append=False))
    lengths = bounds[1::2] - bounds[0::2]
    return int(lengths[lengths >= PASSAGE].sum())


def _common(own: Hashes, others: Sequence[Hashes]) -> list[Places]:
    """For each of the others the places of its numbers among the own; all are sorted and have each number once."""
    if not len(own) or not others:
        return [np.zeros(0, dtype=np.intp) for _ in others]
    joined = np.concatenate(others)
    at = own.searchsorted(joined)
    met = own.take(at, mode="clip") == joined
    ends = np.cumsum([len(other) for other in others]).tolist()
    return [at[start:end][met[start:end]] for start, end in zip([0, *ends], ends, strict=False)]


def _among(known: Hashes, asked: Hashes) -> Flags:
    """Which of some numbers are among others, which are sorted."""
    if not len(known):
        return np.zeros(len(asked), dtype=np.bool_)
    found: Hashes = known.take(known.searchsorted(asked), mode="clip")
    return np.equal(found, asked)
