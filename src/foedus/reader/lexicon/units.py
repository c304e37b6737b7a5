"""The units that families stand for, each with its words taken apart and its frame read."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from foedus.model.vocabulary import TYPES
from foedus.reader.lexicon.families import POS, Family
from foedus.reader.lexicon.faults import Faults
from foedus.reader.lexicon.framing import Relations, frame_of
from foedus.reader.lexicon.words import split_words
from foedus.reader.unit import Form, Pos, SmallWords, Unit


class Grammar(NamedTuple):
    """What a language's `words.yaml` says of how units are written."""

    lang: str
    small: SmallWords
    relations: Relations


def units_of(families: Iterable[Family], grammar: Grammar, faults: Faults) -> Iterator[Unit]:
    """The units of families that drop none. DataError names file, line, what is wrong and what is allowed."""
    seen: dict[tuple[str, Pos, str, frozenset[Form]], Family] = {}
    for family in families:
        if family.drops:
            continue
        with faults.part():
            for unit in _of_family(family, grammar):
                with faults.part():
                    key = (unit.text, unit.pos, unit.type, unit.forms)
                    if key in seen:
                        place = "twice" if seen[key].file is family.file else f"in {seen[key].file.name} too"
                        family.fault(f"unit {unit.text!r} stands {place}: keep one", unit.text)
                    seen[key] = family
                    yield unit


def _of_family(family: Family, grammar: Grammar) -> Iterator[Unit]:
    data = family.data
    for pos in POS:
        part = data.get(pos)
        if part is None:
            continue
        written = part.get("frame", "")
        frame = frame_of(written, TYPES[family.type].roles, grammar.relations, lambda said: family.fault(said, written))  # noqa: B023  # called at once
        forms: frozenset[Form] = frozenset(part.get("forms", ()))
        for text in part["units"]:
            words = split_words(grammar.lang, text, pos, grammar.small)
            if words is None:
                family.fault(f"unit {text!r} would match everything: it has no word of its own", text)
            yield Unit(
                f"{grammar.lang}:{family.type}:{text}",
                text,
                pos,
                family.type,
                data["stage"],
                data.get("habitual"),
                data.get("participle"),
                frame,
                data["gate"],
                data.get("weak", False),
                forms,
                words,
            )
