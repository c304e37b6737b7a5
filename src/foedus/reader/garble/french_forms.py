"""What French forms can be: ms, mp, fs, fp for gender and number, everything where nothing is known."""

from collections.abc import Mapping, Sequence
from typing import Any

from foedus.language.parse import Token
from foedus.reader.garble.words import table

Values = frozenset[str]
ALL: Values = frozenset({"ms", "mp", "fs", "fp"})
_PLURAL = ("s", "x", "z")


class FrenchForms:
    """Determiners, nouns and adjectives by the table of forms and the section `agree` of the language's file."""

    def __init__(self, agree: Mapping[str, Any]) -> None:
        self._determiners: dict[str, Values] = {}
        for code, words in agree.get("determiners", {}).items():
            for word in words:
                self._determiners[word] = self._determiners.get(word, frozenset()) | _codes(code)
        self._endings: Mapping[str, Sequence[str]] = agree.get("endings", {})
        self._participles: Mapping[str, str] = agree.get("participles", {})
        self._one_form: Sequence[str] = agree.get("one_form", ())
        self._open = frozenset([*agree.get("invariable", ()), *agree.get("not", ())])
        self._epicene = frozenset(agree.get("epicene", ()))

    def determiner(self, token: Token) -> Values:
        """What a determiner demands of its noun."""
        return self._determiners.get(token.text.lower().replace("’", "'"), ALL)

    def noun(self, token: Token) -> Values:
        """What a noun's form can be: as seen in treebanks, else as its other number was, else by its ending."""
        word = token.text.lower()
        if word in self._open or not word.isalpha():
            return ALL
        if {word, word.removesuffix("s")} & self._epicene:
            return _of_number("p" if word.endswith("s") else "s")
        return _as_seen(word) or _as_other_number(word) or self._by_ending(word)

    def _by_ending(self, word: str) -> Values:
        stem = word.removesuffix("s")
        for gender, endings in self._endings.items():
            if stem.endswith(tuple(endings)) and stem not in self._open:
                return frozenset({gender[0] + ("s" if stem == word else "p")})
        return ALL

    def adjective(self, token: Token) -> Values:
        """What an adjective's or participle's form can be."""
        word = token.text.lower()
        if token.feats.get("VerbForm") == "Part" and token.feats.get("Tense") == "Pres":
            return ALL
        for ending in sorted(self._participles, key=len, reverse=True):
            if word.endswith(ending):
                return frozenset({self._participles[ending]})
        seen = _seen(word, "other")
        if not seen:
            return ALL
        if word.endswith(tuple(self._one_form)):
            return frozenset({"ms", "mp"})
        if word.endswith(("e", "es")) and not _seen(word.removesuffix("s")[:-1], "other"):  # "russe": one for both
            return _of_number("p" if word.endswith("s") else "s")
        return seen


def _as_seen(word: str) -> Values:
    """As the treebanks have it; a plural whose singular they lack may be the same in both ("obus")."""
    seen = _seen(word, "noun")
    if word.endswith(_PLURAL) and not _seen(word[:-1], "noun"):
        return frozenset(code[0] + number for code in seen for number in "sp")
    return seen


def _as_other_number(word: str) -> Values:
    """By the same noun in the other number."""
    if word.endswith("s"):
        return frozenset(code[0] + "p" for code in _seen(word[:-1], "noun"))
    return frozenset(code[0] + "s" for code in _seen(word + "s", "noun"))


def _seen(word: str, kind: str) -> Values:
    for cell in table("forms_fr").get(word, "").split():
        name, _, values = cell.partition("=")
        if name == kind:
            return frozenset(values.split("/"))
    return frozenset()


def _codes(code: str) -> Values:
    """The values that a heading of the file stands for: `s` is both genders."""
    genders = code[0] if code[0] in "mf" else "mf"
    return frozenset(gender + code[-1] for gender in genders)


def _of_number(number: str) -> Values:
    return frozenset(code for code in ALL if code[1] == number)
