"""The lists of things and opposites name ideas that there are."""

from importlib.resources import files

import pytest

from foedus.language.knowledge import rows

DATA = files("foedus") / "data" / "lineage"
IDEAS = {cells[0] for cells in rows(DATA / "words.tsv")}


@pytest.mark.parametrize("name", ["things.tsv", "opposites.tsv"])
def test_every_idea_of_a_list_has_its_words(name: str) -> None:
    assert {idea for cells in rows(DATA / name) for idea in cells} <= IDEAS


def test_nothing_is_its_own_opposite() -> None:
    assert all(one != other for one, other in rows(DATA / "opposites.tsv"))
