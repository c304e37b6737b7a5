"""The lexicons that come with Foedus: `data/lexicon/LANG/`."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

from foedus.model.errors import DataError
from foedus.model.vocabulary import CLAIM_TYPES
from foedus.reader.lexicon.families import Models, families
from foedus.reader.lexicon.faults import Faults
from foedus.reader.lexicon.files import LexiconFile
from foedus.reader.lexicon.framing import Relations
from foedus.reader.lexicon.groups import Group, groups, operators_of
from foedus.reader.lexicon.lexicon import Lexicon
from foedus.reader.lexicon.units import Grammar, units_of
from foedus.reader.lexicon.voicing import FOLDER, VoiceGroup, cues_of, voice_groups
from foedus.reader.unit import Operator, SmallWords, Unit, VoiceCue

SUFFIX = ".yaml"


class Shipped(NamedTuple):
    """A shipped lexicon and what a user's folder needs to be read over it."""

    lexicon: Lexicon
    grammar: Grammar
    families: Models


def languages() -> tuple[str, ...]:
    """Codes of the languages that have a lexicon."""
    found = (files("foedus") / "data" / "lexicon").iterdir()
    return tuple(sorted(item.name for item in found if (item / "words.yaml").is_file()))


@cache
def load_shipped(lang: str) -> Shipped:
    """The shipped lexicon of a language; DataError where it is missing or wrong."""
    return read_shipped(lang, Faults())


def read_shipped(lang: str, faults: Faults) -> Shipped:
    """The same, read anew, with what to do about faults."""
    if lang not in languages():
        raise DataError(f"no lexicon for language {lang!r}: there are {', '.join(languages())}")
    folder = files("foedus") / "data" / "lexicon" / lang
    words = LexiconFile(folder / "words.yaml", f"{lang}/words.yaml").data
    grammar = Grammar(lang, _small_words(words), Relations.of(words))
    models = Models()
    known = families(unit_files(folder, lang, faults), models, faults)
    units = sorted(units_of(known, grammar, faults), key=rank)
    listed = [group for group in operator_groups(folder, lang, faults) if not group.drops]
    operators = tuple(operators_in(listed, grammar, faults))
    cues = tuple(voice_cues(voice_groups_of(folder, lang, faults), grammar, faults))
    lists = {name: frozenset(listed) for name, listed in words.items() if isinstance(listed, list)}
    return Shipped(Lexicon(lang, tuple(units), operators, cues, words, lists, grammar.small), grammar, models)


def rank(unit: Unit) -> int:
    """In the contract's order of types, so that of two equal senses the earlier wins: arms sent are supplied."""
    return CLAIM_TYPES.index(unit.type)


def unit_files(folder: Traversable, name: str, faults: Faults) -> list[LexiconFile]:
    """The files of units in a language's folder, by name."""
    inner = folder / "units"
    return _read(inner.iterdir() if inner.is_dir() else (), f"{name}/units", faults)


def operator_groups(folder: Traversable, name: str, faults: Faults) -> list[Group]:
    """The groups of operators of a language's folder, in the order of their files."""
    found: list[Group] = []
    for file in _read((item for item in folder.iterdir() if item.name.startswith("operators")), name, faults):
        with faults.part():
            found.extend(groups(file, faults))
    return found


def operators_in(listed: Iterable[Group], grammar: Grammar, faults: Faults) -> Iterator[Operator]:
    """The operators of groups."""
    for group in listed:
        with faults.part():
            yield from operators_of(grammar.lang, group, grammar.small)


def voice_groups_of(folder: Traversable, name: str, faults: Faults) -> list[VoiceGroup]:
    """The groups of cues of voice of a language's folder, in the order of their files."""
    found: list[VoiceGroup] = []
    inner = folder / FOLDER
    for file in _read(inner.iterdir() if inner.is_dir() else (), f"{name}/{FOLDER}", faults):
        with faults.part():
            found.extend(voice_groups(file, faults))
    return found


def voice_cues(listed: Iterable[VoiceGroup], grammar: Grammar, faults: Faults) -> Iterator[VoiceCue]:
    """The cues of groups that drop nothing."""
    for group in listed:
        if not group.drops:
            with faults.part():
                yield from cues_of(grammar.lang, group, grammar.small)


def _read(items: Iterable[Traversable], place: str, faults: Faults) -> list[LexiconFile]:
    found = []
    for item in sorted((item for item in items if item.name.endswith(SUFFIX)), key=lambda item: item.name):
        with faults.part():
            found.append(LexiconFile(item, f"{place}/{item.name}"))
    return found


def _small_words(words: Mapping[str, Any]) -> SmallWords:
    return SmallWords(
        frozenset(words["determiners"]),
        frozenset(words["prepositions"]),
        frozenset(words["particles"]),
        frozenset(words["reflexives"]),
        words["contracted"],
        bool(words["head_last"]),
        frozenset(words["stop_lemmas"]),
    )
