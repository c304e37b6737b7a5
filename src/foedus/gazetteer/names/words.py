"""The words of one language that tell what an unknown name beside them is."""

import re
from collections import defaultdict
from functools import cache
from typing import Any

from foedus.gazetteer.fold import keys
from foedus.gazetteer.source import LANGUAGES, folder, read_yaml
from foedus.gazetteer.table import parse, read_lines
from foedus.model.errors import DataError

CLASSES = frozenset(
    """
    adjective and article body body_link body_second code_name exercise exercise_bar fleet force_head
    force_second function genitive_words no_acronym no_adjective no_person no_person_after
    not_designation not_genitive opening ordinal_word org_class org_suffix outlet particle place_before
    place_head place_weak region speech_after speech_before stop system_class title title_adjective
    title_complement title_link treaty unit unit_adjective unit_nouns unit_only_named
    """.split()
)
"""Every class of words that a rule asks for; a language without words of one leaves it out."""
_PATTERNS = ("elision", "ordinal", "genitive", "adjectival")
_LONGEST_ENDING = 4
_ENDING = re.compile("[аеёиоуыэюяйьмхвгs]*")
"""What a star can stand for: a case ending, and no other word made of the same stem ("журнал", "журналист")."""
_MOST_WORDS = 100_000
_NONE: frozenset[str] = frozenset()


class Words:
    """Words and phrases by class, from data/entities/names/LANG.yaml. Load once."""

    def __init__(self, table: dict[str, Any], given: frozenset[bytes], where: str = "names") -> None:
        _check(table, where)
        self._exact: dict[str, set[str]] = defaultdict(set)
        self._stems: dict[str, set[str]] = defaultdict(set)
        self._phrases: dict[str, set[str]] = defaultdict(set)
        self._last: dict[str, set[str]] = defaultdict(set)
        self._seen: dict[str, frozenset[str]] = {}
        self._given = given
        self._given_seen: dict[str, bool] = {}
        self.elision: str = table.get("elision", "")
        self.ordinal: str = table["ordinal"]
        self.genitive: str = table.get("genitive", "")
        self._adjectival = re.compile(table.get("adjectival", "(?!)"))
        self.lists: dict[str, tuple[str, ...]] = {name: tuple(table.get(name, ())) for name in CLASSES}
        self.outlets = frozenset(word.lower() for word in self.lists["outlet"])
        for name, words in self.lists.items():
            for word in words:
                self._add(name, word)

    @classmethod
    @cache
    def load(cls, lang: str) -> "Words":
        """The words of a language; those of the first language for one that has none."""
        known = lang if lang in LANGUAGES else LANGUAGES[0]
        path = folder() / "names" / f"{known}.yaml"
        return cls(read_yaml(path), _given_names(), path.name)

    def classes(self, word: str) -> frozenset[str]:
        """The classes of a word as it is written, small letters and capitals alike."""
        found = self._seen.get(word)
        if found is None:
            if len(self._seen) >= _MOST_WORDS:
                self._seen.clear()
            found = self._seen[word] = self._look_up(word.lower())
        return found

    def phrase(self, name: str, before: list[str]) -> str:
        """The longest phrase of a class that a row of words ends with; empty where it ends with none."""
        if not before:
            return ""
        if before[-1].lower() in self._last[name]:
            phrases = self._phrases[name]
            for size in range(min(4, len(before)), 1, -1):
                joined = " ".join(before[-size:]).lower()
                if joined in phrases:
                    return joined
        return before[-1] if name in self.classes(before[-1]) else ""

    def adjectival(self, word: str) -> bool:
        """Whether a capitalised word can be an adjective made of a name: "Karen", "Баткенской"."""
        return bool(self._adjectival.fullmatch(word))

    def given(self, word: str) -> bool:
        """Whether a person that the gazetteer knows has the word, no article or preposition, as a first name."""
        found = self._given_seen.get(word)
        if found is None:
            if len(self._given_seen) >= _MOST_WORDS:
                self._given_seen.clear()
            barred = self.classes(word) & {"particle", "opening", "stop"}
            found = self._given_seen[word] = not barred and keys([word])[0] in self._given
        return found

    def _add(self, name: str, word: str) -> None:
        word = word.lower()
        if " " in word:
            phrase = word.replace("'", " ")
            self._phrases[name].add(phrase)
            self._last[name].add(phrase.split(" ")[-1])
        elif word.endswith("*"):
            self._stems[word[:-1]].add(name)
        else:
            self._exact[word].add(name)

    def _look_up(self, word: str) -> frozenset[str]:
        found = set(self._exact.get(word, ()))
        for cut in range(max(1, len(word) - _LONGEST_ENDING), len(word) + 1):
            if _ENDING.fullmatch(word, cut):
                found |= self._stems.get(word[:cut], _NONE)
        return frozenset(found)


def _check(table: dict[str, Any], where: str) -> None:
    """Raises DataError for a class that no rule asks for, and for a word that YAML took for something else ("No")."""
    for name, value in table.items():
        if name not in CLASSES and name not in _PATTERNS:
            raise DataError(f"{where}: class `{name}` is unknown; allowed: {', '.join(sorted((*CLASSES, *_PATTERNS)))}")
        for word in [value] if name in _PATTERNS else value:
            if not isinstance(word, str):
                raise DataError(f"{where}: `{word}` in {name} is no text; put it in quotes")
    if "ordinal" not in table:
        raise DataError(f"{where}: has no `ordinal`, the pattern of a number before a unit")


@cache
def _given_names() -> frozenset[bytes]:
    """First words, folded, of the surest names of persons with two words or more."""
    rows = [parse(line) for line in read_lines(folder() / "compiled" / "aliases.tsv") if "\tperson\t" in line]
    return frozenset(keys(sorted({row.folded.split()[0] for row in rows if " " in row.folded})))
