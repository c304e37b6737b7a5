"""A finding in the language of the page: its duty, each viewpoint's verdict, gaps, and the words that it rests on."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from foedus.judge.dossier import Numbers, Teller
from foedus.judge.judging import Judged
from foedus.judge.treaties.on_day import obligations
from foedus.judge.trial import Duty
from foedus.judge.wording import said
from foedus.model.dossier import Cited, DossierCase
from foedus.model.finding import Case, ElementName, Finding
from foedus.model.treaty import Treaty
from foedus.serve.house import House
from foedus.serve.treaties import treaties_of
from foedus.serve.views.cited_claim import CitedClaim, cited_claim
from foedus.serve.views.evidence import Evidence

_LOOKED_AT = 60
"""Claims of a finding that a list weighs, to quote the earliest."""


class Named(Struct, frozen=True):
    """A state, an organisation or a treaty."""

    key: str
    name: str


class ToldFinding(Struct, frozen=True):
    """A finding in words. `numbers` are the claims that are cited, by id: the first one is number 1; `citations` quote
    some of them, in their order, with `cited` what each is; `more` of the rule's own claims are not quoted.

    Of a duty `case` has verdicts, elements and gaps, `duty` the treaty; `asked` is whom its dossier is about.
    """

    finding: Finding
    entities: tuple[Named, ...]
    case: DossierCase | None
    treaty: Named | None
    asked: str | None
    numbers: tuple[str, ...]
    citations: tuple[Cited, ...]
    cited: tuple[CitedClaim, ...]
    more: int


def briefly(house: House, some: Iterable[Finding], batch: int, lang: str, *, quoted: int) -> Iterator[ToldFinding]:
    """Findings of a list: without elements, so many of the rule's claims quoted, and of those behind each verdict."""
    teller = Teller(house.entities, lang)
    cases = [(one, *_shortened(teller, judged_again(one, treaties_of(house)), quoted)) for one in some]
    looked_at = {one.id: one.claims[:_LOOKED_AT] for one, _, _ in cases}
    ids = (id_ for one, _, behind in cases for id_ in (*looked_at[one.id], *(id_ for some in behind for id_ in some)))
    evidence = Evidence(house, ids, batch)
    for one, case, behind in cases:
        number = Numbers()
        number(evidence.by_day(looked_at[one.id])[:quoted])
        told = _renumbered(case, behind, number) if case else None
        numbers = tuple(id_ for id_, _ in number.cited())
        yield _told(house, one, told, _Cites(numbers, _quotes(teller, numbers, evidence, replace(one, views=()))), lang)


def in_full(house: House, one: Finding, batch: int, lang: str) -> tuple[ToldFinding, Judged | None]:
    """One finding with all its elements and every claim that they cite; the case as it was judged."""
    heard = (claim for view in one.views for element in view.elements for claim in (*element.claims, *element.against))
    evidence = Evidence(house, (*one.claims, *heard), batch)
    teller, number = Teller(house.entities, lang), Numbers()
    number(evidence.by_day(one.claims))
    judged = judged_again(one, treaties_of(house))
    case = teller.case(judged, number) if judged else None
    numbers = tuple(id_ for id_, _ in number.cited())
    return _told(house, one, case, _Cites(numbers, _quotes(teller, numbers, evidence, one)), lang), judged


def _shortened(teller: Teller, judged: Judged | None, most: int) -> tuple[DossierCase | None, list[list[str]]]:
    """A case without elements, and by verdict the first claims behind it."""
    if judged is None:
        return None, []
    number = Numbers()
    case = teller.case(judged, number)
    ids = {n: id_ for id_, n in number.cited()}
    return replace(case, elements=()), [[ids[n] for n in line.cites[:most]] for line in case.verdicts]


def _renumbered(case: DossierCase, behind: Iterable[list[str]], number: Numbers) -> DossierCase:
    """The case with the claims behind each verdict by other numbers."""
    lines = zip(case.verdicts, behind, strict=True)
    return replace(case, verdicts=tuple(replace(line, cites=number(ids)) for line, ids in lines))


def judged_again(one: Finding, treaties: Mapping[str, Treaty]) -> Judged | None:
    """The judged case of a finding, with its duty from the treaty files; None of one that asks of no duty."""
    if one.case is None:
        return None
    gaps: tuple[ElementName, ...] = one.gaps  # type: ignore[assignment]  # the record says str, and holds these
    return Judged(one.case, _duty(one.case, treaties), one.views, gaps, one.weakest)


def dossier_about(case: Case) -> str:
    """Whom the dossier is about in which the case stands: to whom it was owed, else whom it must not reach."""
    return (*case.owed_to, *case.against, *case.obligors)[0]


def _duty(case: Case, treaties: Mapping[str, Treaty]) -> Duty:
    treaty = treaties[case.treaty]
    some = (Duty(treaty, *parts) for parts in obligations(treaty))
    return next(one for one in some if (one.obligation.id, one.version.since) == (case.obligation, case.version))


_Quotes = tuple[tuple[Cited, CitedClaim], ...]


class _Cites(NamedTuple):
    """Claims in the order of their numbers, and those of them that are quoted."""

    numbers: tuple[str, ...]
    quotes: _Quotes


def _quotes(teller: Teller, numbered: Iterable[str], evidence: Evidence, one: Finding) -> _Quotes:
    """Citations of the claims that are here; their numbers are those of the places at which they stand."""
    whole = evidence.origins_of(one.claims)
    most: dict[str, int] = {}
    for element in (element for view in one.views for element in view.elements):
        count = evidence.origins_of(element.claims)
        most |= {claim: max(most.get(claim, 1), count) for claim in element.claims}
    there = [
        (number, claim)
        for number, id_ in enumerate(numbered, start=1)
        if (claim := evidence.claims.get(id_)) is not None
    ]
    return tuple(
        (teller.cited(claim, number, most.get(claim.id, whole)), cited_claim(claim)) for number, claim in there
    )


def _told(house: House, one: Finding, case: DossierCase | None, cites: _Cites, lang: str) -> ToldFinding:
    treaty = treaties_of(house)[one.case.treaty] if one.case else None
    quoted = {cited.claim for cited, _ in cites.quotes}
    return ToldFinding(
        finding=one,
        entities=tuple(Named(key, house.entities.name(key, lang)) for key in one.entities),
        case=case,
        treaty=Named(treaty.id, said(treaty.names, lang)) if treaty else None,
        asked=dossier_about(one.case) if one.case else None,
        numbers=cites.numbers,
        citations=tuple(cited for cited, _ in cites.quotes),
        cited=tuple(claim for _, claim in cites.quotes),
        more=len(set(one.claims) - quoted),
    )
