"""A dossier as the page lays it out: a treaty, a party, some days; each case with verdicts, elements and citations."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import msgspec
from msgspec import Struct

from foedus.gazetteer.entities import Entities
from foedus.judge.bearing import heard
from foedus.judge.dossier import dossier
from foedus.judge.held import Held
from foedus.judge.judging import Judged, Question
from foedus.judge.since import since
from foedus.judge.treaties.on_day import bound_on
from foedus.judge.treaties.told import told
from foedus.judge.trial import Days
from foedus.ledger.filters import ClaimFilter
from foedus.model.dossier import Dossier, DossierCase, Since, ToldDossier
from foedus.model.edtf import parse
from foedus.model.finding import ElementName, Weight
from foedus.model.told_treaty import ToldObligation, ToldVersion
from foedus.model.treaty import Source
from foedus.serve.house import House
from foedus.serve.views.cited_claim import CitedClaim, cited_claim

PAGE = 8
"""So many occasions are told at once."""
YEARS = 10
"""So many years are looked at where none are asked for."""

_LAST = date(date.max.year - 1, 12, 31)
"""Behind it no time to answer can be counted any more."""


class AskedDossier(Struct, frozen=True):
    """What a dossier is asked for; days that are None are the last ten years of the ledger."""

    about: str
    since: date | None
    until: date | None
    against: str | None
    article: str | None
    which: ClaimFilter
    as_of: str | None


class CaseView(Struct, frozen=True):
    """A case with what the page shows beside it.

    `parted` are elements that two viewpoints have otherwise; `obligation` and `others`, the obligation in words and the
    article's other versions, are those of the treaty file.
    """

    case: DossierCase
    weakest: Weight | None
    parted: tuple[ElementName, ...]
    obligation: ToldObligation | None
    version_until: str | None
    others: tuple[ToldVersion, ...]


class Occasion(Struct, frozen=True):
    """A case in a line, on whichever page it is told; `after` is how many come before that page."""

    number: int
    after: int
    article: str
    kind: str
    since: str
    until: str
    obligors: tuple[str, ...]
    verdicts: tuple[tuple[str, str], ...]
    """Viewpoint and verdict, in words."""


class Choice(Struct, frozen=True):
    """What a form can ask for: a key or an article, with its words."""

    value: str
    words: str


class DossierView(Struct, frozen=True):
    """Some of the dossier's cases, with their citations; `occasions` are all of them, `first` is the number of the
    first one told here, `next` how many come before the next page.

    `cited` are the claims of the citations, in their order. `default_days` says that nobody asked for these days;
    `claims` is how many claims were heard.
    """

    dossier: Dossier
    cases: tuple[CaseView, ...]
    occasions: tuple[Occasion, ...]
    first: int
    next: int | None
    cited: tuple[CitedClaim, ...]
    default_days: bool
    claims: int
    against: str | None
    against_name: str | None
    article: str | None
    articles: tuple[str, ...]
    parties: tuple[Choice, ...]
    sources: tuple[Source, ...]
    changed: Since | None
    """Of a dossier as of a day: what it would say otherwise today; `came` are the claims of its citations."""
    came: tuple[CitedClaim, ...]


def dossier_view(house: House, question: Question, asked: AskedDossier, after: int, lang: str) -> DossierView:
    """Judge what the ledger holds, and tell it: the cases behind the first `after`."""
    entities, treaty = house.entities, question.treaty
    held = heard(question, house.ledger, asked.which, entities)
    words = _dossier(held, question, asked, entities, lang)
    shown = _page(words, after)
    now = _now(house, question, asked.which)
    changed = since(words, held, now, entities=entities, lang=lang) if now else None
    pairs = zip(shown.cases, held.cases[after : after + PAGE], strict=True)
    return DossierView(
        dossier=shown,
        cases=tuple(case_view(case, judged, entities, lang) for case, judged in pairs),
        occasions=tuple(_occasion(case, number) for number, case in enumerate(words.cases)),
        first=after + 1,
        next=after + PAGE if len(words.cases) > after + PAGE else None,
        cited=tuple(cited_claim(held.claims[one.claim]) for one in shown.citations),
        default_days=asked.since is None and asked.until is None,
        claims=len(held.claims),
        against=question.against,
        against_name=entities.name(question.against, lang) if question.against else None,
        article=question.article,
        articles=tuple(one.article for one in treaty.articles),
        parties=_choices(question, entities, lang),
        sources=treaty.sources,
        changed=changed,
        came=tuple(cited_claim(now.claims[one.claim]) for one in changed.citations) if now and changed else (),
    )


def told_dossier(house: House, question: Question, asked: AskedDossier, lang: str) -> ToldDossier:
    """The records alone, as the API gives them."""
    held = heard(question, house.ledger, asked.which, house.entities)
    words = _dossier(held, question, asked, house.entities, lang)
    now = _now(house, question, asked.which)
    return ToldDossier(words, since(words, held, now, entities=house.entities, lang=lang) if now else None)


def days_of(house: House, asked: AskedDossier) -> Days:
    """Those asked for; where one is missing, ten years from the other, and without both the ledger's last ten."""
    if asked.until is not None:
        until = min(asked.until, _LAST)
        return Days(min(asked.since or date(max(1, until.year - YEARS), 1, 1), until), until)
    last = _newest(house, asked.which)
    since = asked.since or date(max(1, last.year - YEARS + 1), 1, 1)
    return Days(min(since, _LAST), min(max(last, since), _LAST))


