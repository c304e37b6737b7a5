"""Families of units: one entry gives stage, gate and frames to all its verbs, nouns, adjectives and adverbs.

A family may be `like` another of its type and says only what differs; the other is called by its name, or by a word.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, NoReturn, get_args

from foedus.model.vocabulary import CLAIM_TYPES, TYPES, ClaimType
from foedus.reader.lexicon.faults import Faults
from foedus.reader.lexicon.files import LexiconFile
from foedus.reader.unit import Form, Gate, Pos

POS: tuple[Pos, ...] = get_args(Pos)
STAGES = ("stage", "habitual", "participle")
MARKS = ("weak", "drop")
FIELDS = frozenset({"name", "like", "gate", *MARKS, *STAGES, *POS})
POS_FIELDS = frozenset({"frame", "units", "forms"})


class Family(NamedTuple):
    """A family as its file gives it, with what it is like filled in; `entry` is its place in the file, from 1."""

    file: LexiconFile
    entry: int
    type: ClaimType
    data: Mapping[str, Any]

    def fault(self, message: str, word: str | None = None) -> NoReturn:
        """Refuse the family, naming file and line."""
        self.file.fault(message, entry=self.entry, word=word)

    @property
    def drops(self) -> bool:
        """Whether it takes its words out of the shipped lexicon."""
        return bool(self.data.get("drop"))

    def texts(self) -> Iterator[tuple[str, Pos]]:
        """Its units as they are written, with their part of speech."""
        return ((str(text), pos) for pos in POS if pos in self.data for text in self.data[pos]["units"])


class Models:
    """Families that others may be like. Of equal names the last counts, of equal words the first."""

    def __init__(self) -> None:
        self._named: dict[tuple[ClaimType, str], Family] = {}
        self._worded: dict[tuple[ClaimType, str], Family] = {}

    def add(self, families: Iterable[Family]) -> None:
        """Make known families as their files give them."""
        for family in families:
            if "name" in family.data:
                self._named[family.type, family.data["name"]] = family
            for text, _ in () if family.drops else family.texts():
                self._worded.setdefault((family.type, text), family)

    def copy(self) -> "Models":
        """The same models, to which others can be added."""
        other = Models()
        other._named, other._worded = dict(self._named), dict(self._worded)
        return other

    def whole(self, family: Family, seen: tuple[str, ...] = ()) -> Family:
        """The family with what it is like filled in; units are its own."""
        like = family.data.get("like")
        if like is None:
            return family
        if like in seen:
            family.fault(f"families are like each other in a circle ({' → '.join([*seen, like])}): break it", like)
        key = (family.type, like)
        model = self._named.get(key) or self._worded.get(key)
        if model is None:
            family.fault(f"like {like!r} is neither the name nor a word of another family of type {family.type}", like)
        return family._replace(data=_over(self.whole(model, (*seen, like)).data, family.data))


def families(files: Iterable[LexiconFile], models: Models, faults: Faults) -> list[Family]:
    """The families of all files, in order, which become models too. DataError where one is wrong."""
    found: list[Family] = []
    names: dict[tuple[ClaimType, str], Family] = {}
    for file in files:
        with faults.part():
            for family in _listed(file):
                with faults.part():
                    _check(family)
                    _check_name(family, names)
                    found.append(family)
    models.add(found)
    whole: list[Family] = []
    for family in found:
        with faults.part():
            known = models.whole(family)
            _check_whole(known)
            whole.append(known)
    return whole


def _over(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """A family's fields over those of its model, field by field also within a part of speech."""
    whole = {key: value for key, value in base.items() if key not in ("name", "like", "drop", *POS)}
    whole |= {key: value for key, value in own.items() if key not in POS}
    for pos in POS:
        if pos in own:
            taken = {key: value for key, value in base.get(pos, {}).items() if key != "units"}
            whole[pos] = {**taken, **own[pos]}
    return whole


def _listed(file: LexiconFile) -> Iterator[Family]:
    data = file.data
    if not isinstance(data, dict) or not isinstance(data.get("families"), list):
        file.fault("expected 'type: TYPE' and a list under 'families:'")
    for field in data.keys() - {"type", "families"}:
        file.fault(f"field {field!r} is none of type, families", word=str(field))
    claim_type = data.get("type")
    if claim_type not in CLAIM_TYPES:
        file.fault(f"type {claim_type!r} is none of {', '.join(CLAIM_TYPES)}", word=str(claim_type))
    return (Family(file, entry, claim_type, family) for entry, family in enumerate(data["families"], 1))


def _check(family: Family) -> None:
    """What can be said of a family by itself."""
    data = family.data
    if not isinstance(data, dict):
        family.fault("a family is a mapping with stage, gate and words")
    for field in data.keys() - FIELDS:
        family.fault(f"field {field!r} is none of {', '.join(sorted(FIELDS))}", str(field))
    for field in ("name", "like"):
        if not isinstance(data.get(field, ""), str):
            family.fault(f"{field} {data[field]!r} is no word: write it in quotes", field)
    for field in MARKS:
        if not isinstance(data.get(field, False), bool):
            family.fault(f"{field} {data[field]!r} is neither true nor false", str(data[field]))
    if not any(pos in data for pos in POS):
        family.fault(f"a family has words under {', '.join(POS)}")
    for pos in POS:
        if pos in data:
            _check_part(family, pos, data[pos])


def _check_part(family: Family, pos: Pos, part: Any) -> None:  # noqa: ANN401  # checked here
    if not isinstance(part, dict) or not isinstance(part.get("units"), list) or not part["units"]:
        family.fault(f"{pos} wants 'frame' and a list of 'units'", pos)
    for field in part.keys() - POS_FIELDS:
        family.fault(f"field {field!r} of {pos} is none of {', '.join(sorted(POS_FIELDS))}", str(field))
    for text in part["units"]:
        if not isinstance(text, str):
            family.fault(f"unit {text!r} is no word to YAML: write it in quotes", pos)
    if not isinstance(part.get("frame", ""), str):
        family.fault(f'frame of {pos} is no text: write "RELATION:ROLE RELATION:ROLE"', "frame")
    check_forms(family, part.get("forms", []))


def check_forms(family: Family, forms: Any) -> None:  # noqa: ANN401  # checked here
    """Refuse forms that do not exist."""
    if not isinstance(forms, list):
        family.fault(f"forms {forms!r} is no list: write [{forms}]", "forms")
    for form in forms:
        if form not in get_args(Form):
            family.fault(f"form {form!r} is none of {', '.join(get_args(Form))}", str(form))


def _check_name(family: Family, names: dict[tuple[ClaimType, str], Family]) -> None:
    if "name" not in family.data:
        return
    name = family.data["name"]
    if names.setdefault((family.type, name), family) is not family:
        family.fault(f"family {name!r} stands twice: give one another name", name)


def _check_whole(family: Family) -> None:
    """What must be known once the model is filled in; words that are only dropped need no stage."""
    data, stages = family.data, TYPES[family.type].stages
    if family.drops:
        return
    for field in STAGES:
        if (field == "stage" or field in data) and data.get(field) not in stages:
            family.fault(f"{field} {data.get(field)!r} is none of {', '.join(stages)}", str(data.get(field)))
    if data.get("gate") not in get_args(Gate):
        family.fault(f"gate {data.get('gate')!r} is none of {', '.join(get_args(Gate))}", str(data.get("gate")))
