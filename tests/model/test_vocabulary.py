"""The vocabulary in Python and the schema for machines are the same closed lists."""

import json
from importlib.resources import files
from typing import Any, get_args

import pytest

from foedus.model import vocabulary
from foedus.model.vocabulary import CLAIM_TYPES, FREE_TEXT_ROLES, NEGATIVE_STAGES, TYPES, ClaimType

SCHEMA: Any = json.loads(files("foedus").joinpath("data", "claim.schema.json").read_text(encoding="utf-8"))
FIELDS = SCHEMA["properties"]
BY_TYPE = {rule["if"]["properties"]["type"]["const"]: rule["then"]["properties"] for rule in SCHEMA["allOf"]}


def test_the_types_are_those_of_the_schema_in_its_order() -> None:
    assert list(CLAIM_TYPES) == FIELDS["type"]["enum"] == list(TYPES) == list(BY_TYPE)


@pytest.mark.parametrize("claim_type", CLAIM_TYPES)
def test_a_type_has_the_stages_and_roles_of_the_schema(claim_type: ClaimType) -> None:
    spec, rule = TYPES[claim_type], BY_TYPE[claim_type]
    assert list(spec.stages) == rule["stage"]["enum"]
    assert list(spec.roles) == rule["roles"]["propertyNames"]["enum"]
    assert len(set(spec.roles)) == len(spec.roles)
    assert len(set(spec.stages)) == len(spec.stages)


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Kind", FIELDS["roles"]["additionalProperties"]["items"]["properties"]["kind"]["enum"]),
        ("Via", FIELDS["roles"]["additionalProperties"]["items"]["properties"]["via"]["enum"][:-1]),
        ("Polarity", FIELDS["polarity"]["enum"]),
        ("Certainty", FIELDS["certainty"]["enum"]),
        ("Standing", FIELDS["standing"]["enum"]),
        ("VoiceKind", FIELDS["attribution"]["items"]["properties"]["kind"]["enum"]),
        ("ZoneKind", FIELDS["zone"]["enum"]),
        ("CueKind", FIELDS["cues"]["items"]["properties"]["kind"]["enum"]),
        ("ClaimType", FIELDS["type"]["enum"]),
    ],
)
def test_a_closed_list_is_that_of_the_schema(name: str, listed: list[str]) -> None:
    assert list(get_args(getattr(vocabulary, name))) == listed


def test_only_the_way_to_a_filler_may_be_null() -> None:
    assert FIELDS["roles"]["additionalProperties"]["items"]["properties"]["via"]["enum"][-1] is None


def test_negative_stages_and_free_text_roles_belong_to_types() -> None:
    assert {stage for spec in TYPES.values() for stage in spec.stages} >= NEGATIVE_STAGES
    assert {role for spec in TYPES.values() for role in spec.roles} >= FREE_TEXT_ROLES
