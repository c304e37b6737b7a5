"""Words of another language that are no names, quotations or loans."""

import unicodedata
from collections.abc import Iterator

from foedus.language.parse import Token
from foedus.reader.garble.knowledge import Knowledge
from foedus.reader.garble.suspect import Suspect, suspect
from foedus.reader.garble.words import foreign_words
from foedus.reader.view import View

LANGUAGES = {"en": "English", "fr": "French"}
SHORTEST = 3
SCRIPTS = frozenset({"latin", "cyrillic"})
RUN = 4
"""So many foreign words side by side are a title or a quotation in the other language, not a word left over."""
_TAGS = frozenset("#@_/")


def foreign(text: str, view: View, lang: str, known: Knowledge) -> Iterator[Suspect]:
    """Foreign words of a sentence. Those beside a capitalised one belong to its name, those in a longer run to a
    quotation, those behind a # or @ to a tag."""
    tokens = view.tokens
    reasons = [_reason(token, lang, known) for token in tokens]
    runs = [bool(reason) or token.text.lower() in known.borrowed for token, reason in zip(tokens, reasons, strict=True)]
    for i, reason in enumerate(reasons):
        token = tokens[i]
        tagged = text[max(0, token.start - 1) : token.start] in _TAGS
        if reason and not tagged and view.name_at(i) is None and not _in_name(view, i) and _run(runs, i) < RUN:
            yield suspect(text, token.start, token.end, "foreign", reason)


def _reason(token: Token, lang: str, known: Knowledge) -> str | None:
    word = token.text
    if len(word) < SHORTEST or not word.isalpha() or not word.islower() or word in known.borrowed:
        return None
    other = foreign_words(lang).get(word)
    if other:
        return f"a word of {LANGUAGES[other]}"
    script = _script(word)
    return f"a word in {script.capitalize()} letters" if script != known.script and script in SCRIPTS else None


def _script(word: str) -> str:
    return unicodedata.name(word[0], "").split(" ")[0].lower()


def _in_name(view: View, i: int) -> bool:
    """Whether a capitalised word stands directly beside, as in a title or a firm's name: it takes both for names."""
    tokens = view.tokens
    beside = [tokens[j] for j in (i - 1, i + 1) if 0 <= j < len(tokens)]
    return any(_capital_word(view, token, tokens[i]) and _gap(tokens[i], token) <= 1 for token in beside)


def _gap(one: Token, other: Token) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _capital_word(view: View, token: Token, beside: Token) -> bool:
    """A capitalised word that the gazetteer does not know: a name in the letters of the word beside it, or what the
    parser takes for a name, the sentence's first word aside."""
    if not token.text[:1].isupper() or view.name_at(token.i):
        return False
    if _script(token.text) == _script(beside.text) != _script(view.sentence.tokens[0].text):
        return True
    return token.i > 0 and token.upos in ("PROPN", "X")


def _run(foreign: list[bool], i: int) -> int:
    """How many foreign or borrowed words stand side by side with this one."""
    low = high = i
    while low > 0 and foreign[low - 1]:
        low -= 1
    while high + 1 < len(foreign) and foreign[high + 1]:
        high += 1
    return high - low + 1
