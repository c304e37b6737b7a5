"""Lines of a paragraph to its text: a word split at the end of a line is joined, a word with a hyphen keeps it.

Which of the two it is, the rest of the document says, by how it writes the word elsewhere; where it does not, a
dictionary, and where none is at hand, whether the file splits words at all.
"""

import re
from collections.abc import Iterable

from foedus.ingest.pdf.dictionary import is_word

_SPLIT = re.compile(r"([^\W_]+)-$")
_NEXT = re.compile(r"[^\W_]+")
_HYPHENED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_LEAST_SHARE = 0.02
_LEAST_SPLITS = 3
"""Different words before a hyphen at the end of a line, as a share of all lines and in number: from these on, the file
splits words itself."""


class Joiner:
    """Joins lines as the words of one document say; `guessed` holds the words of which they say nothing."""

    def __init__(self, document: Iterable[list[str]]) -> None:
        self.guessed: list[str] = []
        self._words: set[str] = set()
        self._hyphened: set[str] = set()
        ends: set[str] = set()
        count = 0
        for lines in document:
            for line in lines:
                count += 1
                ends.update(match[1] for match in _SPLIT.finditer(line))
                self._learn(line)
        self._splits = len(ends) >= max(_LEAST_SHARE * count, _LEAST_SPLITS)

    def text(self, lines: list[str]) -> str:
        """One text of the lines of a paragraph."""
        text = ""
        for line in lines:
            text = self._joined(text, line) if text else line
        return text

    def _learn(self, line: str) -> None:
        whole = line.casefold().removesuffix("-")
        self._hyphened.update(match[0] for match in _HYPHENED.finditer(whole))
        words = _NEXT.findall(whole)
        # the ends of a line may be halves of words
        self._words.update(words[1 : -1 if line.endswith("-") else None])

    def _joined(self, text: str, line: str) -> str:
        before, after = _SPLIT.search(text), _NEXT.match(line)
        if text.endswith("-") and after and before is None:
            return text + line if text[-2:-1].strip() else f"{text} {line}"
        if before is None or after is None:
            return f"{text} {line}"
        if text[: before.start()].endswith("-") or line[after.end() :].startswith("-"):  # surface-to-air
            return text + line
        return text[:-1] + line if self._is_one_word(before[1], after[0]) else text + line

    def _is_one_word(self, first: str, second: str) -> bool:
        small = first[-1].islower() and second[0].islower()
        first, second = first.casefold(), second.casefold()
        if f"{first}-{second}" in self._hyphened:
            return False
        if first + second in self._words:
            return True
        if not small or (first in self._words and second in self._words):
            return False
        known = is_word(first + second)
        if known is not None:
            return known
        self.guessed.append(f"{first}-{second}")
        return self._splits
