"""Which characters of a document are parsed: no more than can be read in a minute, no stretch without words."""

import re
from collections.abc import Iterable, Iterator

MOST = 1_000_000
"""Characters of a document that are read: a long book. The reader takes about a minute for them; whatever is longer is
a dump of many reports, and belongs into files of its own."""
LONGEST = 2000
"""Characters of the longest stretch that is read as one sentence."""
DOUBTFUL = 400
"""Characters of a stretch from which it is asked whether it holds words; few sentences are as long."""
WORDS = 0.25
"""Share of a doubtful stretch that words must take: of running text they take four fifths, of tables a half."""
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,40}(?![^\W\d_])")


def cut(text: str) -> str:
    """The part of a document's text that is read: up to a white space, where there is one near the limit."""
    if len(text) <= MOST or not text[MOST:].strip():
        return text
    end = next((at for at in range(MOST, MOST - LONGEST, -1) if text[at].isspace()), MOST)
    return text[:end]


def bounded(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, cut at white space where one is longer than any sentence: work must not grow with its square."""
    for start, end in spans:
        while end - start > LONGEST:
            at = max(text.rfind(" ", start + 1, start + LONGEST), text.rfind("\n", start + 1, start + LONGEST))
            at = at if at > start else start + LONGEST
            yield start, at
            start = at  # noqa: PLW2901 - the rest of the same span
        yield start, end


def has_words(text: str, start: int, end: int) -> bool:
    """Whether a stretch is worth a parse: marks, figures and junk that no sentence has as many of are none."""
    if end - start < DOUBTFUL:
        return True
    held = sum(len(match.group()) for match in _WORD.finditer(text, start, end))
    return held >= WORDS * (end - start)
