"""Order, weights, likeness and the shipped models."""

from math import log1p

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.lineage.crossing.decision import EVENT_DAYS, FEATURES, MODELS, load_decision, models_of
from foedus.lineage.crossing.facts import Facts
from foedus.lineage.crossing.likeness import Likeness, likeness
from foedus.lineage.crossing.order import in_order
from foedus.lineage.crossing.weights import Key, Weights, load_weights
from foedus.lineage.published import day_range
from foedus.model.errors import DataError
from tests.lineage.crossing.texts import ORIGINAL, OTHER_TELLING

FLAT = Weights(99, {})


def places(order: str) -> dict[Key, int]:
    return {("name", one): at for at, one in enumerate(order)}


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [("abcd", "abcd", 4), ("abcd", "dcba", 1), ("abcd", "bacd", 3), ("abcd", "xayb", 2), ("ab", "cd", 0), ("", "a", 0)],
)
def test_order_is_the_heaviest_run_in_common(one: str, other: str, kept: int) -> None:
    assert in_order(places(one), places(other), FLAT) == pytest.approx(kept)


def test_facts_of_one_sentence_have_no_order() -> None:
    one: dict[Key, int] = {("name", "a"): 0, ("name", "b"): 0, ("name", "c"): 1}
    other: dict[Key, int] = {("name", "b"): 0, ("name", "a"): 1, ("name", "c"): 2}
    assert in_order(one, other, FLAT) == pytest.approx(3)


@given(st.permutations("abcdefgh"), st.permutations("abcdefgh"))
def test_order_is_that_of_the_longest_common_subsequence(one: list[str], other: list[str]) -> None:
    longest = [[0] * 9 for _ in range(9)]
    for i, first in enumerate(one):
        for j, second in enumerate(other):
            longest[i + 1][j + 1] = longest[i][j] + 1 if first == second else max(longest[i][j + 1], longest[i + 1][j])
    assert in_order(places("".join(one)), places("".join(other)), FLAT) == pytest.approx(longest[8][8])


def test_what_many_reports_have_tells_little() -> None:
    weights = load_weights()
    assert weights.of(("state", "RUS")) < weights.of(("state", "FJI"))
    assert not weights.is_rare(("number", "2"))
    assert weights.is_rare(("number", "247"))
    assert not weights.is_rare(("idea", "museum"))


def compared(one: tuple[str, str], other: tuple[str, str], days: tuple[str, str]) -> Likeness:
    first, second = (Facts(text, lang, day) for (text, lang), day in zip((one, other), days, strict=True))
    return likeness(first, second, (day_range(days[0]), day_range(days[1])), load_weights())


def test_likeness_is_the_same_both_ways() -> None:
    one, other = (ORIGINAL["en"], "en"), (OTHER_TELLING["fr"], "fr")
    days = ("2023-01-19", "2023-01-20")
    assert compared(one, other, days) == compared(other, one, (days[1], days[0]))


def test_shares_are_shares() -> None:
    found = compared((ORIGINAL["en"], "en"), (ORIGINAL["ru"], "ru"), ("2023-01-19", "2023-01-19"))
    shares = [getattr(found, name) for name in ("kept", "ordered", "sentences", "mutual", "rare", "figures", "named")]
    assert all(0 <= share <= 1 for share in shares)
    assert found.ordered <= found.kept
    assert found.quoted == 1


def test_pages_far_apart_tell_no_event() -> None:
    near = compared((ORIGINAL["fr"], "fr"), (OTHER_TELLING["fr"], "fr"), ("2023-01-19", "2023-01-19"))
    assert load_decision().of(near).outcome == "event"
    assert load_decision().of(near._replace(days=log1p(EVENT_DAYS + 1))).outcome is None


def test_a_model_with_a_wrong_part_is_named() -> None:
    model = {"bias": 0.0, "level": 0.5, "weights": {FEATURES[0]: 1.0}}
    assert set(models_of(dict.fromkeys(MODELS, model))) == set(MODELS)
    with pytest.raises(DataError, match="across: guess is unknown"):
        models_of({**dict.fromkeys(MODELS, model), "across": {**model, "weights": {"guess": 1.0}}})
    with pytest.raises(DataError, match="event: bias, level or weights"):
        models_of({**dict.fromkeys(MODELS, model), "event": {}})
