"""Ids: the same statement keeps its id, and only the parts that the contract names change it."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from foedus.model.claim import Attribution, Filler
from foedus.model.identity import claim_id, document_id, text_sha256


def filler(start: int, entity: str | None = "ARL") -> Filler:
    return Filler(entity, "Arland", "state", "Arland", start, start + 6)


def voice(start: int) -> Attribution:
    return Attribution(None, "a minister", "person", "a minister", start, start + 10)


BASE: Mapping[str, Any] = {
    "sha256": text_sha256("Arland delivered tanks."),
    "trigger": (7, 16),
    "claim_type": "transfer",
    "roles": {"supplier": (filler(0),), "item": (filler(17), filler(40)), "purpose": (filler(60),)},
    "attribution": (voice(70), voice(90)),
}


def changed(**parts: object) -> str:
    return claim_id(**{**BASE, **parts})


def test_hashes_and_ids_are_pinned_for_ever() -> None:
    assert text_sha256("été") == "bd010c64132bf5cae8aea89f6762515727dcf68a5dd1de813c87f50a16c4513c"
    assert changed() == "aac84d9362e62623"


def test_a_document_id_is_the_first_sixteen_digits_of_its_hash() -> None:
    assert document_id(BASE["sha256"]) == BASE["sha256"][:16]


@pytest.mark.parametrize(
    "parts",
    [
        {"sha256": text_sha256("Arland delivered tanks!")},
        {"trigger": (6, 16)},
        {"trigger": (7, 17)},
        {"claim_type": "production"},
        {"roles": {**BASE["roles"], "item": (filler(18),)}},
        {"roles": {"supplier": (filler(0),)}},
        {"attribution": (voice(71), voice(90))},
        {"attribution": ()},
    ],
)
def test_document_trigger_type_first_item_and_nearest_voice_change_it(parts: dict[str, object]) -> None:
    assert changed(**parts) != changed()


@pytest.mark.parametrize(
    "parts",
    [
        {"roles": {**BASE["roles"], "supplier": (filler(30, None),)}},
        {"roles": {**BASE["roles"], "purpose": (filler(99),)}},
        {"roles": {**BASE["roles"], "item": (replace(filler(17), entity=None, end=30, via="description"),)}},
        {"roles": {**BASE["roles"], "item": (filler(17), filler(77))}},
        {"roles": dict(reversed(BASE["roles"].items()))},
        {"attribution": (voice(70),)},
        {"attribution": (replace(voice(70), kind="state", cue="said"), voice(90))},
    ],
)
def test_nothing_else_changes_it(parts: dict[str, object]) -> None:
    assert changed(**parts) == changed()


def test_without_an_item_the_first_core_filler_counts_and_no_further_role() -> None:
    supplier, recipient = {"supplier": (filler(0),)}, {"recipient": (filler(30),)}
    both = changed(roles={**recipient, **supplier})
    assert both == changed(roles=supplier) == changed(roles={**supplier, "recipient": (filler(31),)})
    assert both != changed(roles=recipient)
    assert changed(roles={"purpose": (filler(60),)}) == changed(roles={})


def test_a_type_without_item_takes_its_first_core_role() -> None:
    place = {"place": (filler(50),)}
    held = changed(claim_type="control", roles={"holder": (filler(0),), **place})
    assert held == changed(claim_type="control", roles={"holder": (filler(0),)})
    assert held != changed(claim_type="control", roles=place)


@given(st.text(), st.text())
def test_texts_that_differ_have_ids_that_differ(one: str, other: str) -> None:
    assert (text_sha256(one) == text_sha256(other)) is (one == other)
