"""What is read for a question is enough: verdicts are those of the whole ledger."""

from collections.abc import Iterator
from datetime import date

import pytest
from bench.ledger.generate import batches

from foedus.gazetteer.entities import Entities
from foedus.judge.bearing import heard
from foedus.judge.held import reads
from foedus.judge.judging import Judged, Question, judge
from foedus.judge.said import said
from foedus.judge.treaties.files import load
from foedus.judge.trial import Days
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
from foedus.model.finding import LAW, RECORD
from tests.serve.judged import TREATY, answer, attack, reproach, request

ASKED = [(TREATY, "ARM"), ("us-rok-mdt", "KOR"), ("un-arms-embargo-iran", "IRN"), ("egy-isr-peace", "EGY")]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(str(tmp_path_factory.mktemp("bearing") / "made.db")) as opened:
        opened.add([attack(), request(), reproach(), answer()])
        for made in batches(1_500, seed=3):
            opened.add(made.documents)
        yield opened


@pytest.mark.parametrize(("treaty", "about"), ASKED)
def test_the_verdicts_are_those_of_the_whole_ledger(ledger: Ledger, treaty: str, about: str) -> None:
    entities = Entities.load()
    asked = Question(load(entities)[treaty], about, Days(date(2012, 1, 1), date(2024, 12, 31)))
    some = heard(asked, ledger, ClaimFilter(), entities)
    whole = list(ledger.claims(ClaimFilter(types=reads())))
    cases = tuple(judge(asked, said(whole, entities, some.origin), entities))
    assert len(some.claims) < len(whole)
    assert _told(some.cases) == _told(cases)


def _told(cases: tuple[Judged, ...]) -> dict[tuple[object, ...], dict[str, str]]:
    """Verdicts of the record and the text by case; of the sides those are there who speak of it in what was read."""
    return {
        (one.case.obligation, one.case.version, one.case.obligors, one.case.since, one.case.until): {
            view.viewpoint: view.verdict for view in one.views if view.viewpoint in (RECORD, LAW)
        }
        for one in cases
    }
