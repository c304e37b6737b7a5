"""Dossiers of the alliance case, as a ledger gives them."""

from datetime import date
from pathlib import Path

import pytest

from foedus.gazetteer.entities import Entities
from foedus.judge.answer import answer
from foedus.judge.judging import Question
from foedus.judge.treaties.files import load
from foedus.judge.trial import Days
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
from foedus.model.dossier import ToldDossier
from tests.judge.alliance_case import ATTACK, COMPLAINT, OFFER, fill

DAYS = Days(date(2020, 1, 1), date(2024, 12, 31))


def tell(file: Path, lang: str = "en", *, about: str = "ARM", as_of: bool = False) -> ToldDossier:
    """Of all three reports, or as of the moment before the last came."""
    then, _ = fill(file, [ATTACK, COMPLAINT], [OFFER])
    entities = Entities.load()
    asked = Question(load(entities)["collective-security-treaty"], about, DAYS, article="4")
    with Ledger.open(file) as ledger:
        return answer(asked, ledger, ClaimFilter(as_of=then if as_of else None), entities, lang)


@pytest.fixture
def told(tmp_path: Path) -> ToldDossier:
    """In English, as of now."""
    return tell(tmp_path / "case.db")
