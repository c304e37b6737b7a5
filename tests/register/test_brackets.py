"""Every cause of a bracket, with its reason, in each of the four cells that can have one."""

from collections.abc import Iterable

import pytest
from msgspec.structs import replace

from foedus.model.claim import Claim, Money, Quantity
from foedus.register.origins import Counted
from foedus.register.rows import register_rows
from tests.factories import claim
from tests.register.told import SURE, at_least, many, only, paper, tell

GAZETTE, HERALD = paper("The Gazette"), paper("The Herald")
NUMBERS = {"ordered": "number_ordered", "delivered": "number_delivered"}
YEARS = {"ordered": "order_years", "delivered": "delivery_years"}

STANDING = [
    ({"standing": "rumoured", "certainty": "possible"}, "only rumoured"),
    ({"standing": "unnamed"}, "its source is not named"),
    ({"standing": "unnamed", "certainty": "probable"}, "only probable, its source is not named"),
    ({"certainty": "possible"}, "only possible"),
    ({"certainty": "probable"}, "only probable"),
    ({"certainty": "unknown"}, "said to be unclear"),
    ({"alternative": "a1"}, "one of several alternatives"),
]


@pytest.mark.parametrize("stage", ["ordered", "delivered"])
@pytest.mark.parametrize(("changed", "reason"), STANDING)
def test_what_is_not_sure_of_itself_puts_number_and_year_in_brackets(
    stage: str, changed: dict[str, object], reason: str
) -> None:
    row = only(replace(tell(GAZETTE, stage, 6, "2020"), **changed))
    assert row.uncertain == ((NUMBERS[stage]), YEARS[stage])
    assert (row.texts()[NUMBERS[stage]], row.texts()[YEARS[stage]]) == ("(6)", "(2020)")
    assert reason in row.reasons[NUMBERS[stage]]
    assert reason in row.reasons[YEARS[stage]]
    assert f"{NUMBERS[stage].replace('_', ' ')}: " in row.comment


@pytest.mark.parametrize("stage", ["ordered", "delivered"])
@pytest.mark.parametrize(
    ("number", "shown", "reason"),
    [
        (many(GAZETTE, 6, about=True), "(6)", "approximate"),
        (at_least(GAZETTE, 6), "(6 or more)", "only bounds are given"),
        (many(GAZETTE, 6, 8), "(6–8)", "only bounds are given"),
    ],
)
def test_numbers_that_are_not_exact_stand_in_brackets(stage: str, number: Quantity, shown: str, reason: str) -> None:
    row = only(tell(GAZETTE, stage, number, "2020"))
    assert row.uncertain == (NUMBERS[stage],)
    assert (row.texts()[NUMBERS[stage]], row.texts()[YEARS[stage]]) == (shown, "2020")
    assert reason in row.reasons[NUMBERS[stage]]


@pytest.mark.parametrize("stage", ["ordered", "delivered"])
@pytest.mark.parametrize(
    ("edtf", "shown", "reason"),
    [
        ("2020~", "(2020)", "approximate in the text"),
        ("2020-02?", "(2020)", "approximate in the text"),
        ("2018/2020", "(2018–2020)", "no single year is told"),
        ("202X", "(2020–2029)", "no single year is told"),
        ("2020-24", "(2020–2021)", "no single year is told"),
        ("../2020", "(by 2020)", "only a bound is told"),
        ("2020/..", "(from 2020)", "only a bound is told"),
    ],
)
def test_dates_that_name_no_single_year_stand_in_brackets(stage: str, edtf: str, shown: str, reason: str) -> None:
    row = only(tell(GAZETTE, stage, 6, edtf))
    assert row.uncertain == (YEARS[stage],)
    assert (row.texts()[NUMBERS[stage]], row.texts()[YEARS[stage]]) == ("6", shown)
    assert reason in row.reasons[YEARS[stage]]


@pytest.mark.parametrize("edtf", ["2020", "2020-05", "2020-05-19", "2020-33", "2020-22", "2020-03/2020-11"])
def test_a_date_within_one_year_needs_no_brackets(edtf: str) -> None:
    row = only(tell(GAZETTE, "ordered", 6, edtf), tell(GAZETTE, "delivered", 6, edtf))
    assert row.uncertain == ()
    assert (row.texts()["order_years"], row.texts()["delivery_years"]) == ("2020", "2020")


