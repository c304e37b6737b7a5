"""A user's own lexicon folder: LANG/units/*.yaml, LANG/operators*.yaml and LANG/voice/*.yaml, over what is shipped."""

from collections.abc import Iterator
from pathlib import Path

from foedus.reader.lexicon.families import families
from foedus.reader.lexicon.faults import Faults
from foedus.reader.lexicon.groups import Group
from foedus.reader.lexicon.lexicon import Lexicon, Own
from foedus.reader.lexicon.shipped import (
    SUFFIX,
    Shipped,
    languages,
    operator_groups,
    operators_in,
    rank,
    unit_files,
    voice_cues,
    voice_groups_of,
)
from foedus.reader.lexicon.units import units_of
from foedus.reader.lexicon.voicing import FOLDER, VoiceGroup
from foedus.reader.unit import Operator, Unit, VoiceCue

_NOTES = frozenset({".md", ".txt"})


def over(shipped: Shipped, own: Path, faults: Faults) -> Lexicon:
    """The shipped lexicon under a user's: a unit of the same words, part of speech and type is the user's, and so is
    an operator or a cue of voice of the same words and part of speech."""
    lexicon, grammar = shipped.lexicon, shipped.grammar
    folder = own / grammar.lang
    if not folder.is_dir():
        return lexicon
    kept = families(unit_files(folder, str(folder), faults), shipped.families.copy(), faults)
    units = list(units_of(kept, grammar, faults))
    groups = operator_groups(folder, str(folder), faults)
    operators = list(operators_in((group for group in groups if not group.drops), grammar, faults))
    spoken = voice_groups_of(folder, str(folder), faults)
    cues = list(voice_cues(spoken, grammar, faults))
    dropped = {(text, pos, family.type) for family in kept if family.drops for text, pos in family.texts()}
    gone, unsaid = _texts(groups), _texts(spoken)
    mine, words = {_key(unit) for unit in units}, {_word(operator) for operator in operators}
    theirs, others = {_key(unit) for unit in lexicon.units}, {_word(operator) for operator in lexicon.operators}
    voiced, voices = {_word(cue) for cue in cues}, {_word(cue) for cue in lexicon.voices}
    left = [unit for unit in lexicon.units if _key(unit) not in mine | dropped]
    did = Own(
        len(mine - theirs) + len(words - others) + len(voiced - voices),
        len(mine & theirs) + len(words & others) + len(voiced & voices),
        len(dropped & theirs) + len(gone & others) + len(unsaid & voices),
        tuple(sorted(text for text, *_ in (*(dropped - theirs), *(gone - others), *(unsaid - voices)))),
    )
    return lexicon._replace(
        units=tuple(sorted([*left, *units], key=rank)),
        operators=(*operators, *(one for one in lexicon.operators if _word(one) not in words | gone)),
        voices=(*cues, *(one for one in lexicon.voices if _word(one) not in voiced | unsaid)),
        own=did,
    )


def strays(own: Path) -> Iterator[str]:
    """What lies in a user's folder and is not read, one line each; hidden files and notes are no words."""
    for item in _visible(own):
        if item.name not in languages() or not item.is_dir():
            yield f"{item} is not read: the folder holds a folder for each language, named {', '.join(languages())}"
            continue
        for file in _visible(item):
            if file.name in ("units", FOLDER) and file.is_dir():
                yield from (
                    f"{unit} is not read: name it *{SUFFIX}" for unit in _visible(file) if unit.suffix != SUFFIX
                )
            elif not (file.name.startswith("operators") and file.suffix == SUFFIX):
                yield (
                    f"{file} is not read: units lie in units/*{SUFFIX}, cues of voice in voice/*{SUFFIX}, "
                    f"operators in operators*{SUFFIX}"
                )


def _visible(folder: Path) -> list[Path]:
    return sorted(item for item in folder.iterdir() if item.name[0] != "." and item.suffix.lower() not in _NOTES)


def _key(unit: Unit) -> tuple[str, str, str]:
    return unit.text, unit.pos, unit.type


def _word(operator: Operator | VoiceCue) -> tuple[str, str]:
    return operator.text, operator.pos


def _texts(groups: list[Group] | list[VoiceGroup]) -> set[tuple[str, str]]:
    return {(text, pos) for group in groups if group.drops for text, pos in group.texts()}
