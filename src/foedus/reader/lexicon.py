"""The lexicon of one language, loaded from `data/lexicon/LANG/` and checked with clear errors."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple, cast, get_args

import yaml

from foedus.model.errors import DataError
from foedus.model.vocabulary import CLAIM_TYPES, TYPES, Certainty, ClaimType, Polarity
from foedus.reader.unit import Frame, Gate, Operator, Pos, SmallWords, Unit, split_words

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STAGES = frozenset(stage for spec in TYPES.values() for stage in spec.stages)
_OPERATOR_FIELDS = {
    "control": ("subj", "obj", "iobj"),
    "certainty": get_args(Certainty),
    "polarity": get_args(Polarity),
}
_POS: tuple[Pos, ...] = get_args(Pos)


class Lexicon(NamedTuple):
    """Everything the reader knows of one language's words."""

    lang: str
    units: tuple[Unit, ...]
    operators: tuple[Operator, ...]
    words: Mapping[str, Any]
    lists: Mapping[str, frozenset[str]]
    small: SmallWords

    def cues(self, name: str) -> frozenset[str]:
        """A named word list of `words.yaml`; empty where the language has none of that name."""
        return self.lists.get(name, frozenset())


@cache
def load_lexicon(lang: str) -> Lexicon:
    """The shipped lexicon of a language; DataError where it is missing or wrong."""
    folder = files("foedus") / "data" / "lexicon" / lang
    if not (folder / "words.yaml").is_file():
        raise DataError(f"no lexicon for language {lang!r}: expected data/lexicon/{lang}/words.yaml")
    words = _yaml(folder / "words.yaml")
    small = SmallWords(
        frozenset(words["determiners"]),
        frozenset(words["prepositions"]),
        frozenset(words["trailing"]),
        bool(words["head_last"]),
    )
    unit_files = sorted((folder / "units").iterdir(), key=lambda item: item.name)
    units = tuple(sorted((unit for file in unit_files for unit in _units(lang, file, small)), key=_rank))
    operators = tuple(_operators(lang, folder / "operators.yaml", small))
    lists = {name: frozenset(listed) for name, listed in words.items() if isinstance(listed, list)}
    return Lexicon(lang, units, operators, words, lists, small)


def _rank(unit: Unit) -> int:
    """In the contract's order of types, so that of two equal senses the earlier wins: arms sent are supplied."""
    return CLAIM_TYPES.index(unit.type)


def _yaml(file: Traversable) -> Any:  # noqa: ANN401  # YAML is untyped until checked below
    try:
        return yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506  # a safe loader, in C
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise DataError(f"lexicon file {file.name} cannot be read: {error}") from error


def _units(lang: str, file: Traversable, small: SmallWords) -> Iterator[Unit]:
    data = _yaml(file)
    claim_type = data.get("type")
    if claim_type not in CLAIM_TYPES:
        raise DataError(f"{lang}/units/{file.name}: type {claim_type!r} is none of {', '.join(CLAIM_TYPES)}")
    seen: set[tuple[str, str]] = set()
    for number, family in enumerate(data["families"], 1):
        where = f"{lang}/units/{file.name}, family {number}"
        for unit in _family(lang, where, claim_type, family, small):
            if (unit.text, unit.pos) in seen:
                raise DataError(f"{where}: unit {unit.text!r} stands twice in this file: keep one")
            seen.add((unit.text, unit.pos))
            yield unit


def _family(
    lang: str, where: str, claim_type: ClaimType, family: Mapping[str, Any], small: SmallWords
) -> Iterator[Unit]:
    stage, gate = family.get("stage"), family.get("gate")
    habitual, participle = family.get("habitual"), family.get("participle")
    for given in (stage, habitual or stage, participle or stage):
        if given not in TYPES[claim_type].stages:
            raise DataError(f"{where}: stage {given!r} is none of {', '.join(TYPES[claim_type].stages)}")
    if gate not in get_args(Gate):
        raise DataError(f"{where}: gate {gate!r} is none of {', '.join(get_args(Gate))}")
    for pos in _POS:
        if pos not in family:
            continue
        frame = _frame(where, claim_type, family[pos]["frame"])
        for text in family[pos]["units"]:
            yield Unit(
                f"{lang}:{claim_type}:{text}",
                text,
                pos,
                claim_type,
                str(stage),
                habitual,
                participle,
                frame,
                cast(Gate, gate),
                split_words(text, pos, small),
            )


def _frame(where: str, claim_type: ClaimType, text: str) -> Frame:
    frame: dict[str, tuple[str, ...]] = {}
    for slot in text.split():
        relation, colon, roles = slot.rpartition(":")
        if not colon or not relation:
            raise DataError(f"{where}: frame slot {slot!r} is not RELATION:ROLE")
        for role in roles.split("|"):
            if role not in TYPES[claim_type].roles:
                raise DataError(f"{where}: role {role!r} is none of {', '.join(TYPES[claim_type].roles)}")
        frame[relation] = tuple(roles.split("|"))
    return frame


def _operators(lang: str, file: Traversable, small: SmallWords) -> Iterator[Operator]:
    for number, group in enumerate(_yaml(file), 1):
        where = f"{lang}/operators.yaml, group {number}"
        stages: Mapping[str, str] = group.get("stages") or {}
        for claim_type, stage in stages.items():
            if claim_type not in CLAIM_TYPES or stage not in TYPES[claim_type].stages:
                raise DataError(f"{where}: {claim_type}: {stage} is no type with its stage")
        for field, allowed in _OPERATOR_FIELDS.items():
            if group.get(field) not in (None, *allowed):
                raise DataError(f"{where}: {field} {group[field]!r} is none of {', '.join(allowed)}")
        if group.get("buying") not in (None, *_STAGES):
            raise DataError(f"{where}: stage {group['buying']!r} does not exist")
        for pos in _POS:
            for text in group.get(pos) or ():
                yield Operator(
                    f"{lang}:operator:{text}",
                    text,
                    pos,
                    stages,
                    group.get("buying"),
                    group.get("control"),
                    group.get("certainty"),
                    group.get("polarity"),
                    split_words(text, pos, small),
                )
