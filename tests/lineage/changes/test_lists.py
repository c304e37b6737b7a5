"""The tables of words by which changes are told: whole, without a form twice, naming what there is."""

from collections import Counter
from importlib.resources import files

import pytest

from foedus.gazetteer.sounds import plain
from foedus.language.knowledge import rows
from foedus.lineage.changes.forms import Forms
from foedus.model.errors import DataError

DATA = files("foedus") / "data" / "lineage"
KEYS = {"things.tsv": 3, "stances.tsv": 2, "steps.tsv": 1, "exchanges.tsv": 1, "sourcing.tsv": 1, "speakers.tsv": 1}
"""Cells before the forms, by table."""


@pytest.mark.parametrize("name", KEYS)
def test_every_row_has_forms_of_each_language(name: str) -> None:
    found = rows(DATA / name)
    assert found
    assert all(len(cells) == KEYS[name] + 3 and all(cell.strip() for cell in cells) for cells in found)


@pytest.mark.parametrize("name", KEYS)
def test_forms_are_written_as_words_are_looked_up(name: str) -> None:
    """Small, without accents: another form would never be met."""
    forms = {form for cells in rows(DATA / name) for cell in cells[KEYS[name] :] for form in cell.split()}
    assert {form for form in forms if form != plain(form).replace("ё", "е") or "-" in form or "'" in form} == set()


def test_no_word_of_a_family_takes_both_sides() -> None:
    sides = Counter(
        (cells[0], column, form)
        for cells in rows(DATA / "stances.tsv")
        for column, cell in enumerate(cells[2:])
        for form in set(cell.split())
    )
    assert {key for key, count in sides.items() if count > 1} == set()


def test_wider_names_of_things_are_things() -> None:
    found = rows(DATA / "things.tsv")
    things = {cells[0] for cells in found}
    assert {wide for cells in found for wide in cells[2].split()} <= things | {"-", "*"}
    assert len(things) == len(found)


def test_actors_are_ideas() -> None:
    ideas = {cells[0] for cells in rows(DATA / "words.tsv")}
    assert {cells[0] for cells in rows(DATA / "actors.tsv")} <= ideas


def test_a_row_without_a_language_is_refused() -> None:
    with pytest.raises(DataError, match="'tank' have 2 cells"):
        Forms([("tank", ["tank", "char"])])
