"""Arms for those who fight an ally, and arms against an embargo: what is found, and the near misses that are not."""

from collections.abc import Sequence
from functools import partial

import pytest

from foedus.judge.rules.found import Occasion
from foedus.model.claim import Claim
from tests.judge.rules.telling import BAN, PACT, found, told

ADVERSARY = "arms-to-an-adversary-of-an-ally"
EMBARGO = "transfer-against-an-embargo"
WAR = told("attack", "done", attacker="AZE", target="ARM", when="2016-04-02")


_gift = partial(told, "transfer", "delivered", supplier="BLR", recipient="AZE", item="s-300", when="2018-06")
_sale = partial(told, "transfer", supplier="FRA", recipient="RUS", item="s-300")
_delivery = partial(_sale, "delivered", when="2015-03")
_order = partial(_sale, "ordered")


def test_arms_for_who_attacks_an_ally_are_an_occasion_of_the_duty_towards_the_ally() -> None:
    gift = _gift()
    assert found(ADVERSARY, [gift, WAR]) == [
        Occasion(
            ADVERSARY,
            "pact-1",
            "1994-04-20",
            "ARM",
            "AZE",
            "2018-06-01",
            "2018-06-30",
            tuple(sorted((gift.id, WAR.id))),
        )
    ]


def test_a_rumour_that_nobody_denies_is_found_on_the_word_of_its_claim() -> None:
    rumour = _gift(standing="rumoured", certainty="possible")
    assert [rumour.id in row.claims for row in found(ADVERSARY, [rumour, WAR])] == [True]


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param([_gift()], id="nobody fights"),
        pytest.param([_gift(standing="rumoured"), _gift(polarity="negated", by="BLR"), WAR], id="rumoured and denied"),
        pytest.param([_gift(polarity="negated"), WAR], id="negated"),
        pytest.param([_gift(certainty="unknown"), WAR], id="not clear whether"),
        pytest.param([told("transfer", "refused", supplier="BLR", recipient="AZE"), WAR], id="refused"),
        pytest.param([told("transfer", "offered", supplier="BLR", recipient="AZE"), WAR], id="offered only"),
        pytest.param(
            [_gift(when="1994-02"), told("attack", "done", attacker="AZE", target="ARM", when="1994-01")],
            id="before the treaty",
        ),
        pytest.param([_gift(supplier="GEO"), WAR], id="after leaving"),
        pytest.param([_gift(supplier="TUR"), WAR], id="supplier is no party"),
        pytest.param([_gift(recipient="IND"), WAR], id="recipient is no adversary"),
        pytest.param([_gift(), told("attack", "done", attacker="AZE", target="TUR", when="2018")], id="no ally hit"),
        pytest.param([_gift(), told("attack", "threatened", attacker="AZE", target="ARM")], id="threatened only"),
        pytest.param([_gift(when="2010-01"), WAR], id="long before"),
    ],
)
def test_near_misses_of_arms_for_an_adversary(claims: Sequence[Claim]) -> None:
    assert found(ADVERSARY, claims) == []


def test_one_who_had_left_is_bound_as_long_as_he_had_not() -> None:
    war = told("attack", "done", attacker="AZE", target="ARM", when="1998-01")
    assert len(found(ADVERSARY, [_gift(supplier="GEO", when="1998-05"), war])) == 1


def test_a_delivery_under_an_embargo_is_found_for_members_of_the_party() -> None:
    (row,) = found(EMBARGO, [_delivery()])
    assert isinstance(row, Occasion)
    assert (row.obligation, row.against, row.beneficiary, row.since) == ("ban-2", "RUS", None, "2015-03-01")


def test_an_order_after_the_day_makes_the_delivery_one_of_a_new_contract() -> None:
    order = _order(when="2014-10")
    rows = found(EMBARGO, [_delivery(), order, _order(when="2014-02")])
    assert [(row.since, order.id in row.claims) for row in rows] == [("2014-10-01", True), ("2015-03-01", True)]


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param([_delivery(), _order(when="2013")], id="exempt by the order's date"),
        pytest.param([_delivery(when="2014-05")], id="before the embargo"),
        pytest.param([_delivery(supplier="GBR", when="2021")], id="after leaving"),
        pytest.param([_delivery(supplier="CHN")], id="supplier is not bound"),
        pytest.param([_delivery(recipient="IND")], id="a third party"),
        pytest.param([_sale("refused", when="2015")], id="refused"),
        pytest.param([_delivery(polarity="negated")], id="negated"),
        pytest.param(
            [_delivery(standing="rumoured"), _delivery(polarity="negated", by="FRA")], id="rumoured and denied"
        ),
    ],
)
def test_near_misses_of_an_embargo(claims: Sequence[Claim]) -> None:
    assert found(EMBARGO, claims, BAN, PACT) == []


def test_the_old_contract_of_another_item_exempts_nothing() -> None:
    assert len(found(EMBARGO, [_delivery(), _order(item="kamov-ka-52", when="2013")])) == 1
