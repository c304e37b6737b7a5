"""What rules found, as findings: where a duty may have been owed, with elements and a verdict for each viewpoint."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.judge.hearing import Days, Duty, Parties, territory_of
from foedus.judge.judging import Judged, judge_case
from foedus.judge.occasions import AFTER, BY_OBLIGOR, owes, owing
from foedus.judge.record import Record
from foedus.judge.rules.found import Occasion, RuleRow
from foedus.judge.treaties.on_day import obligations
from foedus.model.finding import Finding
from foedus.model.treaty import Treaty

_DIGITS = 16
_DOERS = ("supplier", "attacker", "holder", "provider", "actor", "obligor", "participant", "party")
"""Roles of those who do something."""


class Court(NamedTuple):
    """What a finding is judged by."""

    treaties: Mapping[str, Treaty]
    record: Record
    entities: Entities

    def duties(self) -> dict[tuple[str, str], Duty]:
        """Every duty by its id and the first day of its version."""
        found = ((treaty, *one) for treaty in self.treaties.values() for one in obligations(treaty))
        return {(duty.obligation.id, duty.version.since): duty for duty in (Duty(*parts) for parts in found)}


def findings(rows: Iterable[RuleRow], court: Court) -> Iterator[Finding]:
    """A finding for each statement, and for each occasion and each of those who may have owed something then."""
    duties = court.duties()
    for row in rows:
        if not isinstance(row, Occasion):
            id_ = _id(row.rule, *row.entities, row.since or "")
            yield Finding(id_, row.rule, row.claims, row.entities, row.since, row.until)
        elif duty := duties.get((row.obligation, row.version)):
            for judged in _judged(row, duty, court):
                yield _finding(row, judged)


def _judged(row: Occasion, duty: Duty, court: Court) -> Iterator[Judged]:
    first, last = date.fromisoformat(row.since), date.fromisoformat(row.until)
    days = Days(first, min(date.max - AFTER, last) + AFTER)
    owed = (row.beneficiary,) if row.beneficiary else ()
    against = (row.against,) if row.against else ()
    for obligors in _obligors(row, duty, days, court):
        parties = Parties(obligors, owed, against)
        keys = {*obligors, *owed, *against, *duty.obligation.toward, duty.treaty.id}
        place = territory_of(duty, parties, days, court.entities)
        yield judge_case(duty, parties, days, court.record.about(keys | place), court.entities)


def _obligors(row: Occasion, duty: Duty, days: Days, court: Court) -> Iterator[tuple[str, ...]]:
    """All who owe it together; of duties that each owes by itself, each that the claims name as doing something."""
    beside = (row.beneficiary, row.against)
    if duty.obligation.kind not in BY_OBLIGOR:
        organs = [key for key in (duty.treaty.organisation,) if key]
        yield (*organs, *(key for key in owing(duty, days, court.entities) if key not in beside))
        return
    cited = court.record.by_id(row.claims)
    doing = frozenset[str]().union(*(one.keys.get(role, frozenset()) for one in cited for role in _DOERS))
    yield from ((key,) for key in sorted(doing) if key not in beside and owes(duty, key, days, court.entities))


def _finding(row: Occasion, judged: Judged) -> Finding:
    case = judged.case
    named = (*case.obligors, *case.owed_to, *case.against)
    return Finding(
        _id(row.rule, case.obligation, case.version, *named, row.since[:7]),
        row.rule,
        row.claims,
        tuple(dict.fromkeys(named)),
        row.since,
        row.until,
        case,
        judged.views,
        judged.gaps,
        judged.weakest,
    )


def _id(*parts: str) -> str:
    """The same for the same rule, duty, parties and month of the first thing told."""
    return "f-" + hashlib.sha256("|".join(parts).encode()).hexdigest()[:_DIGITS]
