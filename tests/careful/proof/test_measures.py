"""Dates, numbers and sums: the reader's own reading of their words holds."""

import pytest

from foedus.careful.answer import Quote, ToldClaim, ToldDate, ToldMoney, ToldQuantity
from foedus.model.claim import Claim
from tests.careful.proof.told import claim, codes, document, filler, proven

TEXT = "Poland ordered 24 tanks from Germany on Tuesday for $2.5 billion."


def order(**fields: object) -> ToldClaim:
    """An order told of the first sentence."""
    return claim(
        (1, "ordered"), filler("recipient", 1, "Poland"), filler("supplier", 1, "Germany"), stage="ordered", **fields
    )


def proved(text: str, **fields: object) -> tuple[Claim, list[str]]:
    """The claim with the fields that were mended."""
    outcome = proven(document(text), order(**fields))
    [found] = outcome.claims
    return found, [note.field for note in outcome.mended.get(found.id, ())]


def number(quote: str, value: float | None, unit: str | None = "piece") -> ToldQuantity:
    """A told number of the first sentence."""
    return ToldQuantity(1, quote, value, None, None, unit, approximate=False)


def test_what_is_told_as_it_is_read_stands() -> None:
    money = ToldMoney(1, "$2.5 billion", 2_500_000_000, None, None, "USD", approximate=False)
    when = ToldDate("2024-03-12", Quote(1, "on Tuesday"))
    found, mended = proved(TEXT, quantity=number("24 tanks", 24), value=money, when=when)
    assert found.quantity is not None
    assert found.value is not None
    assert found.when is not None
    assert (found.quantity.value, found.quantity.text) == (24, "24 tanks")
    assert (found.value.amount, found.value.currency) == (2_500_000_000, "USD")
    assert (found.when.edtf, found.when.text) == ("2024-03-12", "on Tuesday")
    assert mended == []
    assert {cue.kind for cue in found.cues} >= {"trigger", "number", "date"}


def test_ours_holds_where_it_reads_the_words_otherwise() -> None:
    found, mended = proved(TEXT, quantity=number("24 tanks", 240), when=ToldDate("2024-03-05", Quote(1, "on Tuesday")))
    assert found.quantity is not None
    assert found.when is not None
    assert (found.quantity.value, found.when.edtf) == (24, "2024-03-12")
    assert sorted(mended) == ["quantity", "when"]


@pytest.mark.parametrize(
    "told",
    [
        {"when": ToldDate("2019", Quote(1, "Germany"))},
        {"when": ToldDate("someday", Quote(1, "on Tuesday"))},
        {"due": ToldDate("2030", None)},
        {"quantity": number("tanks", 12)},
        {"value": ToldMoney(1, "24 tanks", 24, None, None, "EUR", approximate=False)},
    ],
)
def test_what_the_words_do_not_say_is_left_out(told: dict[str, object]) -> None:
    found, mended = proved(TEXT, **told)
    assert [found.when, found.due, found.quantity, found.value] == [None] * 4
    assert mended == list(told)


def test_the_day_of_publication_needs_no_words() -> None:
    found, _ = proved(TEXT, when=ToldDate("2024-03", None))
    assert found.when is not None
    assert (found.when.edtf, found.when.text) == ("2024-03", None)


def test_words_of_a_number_that_stand_nowhere_keep_the_claim_out() -> None:
    assert codes(proven(document(TEXT), order(quantity=number("240 tanks", 240)))) == ["not_in_text"]
