"""A sitting that is kept up finds what one finds that begins anew; a case hears what it would hear of all claims."""

from collections.abc import Iterator
from datetime import date
from random import Random

import pytest
from bench.ledger.generate import batches
from msgspec.structs import replace

from foedus.gazetteer.entities import Entities
from foedus.judge.docket import Docket
from foedus.judge.findings import Court, trials
from foedus.judge.judging import judge_case
from foedus.judge.people import concerned
from foedus.judge.record import Record
from foedus.judge.rules.files import load_rules
from foedus.judge.rules.found import Occasion
from foedus.judge.rules.running import run_rules
from foedus.judge.said import said
from foedus.judge.sitting import Books, Sitting, sit
from foedus.judge.treaties.files import load
from foedus.judge.treaties.on_day import obligations
from foedus.judge.trial import Days, Duty, Parties, Trial
from foedus.judge.views.bench import Bench
from foedus.judge.views.world import World
from foedus.model.claim import Claim
from foedus.model.finding import Finding
from tests.judge.rules.telling import BAN, PACT, told

ASKED = told("commitment", "invoked", obligor="CSTO", beneficiary="ARM", clause="article 4", when="2021-05-13")
ATTACK = told("attack", "done", attacker="AZE", target="ARM", when="2021-05-13")


def _page(claim: Claim) -> str:
    return claim.document.id


@pytest.fixture(scope="module")
def books() -> Books:
    entities = Entities.load()
    return Books(load(entities), load_rules(), entities)


@pytest.fixture(scope="module")
def few(books: Books) -> Books:
    return books._replace(treaties={one.id: one for one in (PACT, BAN)})


@pytest.fixture(scope="module")
def claims() -> list[Claim]:
    """Of all the years, so that pledges run out and forces come and go; each id once."""
    made = [claim for some in batches(claims=1600) for _, found in some.documents for claim in found]
    return list({claim.id: claim for claim in made}.values())


