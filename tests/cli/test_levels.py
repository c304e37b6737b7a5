"""Levels of confidence as `--min-confidence` takes them."""

import pytest

from foedus.asked.levels import default_level, level, sure_level
from foedus.cli.claim_cells import marked_confidence
from foedus.cli.levels import mark
from foedus.model.errors import UsageError
from foedus.publish.figures import two_digits
from foedus.reader.confidence import load_confidence
from tests.factories import claim


def test_a_level_is_a_number_or_a_name() -> None:
    assert [level(given) for given in (None, "0", "0.85", "1", "all")] == [None, 0.0, 0.85, 1.0, 0.0]
    assert level("sure") == level(" SURE ") == sure_level() == load_confidence().sure
    assert level("default") == default_level() == load_confidence().default


@pytest.mark.parametrize("given", ["", "2", "-0.1", "nan", "inf", "85%", "0,85", "sure-ish"])
def test_what_is_no_level_is_told_with_what_is(given: str) -> None:
    with pytest.raises(UsageError, match=r"is no level: give a number from 0 to 1, or sure, default or all"):
        level(given)


def test_a_confidence_is_shown_rounded_down_and_marked_where_it_is_not_sure() -> None:
    assert [two_digits(number) for number in (0.0, 0.29, 0.57, 0.846, 0.999, 1.0)] == [
        "0.00",
        "0.29",
        "0.57",
        "0.84",
        "0.99",
        "1.00",
    ]
    told = {
        sure: claim("Arland delivered tanks to Borland.", "delivered", item="tanks", confidence=sure)
        for sure in (None, 0.0, 1.0)
    }
    assert {sure: mark(one) for sure, one in told.items()} == {None: "", 0.0: "to check", 1.0: ""}
    assert {sure: marked_confidence(one) for sure, one in told.items()} == {
        None: "",
        0.0: "confidence 0.00, to check",
        1.0: "confidence 1.00",
    }


def test_what_a_person_judged_is_told_so_and_is_not_to_check() -> None:
    doubtful = claim("Arland delivered tanks to Borland.", "delivered", item="tanks", confidence=0.0)
    bare = claim("Arland delivered tanks to Borland.", "delivered", item="tanks")
    assert (mark(doubtful, "rejected"), marked_confidence(doubtful, "rejected")) == (
        "rejected",
        "confidence 0.00, rejected",
    )
    assert (mark(bare, "accepted"), marked_confidence(bare, "accepted")) == ("accepted", "accepted")
