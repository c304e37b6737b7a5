"""Units by number or by name: "3e brigade mécanisée", "76th Guards Air Assault Division", "Балтийский флот"."""

import re
from collections.abc import Iterator
from functools import cache

from foedus.gazetteer.names.beside import Beside
from foedus.gazetteer.names.name import Name
from foedus.gazetteer.names.shapes import GAP, LOWER, UPPER, Candidate
from foedus.gazetteer.names.tails import tail
from foedus.gazetteer.names.words import Words

_CAPITALS = re.compile(rf"[{UPPER}]\w*(?:-\w+)*(?:{GAP}[{UPPER}]\w*(?:-\w+)*)*")
_WORD = re.compile(rf"(?:{GAP})?(\w+(?:-\w+)*)")
_MOST_BETWEEN = 4


@cache
def _ordinal(ordinal: str, spelt: tuple[str, ...]) -> re.Pattern[str]:
    spelt_out = "|".join(rf"{word[0].upper()}{word[1:].rstrip('*')}\w{{0,3}}" for word in spelt)
    return re.compile(rf"(?<![\w.,-])(?:{ordinal}|{spelt_out})(?={GAP}\w)")


def numbered(text: str, lang: str, words: Words) -> Iterator[Name]:
    """Units with a number, up to the end of what describes them."""
    reached = 0
    for match in _ordinal(words.ordinal, words.lists["ordinal_word"]).finditer(text):
        if match.start() < reached:
            continue
        found = _unit(text, match.end(), lang, words)
        if found:
            head, reached = found
            yield Name(match.start(), reached, text[match.start() : reached], "force", head, "numbered-unit", match[0])


def _unit(text: str, end: int, lang: str, words: Words) -> tuple[int, int] | None:
    """Where the unit's word begins, and the end of the name."""
    if lang == "en":
        return _english(text, end, words)
    at = end
    for _ in range(_MOST_BETWEEN):
        match = _WORD.match(text, at)
        if not match:
            return None
        if "unit" in words.classes(match[1]):
            nouns = frozenset(words.lists["unit_nouns"])
            return match.start(1), tail(lang)(text, match.end(), words, nouns)
        if not match[1].endswith(words.lists["unit_adjective"]):
            return None
        at = match.end()
    return None


def _english(text: str, end: int, words: Words) -> tuple[int, int] | None:
    run = _CAPITALS.match(text, end + 1)
    if not run:
        return None
    found = None
    for word in re.finditer(r"\w+(?:-\w+)*", run[0]):
        if "unit" in words.classes(word[0]):
            found = run.start() + word.start(), run.start() + word.end()
    if not found:
        return None
    further = _ordinal(words.ordinal, words.lists["ordinal_word"]).match(text, found[1] + 2)
    if further and text[found[1] : found[1] + 2] == ", ":
        higher = _english(text, further.end(), words)
        return (found[0], higher[1]) if higher else found
    return found


def named(at: Beside) -> Name | None:
    """A unit with a name of its own: "bataillon Azur", "Golani Brigade", «батальон „Спарта“»."""
    text, candidate, words, left = at.text, at.candidate, at.words, at.left
    if at.lang == "en":
        return _ends_with_unit(text, candidate, words)
    if words.phrase("title", left):
        return None  # "général de brigade" and his name
    if left and "unit_only_named" in words.classes(left[-1]) and text[candidate.outer_start - 1].isspace():
        start = text.rindex(left[-1], 0, candidate.outer_start)
        return Name(
            start, candidate.outer_end, text[start : candidate.outer_end], "force", start, "named-unit", left[-1]
        )
    return _with_small_head(at)


def _with_small_head(at: Beside) -> Name | None:
    """ "Garde nationale", "Балтийский флот": a capital first, the rest in small letters."""
    text, one = at.text, at.candidate
    if one.quoted or len(one.words) > 1 or not at.right or not at.right[0].islower() or text[one.end] not in " \u00a0":
        return None
    headed = at.is_a(one.words[0], "force_head") and at.is_a(at.right[0], "force_second")
    if not headed and not (at.words.adjectival(one.words[0]) and at.is_a(at.right[0], "fleet")):
        return None
    end = one.end + 1 + len(at.right[0])
    head = one.start if headed else one.end + 1
    return Name(one.start, end, text[one.start : end], "force", head, "named-unit", at.right[0])


def _ends_with_unit(text: str, candidate: Candidate, words: Words) -> Name | None:
    last = candidate.words[-1]
    if candidate.quoted:
        return None
    start, end = candidate.start, candidate.end
    if "force_head" in words.classes(" ".join(candidate.words[:2])) and len(candidate.words) > 2:
        return Name(start, end, text[start:end], "force", start, "named-unit", " ".join(candidate.words[:2]))
    if len(candidate.words) > 1 and "unit_only_named" in words.classes(last) and last[0] in UPPER and last[-1] in LOWER:
        return Name(start, end, text[start:end], "force", end - len(last), "named-unit", last)
    return None
