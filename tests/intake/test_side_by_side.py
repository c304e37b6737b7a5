"""Claims of two readers side by side: which are one statement, in what they differ, and gold in either form."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from foedus.intake.side_by_side.gold import gold_documents
from foedus.intake.side_by_side.pairing import differences, paired
from foedus.model.claim import Claim
from foedus.model.document import make_document
from foedus.model.errors import InputError
from foedus.reader.read import Reader

TEXT = "Russia delivered four S-400 systems to Turkey in July 2019. France sold twelve Rafale jets to Croatia.\n"


@pytest.fixture(scope="module")
def claims() -> list[Claim]:
    found = Reader.load().read(make_document(TEXT, lang="en"), min_confidence=0).claims
    assert [claim.type for claim in found] == ["transfer", "transfer"]
    return found


def test_the_same_claims_are_alike_and_what_differs_is_named(claims: list[Claim]) -> None:
    first, second = claims
    assert differences(first, first) == ()
    other = replace(first, stage="ordered", polarity="negated", when=None, quantity=None)
    without = replace(other, roles={role: some for role, some in first.roles.items() if role != "recipient"})
    assert differences(first, without) == ("recipient", "stage", "polarity", "when", "quantity")
    pairs = paired([first, second], [second, other])
    assert [(pair.one, pair.other, pair.fields) for pair in pairs] == [
        (first, other, ("stage", "polarity", "when", "quantity")),
        (second, second, ()),
    ]


def test_each_claim_is_in_one_pair_and_the_most_alike_go_together(claims: list[Claim]) -> None:
    first, second = claims
    other = replace(first, stage="ordered")
    assert [(pair.one, pair.other) for pair in paired([first], [other, first])] == [(first, first), (None, other)]
    assert [(pair.one, pair.other) for pair in paired([first, second], [])] == [(first, None), (second, None)]


def test_gold_lies_in_a_folder_or_in_those_below_with_texts_inside_or_beside(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no gold file"):
        gold_documents(tmp_path)
    beside = {"id": "a", "lang": "en", "claims": []}
    (tmp_path / "a.json").write_text(json.dumps(beside))
    (tmp_path / "a.txt").write_text("One text.")
    inside = {"id": "b", "synthetic": True, "lang": "fr", "published": None, "style": "agency", "text": "Un texte."}
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "b.json").write_text(json.dumps(inside | {"claims": []}))
    assert [(one.id, one.text) for one in gold_documents(tmp_path)] == [("a", "One text."), ("b", "Un texte.")]
    (tmp_path / "fr" / "b.json").write_text("{broken")
    with pytest.raises(InputError, match=r"b\.json: not a gold file"):
        gold_documents(tmp_path)
