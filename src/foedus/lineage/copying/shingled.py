"""What is kept of a text while it is compared with others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from foedus.lineage.copying.letters import Hashes
from foedus.lineage.copying.runs import WORDS_IN_A_RUN, Runs, runs
from foedus.lineage.copying.words import Flags

Offsets = NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Shingled:
    """A text: all its words with their offsets in code points, and the runs of its running text.

    `own` says by run whether it stands outside quotation marks, or across one.
    """

    words: Hashes
    starts: Offsets
    ends: Offsets
    runs: Hashes
    own: Flags

    @cached_property
    def all_runs(self) -> Hashes:
        """Each run once, sorted."""
        return np.unique(self.runs)

    @cached_property
    def own_runs(self) -> Hashes:
        """Each run outside quotation marks once, sorted."""
        return np.unique(self.runs[self.own])


def shingled(text: str) -> Shingled:
    """One text."""
    return next(each(runs([text])))


def all_shingled(texts: Sequence[str]) -> list[Shingled]:
    """Many, at a quarter of the cost."""
    return list(each(runs(texts)))


def each(found: Runs) -> Iterator[Shingled]:
    """The texts of a batch, apart."""
    words = found.words
    for text in range(len(words.offsets)):
        part = slice(words.first[text], words.first[text + 1])
        offset = words.offsets[text]
        own = slice(found.bounds[text], max(found.bounds[text], found.bounds[text + 1] - WORDS_IN_A_RUN + 1))
        yield Shingled(
            words.hashes[part].copy(),
            (words.starts[part] - offset).astype(np.int32),
            (words.ends[part] - offset).astype(np.int32),
            found.hashes[own].copy(),
            found.own[own].copy(),
        )
