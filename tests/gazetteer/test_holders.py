"""A title names its holder on the day, and nobody where two or none are known."""

from datetime import date

import pytest

from foedus.gazetteer.holders import Holders

_HOLDERS = Holders.load()


@pytest.mark.parametrize(
    ("role", "of", "day", "person"),
    [
        ("prime_minister", "ARM", date(2024, 5, 1), "nikol-pashinyan"),
        ("president", "KAZ", date(2018, 5, 1), "nursultan-nazarbayev"),
        ("defence_minister", "FRA", date(2023, 5, 1), "sebastien-lecornu"),
        ("head_of_government", "SVK", date(2024, 1, 1), "robert-fico"),
        ("prime_minister", "DEU", date(2023, 1, 1), "olaf-scholz"),
        ("president", "USA", date(2021, 1, 20), None),
        ("president", "ATA", date(2021, 1, 20), None),
        ("prime_minister", "ARM", date(1890, 1, 1), None),
    ],
)
def test_holder_of_an_office_on_a_day(role: str, of: str, day: date, person: str | None) -> None:
    assert _HOLDERS.on([role], of, day) == person


def test_the_first_role_that_anybody_is_known_for_decides() -> None:
    assert _HOLDERS.on(["mayor", "prime_minister"], "ARM", date(2024, 5, 1)) == "nikol-pashinyan"
