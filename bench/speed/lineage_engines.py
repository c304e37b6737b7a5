"""The engines that look for copies among planned pages; each in a process of its own, generating not counted."""

import re
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from typing import overload

import numpy as np
from numpy.typing import NDArray

from bench.speed.child import peak_mib
from bench.speed.lineage_holders import earlier_holders
from bench.speed.lineage_measured import Found
from bench.speed.lineage_texts import KINDS, Plan, document, plan
from foedus.lineage.copying.finder import AT_ONCE, CopyFinder
from foedus.lineage.copying.runs import WORDS_IN_A_RUN
from foedus.lineage.pages import Page

_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile("[\u0300-\u036f]+")
PROVEN = 10_000
"""Pages for which words are compared; of more pages every so many, and the time is taken times that."""

_KEPT = 5000
_AHEAD = 16 * AT_ONCE
"""Pages made before the clock runs over them, so that making them leaves the processor's own memory alone."""


class Clock:
    """Seconds of the processor between `start` and `stop`, added up."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._began = 0.0

    def __enter__(self) -> "Clock":
        self._began = time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds += time.process_time() - self._began


class Pages(Sequence[Page]):
    """The pages of a plan, made when they are asked for; the time that takes is kept apart, and so are their words."""

    def __init__(self, planned: Plan) -> None:
        self._planned = planned
        self._block: list[Page] = []
        self._begin = 0
        self._one = lru_cache(_KEPT)(self._made)
        self.making = Clock()
        self.words = 0

    def __len__(self) -> int:
        return len(self._planned.kinds)

    @overload
    def __getitem__(self, place: int) -> Page: ...
    @overload
    def __getitem__(self, place: slice) -> list[Page]: ...
    def __getitem__(self, place: int | slice) -> Page | list[Page]:
        with self.making:
            if isinstance(place, int):
                return self._one(place)
            start, stop, _ = place.indices(len(self))
            if not self._begin <= start < stop <= self._begin + len(self._block):
                self._begin = start
                self._block = [self._made(number) for number in range(start, min(start + _AHEAD, len(self)))]
                self.words += sum(len(page.text.split()) for page in self._block)
            return self._block[start - self._begin : stop - self._begin]

    def _made(self, number: int) -> Page:
        page = Page(document(self._planned, number))
        page.id, page.order  # noqa: B018 - of every page, whatever is looked for
        return page


def foedus(count: int, seed: int) -> tuple[Found, int, int]:
    """The project's finder; with the words of all pages and how many keys they have."""
    planned, finder, whole = plan(count, seed), _Counting(), Clock()
    finder.key_arrays(Pages(planned)[:AT_ONCE])  # tables are made at first use
    finder.clock, finder.counted, pages = Clock(), 0, Pages(planned)
    with whole:
        near = list(earlier_holders(finder, pages))
    look_up = whole.seconds - finder.clock.seconds - pages.making.seconds
    every = max(1, count // PROVEN)
    proof, led = Clock(), _Led(planned, every)
    for place, held in near:
        if place % every:
            continue
        page, earlier = pages[place], [pages[one] for one in held]
        numbers = {one.id: number for number, one in zip(held, earlier, strict=True)}
        with proof:
            edges = finder.edges(page, earlier)
        led.meet(place, (numbers[edge.origin] for edge in edges))
    seconds = finder.clock.seconds, look_up, proof.seconds * every
    found = Found("foedus", *seconds, peak_mib(), led.recall(), led.precision)
    return found, pages.words, finder.counted


class _Counting(CopyFinder):
    """The finder, with the time that keys take and their number."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.counted = 0

    def key_arrays(self, pages: Sequence[Page]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """As the finder does it."""
        with self.clock:
            found = super().key_arrays(pages)
        self.counted += len(found[0])
        return found


def datasketch(count: int, seed: int, permutations: int, threshold: float) -> Found:
    """datasketch's MinHashLSH, page after page: asked for what is like it, then told of it."""
    sketches = import_module("datasketch")

    index = sketches.MinHashLSH(threshold=threshold, num_perm=permutations)

    def signature(words: list[str]) -> object:
        found = sketches.MinHash(num_perm=permutations)
        found.update_batch([run.encode() for run in _runs(words)])
        return found

    def look_up(number: int, signed: object) -> Iterable[int]:
        held: list[int] = index.query(signed)
        index.insert(number, signed, check_duplication=False)
        return held

    return _stream(f"datasketch {permutations} ({threshold})", count, seed, signature, look_up)


def rensa(count: int, seed: int, permutations: int, threshold: float, bands: int) -> Found:
    """rensa's RMinHashLSH, in the same way."""
    sketches = import_module("rensa")

    index = sketches.RMinHashLSH(threshold, permutations, bands)

    def signature(words: list[str]) -> object:
        found = sketches.RMinHash(permutations, 1)
        found.update(list(_runs(words)))
        return found

    def look_up(number: int, signed: object) -> Iterable[int]:
        held: list[int] = index.query(signed)
        index.insert(number, signed)
        return held

    return _stream(f"rensa {permutations}, {bands} bands", count, seed, signature, look_up)


def _stream(
    name: str,
    count: int,
    seed: int,
    signature: Callable[[list[str]], object],
    look_up: Callable[[int, object], Iterable[int]],
) -> Found:
    planned, signing, asking = plan(count, seed), Clock(), Clock()
    led = _Led(planned)
    for start in range(0, count, _AHEAD):
        made = [_words(document(planned, number).text) for number in range(start, min(start + _AHEAD, count))]
        for number, words in enumerate(made, start):
            with signing:
                signed = signature(words)
            with asking:
                held = look_up(number, signed)
            led.meet(number, held)
    return Found(name, signing.seconds, asking.seconds, 0.0, peak_mib(), led.recall(), led.precision)


def _words(text: str) -> list[str]:
    """Words without case and marks, so that no engine misses a copy for want of folding."""
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return _WORD.findall(bare.replace("œ", "oe"))


def _runs(words: list[str]) -> set[str]:
    return {" ".join(words[place : place + WORDS_IN_A_RUN]) for place in range(len(words) - WORDS_IN_A_RUN + 1)}


class _Led:
    """Where an engine leads from each page, or from every so many: to a page of the same original, or elsewhere."""

    def __init__(self, planned: Plan, every: int = 1) -> None:
        self._planned = planned
        self._looked_at = np.arange(len(planned.kinds)) % every == 0
        self._met = np.zeros(len(planned.kinds), dtype=bool)
        self._right = self._wrong = 0

    def meet(self, number: int, held: Iterable[int]) -> None:
        """Take into account what was found for a page."""
        root = self._planned.roots[number]
        for one in held:
            same = bool(self._planned.roots[one] == root)
            self._right += same
            self._wrong += not same
            self._met[number] |= same

    def recall(self) -> dict[str, float]:
        """Of the planted pages of each kind, how many led to one of their own."""
        return dict(self._recall())

    def _recall(self) -> Iterator[tuple[str, float]]:
        for place, kind in enumerate(KINDS):
            some = (self._planned.kinds == place) & self._looked_at
            if place and some.any():
                yield kind, float(self._met[some].mean())

    @property
    def precision(self) -> float:
        """Of the pages that were found, how many are of one original."""
        return self._right / max(1, self._right + self._wrong)
