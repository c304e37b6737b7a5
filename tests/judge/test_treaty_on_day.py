"""Who is bound on a day, by law and in practice, and which version of an article holds."""

from datetime import date

import pytest

from foedus.gazetteer.entities import Entities
from foedus.judge.treaties.files import load
from foedus.judge.treaties.on_day import bound, is_member, version_on
from foedus.model.treaty import Treaty


@pytest.fixture(scope="module")
def entities() -> Entities:
    return Entities.load()


@pytest.fixture(scope="module")
def treaties(entities: Entities) -> dict[str, Treaty]:
    return load(entities)


@pytest.mark.parametrize(
    ("party", "day", "status"),
    [
        ("ARM", date(1993, 1, 1), "signed"),
        ("ARM", date(2020, 10, 1), "in_force"),
        ("UZB", date(2000, 1, 1), "left"),
        ("UZB", date(2010, 1, 1), "in_force"),
        ("UZB", date(2013, 1, 1), "suspended"),
        ("AZE", date(1998, 1, 1), "in_force"),
        ("AZE", date(2022, 9, 13), "left"),
        ("FRA", date(2022, 9, 13), None),
        ("CSTO", date(2022, 9, 13), "in_force"),
        ("CSTO", date(1990, 1, 1), None),
    ],
)
def test_status_by_law(
    treaties: dict[str, Treaty], entities: Entities, party: str, day: date, status: str | None
) -> None:
    assert bound(treaties["collective-security-treaty"], party, day, entities).status == status


def test_a_freeze_in_practice_is_told_apart_from_the_status_by_law(
    treaties: dict[str, Treaty], entities: Entities
) -> None:
    treaty = treaties["collective-security-treaty"]
    before, after = (bound(treaty, "ARM", day, entities) for day in (date(2024, 2, 21), date(2024, 2, 22)))
    assert (before.status, before.practice) == ("in_force", None)
    assert (after.status, after.practice) == ("in_force", "frozen")


def test_members_of_an_organisation_are_bound_through_it(treaties: dict[str, Treaty], entities: Entities) -> None:
    embargo = treaties["eu-arms-embargo-russia"]
    france = bound(embargo, "FRA", date(2015, 5, 1), entities)
    assert (france.in_force, france.through) == (True, "EU")
    assert not bound(embargo, "USA", date(2015, 5, 1), entities).in_force


@pytest.mark.parametrize(
    ("day", "member"), [(date(2008, 1, 1), False), (date(2014, 1, 1), True), (date(2026, 1, 1), True)]
)
def test_membership_begins_with_joining(entities: Entities, day: date, member: bool) -> None:
    assert is_member("EU", "HRV", day, entities) is member


@pytest.mark.parametrize(
    ("day", "request_needed"),
    [(date(1994, 4, 20), "unstated"), (date(2012, 12, 18), "unstated"), (date(2012, 12, 19), "required")],
)
def test_the_version_of_the_day_holds(treaties: dict[str, Treaty], day: date, request_needed: str) -> None:
    article = next(one for one in treaties["collective-security-treaty"].articles if one.article == "4")
    version = version_on(article, day)
    assert version is not None
    assert version.obligations[0].request == request_needed


def test_before_its_first_version_an_article_says_nothing(treaties: dict[str, Treaty]) -> None:
    article = treaties["collective-security-treaty"].articles[0]
    assert version_on(article, date(1993, 1, 1)) is None
