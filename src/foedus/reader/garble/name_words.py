"""The words of the names that the gazetteer knows, and what they are translated or replaced with."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.reader.garble.knowledge import knowledge
from foedus.reader.garble.patterns import plain

KINDS = frozenset({"system", "exercise", "organisation", "treaty", "mission"})
ALONE = "system"
"""Names of this kind can be told by one translated word behind a class word."""
_PARTS = re.compile(r"\d+|[^\W\d_]+")
Key = tuple[str, ...]


class Index(NamedTuple):
    """Names by the sorted meanings of their words; of those of one word the ones that can be told alone."""

    names: Mapping[Key, str]
    single: frozenset[Key]


class Meanings:
    """Word → the words of names that it may stand for, by the language's file and, in Latin letters, English."""

    def __init__(self, lang: str) -> None:
        found: dict[str, set[str]] = {}
        for one in {lang, "en"} if lang != "ru" else {lang}:
            known = knowledge(one)
            for name, words in known.names.items() if known else ():
                for word in words:
                    if " " not in word:
                        found.setdefault(plain(word), set()).add(name)
        self._found = {word: frozenset(names) for word, names in found.items()}

    def of(self, word: str) -> frozenset[str]:
        """What a plain word may stand for, or its singular where it ends like a plural; empty for most."""
        return self._found.get(word) or self._found.get(word.removesuffix("s"), frozenset())


@cache
def meanings(lang: str) -> Meanings:
    """The meanings of a language's words."""
    return Meanings(lang)


def parts_of(text: str) -> list[str]:
    """Runs of letters and runs of digits of a text, plain."""
    return _PARTS.findall(plain(text))


@cache
def index() -> Index:
    """Every name of the gazetteer that can be translated word by word. Built once, a fifth of a second."""
    names: dict[Key, str] = {}
    single: set[Key] = set()
    for entity in Entities.load():
        for lang, spellings in entity.names.items() if entity.kind in KINDS else ():
            known = knowledge(lang)
            for name in spellings:
                parts = [part for part in parts_of(name) if not known or part not in known.small]
                for key in _keys(parts, meanings(lang)):
                    names.setdefault(key, name)
                telling = [part for part in parts if known and part in known.names]
                words = [part for part in parts if part.isalpha()]
                if entity.kind == ALONE and len(telling) == 1 and telling == words[-1:]:
                    names.setdefault((telling[0],), name)
                    single.add((telling[0],))
    return Index(names, frozenset(single))


def _keys(parts: Sequence[str], meant: Meanings) -> Iterator[Key]:
    """The name's words, and their meanings where it is itself in the language."""
    yield tuple(sorted(parts))
    if any(meant.of(part) for part in parts):
        yield tuple(sorted(min(meant.of(part) or {part}) for part in parts))


@cache
def words_of(entity: str) -> frozenset[str]:
    """Every word of an entity's names, plain."""
    found = Entities.load().get(entity)
    spellings = [name for names in found.names.values() for name in names] if found else []
    return frozenset(part for name in spellings for part in parts_of(name))
