"""Parts of one written word: French elisions and clitics, English contractions and compounds; S-400 stays whole."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

_FR_ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\w)", re.IGNORECASE)
_FR_CLITIC = re.compile(
    r"(?<=\w)-(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|ce|moi|toi|les?|la|lui|leur|en|y)$|(?<=\w)-(?:là|ci)$",
    re.IGNORECASE,
)
_FR_WHOLE = re.compile(
    r"aujourd'hui|l'on|c'est-à-dire|quelqu'une?|presqu'île|prud'hom\w+|(?:celui|celle|ceux|celles|au|par|de|en|jusque)-(?:là|ci)"
    r"|rendez-vous|garde-à-vous|laissez-\w+|sauve-qui-peut",
    re.IGNORECASE,
)
_EN_CLITIC = re.compile(r"(?:n't|'(?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_EN_TWO = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3}
_EN_PREFIXES = frozenset(
    "anti co counter cross e ex inter intra macro mega micro mid mini multi neo non over pan post pre pro proto "
    "pseudo quasi re semi sub super trans ultra un vice".split()
)
_EN_UNIT = re.compile(r"\d+(?:\.\d+)?-[a-z]{1,3}")  # 155-mm
_EN_HOUR = re.compile(r"(\d{1,2}(?:[:.]\d\d)?)([ap]m)", re.IGNORECASE)
_SLASH = re.compile(r"(/)")


@lru_cache(maxsize=100_000)
def cut(chunk: str, lang: str) -> tuple[int, ...]:
    """Lengths of the tokens of one chunk of text without spaces; they add up to the chunk's."""
    if len(chunk) < 3 or "@" in chunk or "//" in chunk or chunk.startswith("www."):
        return (len(chunk),)
    parts = [chunk] if _mixed(chunk) else _SLASH.split(chunk)
    cutter = _CUTTERS.get(lang, _whole)
    return tuple(len(part) for piece in parts if piece for part in cutter(piece) if part)


def _mixed(word: str) -> bool:
    """Letters and figures together, as in a designation; or figures alone, as in a date."""
    return any(c.isdigit() for c in word)


def _whole(word: str) -> list[str]:
    return [word]


def _french(word: str) -> list[str]:
    if _FR_WHOLE.fullmatch(word):
        return [word]
    parts = []
    while match := _FR_ELISION.match(word):
        parts.append(match.group())
        word = word[match.end() :]
        if _FR_WHOLE.fullmatch(word):
            return [*parts, word]
    clitic = None if _mixed(word) else _FR_CLITIC.search(word)
    if clitic:
        return [*parts, *_french(word[: clitic.start()]), clitic.group()]
    return [*parts, word]


def _english(word: str) -> list[str]:
    if word.lower() in _EN_TWO:
        split = _EN_TWO[word.lower()]
        return [word[:split], word[split:]]
    clitic = _EN_CLITIC.search(word)
    if clitic and clitic.start():
        return [*_english(word[: clitic.start()]), clitic.group()]
    if hour := _EN_HOUR.fullmatch(word):
        return list(hour.groups())
    if "-" not in word:
        return [word]
    if _mixed(word):
        return _english_figures(word)
    parts = word.split("-")
    cells = [parts[0]]
    for before, part in pairwise(parts):
        if before.lower() in _EN_PREFIXES:
            cells[-1] += "-" + part
        else:
            cells += ["-", part]
    return cells


def _english_figures(word: str) -> list[str]:
    """20-year is three tokens, as are 2022-2023; S-400, 155-mm and a date stay one."""
    first, *others = word.split("-")
    if _EN_UNIT.fullmatch(word) or not first.replace(",", "").replace(".", "").isdigit():
        return [word]
    if len(others) == 1 and (others[0].isdigit() or others[0].isalpha()):
        return [first, "-", others[0]]
    if all(part.isalpha() for part in others):
        return [first, *(cell for part in others for cell in ("-", part))]
    return [word]


_CUTTERS: dict[str, Callable[[str], list[str]]] = {"fr": _french, "en": _english}
