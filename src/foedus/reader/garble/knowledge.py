"""What the room knows of a language: `data/garble/LANG.yaml`, which an analyst edits."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import yaml

from foedus.model.errors import DataError
from foedus.reader.garble.patterns import Finder, Macros, Pattern, choices_of, compiled
from foedus.reader.garble.words import FOLDER

SECTIONS = frozenset("script macros borrowed twice spun phrases fine calques broken agree names small classes".split())
Lists = Mapping[str, Sequence[str]]


class Knowledge(NamedTuple):
    """One language's file, ready to be used; docs/garble.md says what each section holds."""

    script: str
    borrowed: frozenset[str]
    twice: frozenset[str]
    wordings: Finder
    """Set phrases with another word in them, and calques."""
    fine: Finder
    """What only looks like one of them."""
    broken: tuple[tuple[re.Pattern[str], str], ...]
    agree: Mapping[str, Any]
    names: Lists
    small: frozenset[str]
    classes: tuple[str, ...]


@cache
def knowledge(lang: str) -> Knowledge | None:
    """The language's knowledge, None where the room has no file for it; DataError names what is wrong in a file."""
    file = FOLDER / f"{lang}.yaml"
    return read_knowledge(lang, file.read_text(encoding="utf-8")) if file.is_file() else None


def read_knowledge(lang: str, content: str) -> Knowledge:
    """Knowledge from the text of a language's file; DataError names section and entry of what is wrong."""
    try:
        found = yaml.load(content, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise DataError(f"garble/{lang}.yaml, line {mark.line + 1 if mark else 1}: not valid YAML; mend it") from error
    if not isinstance(found, dict) or (unknown := sorted(set(found) - SECTIONS)):
        wrong = f"unknown section {unknown[0]!r}" if isinstance(found, dict) else "no mapping"
        raise DataError(f"garble/{lang}.yaml: {wrong}; sections are {', '.join(sorted(SECTIONS))}")
    macros = _lists(lang, found, "macros")
    return Knowledge(
        str(found.get("script", "latin")),
        frozenset(_list(lang, found, "borrowed")),
        frozenset(_list(lang, found, "twice")),
        Finder(_wordings(lang, found, macros)),
        Finder(compiled(lang, choices_of(words), "", macros) for words in _list(lang, found, "fine")),
        tuple(_broken(lang, found)),
        found.get("agree") or {},
        _lists(lang, found, "names"),
        frozenset(_list(lang, found, "small")),
        tuple(_list(lang, found, "classes")),
    )


def _list(lang: str, found: Mapping[str, Any], section: str) -> list[str]:
    """A section that is a list; DataError where it is something else."""
    entries = found.get(section) or []
    if not isinstance(entries, list):
        raise DataError(f"garble/{lang}.yaml, section {section!r}: give a list")
    return [str(entry) for entry in entries]


def _lists(lang: str, found: Mapping[str, Any], section: str) -> dict[str, list[str]]:
    """A section of lists by key; DataError where it is something else."""
    lists = found.get(section) or {}
    if not isinstance(lists, dict):
        raise DataError(f"garble/{lang}.yaml, section {section!r}: give keys, each with a list")
    return {str(key): _list(lang, lists, key) for key in lists}


def _wordings(lang: str, found: Mapping[str, Any], macros: Macros) -> Iterator[Pattern]:
    spun = _lists(lang, found, "spun")
    for phrase in _list(lang, found, "phrases"):
        yield from _spun(lang, phrase, spun, macros)
    for reason, wordings in _lists(lang, found, "calques").items():
        for words in wordings:
            yield compiled(lang, choices_of(words), reason, macros)


def _spun(lang: str, phrase: str, spun: Lists, macros: Macros) -> Iterator[Pattern]:
    """Wordings in which another word stands for at least one of a set phrase's."""
    words = [phrase] if phrase in spun else phrase.split()
    if not any(spun.get(word) for word in words):
        raise DataError(f"garble/{lang}.yaml: no word of the phrase {phrase!r} has an entry under `spun`; give it one")
    reason = f"put for “{phrase.replace('*', '').replace(' DE ', ' de ')}”"
    for place, word in enumerate(words):
        others = [one for one in spun.get(word, ()) if one != word]
        if others:
            choices = [[one, *spun.get(one, ())] for one in words]
            choices[place] = others
            yield compiled(lang, choices, reason, macros)


def _broken(lang: str, found: Mapping[str, Any]) -> Iterator[tuple[re.Pattern[str], str]]:
    for reason, sources in _lists(lang, found, "broken").items():
        for source in sources:
            try:
                yield re.compile(source), reason
            except re.error as error:
                wrong = f"{source!r} is no regular expression: {error}"
                raise DataError(f"garble/{lang}.yaml, section 'broken', {reason!r}: {wrong}; mend it") from error