def _pieces(claims: list[Claim], draw: Random) -> Iterator[tuple[list[Claim], list[str]]]:
    """What comes and what ends, step by step: some of it again, read as less sure."""
    coming = draw.sample(claims, len(claims))
    there: dict[str, Claim] = {}
    while coming:
        size = draw.choice((1, 7, 60, 400))
        some, coming = coming[:size], coming[size:]
        again = [
            replace(one, certainty="possible") for one in draw.sample(sorted(there.values(), key=_id), len(there) // 50)
        ]
        ended = draw.sample(sorted(there), len(there) // 40)
        there = {id_: one for id_, one in there.items() if id_ not in ended}
        came = [*some, *(one for one in again if one.id in there)]
        there |= {one.id: one for one in came}
        yield came, ended


def _id(claim: Claim) -> str:
    return claim.id


@pytest.mark.parametrize("seed", range(3))
def test_claims_that_come_and_end_in_pieces_give_what_all_at_once_gives(
    seed: int, claims: list[Claim], books: Books
) -> None:
    draw = Random(seed)  # noqa: S311 - keeps no secret
    there: dict[str, Claim] = {}
    sitting = Sitting((), books, _page)
    for at, (came, ended) in enumerate(_pieces(claims, draw)):
        there = {id_: one for id_, one in there.items() if id_ not in ended} | {one.id: one for one in came}
        sitting.change(came, ended, _page)
        if at % 6 == 0:
            assert sitting.findings() == sit(there.values(), books, _page)
    found = sitting.findings()
    sitting.close()
    assert found == sit(draw.sample(list(there.values()), len(there)), books, _page)
    assert sum(bool(one.views) for one in found) > 10


def test_a_case_hears_of_few_claims_what_it_would_hear_of_all(claims: list[Claim], books: Books) -> None:
    told_of = said(claims, books.entities, _page)
    docket, places = Docket(books.entities), {claim.id: claim.document.published or "" for claim in claims}
    for one, claim in zip(told_of, claims, strict=True):
        docket.add(one, (places[claim.id], claim.document.id, claim.id))
    by_day = sorted(
        zip(told_of, claims, strict=True), key=lambda pair: (places[pair[1].id], pair[1].document.id, pair[1].id)
    )
    record = Record(one for one, _ in by_day)
    court = Court(books.treaties.values(), docket, books.entities)
    bench = Bench(World(books.entities), books.treaties.values())
    bench.add(claims)
    asked = 0
    for row in run_rules(books.rules.values(), bench):
        for trial in trials(row, court) if isinstance(row, Occasion) else ():
            all_ = record.about(concerned(trial.duty, trial.parties, trial.days, books.entities))
            asked += 1
            few = judge_case(*trial, docket.heard(trial).told, books.entities)
            assert few == judge_case(*trial, all_, books.entities)
    bench.close()
    assert asked > 10


def test_an_answer_that_comes_later_changes_the_verdict_and_its_end_changes_it_back(few: Books) -> None:
    sitting = Sitting([ATTACK, ASKED], few, _page)
    before = sitting.findings()
    help_ = told("assistance", "provided", provider="RUS", recipient="ARM", when="2021-05-20")
    sitting.change([help_], [], _page)
    assert "sufficient" in _conduct(sitting.findings())
    sitting.change([], [help_.id], _page)
    assert sitting.findings() == before
    assert "sufficient" not in _conduct(before)
    sitting.close()


def test_a_speaker_who_comes_later_has_a_view(few: Books) -> None:
    sitting = Sitting([ATTACK, ASKED], few, _page)
    word = told("meeting", "held", participant="RUS KAZ", when="2021-05-20", by="RUS")
    sitting.change([word], [], _page)
    assert "RUS" in {view.viewpoint for one in sitting.findings() for view in one.views}
    assert sitting.findings() == sit([word, ATTACK, ASKED], few, _page)
    sitting.close()


def test_a_page_that_turns_out_to_be_a_copy_is_no_origin_of_its_own(few: Books) -> None:
    again = told("attack", "done", attacker="AZE", target="ARM", when="2021-05-14")
    sitting = Sitting([ATTACK, again, ASKED], few, _page)
    assert _origins(sitting.findings()) == {2}
    sitting.change([again], [], lambda _: ATTACK.document.id)
    assert _origins(sitting.findings()) == {1}
    sitting.close()


def test_a_sitting_follows_what_a_ledger_holds(few: Books) -> None:
    help_ = told("assistance", "provided", provider="RUS", recipient="ARM", when="2021-05-20")
    sitting = Sitting([ATTACK, ASKED], few, _page)
    for claims in ([ATTACK, ASKED, help_], [ASKED, help_], [replace(ASKED, certainty="possible"), ATTACK], [], [ASKED]):
        sitting.follow(claims, _page)
        assert sitting.findings() == sit(claims, few, _page)
    sitting.close()


def test_permissions_and_orders_of_other_days_are_heard(books: Books) -> None:
    """An embargo's case of 2015 hears an order of before it and a lifting of after it."""
    gift = told("transfer", "delivered", supplier="FRA", recipient="RUS", item="s-300", when="2015-03")
    order = told("transfer", "ordered", supplier="FRA", recipient="RUS", item="s-300", when="2011-06")
    lifted = told("sanction", "lifted", imposer="FRA", target="RUS", when="2017-01")
    claims = [gift, order, lifted, told("attack", "done", attacker="AZE", target="ARM", when="2015-03")]
    docket = Docket(books.entities)
    for one in said(claims, books.entities, _page):
        docket.add(one, ("", "", one.id))
    duty = next(Duty(BAN, *one) for one in obligations(BAN))
    heard = docket.heard(Trial(duty, Parties(("FRA",), (), ("RUS",)), Days(date(2015, 3, 1), date(2015, 7, 1))))
    assert heard.ids == {gift.id, order.id, lifted.id}


def _conduct(found: list[Finding]) -> set[str]:
    return {one.value for found_ in found for view in found_.views for one in view.elements if one.name == "conduct"}


def _origins(found: list[Finding]) -> set[int]:
    triggers = (one for found_ in found for view in found_.views for one in view.elements if one.name == "trigger")
    return {one.weakest.origins for one in triggers if one.weakest and ATTACK.id in one.claims}
