"""Running rules: limits, rows of a wrong shape, the order of claims, what is added or dropped, an untouched ledger."""

import hashlib
from collections.abc import Iterator
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from bench.ledger.generate import batches
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.gazetteer.entities import Entities
from foedus.judge.rules.files import load_rules
from foedus.judge.rules.found import Occasion
from foedus.judge.rules.occasions import Hit, merged
from foedus.judge.rules.rule import Head, Returns, Rule
from foedus.judge.rules.running import Limits, Running, run_rules
from foedus.judge.treaties.files import load
from foedus.judge.views.bench import Bench
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.errors import DataError
from tests.factories import claim, document
from tests.judge.rules.telling import BAN, PACT, told, world

WAR = told("attack", "done", attacker="AZE", target="ARM", when="2016-04-02")
GIFTS = [
    told("transfer", "delivered", supplier="BLR", recipient="AZE", item="s-300", when=day)
    for day in ("2018-06-10", "2018-07-05", "2019-03")
]
CLAIMS = [
    WAR,
    *GIFTS,
    told("transfer", "delivered", supplier="FRA", recipient="RUS", item="s-300", when="2015-03"),
    told("assistance", "pledged", provider="RUS", recipient="ARM", when="2016-05"),
    told("membership", "member", member="AZE", organisation="CSTO", when="2015"),
    told("commitment", "invoked", obligor="CSTO", beneficiary="ARM", clause="article 4", when="2016-04-03"),
]


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench(world(), (PACT, BAN))
    yield made
    made.close()


def _rule(sql: str, returns: Returns = "statements") -> Rule:
    return Rule("mine", Head(returns), sql, "mine.sql", 7)


def _asked(claims: list[Claim]) -> list[object]:
    bench = Bench(world(), (PACT, BAN))
    bench.add(claims)
    rows: list[object] = list(run_rules(load_rules().values(), bench))
    bench.close()
    return rows


def test_rows_within_thirty_days_are_one_occasion(bench: Bench) -> None:
    bench.add(CLAIMS)
    rows = [row for row in run_rules(load_rules().values(), bench) if row.rule == "arms-to-an-adversary-of-an-ally"]
    assert [(row.since, row.until) for row in rows] == [("2018-06-10", "2018-07-05"), ("2019-03-01", "2019-03-31")]
    assert set(rows[0].claims) == {WAR.id, GIFTS[0].id, GIFTS[1].id}


def test_a_cross_join_that_would_not_end_is_stopped_and_the_bench_can_be_asked_again(bench: Bench) -> None:
    bench.add(CLAIMS)
    endless = _rule(
        "SELECT json_array(total(length(a.name))) AS entities, 1 AS since, 1 AS until, 1 AS claims\n"
        "FROM entity AS a, entity AS b, entity AS c"
    )
    with pytest.raises(DataError, match=r"mine\.sql, line 7: takes longer than 0\.2 s: join the views"):
        list(run_rules([endless], bench, Limits(seconds=0.2)))
    assert list(run_rules(load_rules().values(), bench))


def test_too_many_rows_are_refused(bench: Bench) -> None:
    bench.add(CLAIMS)
    many = _rule("SELECT json_array(entity) AS entities, 1 AS since, 1 AS until, 1 AS claims FROM entity")
    with pytest.raises(DataError, match=r"mine\.sql, line 7: gives more than 100 rows"):
        list(run_rules([many], bench, Limits(rows=100)))


@pytest.mark.parametrize(
    ("entities", "since", "claims", "message"),
    [
        ("'AZE'", "1", "1", "column entities: 'AZE' is no list of keys"),
        ("json_array('AZE')", "'2016'", "1", "column since: '2016' is no day of the views"),
        ("json_array('AZE')", "0", "1", "column since: 0 is no day of the views"),
        ("json_array('AZE')", "1", "'x'", "column claims: 'x' is no list of the claims' numbers"),
        ("json_array('AZE')", "1", "NULL", "column claims: 'None' is no list of the claims' numbers"),
        ("json_array('AZE')", "1", "'[]'", "names no claim"),
        ("json_array('AZE')", "1", "99", "column claims: 99 is the number of no claim"),
    ],
)
def test_rows_of_another_shape_are_refused(bench: Bench, entities: str, since: str, claims: str, message: str) -> None:
    bench.add(CLAIMS)
    rule = _rule(f"SELECT {entities} AS entities, {since} AS since, NULL AS until, {claims} AS claims")
    with pytest.raises(DataError, match=r"mine\.sql, line 7: ") as caught:
        list(run_rules([rule], bench))
    assert message in str(caught.value)


