"""The rules of grading that are data: topics, whom a claim favours, letters of voices, digits of information."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct

from foedus.knowledge.yaml_file import YamlFile
from foedus.lineage.grading import files
from foedus.lineage.grading.letters import Digit, Letter
from foedus.model.claim import Claim
from foedus.model.errors import DataError
from foedus.model.vocabulary import CLAIM_TYPES, TYPES

FILE = "rules.yaml"

_T = TypeVar("_T")

VoiceRule = Literal[
    "own_gain",
    "own_denial",
    "own_harm",
    "own_loss",
    "own_act",
    "others_fight",
    "others",
    "unnamed_of_side",
    "unnamed",
    "unknown",
    "nobody",
    "false_address",
]


class _Strict(Struct, frozen=True, forbid_unknown_fields=True):
    """Base of the rules' records."""


class Judged(_Strict, frozen=True):
    """The letter of one rule for voices, and why."""

    letter: Letter
    why: str


class Effects(_Strict, frozen=True):
    """Roles of a type: who gains by the claim, who is harmed by another, who loses face."""

    gains: tuple[str, ...] = ()
    harms: tuple[str, ...] = ()
    loses: tuple[str, ...] = ()


class CredibilityRules(_Strict, frozen=True):
    """Digits by rule; `confirmed_from` counts independent origins, `detail_lowers` steps; days lie between reports."""

    confirmed_from: Annotated[int, Meta(ge=2)]
    days_once: Annotated[int, Meta(ge=0)]
    days_going_on: Annotated[int, Meta(ge=0)]
    confirmed: Digit
    supported: Digit
    fits: Digit
    bound: Digit
    alone: Digit
    rumour_alone: Digit
    rumour: Digit
    unclear: Digit
    more_for: Digit
    as_many: Digit
    more_against: Digit
    detail_lowers: Annotated[int, Meta(ge=0, le=3)]


class Rules(_Strict, frozen=True):
    """All of rules.yaml."""

    topics: dict[str, tuple[str, ...]]
    sides: dict[str, Effects]
    voices: dict[VoiceRule, Judged]
    charged: tuple[str, ...]
    credibility: CredibilityRules
    name_words: tuple[str, ...]
    joiners: tuple[str, ...]
    archives: tuple[str, ...]

    def effects(self, claim: Claim) -> Effects:
        """What the claim does to whom; of its stage before its type."""
        return self.sides.get(f"{claim.type} {claim.stage}") or self.sides.get(claim.type) or Effects()

    def is_about(self, claim: Claim, topics: tuple[str, ...]) -> bool:
        """Whether the claim's type belongs to one of the topics."""
        return any(claim.type in self.topics[topic] for topic in topics)


_RECORDS: Mapping[str, type[Struct]] = {"voices": Judged, "sides": Effects}
"""What the lines of a section are, so that a fault names its line."""


@cache
def load_rules(own: Path | None = None) -> Rules:
    """The shipped rules, with those of a user's folder over them; DataError names file and remedy."""
    name = FILE
    merged = YamlFile(files.shipped() / FILE, FILE).data
    if own is not None and (own / FILE).exists():
        name = str(own / FILE)
        content = YamlFile(own / FILE, name).data
        merged = _over(merged, content or {}, name)
    for section, kind in _RECORDS.items():
        lines = merged.get(section)
        for key, value in lines.items() if isinstance(lines, dict) else ():
            _converted(value, kind, f"{name}: {section}, {key}")
    rules = _converted(merged, Rules, name)
    _check(rules, name)
    return rules


def _converted(value: object, kind: type[_T], where: str) -> _T:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise DataError(f"{where}: {error}: see the shipped {FILE} for what may stand there") from error


def _over(shipped: Mapping[str, Any], own: object, name: str) -> dict[str, Any]:
    """Tables are laid over each other line by line, lists and values replaced."""
    if not isinstance(own, dict):
        raise DataError(f"{name}: no mapping: write `credibility: {{alone: 3}}` or the like")
    merged = dict(shipped)
    for key, value in own.items():
        kept = merged.get(key)
        merged[key] = {**kept, **value} if isinstance(kept, dict) and isinstance(value, dict) else value
    return merged


def _check(rules: Rules, name: str) -> None:
    for topic, types in rules.topics.items():
        for one in types:
            if one not in CLAIM_TYPES:
                raise DataError(f"{name}: topic {topic} names {one!r}: types are {', '.join(CLAIM_TYPES)}")
    for topic in rules.charged:
        if topic not in rules.topics:
            raise DataError(f"{name}: charged names {topic!r}: topics are {', '.join(rules.topics)}")
    for key, effects in rules.sides.items():
        spec = TYPES.get(key.split()[0])  # type: ignore[call-overload]  # an unknown type is what is looked for
        if spec is None or (" " in key and key.split(" ", 1)[1] not in spec.stages):
            raise DataError(f"{name}: sides names {key!r}: write a type of claim, or a type and one of its stages")
        for role in (*effects.gains, *effects.harms, *effects.loses):
            if role not in spec.roles:
                raise DataError(f"{name}: sides of {key} names {role!r}: its roles are {', '.join(spec.roles)}")
