"""Commitments about a party within some days: each duty of a treaty, each occasion, each viewpoint."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from foedus.gazetteer.entities import Entities
from foedus.judge.assess import assess
from foedus.judge.occasions import duties, occasions, parties_of
from foedus.judge.people import concerned
from foedus.judge.record import Record
from foedus.judge.said import Said
from foedus.judge.trial import Days, Duty, Parties
from foedus.judge.weighing import weaker
from foedus.model.finding import LAW, RECORD, Case, ElementName, View, Weight
from foedus.model.treaty import Treaty

_SETTLED_BY_CLAIMS: tuple[ElementName, ...] = ("trigger", "scope", "request", "conduct")


class Judged(Struct, frozen=True):
    """One case with its verdicts. `gaps` are the elements of which no report says enough."""

    case: Case
    duty: Duty
    views: tuple[View, ...]
    gaps: tuple[ElementName, ...]
    weakest: Weight | None


class Question(Struct, frozen=True):
    """Of which treaty, about whom and in which days cases are asked for.

    `against` is the adversary, where the asker says who it was: the claims' word on it does not count then. `article`
    leaves out the others.
    """

    treaty: Treaty
    about: str
    days: Days
    against: str | None = None
    article: str | None = None


def judge(asked: Question, told: Sequence[Said], entities: Entities) -> Iterator[Judged]:
    """All cases of a treaty that concern `about`: what was owed to it, or must not reach it."""
    about, days, record = asked.about, asked.days, Record(told)
    named = record.about([about])
    for duty in duties(asked.treaty, days):
        if asked.article not in (None, duty.article.article):
            continue
        for those in parties_of(duty, about, named, days, entities):
            parties = _held_against(those, asked)
            near = record.about(concerned(duty, parties, days, entities))
            for occasion in occasions(duty, parties, days, near, entities):
                yield judge_case(duty, parties, occasion, near, entities)


def _held_against(parties: Parties, asked: Question) -> Parties:
    """The parties with the asker's adversary; one who owes the duty, or an embargo's target, has none."""
    if asked.against is None or not parties.beneficiaries or asked.against in parties.obligors:
        return parties
    return parties._replace(against=(asked.against,))


def judge_case(duty: Duty, parties: Parties, days: Days, told: Sequence[Said], entities: Entities) -> Judged:
    """One case, also where no claim bears on it."""
    views = assess(duty, parties, days, told, entities)
    case = Case(
        duty.treaty.id,
        duty.article.article,
        duty.version.since,
        duty.obligation.id,
        parties.obligors,
        parties.beneficiaries,
        parties.against,
        days.since.isoformat(),
        days.until.isoformat(),
    )
    return Judged(case, duty, views, tuple(_gaps(views, duty)), _weakest(views))


def _gaps(views: Iterable[View], duty: Duty) -> Iterator[ElementName]:
    """Elements on which nobody says anything that decides."""
    told = {element.name for view in views for element in view.elements if element.value != "open"}
    asked = {"request"} if duty.obligation.request == "unstated" else set()
    silent = {e.name for view in views for e in view.elements if e.name == "request" and e.reason == "no-report"}
    spoken = {e.name for view in views for e in view.elements if e.name == "request" and e.claims}
    for name in _SETTLED_BY_CLAIMS:
        if (name not in told and name not in asked) or (name in silent and name not in spoken):
            yield name


def _weakest(views: Sequence[View]) -> Weight | None:
    """The weakest link of the text's own view, or of the record's."""
    best = next((view for key in (LAW, RECORD) for view in views if view.viewpoint == key), views[0])
    return weaker(element.weakest for element in best.elements)
