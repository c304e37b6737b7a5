"""Groups of operators: words over a trigger that change its stage, polarity or certainty."""

from collections.abc import Iterator, Mapping
from typing import get_args

from foedus.model.vocabulary import CLAIM_TYPES, TYPES, Certainty, Polarity
from foedus.reader.lexicon.entry import Entry
from foedus.reader.lexicon.families import POS
from foedus.reader.lexicon.faults import Faults
from foedus.reader.lexicon.files import LexiconFile
from foedus.reader.lexicon.words import split_words
from foedus.reader.unit import Form, Operator, Pos, SmallWords

_ALLOWED: Mapping[str, tuple[str, ...]] = {
    "control": ("subj", "obj", "iobj"),
    "certainty": get_args(Certainty),
    "polarity": get_args(Polarity),
    "buying": TYPES["transfer"].stages,
}
FIELDS = frozenset({"stages", "forms", "drop", *_ALLOWED, *POS})


class Group(Entry):
    """A group of operators."""

    def texts(self) -> Iterator[tuple[str, Pos]]:
        """Its operators as they are written, with their part of speech."""
        return ((text, pos) for pos in POS for text in self.data.get(pos, ()))


def groups(file: LexiconFile, faults: Faults) -> list[Group]:
    """The groups of a file. DataError names file, line, what is wrong and what is allowed."""
    if not isinstance(file.data, list):
        file.fault("expected a list of groups, each with 'stages' and words")
    found = []
    for entry, data in enumerate(file.data, 1):
        with faults.part():
            group = Group(file, entry, data)
            _check(group)
            found.append(group)
    return found


def operators_of(lang: str, group: Group, small: SmallWords) -> Iterator[Operator]:
    """The operators of a group."""
    data = group.data
    for text, pos in group.texts():
        words = split_words(lang, text, pos, small)
        if words is None:
            group.fault(f"operator {text!r} would match everything: it has no word of its own", text)
        yield Operator(
            f"{lang}:operator:{text}",
            text,
            pos,
            data.get("stages", {}),
            data.get("buying"),
            data.get("control"),
            data.get("certainty"),
            data.get("polarity"),
            frozenset(data.get("forms", ())),
            words,
        )


def _check(group: Group) -> None:
    data = group.data
    if not isinstance(data, dict):
        group.fault("a group is a mapping with stages and words")
    for field in data.keys() - FIELDS:
        group.fault(f"field {field!r} is none of {', '.join(sorted(FIELDS))}", str(field))
    if not isinstance(data.get("stages", {}), dict):
        group.fault("stages is no mapping: write stages: {TYPE: STAGE}", "stages")
    for claim_type, stage in data.get("stages", {}).items():
        if claim_type not in CLAIM_TYPES:
            group.fault(f"type {claim_type!r} is none of {', '.join(CLAIM_TYPES)}", str(claim_type))
        if stage not in TYPES[claim_type].stages:
            group.fault(f"stage {stage!r} of {claim_type} is none of {', '.join(TYPES[claim_type].stages)}", str(stage))
    for field, allowed in _ALLOWED.items():
        if data.get(field) not in (None, *allowed):
            group.fault(f"{field} {data[field]!r} is none of {', '.join(allowed)}", str(data[field]))
    if not isinstance(data.get("drop", False), bool):
        group.fault(f"drop {data['drop']!r} is neither true nor false", str(data["drop"]))
    _check_words(group)


def _check_words(group: Group) -> None:
    data = group.data
    for field in ("forms", *POS):
        if not isinstance(data.get(field, []), list):
            group.fault(f"{field} {data[field]!r} is no list: write [{data[field]}]", field)
    if not any(group.texts()):
        group.fault(f"a group has words under {', '.join(POS)}")
    for text, pos in group.texts():
        if not isinstance(text, str):
            group.fault(f"operator {text!r} is no word to YAML: write it in quotes", pos)
    for form in data.get("forms", ()):
        if form not in get_args(Form):
            group.fault(f"form {form!r} is none of {', '.join(get_args(Form))}", str(form))
