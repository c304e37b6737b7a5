"""Small cases out of what is said and nothing else, on any duty of the shipped treaties."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from foedus.gazetteer.entities import Entities
from foedus.judge.assess import assess
from foedus.judge.said import Said
from foedus.judge.treaties.files import load
from foedus.judge.treaties.on_day import obligations
from foedus.judge.trial import Days, Duty, Parties
from foedus.model.edtf import parse
from foedus.model.finding import RECORD, Element, View
from foedus.model.treaty import Treaty

Told = dict[str, View]
"""Views by viewpoint."""


@cache
def entities() -> Entities:
    return Entities.load()


@cache
def treaties() -> dict[str, Treaty]:
    return load(entities())


def told(number: int, what: str, by: str | None, day: str | None, **roles: str) -> Said:
    """One claim; `what` is "type stage", with "not" before it where it is denied; roles are keys with blanks between.

    A role of words alone is given as "".
    """
    type_, stage = what.removeprefix("not ").split()
    bounds = parse(day) if day else None
    return Said(
        id=f"c{number}",
        type=type_,  # type: ignore[arg-type]  # the tests write types of the contract
        stage=stage,
        polarity="negated" if what.startswith("not ") else "affirmed",
        certainty="certain",
        standing="rumoured" if by is None else "stated" if by == RECORD else "attributed",
        viewpoints=frozenset({by}) if by else frozenset(),
        keys={role: frozenset(keys.split()) for role, keys in roles.items()},
        articles=frozenset(),
        first=bounds.earliest if bounds else None,
        last=bounds.latest if bounds else None,
        dated=bounds is not None,
        items=(),
        origin=str(number),
    )


def duty(treaty: str, obligation: str, day: str) -> Duty:
    """The obligation in the version of the day."""
    when = parse(day).earliest
    assert when
    for article, version, one in obligations(treaties()[treaty]):
        first, last = parse(version.since).earliest, parse(version.until).latest if version.until else None
        if one.id == obligation and (first is None or first <= when) and (last is None or when <= last):
            return Duty(treaties()[treaty], article, version, one)
    raise AssertionError(f"{treaty} has no {obligation} on {day}")


def views(of: tuple[str, str], parties: tuple[str, str, str], days: tuple[str, str], claims: Iterable[Said]) -> Told:
    """`parties` are obligors, beneficiaries, adversaries, as keys with blanks between."""
    since, until = map(date.fromisoformat, days)
    named = Parties(*(tuple(keys.split()) for keys in parties))
    found = assess(duty(*of, days[0]), named, Days(since, until), list(claims), entities())
    return {view.viewpoint: view for view in found}


def element(view: View, name: str) -> Element:
    return next(one for one in view.elements if one.name == name)
