"""Wordings as an analyst writes them, and where they stand in a text.

A wording is words with spaces between. `char*` also takes up to four further letters, `in/on` either word, `_` any one
word, `N` a number; case, the kind of apostrophe, ё and е make no difference.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from foedus.model.errors import DataError

_TRANSLATION = str.maketrans("’ʼё\u00a0\u202f\u2011", "''е  -")
_GAP = r",?[ \n]+"
_FIRST = re.compile(r"[\w-]+")
_STEM = 3
"""Letters by which wordings that begin with a starred word are found."""
Macros = Mapping[str, Sequence[str]]


class Pattern(NamedTuple):
    """One wording: its expression over plain text, the words that may begin it, and why it is suspect."""

    expression: re.Pattern[str]
    begins: tuple[str, ...]
    """First words; a star at the end of one that may go on."""
    reason: str


def plain(text: str) -> str:
    """Lower case with one kind of apostrophe, hyphen, space and е; as long as the text, so that offsets stay."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter whose small form is longer, as İ
        lower = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    return lower.translate(_TRANSLATION)


def choices_of(wording: str) -> list[list[str]]:
    """The words of a wording, each with its alternatives."""
    return [word.split("/") for word in wording.replace(",", "").split()]


def compiled(lang: str, words: Sequence[Sequence[str]], reason: str, macros: Macros) -> Pattern:
    """A wording ready to be looked for; DataError where it has no word."""
    if not words or not words[0]:
        raise DataError(f"garble/{lang}.yaml: an empty wording under {reason!r}; remove it")
    source, gap = "", ""
    for word in words:
        if word[0] in macros:
            source += gap + f"(?:{'|'.join(map(_small, macros[word[0]]))})"
            gap = ""
            continue
        source += gap + f"(?:{'|'.join(map(_choice, word))})"
        gap = r"[ ]?" if word[0].endswith("'") else _GAP
    return Pattern(re.compile(rf"(?<![\w-]){source}(?![\w-])"), tuple(_begin(one) for one in words[0]), reason)


def _begin(choice: str) -> str:
    first = choice.split(maxsplit=1)[0]
    return "_" if first in ("_", "N") else plain(first)


def _small(word: str) -> str:
    return re.escape(word.strip()) + (_GAP if word.endswith(" ") else "")


def _choice(choice: str) -> str:
    """One word or several; a star, a number sign or an underscore as the module says."""
    return _GAP.join(map(_word, choice.split()))


def _word(word: str) -> str:
    if word == "_":
        return r"[\w'-]+"
    if word == "N":
        return r"\d[\d.,]*"
    whole = re.escape(plain(word.rstrip("*")))
    return whole + (r"\w{0,4}" if word.endswith("*") else "")


class Finder:
    """Patterns sorted by how they begin, so that only few are tried at each word."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._exact: dict[str, list[Pattern]] = defaultdict(list)
        self._stems: dict[str, list[Pattern]] = defaultdict(list)
        self._any: list[Pattern] = []
        for pattern in patterns:
            for word in pattern.begins:
                first = _FIRST.match(word)
                stem = first.group() if first else ""
                if stem in {"", "_"} or (word == stem + "*" and len(stem) < _STEM):
                    self._any.append(pattern)
                elif word == stem + "*":
                    self._stems[stem[:_STEM]].append(pattern)
                else:
                    self._exact[stem].append(pattern)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and reason of the wordings in plain text, in text order; of several at one word the longest."""
        behind = 0
        for match in _FIRST.finditer(text):
            at = match.start()
            if at < behind:
                continue
            best: tuple[int, str] | None = None
            for pattern in self._beginning(match.group()):
                found = pattern.expression.match(text, at)
                if found and (best is None or found.end() > best[0]):
                    best = found.end(), pattern.reason
            if best:
                behind = best[0]
                yield at, best[0], best[1]

    @lru_cache(maxsize=1 << 14)  # noqa: B019 - finders live as long as the process
    def _beginning(self, word: str) -> tuple[Pattern, ...]:
        found = [*self._exact.get(word, ()), *self._stems.get(word[:_STEM], ()), *self._any]
        return tuple(dict.fromkeys(found))
