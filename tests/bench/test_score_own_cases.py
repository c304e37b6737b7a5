"""The scorer's rules, each on a small case of its own."""

import pytest

from foedus.learning.scoring.fillers import filler_right
from foedus.learning.scoring.gold import GoldClaim, GoldDocument
from foedus.learning.scoring.matching import core_share, count_role, match
from foedus.learning.scoring.tally import Tally, score, tally
from foedus.model.claim import Claim, Filler
from tests.factories import claim, document

TEXT = "Arland delivered twelve Thunder tanks to Borland. Borland refused to pay. Arland met Corland."
REPORT = document(TEXT)


def gold(
    *,
    types: tuple[str, ...] = ("transfer",),
    stages: tuple[str, ...] = ("delivered",),
    polarities: tuple[str, ...] = ("affirmed",),
    standings: tuple[str, ...] = ("stated",),
    core: bool = True,
    **roles: tuple[tuple[str, ...], ...],
) -> GoldClaim:
    return GoldClaim(types, stages, polarities, standings, roles, core, (7, 16))


FULL_GOLD = gold(supplier=(("ARL",),), recipient=(("BOR",),), item=(("thunder", "Thunder tanks"),))


def told(**change: object) -> Claim:
    given: dict[str, object] = {"supplier": "ARL=Arland", "recipient": "BOR=Borland", "item": "thunder=Thunder"}
    given = {name: value for name, value in (given | change).items() if value is not None}
    return claim(REPORT, "delivered", **given)  # type: ignore[arg-type]


def sums(golds: tuple[GoldClaim, ...], claims: list[Claim]) -> Tally:
    return tally([score(GoldDocument("own", "en", None, TEXT, golds), claims)])["en"]


def named(entity: str | None, text: str) -> Filler:
    return Filler(entity, text, "text", text, 0, len(text))


@pytest.mark.parametrize(
    ("accepted", "entity", "words", "right"),
    [
        (("ARL",), "ARL", "the kingdom", True),
        (("ARL",), None, "ARL", False),  # a code is a key and no spelling
        (("ARL", "Arland"), None, "Arland", True),
        (("ARL", "Arland"), "BOR", "Arland", False),  # another state's key is wrong whatever the words
        (("thunder", "Thunder tanks"), "storm", "Thunder tanks", True),  # but words may save a slug
        (("twelve tanks",), None, "tanks", True),
        (("tanks",), None, "an", False),  # under three letters is a fragment
        (("tanks of the second armoured brigade",), None, "tanks", False),  # under a third of the words too
        (("tanks",), None, "one two three four five six seven eight nine ten eleven twelve tanks", False),
        (("Été",), None, "ete", True),
    ],
)
def test_a_filler_is_right_by_key_or_by_words(
    accepted: tuple[str, ...], entity: str | None, words: str, right: bool
) -> None:
    assert filler_right(accepted, named(entity, words)) is right


def test_a_right_claim_is_right_at_every_level() -> None:
    figures = sums((FULL_GOLD,), [told()]).figures()
    assert set(figures.values()) == {1.0}


def test_a_missing_filler_costs_the_core_but_not_the_soft_score() -> None:
    found = sums((FULL_GOLD,), [told(item=None)])
    assert found.core == 0
    assert found.soft == pytest.approx(0.8)


def test_a_linked_surplus_filler_costs_and_one_without_entity_does_not() -> None:
    bare = gold(supplier=(("ARL",),), item=(("thunder",),))
    assert core_share(bare, told(recipient="Borland")) == 1.0
    assert core_share(bare, told(recipient="BOR=Borland")) < 1.0


def test_a_place_may_be_named_at_several_depths() -> None:
    moved = gold(types=("deployment",), stages=("done",), actor=(("ARL",),), to=(("BOR",),))
    both = claim(REPORT, "delivered", "deployment", "done", actor="ARL=Arland", to=["BOR=Borland", "COR=Corland"])
    assert core_share(moved, both) == 1.0


def test_the_place_left_stands_for_the_place_reached() -> None:
    moved = gold(types=("deployment",), stages=("withdrawn",), actor=(("ARL",),), to=(("BOR",),))
    back = claim(REPORT, "delivered", "deployment", "withdrawn", actor="ARL=Arland", from_="BOR=Borland")
    assert count_role(moved, back, "to") == (1, 0, 0)


def test_context_may_be_found_or_missed_without_penalty() -> None:
    context = gold(core=False, supplier=(("ARL",),), recipient=(("BOR",),), item=(("thunder",),))
    for claims in ([], [told()]):
        found = sums((context,), claims)
        assert (found.gold, found.predicted, found.core) == (0, 0, 0)


def test_a_wrong_claim_counts_as_predicted() -> None:
    met = claim(REPORT, "met", "meeting", "held", participant=["ARL=Arland", "COR=Corland"])
    assert sums((), [met]).predicted == 1


def test_unjudged_types_count_neither_way() -> None:
    holds = claim(REPORT, "delivered", "possession", "held", holder="BOR=Borland")
    assert sums((), [holds]).predicted == 0


def test_another_type_that_counts_as_right_is_right() -> None:
    either = gold(types=("agreement", "transfer"), supplier=(("ARL",),))
    assert [pair.full for pair in match([either], [told()])] == [True]


def test_of_two_answers_the_one_with_the_right_stage_is_taken() -> None:
    wrong, right = told(stage="ordered"), told()
    [pair] = match([FULL_GOLD], [wrong, right])
    assert pair.claim == 1


@pytest.mark.parametrize(
    ("stage", "polarity", "right"),
    [("delivered", "negated", True), ("refused", "affirmed", True), ("delivered", "affirmed", False)],
)
def test_refused_says_the_same_as_not_delivered(stage: str, polarity: str, right: bool) -> None:
    refused = gold(stages=("refused",), supplier=(("ARL",),), recipient=(("BOR",),), item=(("thunder",),))
    found = sums((refused,), [told(stage=stage, polarity=polarity)])
    assert (found.core, found.stage, found.everything) == (1, int(right), int(right))


def test_an_act_of_speech_may_be_stated_or_attributed() -> None:
    sought = gold(stages=("sought",), supplier=(("ARL",),), recipient=(("BOR",),), item=(("thunder",),))
    assert sums((sought,), [told(stage="sought", standing="attributed")]).standing_polarity == 1
    assert sums((FULL_GOLD,), [told(standing="attributed")]).standing_polarity == 0


def test_a_claim_that_misquotes_is_wrong_whatever_it_says() -> None:
    shifted = claim(document("Now: " + TEXT), "delivered", supplier="ARL=Arland", recipient="BOR=Borland")
    found = sums((gold(supplier=(("ARL",),), recipient=(("BOR",),)),), [shifted])
    assert (found.broken, found.predicted, found.core) == (1, 1, 0)


def test_no_gold_filler_asks_that_none_be_invented() -> None:
    assert core_share(gold(), told()) == 0.5
    assert core_share(gold(), told(supplier=None, recipient=None, item=None)) == 1.0
