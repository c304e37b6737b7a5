"""Where a claim's deciding words stand: its own sentences, and sentences of other places, as that of a voice's name."""

from collections.abc import Iterator
from typing import NamedTuple

from foedus.language.paragraphs import paragraphs
from foedus.language.sentences import split
from foedus.model.claim import Claim
from foedus.telling.marks import Mark, marks_of, within


class Place(NamedTuple):
    """A sentence by its offsets, with the marks in it; `own` where it carries the statement."""

    start: int
    end: int
    text: str
    marks: list[Mark]
    own: bool


def places(claim: Claim, text: str | None) -> Iterator[Place]:
    """The claim's evidence, then in text order the other sentences with its marks; `text` is the stored document's."""
    marks = marks_of(claim)
    for one in claim.evidence:
        yield Place(one.start, one.end, one.text, within(marks, one.start, one.end), own=True)
    away = [mark for mark in marks if not any(within([mark], one.start, one.end) for one in claim.evidence)]
    if text is None or not away:
        return
    held: dict[tuple[int, int], list[Mark]] = {}
    for mark in sorted(away):
        held.setdefault(_around(text, mark, claim.document.lang), []).append(mark)
    for (start, end), inside in held.items():
        yield Place(start, end, text[start:end], inside, own=False)


def _around(text: str, mark: Mark, lang: str) -> tuple[int, int]:
    """The sentence that holds a mark; of one that runs over several, all of them."""
    inside = [span for span in paragraphs(text) if span[0] < mark.end and mark.start < span[1]]
    found = [
        one
        for start, end in inside
        for one in split(text, start, end, lang)
        if one[0] < mark.end and mark.start < one[1]
    ]
    return (found[0][0], found[-1][1]) if found else (mark.start, mark.end)
