"""What the views hold: who counts for whom, who owes what in which days, what a claim names."""

from datetime import date

from foedus.judge.views.bench import Bench
from foedus.model.claim import Claim
from foedus.model.treaty import Treaty
from tests.judge.rules.telling import BAN, PACT, RENEWED, told, world


def _rows(sql: str, *claims: Claim, treaties: tuple[Treaty, ...] = (PACT, BAN)) -> list[tuple[object, ...]]:
    bench = Bench(world(), treaties)
    bench.add(claims)
    found = bench.connection.execute(sql).fetchall()
    bench.close()
    return found


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def test_companies_forces_and_ministers_count_for_their_state() -> None:
    sale = told("transfer", "ordered", supplier="rosoboronexport", recipient="belarusian-armed-forces")
    told_by = told("accusation", "made", accuser="sergei-lavrov", accused="wagner")
    assert _rows("SELECT who, whom FROM act", sale) == [("RUS", "BLR")]
    assert _rows("SELECT role, state FROM role ORDER BY role", told_by) == [("accused", "RUS"), ("accuser", "RUS")]


def test_a_base_counts_for_its_host_where_something_takes_place() -> None:
    strike = told("attack", "done", attacker="AZE", place="russian-base-gyumri")
    moved = told("deployment", "done", actor="RUS", to="gyumri")
    assert _rows("SELECT who, whom FROM act ORDER BY type", strike, moved) == [("AZE", "ARM"), ("RUS", "ARM")]


def test_an_armed_group_and_an_organisation_count_for_themselves() -> None:
    strike = told("attack", "done", attacker="houthis", target="NATO")
    assert _rows("SELECT who, whom FROM act", strike) == [("houthis", "NATO")]


def test_fighting_stands_both_ways_and_a_list_gives_a_row_for_each_pair() -> None:
    fight = told("hostilities", "done", party="ARM AZE")
    gifts = told("transfer", "delivered", supplier="RUS", recipient="ARM AZE")
    assert sorted(_rows("SELECT who, whom FROM act", fight)) == [("ARM", "AZE"), ("AZE", "ARM")]
    assert sorted(_rows("SELECT who, whom FROM act", gifts)) == [("RUS", "ARM"), ("RUS", "AZE")]


def test_an_act_without_a_date_is_of_the_documents_day() -> None:
    undated = told("attack", "done", attacker="AZE", target="ARM", published="2020-10-01")
    dated = told("attack", "done", attacker="AZE", target="ARM", when="2020-09", published="2020-10-01")
    rows = _rows("SELECT begins, ends, dated FROM act ORDER BY dated", undated, dated)
    assert rows == [(_day("2020-10-01"), _day("2020-10-01"), 0), (_day("2020-09-01"), _day("2020-09-30"), 1)]


def test_a_voice_counts_for_whom_it_speaks_that_day() -> None:
    said = told("attack", "done", attacker="AZE", target="ARM", by="sergei-lavrov", by_kind="person")
    assert _rows("SELECT speaker, voice, voice_kind FROM claim", said) == [("sergei-lavrov", "RUS", "person")]


def test_members_of_an_organisation_owe_through_it_in_the_days_of_their_membership() -> None:
    sql = "SELECT since, until FROM owes WHERE obligor = '{}' AND toward = 'RUS'"
    assert _rows(sql.format("GBR")) == [(_day("2014-08-01"), _day("2020-01-31"))]
    assert _rows(sql.format("FRA")) == [(_day("2014-08-01"), date.max.toordinal())]
    assert _rows(sql.format("CHE")) == []


def test_a_duty_between_parties_lasts_while_both_are_bound_and_the_version_holds() -> None:
    sql = "SELECT o.since, o.until FROM owes AS o JOIN duty USING (duty) WHERE obligation = 'pact-4' AND {}"
    assert _rows(sql.format("obligor = 'GEO' AND beneficiary = 'ARM'")) == [(_day("1994-04-20"), _day("1999-04-01"))]
    assert _rows(sql.format("obligor = 'ARM' AND beneficiary = 'ARM'")) == []
    assert len(_rows(sql.format("obligor = 'RUS' AND beneficiary = 'ARM'"))) == 2


def test_a_claim_cites_the_article_of_the_instrument_that_it_names() -> None:
    article = told("commitment", "invoked", obligor="CSTO", beneficiary="ARM", clause="article 4")
    alone = told("commitment", "affirmed", obligor="RUS", beneficiary="ARM", clause="article 2")
    assert _rows("SELECT treaty, article FROM cites", article) == [("pact", "4")]
    assert _rows("SELECT treaty, article FROM cites", alone) == [(None, "2")]


def test_the_gazetteers_memberships_have_days() -> None:
    sql = "SELECT status, since, until FROM member WHERE organisation = 'CSTO' AND member = '{}' ORDER BY since"
    assert [row[0] for row in _rows(sql.format("ARM"))] == ["member", "frozen"]
    assert _rows(sql.format("UZB")) == [("member", _day("2006-01-01"), _day("2012-12-31"))]
    assert _rows(sql.format("AZE")) == []


def test_a_term_says_how_it_ends() -> None:
    sql = "SELECT since, until, notice_months, renewed_by_years FROM term"
    assert _rows(sql, treaties=(RENEWED,)) == [(_day("2020-11-10"), _day("2025-11-10"), 6, 5)]
