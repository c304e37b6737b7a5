"""The judge held against the cases: verdicts by viewpoint, elements, and verdicts of variants."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from bench.judge.cases import Answer, GoldCase, Variant
from foedus.gazetteer.entities import Entities
from foedus.judge.assess import assess
from foedus.judge.said import said
from foedus.judge.treaties.on_day import obligations
from foedus.judge.trial import Days, Duty, Parties
from foedus.model.edtf import parse
from foedus.model.errors import DataError
from foedus.model.finding import View
from foedus.model.treaty import Treaty


class Outcome(Struct, frozen=True):
    """What was asked of one case or variant, and what came."""

    name: str
    wanted: dict[str, str]
    told: dict[str, str]
    elements: dict[tuple[str, str], tuple[str, str | None]]
    """By viewpoint and element: wanted and told."""

    @property
    def right(self) -> int:
        return sum(self.told.get(view) == verdict for view, verdict in self.wanted.items())


def measure(cases: Iterable[GoldCase], treaties: dict[str, Treaty], entities: Entities) -> list[Outcome]:
    """Each case and each of its variants, on gold claims."""
    return [_outcome(case, variant, treaties, entities) for case in cases for variant in (None, *case.file.variants)]


def _outcome(case: GoldCase, variant: Variant | None, treaties: dict[str, Treaty], entities: Entities) -> Outcome:
    views = {view.viewpoint: view for view in _judged(case, variant, treaties, entities)}
    answers: tuple[Answer, ...] = variant.verdicts if variant else case.file.verdicts
    name = f"{case.file.case}/{variant.id}" if variant else case.file.case
    wanted = {answer.viewpoint: answer.verdict for answer in answers}
    told = {key: str(view.verdict) for key, view in views.items()}
    return Outcome(name, dict(wanted), told, {} if variant else _elements(case, views))


def _elements(case: GoldCase, views: dict[str, View]) -> dict[tuple[str, str], tuple[str, str | None]]:
    shared = case.file.elements.get("all", {})
    found: dict[tuple[str, str], tuple[str, str | None]] = {}
    for answer in case.file.verdicts:
        wanted = {**shared, **case.file.elements.get(answer.viewpoint, {})}
        view = views.get(answer.viewpoint)
        told: dict[str, str] = {element.name: element.value for element in view.elements} if view else {}
        for name, value in wanted.items():
            found[answer.viewpoint, name] = (value, told.get(name))
    return found


def _judged(
    case: GoldCase, variant: Variant | None, treaties: dict[str, Treaty], entities: Entities
) -> tuple[View, ...]:
    file = case.file
    given = case.given(variant)
    origins = {document.id: case.origin(document) for document, _ in given}
    claims = [claim for _, some in given for claim in some]
    told = said(claims, entities, lambda claim: origins[claim.document.id])
    restraint = file.kind == "restraint"
    parties = Parties(file.obligors, () if restraint else file.about, file.about if restraint else file.against or ())
    return assess(_duty(case, treaties), parties, Days(file.since, file.until), told, entities)


def _duty(case: GoldCase, treaties: dict[str, Treaty]) -> Duty:
    file = case.file
    treaty = treaties.get(file.treaty)
    if treaty is None:
        raise DataError(f"{file.case}: there is no treaty {file.treaty!r}")
    found = [
        Duty(treaty, article, version, obligation)
        for article, version, obligation in obligations(treaty)
        if obligation.kind == file.kind
    ]
    found = [duty for duty in found if _owed_by(duty, file.obligors)] or found
    by_article = [duty for duty in found if file.article in (None, duty.article.article)] or found
    if not by_article:
        raise DataError(f"{file.case}: {file.treaty} has no {file.kind}")
    holding = [duty for duty in by_article if _holds(duty, case)] or by_article[:1]
    return next((duty for duty in holding if _term_reaches(duty, case)), holding[0])


def _owed_by(duty: Duty, obligors: tuple[str, ...]) -> bool:
    return not {"each_party", "other_parties", "all_parties"} & set(duty.obligation.owed_by) and bool(
        set(obligors) & set(duty.obligation.owed_by)
    )


def _term_reaches(duty: Duty, case: GoldCase) -> bool:
    """Whether forces were to stay, or to leave, by a day that had not passed before the case began."""
    term = duty.obligation.term
    last = parse(term.until).latest if term and term.until else None
    return last is None or last >= case.file.since


def _holds(duty: Duty, case: GoldCase) -> bool:
    first, last = parse(duty.version.since).earliest, duty.version.until and parse(duty.version.until).latest
    return (first is None or first <= case.file.until) and (not last or last >= case.file.since)


def totals(outcomes: Iterable[Outcome]) -> Counter[str]:
    """Counts: verdicts, elements, verdicts of variants, each right and wanted."""
    count: Counter[str] = Counter()
    for one in outcomes:
        part = "variants" if "/" in one.name else "verdicts"
        count[f"{part} right"] += one.right
        count[f"{part} wanted"] += len(one.wanted)
        count[f"{part} whole"] += one.right == len(one.wanted)
        count[f"{part} cases"] += 1
        for (_, name), (wanted, told) in one.elements.items():
            count[f"{name} wanted"] += 1
            count[f"{name} right"] += wanted == told
            count["elements wanted"] += 1
            count["elements right"] += wanted == told
    return count
