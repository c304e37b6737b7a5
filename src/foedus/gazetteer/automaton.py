"""Many forms looked for at once: a set of patterns over a folded text, longest first."""

from collections.abc import Iterable, Iterator, Sequence

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from foedus.gazetteer.fold import FIRST_LETTER, LAST_OF_WORD, Folded, patterns

Hit = tuple[int, int, int]
"""Number of a pattern, start, end."""


class PatternSet:
    """Finds the longest forms between edges of words, leftmost first, without overlap.

    Generic: what a hit means is for the caller to look up, by its bytes. Forms are the readable
    ones of `fold.spelling`, or any text: folding folded text changes nothing.
    """

    def __init__(self, forms: Sequence[str], further: Iterable[bytes] = ()) -> None:
        self.patterns = sorted({pattern for pattern in (*patterns(forms), *further) if len(pattern) > 1})
        """What is looked for, `further` patterns among them; a hit tells its number in this list."""
        self._automaton = (
            BytesAhoCorasick(
                self.patterns, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
            )
            if self.patterns
            else None
        )

    def hits(self, folded: Folded) -> list[Hit]:
        """Each hit's pattern with its byte span in `folded.scanned`, which ends one byte late."""
        if self._automaton is None:
            return []
        found: list[Hit] = self._automaton.find_matches_as_indexes(folded.scanned.data)
        return found

    def spans(self, folded: Folded) -> list[tuple[int, int]]:
        """Byte spans of the hits in `folded.letters`."""
        return [(start, end - 1) for _, start, end in self.hits(folded)]

    def count(self, folded: Folded) -> int:
        """How many hits."""
        return len(self.hits(folded))


def prefixes(folded: Folded, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Shorter spans inside a rejected one: from each of its words, first to last, to each word end, longest first."""
    letters = folded.letters
    last = folded.scanned
    starts = [start] + [
        at for at in range(start + 1, end) if letters[at] >= FIRST_LETTER and letters[at - 1] < FIRST_LETTER
    ]
    ends = [at for at in range(end, start, -1) if last[at] >= LAST_OF_WORD]
    for begin in starts:
        for finish in ends:
            if begin < finish and (begin, finish) != (start, end):
                yield begin, finish
