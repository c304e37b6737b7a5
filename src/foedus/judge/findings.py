"""What rules found, as findings: where a duty may have been owed, with elements and a verdict for each viewpoint."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date

from foedus.gazetteer.entities import Entities
from foedus.judge.docket import Docket
from foedus.judge.judging import Judged
from foedus.judge.occasions import AFTER, BY_OBLIGOR, owes, owing
from foedus.judge.rules.found import Occasion, Stated
from foedus.judge.treaties.on_day import obligations
from foedus.judge.trial import Days, Duty, Parties, Trial
from foedus.model.finding import Finding
from foedus.model.treaty import Treaty

_DIGITS = 16
_DOERS = ("supplier", "attacker", "holder", "provider", "actor", "obligor", "participant", "party")
"""Roles of those who do something."""


class Court:
    """What a finding is judged by."""

    def __init__(self, treaties: Iterable[Treaty], docket: Docket, entities: Entities) -> None:
        self.docket = docket
        self.entities = entities
        found = (Duty(treaty, *one) for treaty in treaties for one in obligations(treaty))
        self.duties = {(duty.obligation.id, duty.version.since): duty for duty in found}


def statement(row: Stated) -> Finding:
    """What needs no duty."""
    return Finding(
        _id(row.rule, *row.entities, row.since or ""), row.rule, row.claims, row.entities, row.since, row.until
    )


def trials(row: Occasion, court: Court) -> Iterator[Trial]:
    """A case for each of those who may have owed something then; none where the duty is not known."""
    duty = court.duties.get((row.obligation, row.version))
    if duty is None:
        return
    first, last = date.fromisoformat(row.since), date.fromisoformat(row.until)
    days = Days(first, min(date.max - AFTER, last) + AFTER)
    owed = (row.beneficiary,) if row.beneficiary else ()
    against = (row.against,) if row.against else ()
    for obligors in _obligors(row, duty, days, court):
        yield Trial(duty, Parties(obligors, owed, against), days)


def _obligors(row: Occasion, duty: Duty, days: Days, court: Court) -> Iterator[tuple[str, ...]]:
    """All who owe it together; of duties that each owes by itself, each that the claims name as doing something."""
    beside = (row.beneficiary, row.against)
    if duty.obligation.kind not in BY_OBLIGOR:
        organs = [key for key in (duty.treaty.organisation,) if key]
        yield (*organs, *(key for key in owing(duty, days, court.entities) if key not in beside))
        return
    cited = court.docket.by_id(row.claims)
    doing = frozenset[str]().union(*(one.keys.get(role, frozenset()) for one in cited for role in _DOERS))
    yield from ((key,) for key in sorted(doing) if key not in beside and owes(duty, key, days, court.entities))


def finding(row: Occasion, found: Judged) -> Finding:
    """A case of an occasion as it was judged."""
    case = found.case
    named = (*case.obligors, *case.owed_to, *case.against)
    return Finding(
        _id(row.rule, case.obligation, case.version, *named, row.since[:7]),
        row.rule,
        row.claims,
        tuple(dict.fromkeys(named)),
        row.since,
        row.until,
        case,
        found.views,
        found.gaps,
        found.weakest,
    )


def _id(*parts: str) -> str:
    """The same for the same rule, duty, parties and month of the first thing told."""
    return "f-" + hashlib.sha256("|".join(parts).encode()).hexdigest()[:_DIGITS]
