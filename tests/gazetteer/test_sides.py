"""For whom an entity speaks or acts."""

from datetime import date

import pytest

from foedus.gazetteer.entities import Entities
from foedus.gazetteer.sides import sides

KNOWN = Entities.load()


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("FRA", {"FRA"}),
        ("NATO", {"NATO"}),
        ("dassault-aviation", {"dassault-aviation", "FRA"}),
        ("houthis", {"houthis"}),
        ("kharkiv", {"kharkiv", "UKR"}),
        ("nobody-knows", {"nobody-knows"}),
    ],
)
def test_an_entity_stands_for_itself_and_for_its_state(key: str, found: set[str]) -> None:
    assert sides(KNOWN, key) == found


def test_a_person_stands_for_those_in_whose_office_he_was_on_the_day() -> None:
    assert sides(KNOWN, "sergei-lavrov", date(2022, 5, 19)) == {"sergei-lavrov", "RUS"}
    assert "UN" in sides(KNOWN, "antonio-guterres", date(2022, 5, 19))
