"""The records themselves: immutable, and impossible to build against the contract."""

import pytest
from msgspec.structs import fields, replace

from foedus.model.claim import Claim
from tests.model.samples import full_claim

FULL = full_claim()


@pytest.mark.parametrize("name", [field.name for field in fields(Claim)])
def test_no_field_of_a_claim_can_be_set(name: str) -> None:
    with pytest.raises(AttributeError, match="immutable"):
        setattr(FULL, name, None)


def test_no_part_of_a_claim_can_be_changed() -> None:
    assert FULL.quantity
    assert FULL.when
    parts = (FULL.document, FULL.fillers("item")[0], FULL.quantity, FULL.when, FULL.attribution[0], FULL.reader)
    for part in (*parts, FULL.evidence[0], FULL.trigger):
        with pytest.raises(AttributeError, match="immutable"):
            setattr(part, fields(part)[0].name, "changed")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"stage": "held"}, "stage 'held' is none of transfer: sought"),
        ({"type": "attack"}, "stage 'delivering' is none of attack: threatened"),
        ({"roles": {"party": FULL.fillers("item")}}, "role 'party' is none of transfer: supplier"),
        ({"roles": {"item": ()}}, "role 'item' is empty"),
        ({"evidence": ()}, "needs evidence"),
        ({"cues": ()}, "trigger as its first cue"),
        ({"cues": FULL.cues[1:]}, "trigger as its first cue"),
    ],
)
def test_a_claim_against_the_contract_cannot_be_built(changes: dict[str, object], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        replace(FULL, **changes)


def test_a_claim_may_leave_every_role_open() -> None:
    assert replace(FULL, roles={}).fillers("supplier") == ()


def test_trigger_and_fillers_are_given_by_name() -> None:
    assert FULL.trigger.text == "delivered"
    assert [filler.entity for filler in FULL.fillers("supplier")] == ["ARL"]
    assert FULL.fillers("purpose") == ()
