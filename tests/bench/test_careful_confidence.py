"""The command that fits how likely proven claims are right: on documents made for it, whose answer is known."""

import math

import pytest
from bench.careful import confidence
from bench.careful.ways import Proof, compared, loss
from msgspec.structs import replace

from foedus.careful.confidence import load_careful_confidence
from foedus.learning.confidence import Signed, fitted
from foedus.learning.scoring.gold import GoldDocument
from foedus.learning.scoring.read import Read
from foedus.reader.confidence import Signs
from tests.factories import claim, document

NONE: Signs = dict.fromkeys(load_careful_confidence().weights, 0.0)


def proof(number: int, *, alike: bool, right: bool) -> Proof:
    """A document with one claim; `alike` is whether the built-in reader makes it too."""
    told = document(f"Arland delivered {number} tanks.")
    made = claim(told, "delivered", supplier="Arland")
    made = replace(made, id=f"{number:032x}")
    signs = {**NONE, "same core": float(alike)}
    gold = GoldDocument(str(number), "en", told.published, told.text, ())
    signed = Signed(Read(gold, (made,)), {made.id: signs}, {made.id: right})
    return Proof(signed, {made.id: {"luck": {"luck": float(number % 2)}}})


@pytest.fixture(scope="module")
def proofs() -> list[Proof]:
    """Where the built-in reader agrees, nine of ten are right; elsewhere half of them."""
    agreed = [proof(number, alike=True, right=number % 10 != 0) for number in range(100)]
    return agreed + [proof(number, alike=False, right=number % 4 < 2) for number in range(100, 200)]


def test_the_loss_is_that_of_the_claims_whose_truth_is_known(proofs: list[Proof]) -> None:
    one, two = proofs[0].signed, proofs[1].signed
    (wrong,), (right,) = one.right, two.right
    found = loss([one, two], {wrong: 0.5, right: 0.8})
    assert found.log == pytest.approx(-(math.log(0.5) + math.log(0.8)) / 2)
    assert found.brier == pytest.approx((0.25 + 0.04) / 2)


def test_a_sign_that_tells_lowers_the_loss_and_one_that_does_not_leaves_it(proofs: list[Proof]) -> None:
    rows = {row[0]: float(row[1]) for row in compared(proofs).rows}
    model, every = rows["**the logistic model**"], rows["the same for all"]
    assert model < every - 0.05
    assert rows["the same without “same core”"] == pytest.approx(every, abs=0.01)
    assert rows["the same with luck"] == pytest.approx(model, abs=0.02)
    table = rows["a table of what the built-in reader makes and empty roles, shrunk"]
    assert table == pytest.approx(model, abs=0.02)


def test_what_is_fitted_is_written_with_its_weights(proofs: list[Proof]) -> None:
    model = fitted(one.signed for one in proofs)
    agreed = model.of({**NONE, "same core": 1.0})
    alone = model.of(NONE)
    assert agreed == pytest.approx(0.9, abs=0.05)
    assert alone == pytest.approx(0.5, abs=0.05)
    text = confidence.written(model)
    assert text.startswith("# How likely the core of a proven claim is right")
    assert f"bias: {model.bias}" in text
    assert f"  same core: {model.weights['same core']}\n" in text


def test_the_shipped_file_has_the_head_that_the_command_writes() -> None:
    assert confidence.OUT.read_text(encoding="utf-8").startswith(confidence.HEADER)