def _newest(house: House, which: ClaimFilter) -> date:
    """The last day on which a page of the ledger was published; today where it holds none."""
    newest = house.ledger.page_of_claims(which, limit=1, newest_first=True).claims
    published = newest[0].document.published if newest else None
    today = datetime.now(UTC).date()
    return (parse(published).latest if published else None) or today


def _dossier(held: Held, question: Question, asked: AskedDossier, entities: Entities, lang: str) -> Dossier:
    return dossier(
        question.treaty,
        question.about,
        question.days,
        held.cases,
        held.claims,
        origin=held.origin,
        entities=entities,
        lang=lang,
        as_of=asked.as_of,
    )


def _page(whole: Dossier, after: int) -> Dossier:
    """Some of the cases, with what they cite; numbers stay."""
    cases = whole.cases[after : after + PAGE]
    numbers = {number for case in cases for number in _numbers(case)}
    return msgspec.structs.replace(
        whole, cases=cases, citations=tuple(one for one in whole.citations if one.number in numbers)
    )


def _numbers(case: DossierCase) -> Iterator[int]:
    for line in case.verdicts:
        yield from line.cites
    for cell in (cell for row in case.elements for cell in row.cells if cell):
        yield from (*cell.cites, *cell.against)


def _occasion(case: DossierCase, number: int) -> Occasion:
    return Occasion(
        number + 1,
        number // PAGE * PAGE,
        case.article,
        case.kind,
        case.since,
        case.until,
        case.obligors,
        tuple((line.name, line.label) for line in case.verdicts),
    )


def _now(house: House, question: Question, which: ClaimFilter) -> Held | None:
    """Of a question as of a moment what is held today."""
    if which.as_of is None:
        return None
    return heard(question, house.ledger, replace(which, as_of=None), house.entities)


def case_view(case: DossierCase, judged: Judged, entities: Entities, lang: str) -> CaseView:
    """A case in words, with what stands beside it: the same case as it was judged has the duty."""
    day = max(judged.case.since, (parse(judged.case.version).earliest or date.min).isoformat())
    words = told(judged.duty.treaty, date.fromisoformat(day), entities, lang)
    article = next(one for one in words.articles if one.article == case.article)
    version = article.version
    some = version.obligations if version else ()
    return CaseView(
        case,
        judged.weakest,
        tuple(row.name for row in case.elements if len({cell.value for cell in row.cells if cell}) > 1),
        next((one for one in some if one.id == case.obligation), None),
        version.until if version else None,
        article.others,
    )


def _choices(question: Question, entities: Entities, lang: str) -> tuple[Choice, ...]:
    """Parties of whom the same may be asked."""
    keys = dict.fromkeys(key for day in question.days for key, _ in bound_on(question.treaty, day, entities))
    named = {key: entities.name(key, lang) for key in (*keys, question.about)}
    return tuple(Choice(key, words) for key, words in sorted(named.items(), key=lambda one: one[1]))