def test_one_sure_claim_takes_the_brackets_off() -> None:
    row = only(tell(GAZETTE, "delivered", 6, "2020", certainty="probable"), tell(HERALD, "delivered", 6, "2020"))
    assert (row.texts()["number_delivered"], row.texts()["delivery_years"], row.uncertain) == ("6", "2020", ())


def test_years_of_an_order_that_differ_are_in_doubt_and_those_of_deliveries_are_not() -> None:
    row = only(
        tell(GAZETTE, "ordered", None, "2019"),
        tell(HERALD, "ordered", None, "2020"),
        tell(GAZETTE, "delivered", None, "2021"),
        tell(HERALD, "delivered", None, "2022"),
    )
    assert (row.texts()["order_years"], row.texts()["delivery_years"]) == ("(2019); (2020)", "2021; 2022")


def test_each_cell_names_who_denies_it_and_who_says_another_number() -> None:
    denial = tell(HERALD, "delivered", None, None, polarity="negated")
    rumour = tell(HERALD, "delivered", 20, "2024", trigger="second delivery", standing="rumoured")
    close = tell(HERALD, "delivered", at_least(HERALD, 5), "2021", trigger="reached", standing="rumoured")
    row = only(tell(GAZETTE, "delivered", 6, "2021"), denial, rumour, close)
    assert set(row.against["number_delivered"]) == {denial.id, rumour.id}
    assert set(row.against["delivery_years"]) == {denial.id, rumour.id}
    assert row.against["status"] == (denial.id,)
    assert row.against["number_ordered"] == row.against["order_years"] == ()
    assert row.sources["number_delivered"] == ("The Gazette",)
    assert row.outlets == ("The Gazette", "The Herald")


def _price(one: Claim, amount: float, *, about: bool = False) -> Claim:
    return replace(one, value=Money(amount, None, None, "EUR", about, "a dozen", 0, 7))


def test_sums_stand_in_the_comment_each_once_and_are_never_added() -> None:
    row = only(
        _price(tell(GAZETTE, "ordered", 6), 900_000_000.0),
        _price(tell(HERALD, "ordered", 6), 900_000_000, about=True),
        _price(tell(HERALD, "ordered", 6, trigger="meant"), 250_000_000.5, about=True),
    )
    assert [str(sum_) for sum_ in row.worth] == ["(250,000,000.5 EUR)", "900,000,000 EUR"]
    assert "worth: said to be worth (250,000,000.5 EUR), 900,000,000 EUR; uncertain: approximate" in row.comment
    assert row.uncertain == ("worth",)


def test_origins_of_each_field_are_counted_where_the_caller_counts_them() -> None:
    star = paper("The Star")
    claims = [tell(page, "delivered", 6, "2021") for page in (GAZETTE, HERALD)]
    claims.append(tell(star, "ordered", 6, "2020"))

    def count(some: Iterable[Claim]) -> Counted:
        told = {"one" if page in (GAZETTE.id, HERALD.id) else page for page in (one.document.id for one in some)}
        return Counted(len(told), "The Herald depends on The Gazette", bound=True)

    (row,) = register_rows(claims, sure=SURE, origins=count)
    assert (row.origins["number_delivered"], row.origins["number_ordered"], row.origins["claims"]) == (1, 1, 2)
    assert row.reasons["origins"] == "The Herald depends on The Gazette"
    assert "origins: The Herald depends on The Gazette" in row.comment
    assert set(row.cells["origins"]) == {one.id for one in claims}
    assert row.sources["number_delivered"] == ("The Gazette", "The Herald")
    assert (only(*claims).origins, "origins" in only(*claims).reasons) == ({}, False)


def test_a_sum_that_stands_on_several_rows_may_be_their_total() -> None:
    tanks = _price(tell(GAZETTE, "ordered", 6), 900_000_000)
    guns = _price(claim(GAZETTE, "signed", stage="ordered", supplier="ARL=Arland", item="tanks"), 900_000_000)
    rows = register_rows([tanks, guns], sure=SURE)
    assert {str(row.worth[0]) for row in rows} == {"(900,000,000 EUR)"}
    assert all("uncertain: one sum for several rows" in row.reasons["worth"] for row in rows)
    assert [str(one) for one in only(tanks).worth] == ["900,000,000 EUR"]