def test_an_occasion_has_a_duty_and_days(bench: Bench) -> None:
    bench.add(CLAIMS)
    sql = (
        "SELECT {} AS obligation, '1994' AS version, NULL AS beneficiary, NULL AS against, "
        "{} AS since, 9 AS until, 1 AS claims"
    )
    with pytest.raises(DataError, match="column obligation: None obligation and version are those of the view duty"):
        list(run_rules([_rule(sql.format("NULL", "1"), "occasions")], bench))
    with pytest.raises(DataError, match="column since: 10 an occasion has a first and a last day"):
        list(run_rules([_rule(sql.format("'pact-1'", "10"), "occasions")], bench))


@given(st.permutations(CLAIMS))
@settings(max_examples=15, deadline=None)
def test_the_order_of_claims_does_not_matter(claims: list[Claim]) -> None:
    assert _asked(claims) == _asked(CLAIMS)


def test_the_order_of_rows_does_not_matter() -> None:
    hits = [Hit(("a", "1", None, None), day, day + 5, str(day)) for day in (1, 20, 90, 121, 300)]
    wanted = {(1, 25), (90, 126), (300, 305)}
    assert all({hit[1:3] for hit in merged(some)} == wanted for some in permutations(hits))


def test_claims_added_later_and_dropped_count_as_if_they_had_been_there_or_never(bench: Bench) -> None:
    rules = load_rules().values()
    bench.add(CLAIMS[:3])
    before = list(run_rules(rules, bench))
    bench.add(CLAIMS[3:])
    assert list(run_rules(rules, bench)) == _asked(CLAIMS)
    bench.drop([one.id for one in CLAIMS[3:]])
    assert list(run_rules(rules, bench)) == before
    assert len(bench) == 3


@given(st.permutations(CLAIMS), st.lists(st.integers(1, 4), min_size=1, max_size=5))
@settings(max_examples=15, deadline=None)
def test_rules_that_are_kept_up_find_what_they_find_when_all_is_asked_anew(
    claims: list[Claim], steps: list[int]
) -> None:
    bench = Bench(world(), (PACT, BAN))
    running = Running(load_rules().values(), bench)
    there: list[Claim] = []
    for step in steps:
        running.add(claims[len(there) : len(there) + step])
        there = claims[: len(there) + step]
        assert list(running.rows()) == _asked(there)
    running.drop([one.id for one in there[:2]])
    assert list(running.rows()) == _asked(there[2:])
    bench.close()


def test_made_up_reports_give_the_same_bit_by_bit() -> None:
    told_of = [some for made in batches(claims=2400) for _, some in made.documents]
    bench, whole = Bench(world(), load(Entities.load()).values()), Bench(world(), load(Entities.load()).values())
    running = Running(load_rules().values(), bench)
    running.add([one for some in told_of[:-6] for one in some])
    for some in told_of[-6:]:
        running.add(some)
    whole.add([one for some in told_of for one in some])
    rows = list(running.rows())
    assert rows == list(run_rules(load_rules().values(), whole))
    assert {"arms-to-an-adversary-of-an-ally", "membership-against-the-record"} <= {row.rule for row in rows}
    running.drop([one.id for some in told_of[-6:] for one in some])
    fewer = Bench(world(), load(Entities.load()).values())
    fewer.add([one for some in told_of[:-6] for one in some])
    assert list(running.rows()) == list(run_rules(load_rules().values(), fewer))


def test_the_day_as_of_which_rules_are_asked_can_be_given() -> None:
    pledge = told("assistance", "pledged", provider="RUS", recipient="ARM", when="2016-05", published="2016-06")
    rows = {}
    for day in (date(2017, 1, 1), date(2018, 1, 1)):
        bench = Bench(world(), (PACT,), day=day)
        bench.add([pledge])
        rows[day.year] = [row.rule for row in run_rules(load_rules().values(), bench)]
        bench.close()
    assert rows == {2017: [], 2018: ["pledge-not-followed"]}


def test_the_ledger_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "ledger.db"
    report = document("Belarus delivered rockets to Azerbaijan.")
    gift = claim(report, "delivered", supplier="BLR=Belarus", recipient="AZE=Azerbaijan", item="rockets", when="2018")
    with Ledger.open(file) as ledger:
        ledger.add([(report, [gift])])
    before = _digest(file)
    bench = Bench(world(), (PACT,))
    with Ledger.open(file) as ledger:
        bench.add([*ledger.claims(), WAR])
    rows = list(run_rules(load_rules().values(), bench))
    with pytest.raises(DataError):
        list(run_rules([_rule("WITH t AS (SELECT 1) DELETE FROM claim")], bench))
    assert len(bench) == 2
    bench.close()
    assert any(isinstance(row, Occasion) and gift.id in row.claims for row in rows)
    assert _digest(file) == before


def test_the_shipped_rules_run_under_all_shipped_treaties() -> None:
    entities = Entities.load()
    bench = Bench(world(), load(entities).values())
    bench.add(CLAIMS)
    assert {row.rule for row in run_rules(load_rules().values(), bench)} >= {"pledge-not-followed"}
    bench.close()


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
