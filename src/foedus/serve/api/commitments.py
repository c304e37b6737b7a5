"""`/treaties`: treaties as data, one as of a day, and dossiers of what was owed to a party."""

from typing import Annotated

from fastapi import Path, Query, Request

from foedus.judge.treaties.told import told
from foedus.model.answers import Listed
from foedus.model.dossier import ToldDossier
from foedus.model.listed_treaty import ListedTreaty
from foedus.model.told_treaty import ToldTreaty
from foedus.serve.api.paging import Limit, Number, numbered
from foedus.serve.api.room import Room
from foedus.serve.house import InHouse
from foedus.serve.languages import language
from foedus.serve.pages.commitment import InDossier, question_of
from foedus.serve.pages.commitments import InTreaties, on_day
from foedus.serve.treaties import treaty_of
from foedus.serve.views.commitments import listed_treaties
from foedus.serve.views.dossier import told_dossier

room = Room("treaties")

TreatyId = Annotated[str, Path(max_length=300, description="A treaty's id, or a name that is its alone")]


@room.get("/treaties", Listed[ListedTreaty])
def treaties(
    request: Request, house: InHouse, asked: InTreaties, after: Number = 0, limit: Limit = 50
) -> Listed[ListedTreaty]:
    """Treaties by name. Those that concern a state or organisation (`about`), or are of a `kind`."""
    return numbered(request, listed_treaties(house, asked, language(request)), after, limit)


@room.get("/treaties/{id}", ToldTreaty)
def treaty(
    request: Request,
    house: InHouse,
    id: TreatyId,
    on: Annotated[str | None, Query(max_length=40, description="The day, as EDTF; today without it")] = None,
) -> ToldTreaty:
    """One treaty as of a day, in words. Its parties by law and in practice, and each article in the version of the
    day with its obligations."""
    return told(treaty_of(house, id), on_day(on), house.entities, language(request))


@room.get("/treaties/{id}/about/{party}", ToldDossier)
def dossier(request: Request, house: InHouse, id: TreatyId, asked: InDossier) -> ToldDossier:
    """What was owed to a party, and how each side holds it was kept. Every verdict has its viewpoint, every line its
    citations. With `as_of` also what changed it since."""
    return told_dossier(house, question_of(house, id, asked), asked, language(request))
