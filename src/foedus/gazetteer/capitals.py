"""What the capitals of a text say about a hit: whether they fit the alias, and whether they say anything there."""

import re

from foedus.gazetteer.table import Row

_APOSTROPHE = re.compile("['\u2019\u02bc]")
_WORDS = re.compile(r"\W+")
_LONGEST_CODE = 4
_SENTENCE_END = frozenset('.!?:;…«»“”"()[]—–•\n\r\t')


def fit(row: Row, words: str) -> bool:
    """Whether the words have the capitals that the row demands (`Row.case`)."""
    if row.case in ("any", "plain", "acute"):
        return row.case == "any" or (words.isascii() if row.case == "plain" else words[-1] in "éÉ\u0301")
    if row.case == "upper":
        return words.isupper()
    if not words[0].isupper() and not words[0].isdigit():
        return False
    if row.case == "title":
        return not _WORDS.split(words)[-1][:1].islower()
    if row.case == "plural":
        return words[-1] == "s"
    return row.case == "cap" or _is_designation(words)


def _is_designation(words: str) -> bool:
    """Whether the words are written as a type is: "S-400", "S 400"; not "A 400 mètres", not "С 300 танками"."""
    if _APOSTROPHE.search(words):
        return False
    first, *rest = words.split()
    return not rest or (first.isascii() and first != "A") or len(first) > 1


def begins_sentence(text: str, start: int) -> bool:
    """Whether every word has a capital there: at the beginning of a sentence, a line, a quotation or a bracket."""
    before = text[max(0, start - 4) : start].rstrip(" \u00a0\u202f'’")
    return not before or before[-1] in _SENTENCE_END


def shouted(text: str, start: int, end: int) -> bool:
    """Whether the words on both sides are in capitals too, so that capitals say nothing."""
    before = text[max(0, start - 24) : start].split()[-1:]
    after = text[end : end + 24].split()[:1]
    around = [word for word in (*before, *after) if any(letter.isalpha() for letter in word)]
    return bool(around) and all(len(word) > 1 and word.isupper() for word in around)


def depends(row: Row) -> bool:
    """Whether `tell` looks at what stands around the words."""
    return (
        row.certain == "inside"
        or (row.certain == "yes" and row.case == "upper")
        or (row.certain == "no" and row.kind == "system")
    )


def tell(row: Row, text: str, start: int, end: int) -> bool:
    """Whether the row's entity is surely meant, as far as capitals and the hand-made decisions go."""
    if row.certain == "no":
        return row.kind == "system" and _in_capitals(text[start:end]) and not shouted(text, start, end)
    if row.certain == "inside" and (begins_sentence(text, start) or shouted(text, start, end)):
        return False
    return row.case != "upper" or not shouted(text, start, end)


def _in_capitals(words: str) -> bool:
    """Whether a common word is written as only a weapon's name is: "CAESAR"."""
    return len(words) > _LONGEST_CODE and words.isalpha() and words.isupper()
