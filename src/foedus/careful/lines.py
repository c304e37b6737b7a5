"""Sentences as a model is shown them: one line each, with its number, its zone where that says something, its words."""

from collections.abc import Collection, Iterator

from foedus.careful.numbering import Numbered, NumberedSentence

PLAIN = frozenset({"body", "lead"})
"""Zones that are not named."""
_BREAKS = str.maketrans(dict.fromkeys("\n\r\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "))
"""A line break inside a sentence is shown as a space, so that no text can make a line that looks like a sentence's."""


def told_lines(numbered: Numbered, only: Collection[int] | None = None) -> Iterator[str]:
    """The lines of all sentences, or of those with some numbers; an empty line stands between paragraphs."""
    paragraph: int | None = None
    for sentence in numbered.sentences:
        if only is not None and sentence.number not in only:
            continue
        if paragraph is not None and sentence.paragraph != paragraph:
            yield ""
        paragraph = sentence.paragraph
        yield _line(numbered, sentence)


def _line(numbered: Numbered, sentence: NumberedSentence) -> str:
    zone = "" if sentence.zone in PLAIN else f" ({sentence.zone})"
    return f"[{sentence.number}]{zone} {numbered.words(sentence.number).translate(_BREAKS)}"
