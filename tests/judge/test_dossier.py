"""A dossier: every verdict with whose it is and why, every line with its claims, every claim with its exact words."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from foedus.gazetteer.entities import Entities
from foedus.judge.answer import answer
from foedus.judge.bearing import heard
from foedus.judge.judging import Judged, Question
from foedus.judge.origins import origins
from foedus.judge.treaties.files import load
from foedus.judge.trial import Days
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
from foedus.model.dossier import Cell, Dossier, ToldDossier
from foedus.model.finding import View
from foedus.model.story import CopyEdge, EdgeKind, Passage
from tests.factories import claim, document
from tests.judge.alliance_case import ATTACK, COMPLAINT, OFFER, REPORTS, fill

ENTITIES = Entities.load()
CST = load(ENTITIES)["collective-security-treaty"]
ASKED = Question(CST, "ARM", Days(date(2020, 1, 1), date(2024, 12, 31)), article="4")
TEXTS = {report.id: report.text for report, _ in REPORTS}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    file = tmp_path_factory.mktemp("judge") / "case.db"
    fill(file, REPORTS)
    with Ledger.open(file) as found:
        yield found


@pytest.fixture(scope="module")
def judged(ledger: Ledger) -> tuple[Judged, ...]:
    return heard(ASKED, ledger, ClaimFilter(), ENTITIES).cases


@pytest.fixture(scope="module")
def told(ledger: Ledger) -> Dossier:
    return answer(ASKED, ledger, ClaimFilter(), ENTITIES, "en").dossier


def _claims(dossier: Dossier, numbers: Iterable[int]) -> set[str]:
    named = {one.number: one.claim for one in dossier.citations}
    return {named[number] for number in numbers}


def _cells(dossier: Dossier, judged: Iterable[Judged]) -> Iterator[tuple[View, str, Cell]]:
    for case, one in zip(dossier.cases, judged, strict=True):
        for row in case.elements:
            for view, cell in zip(one.views, row.cells, strict=True):
                if cell:
                    yield view, row.name, cell


def test_the_case_is_told_with_duty_days_and_parties(told: Dossier) -> None:
    (case,) = told.cases
    assert (case.article, case.version, case.kind) == ("4", "2012-12-19", "defence")
    assert case.owed_to == ("Armenia",)
    assert "Russia" in case.obligors
    assert case.since == "2022-09-13"
    assert told.status == "2020-01-01: party; 2024-12-31: party, frozen in practice"


def test_every_element_line_shows_the_claims_that_it_rests_on(told: Dossier, judged: tuple[Judged, ...]) -> None:
    seen = 0
    for view, name, cell in _cells(told, judged):
        element = next(one for one in view.elements if one.name == name)
        assert _claims(told, cell.cites) == set(element.claims)
        assert _claims(told, cell.against) == set(element.against)
        assert cell.reason
        seen += bool(element.claims)
    assert seen >= 6


def test_every_verdict_says_whose_it_is_why_and_by_which_claims(told: Dossier, judged: tuple[Judged, ...]) -> None:
    for case, one in zip(told.cases, judged, strict=True):
        assert [line.viewpoint for line in case.verdicts] == [view.viewpoint for view in one.views]
        for line, view in zip(case.verdicts, one.views, strict=True):
            assert line.name
            assert line.label
            assert line.reason
            resting = {claim for element in view.elements for claim in element.claims}
            assert bool(line.cites) == bool(resting)
            assert _claims(told, line.cites) <= resting


def test_the_sides_part_and_each_is_told(told: Dossier) -> None:
    verdicts = {line.name: line.verdict for line in told.cases[0].verdicts}
    assert verdicts["Armenia"] == "unmet"
    assert verdicts["CSTO"] == "answered"


def test_every_number_has_one_entry_with_the_exact_words_of_the_text(told: Dossier) -> None:
    assert [one.number for one in told.citations] == list(range(1, len(told.citations) + 1))
    assert len({one.claim for one in told.citations}) == len(told.citations)
    for one in told.citations:
        assert TEXTS[one.document][one.start : one.end] == one.quote


def test_who_speaks_stands_with_each_citation(told: Dossier) -> None:
    assert {one.said_by for one in told.citations} == {"the outlet's own words", "Armenia", "CSTO"}


def test_a_long_sentence_is_cut_around_the_words_that_make_the_claim(tmp_path: Path) -> None:
    asides = ", as was said, " * 60
    report = document(
        f"Azerbaijani forces{asides}attacked Armenia{asides}on 13 September 2022.", published="2022-09-14"
    )
    attack = claim(
        report,
        "attacked",
        "attack",
        "done",
        when="2022-09-13=13 September 2022",
        attacker="AZE=Azerbaijani",
        target="ARM=Armenia",
    )
    fill(tmp_path / "long.db", [(report, [attack])])
    with Ledger.open(tmp_path / "long.db") as ledger:
        told = answer(ASKED, ledger, ClaimFilter(), ENTITIES, "en").dossier
    (one,) = told.citations
    assert len(one.quote) <= 400
    assert "attacked" in one.quote
    assert report.text[one.start : one.end] == one.quote


def test_it_is_told_in_french(ledger: Ledger) -> None:
    told = answer(ASKED, ledger, ClaimFilter(), ENTITIES, "fr").dossier
    assert told.about_name == "Arménie"
    assert told.cases[0].kind == "défense"
    assert {line.label for line in told.cases[0].verdicts} == {"Non remplie", "Suivie d'une réponse", "Incertaine"}


def test_no_case_is_an_empty_dossier(ledger: Ledger) -> None:
    asked = Question(CST, "BLR", ASKED.days, article="4")
    told = answer(asked, ledger, ClaimFilter(), ENTITIES, "en").dossier
    assert (told.cases, told.citations) == ((), ())
    assert told.status.endswith("2024-12-31: party")


def test_the_asker_may_say_who_the_adversary_was(ledger: Ledger) -> None:
    asked = Question(CST, "ARM", ASKED.days, against="TUR", article="4")
    (case,) = answer(asked, ledger, ClaimFilter(), ENTITIES, "en").dossier.cases
    assert case.against == (ENTITIES.english_name("TUR"),)


def _as_of(moment: datetime, file: Path) -> ToldDossier:
    with Ledger.open(file) as ledger:
        return answer(ASKED, ledger, ClaimFilter(as_of=moment), ENTITIES, "en")


def test_as_of_a_day_what_came_since_and_what_it_changed_is_told(tmp_path: Path) -> None:
    then, _ = fill(tmp_path / "case.db", [ATTACK, COMPLAINT], [OFFER])
    told = _as_of(then, tmp_path / "case.db")
    assert {line.name for line in told.dossier.cases[0].verdicts} == {"the record", "Armenia", "the text itself"}
    assert told.dossier.as_of == then.isoformat()
    assert told.changed is not None
    changed = {one.name: one for one in told.changed.verdicts}["CSTO"]
    assert changed.before is None
    assert changed.now is not None
    assert changed.now.verdict == "answered"
    assert [one.claim for one in told.changed.citations] == [OFFER[1][0].id]
    assert told.changed.came == (len(told.dossier.citations) + 1,)
    assert told.changed.gone == ()
    assert set(changed.now.cites) <= {one.number for one in (*told.dossier.citations, *told.changed.citations)}


def test_a_claim_that_was_rejected_since_is_told_as_gone(tmp_path: Path) -> None:
    (then,) = fill(tmp_path / "case.db", REPORTS)
    with Ledger.open(tmp_path / "case.db") as ledger:
        ledger.review("A. Analyst").reject(COMPLAINT[1][0].id)
    told = _as_of(then, tmp_path / "case.db")
    assert told.changed is not None
    (gone,) = told.changed.gone
    assert _claims(told.dossier, [gone]) == {COMPLAINT[1][0].id}
    changed = {
        one.name: (one.before and one.before.verdict, one.now and one.now.verdict) for one in told.changed.verdicts
    }
    assert changed["CSTO"] == ("answered", "honoured")


def test_nothing_changed_is_told_by_nothing(tmp_path: Path) -> None:
    (then,) = fill(tmp_path / "case.db", REPORTS)
    told = _as_of(then, tmp_path / "case.db")
    assert told.changed is not None
    assert (told.changed.verdicts, told.changed.citations, told.changed.gone) == ((), (), ())


def _edge(origin: str, copy: str, kind: EdgeKind = "copy", spans: tuple[Passage, ...] = ()) -> CopyEdge:
    return CopyEdge(origin, copy, kind, 0.2 if kind == "excerpt" else 1.0, True, "told in the test", spans)


def test_copies_are_one_origin_and_an_excerpt_is_where_its_words_stand() -> None:
    first, second, third = (told[0] for _, told in REPORTS)
    page = second.document.id
    assert origins([])(second) == page
    assert origins([_edge(first.document.id, page)])(second) == first.document.id
    within = Passage(0, 10, second.trigger.start - 2, second.trigger.end)
    beside = Passage(0, 10, second.trigger.end, second.trigger.end + 5)
    assert origins([_edge(first.document.id, page, "excerpt", (within,))])(second) == first.document.id
    assert origins([_edge(first.document.id, page, "excerpt", (beside,))])(second) == page
    assert origins([_edge(first.document.id, page, "same_event")])(second) == page
    assert origins([_edge(first.document.id, page), _edge(page, third.document.id)])(third) == first.document.id
