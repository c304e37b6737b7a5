"""The gazetteer's own mentions of a text, as guesses ask for them: what stands where, and who may overlap whom."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from foedus.gazetteer.mention import Mention


class Known:
    """Mentions in text order. Those with a sure first sense stand; the others may be guessed over."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.sure = sorted(mention for mention in mentions if mention.senses[0].certain)
        self._starts = [mention.start for mention in self.sure]
        self._by_end = {mention.end: mention for mention in mentions}
        self._by_start = {mention.start: mention for mention in mentions}

    def ending(self, end: int) -> Mention | None:
        """The mention that ends there, sure or not."""
        return self._by_end.get(end)

    def starting(self, start: int) -> Mention | None:
        return self._by_start.get(start)

    def holds(self, start: int, end: int) -> bool:
        """Whether one sure mention covers the whole span."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and self.sure[at].end >= end

    def overlapping(self, start: int, end: int) -> Iterator[Mention]:
        """Sure mentions that share a character with the span."""
        at = max(0, bisect_right(self._starts, start) - 1)
        while at < len(self.sure) and self.sure[at].start < end:
            if self.sure[at].end > start:
                yield self.sure[at]
            at += 1

    def inside(self, start: int, end: int) -> Iterator[Mention]:
        """Sure mentions that begin in the span."""
        for at in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            yield self.sure[at]

    def allows(self, start: int, end: int) -> bool:
        """Whether a guess may stand there: it holds every sure mention that it touches, and is longer than each."""
        return all(
            start <= mention.start and mention.end <= end and mention.end - mention.start < end - start
            for mention in self.overlapping(start, end)
        )
