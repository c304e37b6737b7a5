"""`/commitments/ID`: one treaty as of a day; `/commitments/ID/about/KEY`: what a party was owed, and what was done."""

from typing import Annotated, NoReturn
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Query, Request

from foedus.asked.levels import level
from foedus.asked.moments import day, moment
from foedus.asked.parties import party_named
from foedus.asked.treaties import article_named
from foedus.judge.judging import Question
from foedus.ledger.filters import ClaimFilter
from foedus.model.errors import UnknownError, UsageError
from foedus.serve.finding.asked import InClaims
from foedus.serve.house import House, InHouse
from foedus.serve.languages import language
from foedus.serve.pages.commitments import on_day
from foedus.serve.showing import Moved, show
from foedus.serve.treaties import treaty_of
from foedus.serve.views.commitment import CommitmentView, commitment_view
from foedus.serve.views.dossier import AskedDossier, DossierView, days_of, dossier_view

router = APIRouter()

Name = Annotated[str, Path(max_length=300, pattern="^[^.]+$", description="A treaty's id, or a name that is its alone")]
About = Annotated[str, Path(max_length=300, pattern="^[^.]+$", description="A state or organisation, by key or name")]
After = Annotated[int, Query(ge=0, le=100_000)]
_Day = Annotated[str | None, Query(max_length=40)]


def asked_dossier(
    house: InHouse,
    *,
    party: About,
    from_: Annotated[str | None, Query(alias="from", max_length=40)] = None,
    to: _Day = None,
    against: Annotated[
        str | None, Query(max_length=300, description="The adversary; without it who is told to be")
    ] = None,
    article: Annotated[str | None, Query(max_length=100, description="Of this article alone")] = None,
    as_of: _Day = None,
    published_by: _Day = None,
    min_confidence: Annotated[str | None, Query(max_length=40)] = None,
) -> AskedDossier:
    """Read the address; UsageError where a value means nothing."""
    since, until = day(from_ or None, "from"), day(to or None, "to", latest=True)
    if since and until and since > until:
        raise UsageError(f"nothing lies from {since} to {until}: swap from and to")
    about, adversary = _party(house, party), party_named(against, "against", house.entities) if against else None
    if about == adversary:
        raise UsageError(f"against {against!r} is whom the dossier is about: name an adversary")
    which = ClaimFilter(
        as_of=moment(as_of or None, "as_of", latest=True),
        published_by=day(published_by or None, "published_by", latest=True),
        min_confidence=level(min_confidence or None, "min_confidence"),
    )
    return AskedDossier(
        about,
        since,
        until,
        adversary,
        article or None,
        which,
        as_of or None,
    )


InDossier = Annotated[AskedDossier, Depends(asked_dossier)]


def question_of(house: House, name: str, asked: AskedDossier) -> Question:
    """What is to be judged; UnknownError and UsageError where a name means nothing."""
    treaty = treaty_of(house, name)
    article = article_named(asked.article, treaty) if asked.article else None
    return Question(treaty, asked.about, days_of(house, asked), asked.against, article)


@show(router, "/commitments/{id}", "pages/commitment.html")
def commitment(
    request: Request, house: InHouse, which: InClaims, id: Name, *, on: _Day = None, findings: bool = False
) -> CommitmentView:
    """The treaty, or a redirect from a name to its id."""
    found = treaty_of(house, id).id
    if found != id:
        _go_on(request, f"/commitments/{quote(found, safe='')}")
    return commitment_view(house, id, on_day(on), which, language(request), findings=findings)


@show(router, "/commitments/{id}/about/{party}", "pages/dossier.html")
def dossier(
    request: Request, house: InHouse, *, id: Name, party: About, asked: InDossier, after: After = 0
) -> DossierView:
    """The dossier, or a redirect from names to keys."""
    question = question_of(house, id, asked)
    if (question.treaty.id, question.about) != (id, party):
        _go_on(request, f"/commitments/{quote(question.treaty.id, safe='')}/about/{quote(question.about, safe='')}")
    return dossier_view(house, question, asked, after, language(request))


def _party(house: House, name: str) -> str:
    try:
        return party_named(name, "about", house.entities)
    except UsageError as error:
        raise UnknownError(str(error)) from error


def _go_on(request: Request, path: str) -> NoReturn:
    suffix = ".json" if request.url.path.endswith(".json") else ""
    raise Moved(str(request.url.replace(path=f"{path}{suffix}")))
