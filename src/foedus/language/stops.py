"""Whether a mark ends a sentence: full stops of abbreviations, initials, numbering and brackets do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from foedus.language.abbreviations import abbreviations
from foedus.language.knowledge import lexicon, rows
from foedus.model.errors import DataError

_REACH = 60
"""Characters looked at before and behind a mark: work stays linear whatever the text."""
_BEGUN = 4
"""Words behind which an abbreviation that closes a phrase may close the sentence too."""
_PLAIN = 4
"""Letters of a word that is surely no abbreviation, so that a small letter may begin the next sentence."""
_OPENERS = " \t\n\r\u00a0\u202f\u2009\"'`«“„‹‘([—–-•*"
_GOES_ON = frozenset(".,;:)]»›”%")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_SHORT_PARTS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]{1,2}")
_DASHES = frozenset("-–—/")
_ITEMS = frozenset("-–•")
_ITEM = re.compile(r"\s[-–•]\s")
_CUT = re.compile(r"\[(?:…|\.{3})\]|\((?:…|\.{3})\)")
_WORDLESS = re.compile(r"[\W_]*")
_NUMBERING = re.compile(r"\W*(?:\d{1,3}|[IVXLivx]{1,5}|[^\W\d_])\.")
_FIGURE = re.compile(r"\d|(?:[^\W\d_]|[IVXL]{2,5})\b(?!['’])")
_BEHIND_FIGURE = re.compile(r"(?:\d(?:[-–][^\W\d_]{1,2})?|\b[IVXХ]+)[)%]?$")
_WORD_MARKS = re.compile(r"['’/(«\"“]")


def ends(text: str, begin: int, mark: re.Match[str], end: int, lang: str) -> bool:
    """Whether a sentence that began at `begin` ends with the mark, judged by the words before and behind it."""
    at = mark.start()
    said = text[max(begin, at - _REACH) : at]
    rest = text[mark.end() : min(end, mark.end() + _REACH)]
    ahead, following = rest.lstrip(), rest.lstrip(_OPENERS)
    wordless = _WORDLESS.fullmatch(said) is not None  # a lone mark ends nothing: it goes with what follows
    if not following or _CUT.match(ahead):
        return not wordless
    if wordless or ahead[0] in _GOES_ON or following[0] in _GOES_ON:
        return False
    signs = mark.group().rstrip()
    if signs == ";":
        return ahead[0] in _ITEMS or (following[0].isupper() and _opens(following, lang))
    if _small(following):
        return _restarts(said, signs, rest, lang)
    if signs.rstrip(")]") != ".":
        return True
    bracketed = signs == "." and _in_brackets(said, rest)
    return not bracketed and not _abbreviated(said, ahead, following, lang, first=at - begin <= _REACH)


def _small(following: str) -> bool:
    """Whether a small letter follows, other than that of a mark like "iPhone"."""
    return following[0].islower() and not (following[1:3].isalpha() and not following[1:3].islower())


def _restarts(said: str, signs: str, rest: str, lang: str) -> bool:
    """Whether a sentence begins with a small letter: an item of a list does, and what follows a question.

    Else only an opener's word does; none of them behind what may be an abbreviation or a quotation.
    """
    item = signs == "." and _ITEM.match(rest) is not None
    if signs not in (".", "?", "!") or not (item or rest.lstrip()[0].isalpha()):
        return False
    word = said.rsplit(None, 1)[-1]
    if len(word) < _PLAIN or not word.isalpha() or abbreviations(lang).kind(word):
        return False
    return item or signs == "?" or _opens(rest.lstrip(), lang)


def _in_brackets(said: str, rest: str) -> bool:
    """Whether a bracket opened behind a sentence's beginning is closed soon: what it holds ends no sentence."""
    opened = said.rfind("(")
    return opened > said.rfind(")") and bool(said[:opened].strip(_OPENERS)) and ")" in rest


def _abbreviated(said: str, ahead: str, following: str, lang: str, *, first: bool) -> bool:
    """Whether the full stop behind `said` is an abbreviation's; `first` where `said` is the sentence so far."""
    words = said.split()
    if not words:
        return False
    if first and _NUMBERING.fullmatch(said.strip() + "."):
        return True
    kind = _kind(words, lang)
    opens = _opens(following, lang) and not (kind == "initial" and _particle(following, lang))
    if kind is None or kind == "number":
        return kind is not None and not opens and _FIGURE.match(following) is not None
    if kind == "name" or ahead[0] in _DASHES:
        return True
    begun = first and len(words) < _BEGUN
    return not opens and (kind != "phrase" or begun or _stands_for_itself(following))


def _kind(words: Sequence[str], lang: str) -> str | None:
    """What the last word is before its full stop: name, number, phrase, initial or anywhere; None for a plain word.

    It is looked up whole, by its last part ("lt-col."), and with the word before ("p. ex.").
    """
    before = words[-2] if len(words) > 1 else ""
    word = _WORD_MARKS.split(words[-1])[-1].lstrip("-–—&[")
    first, _, last = word.rpartition("-")
    tries = (before + word, word, last) if before.endswith(".") else (word, last)
    closer = next((_closers(lang)[each] for each in tries if each in _closers(lang)), None)
    if closer == "measure":
        return "phrase" if _BEHIND_FIGURE.search(before) else "name"
    listed = closer or next((kind for each in tries if (kind := abbreviations(lang).kind(each))), None)
    if listed:
        return listed
    if len(last) == 1 and last.isupper() and len(first) <= 2:
        return "initial"
    if _SHORT_PARTS.fullmatch(word):
        return "initial" if word[-1].isupper() else "anywhere"
    return None


def _stands_for_itself(following: str) -> bool:
    """A figure or a word all in capitals, which begins no sentence more often than not."""
    word = _FIRST_WORD.match(following)
    return following[0].isdigit() or bool(word and len(word.group()) > 1 and word.group().isupper())


def _opens(following: str, lang: str) -> bool:
    word = _FIRST_WORD.match(following)
    if word is None or (word.end() == 1 and following[1:2] in (".", "-")):  # an initial
        return False
    return word.group().lower() in _starters(lang)


def _particle(following: str, lang: str) -> bool:
    """A starter that also begins names, before a capital: "J. Le Roux"."""
    words = following.replace("’", "'").replace("'", "' ").split(None, 2)
    return len(words) > 1 and _starters(lang).get(words[0].lower().rstrip("'")) == "particle" and words[1][0].isupper()


@cache
def _closers(lang: str) -> dict[str, str]:
    """Abbreviations that close a phrase; `measure` where they do so only behind a figure."""
    file = lexicon(lang, "closers.txt")
    for cells in rows(file):
        if len(cells) != 2 or cells[1] not in ("phrase", "measure"):
            raise DataError(f"{file}: '{' '.join(cells)}' should be ABBREVIATION, tab, and one of phrase, measure")
    return dict(rows(file))


@cache
def _starters(lang: str) -> dict[str, str]:
    return {cells[0]: cells[-1] for cells in rows(lexicon(lang, "starters.txt"))}
