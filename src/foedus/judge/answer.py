"""A question answered with a dossier from what a ledger holds; as of a moment, with what changed it since."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from foedus.gazetteer.entities import Entities
from foedus.judge.bearing import heard
from foedus.judge.dossier import dossier
from foedus.judge.held import Held
from foedus.judge.judging import Question
from foedus.judge.since import since
from foedus.ledger.filters import ClaimFilter
from foedus.model.dossier import Dossier, ToldDossier

if TYPE_CHECKING:
    from foedus.ledger.store import Ledger


def answer(asked: Question, ledger: "Ledger", which: ClaimFilter, entities: Entities, lang: str) -> ToldDossier:
    """The dossier by the claims of a filter; where that is as of a moment, compared with the one of now."""
    then = heard(asked, ledger, which, entities)
    told = _dossier(asked, then, which, entities, lang)
    if which.as_of is None:
        return ToldDossier(told)
    now = heard(asked, ledger, replace(which, as_of=None), entities)
    return ToldDossier(told, since(told, then, now, entities=entities, lang=lang))


def _dossier(asked: Question, found: Held, which: ClaimFilter, entities: Entities, lang: str) -> Dossier:
    as_of = which.as_of.isoformat() if isinstance(which.as_of, date) else None
    return dossier(
        asked.treaty,
        asked.about,
        asked.days,
        found.cases,
        found.claims,
        origin=found.origin,
        entities=entities,
        lang=lang,
        as_of=as_of,
    )
