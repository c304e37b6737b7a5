"""Claims as JSON: there and back without loss, as the schema says, and strict about what comes in."""

import json
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from foedus.model.claim import Claim
from foedus.model.claim_json import from_json, to_json
from foedus.model.errors import InputError
from tests.model.samples import REPORT, claims, full_claim

SCHEMA = json.loads(files("foedus").joinpath("data", "claim.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
FULL = full_claim()


def as_dict(claim: Claim = FULL) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(to_json(claim))
    return made


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_a_full_claim_comes_back_the_same_and_fits_the_schema() -> None:
    assert from_json(to_json(FULL)) == FULL
    VALIDATOR.validate(as_dict())


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(claims)
def test_any_claim_comes_back_the_same_and_fits_the_schema(claim: Claim) -> None:
    line = to_json(claim)
    assert b"\n" not in line
    assert from_json(line) == claim
    VALIDATOR.validate(json.loads(line))


def test_fields_come_in_the_order_of_the_schema() -> None:
    assert list(as_dict()) == list(SCHEMA["properties"])


def test_a_line_may_be_text_or_bytes_and_is_utf_8() -> None:
    line = to_json(FULL)
    assert from_json(line.decode("utf-8")) == FULL


def test_a_confidence_that_nothing_calibrated_is_left_out() -> None:
    made = as_dict()
    del made["reader"]["confidence"]
    assert to_json(from_json(json.dumps(made))).find(b"confidence") == -1


def test_numbers_keep_their_kind() -> None:
    quantity = as_dict()["quantity"]
    assert [(quantity[name], type(quantity[name])) for name in ("value", "min", "max")] == [
        (12, int),
        (10, int),
        (14.5, float),
    ]


def test_every_offset_of_the_sample_reproduces_its_words() -> None:
    found = [part for part in walk(as_dict()) if "start" in part]
    assert len(found) == 12
    assert all(REPORT.text[part["start"] : part["end"]] == part["text"] for part in found)


@pytest.mark.parametrize("name", SCHEMA["required"])
def test_a_missing_field_is_refused_by_name(name: str) -> None:
    made = as_dict()
    del made[name]
    refused(made, f"missing required field `{name}`")


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        ("speaker", "x", "unknown field `speaker`"),
        ("document.author", "x", r"unknown field `author` - at `\$.document`"),
        ("reader.model", "x", r"unknown field `model` - at `\$.reader`"),
        ("type", "gift", "Invalid enum value 'gift'"),
        ("stage", "signed", "stage 'signed' is none of transfer: sought, offered"),
        ("roles.party", [{}], "roles"),
        ("roles.supplier", [], "role 'supplier' is empty: leave it out"),
        ("polarity", "positive", "Invalid enum value 'positive'"),
        ("certainty", "likely", "Invalid enum value 'likely'"),
        ("standing", "reported", "Invalid enum value 'reported'"),
        ("zone", "title", "Invalid enum value 'title'"),
        ("evidence", [], "evidence"),
        ("cues", [], "trigger"),
        ("quoted", "yes", "Expected `bool`"),
        ("reader.confidence", 1.5, "<= 1"),
        ("reader.confidence", -0.1, ">= 0"),
        ("quantity.start", -1, ">= 0"),
        ("when.end", -1, ">= 0"),
        ("value.amount", None, "null"),
        ("id", None, "null"),
    ],
)
def test_what_the_contract_does_not_know_is_refused_with_a_clear_reason(path: str, value: object, reason: str) -> None:
    made = as_dict()
    *above, name = path.split(".")
    place = made
    for step in above:
        place = place[step]
    place[name] = value
    refused(made, reason)


def test_a_role_of_another_type_is_refused_by_name() -> None:
    made = as_dict()
    made["roles"]["party"] = made["roles"]["supplier"]
    refused(made, "role 'party' is none of transfer: supplier, recipient, item")


def test_an_unknown_kind_or_way_is_refused() -> None:
    for name in ("kind", "via"):
        made = as_dict()
        made["roles"]["supplier"][0][name] = "guess"
        refused(made, "Invalid enum value 'guess'")


def test_the_trigger_comes_first() -> None:
    made = as_dict()
    made["cues"].reverse()
    refused(made, "a trigger as its first cue")


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b"null", b'"claim"', b"\xff\xfe", '{"id": "\ud800"}', "no JSON"])
def test_what_is_no_claim_at_all_is_an_input_error_of_one_line(line: bytes | str) -> None:
    with pytest.raises(InputError, match=r"^not a claim: ") as caught:
        from_json(line)
    assert "\n" not in str(caught.value)


def refused(made: dict[str, Any], reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        from_json(json.dumps(made))
    assert "docs/claims.md" in str(caught.value)


def walk(part: object) -> list[dict[str, Any]]:
    """Every object inside a JSON value."""
    if isinstance(part, list):
        return [found for one in part for found in walk(one)]
    if isinstance(part, dict):
        return [part, *(found for one in part.values() for found in walk(one))]
    return []
