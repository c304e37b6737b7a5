"""docs/architecture.md and its neighbours describe the rooms, contracts and words that there are."""

import tomllib
from pathlib import Path
from typing import get_args

import pytest

from foedus.model.vocabulary import TYPES
from foedus.reader.lexicon import families, groups, load_lexicon
from foedus.reader.lexicon.framing import GENERAL
from foedus.reader.read import READABLE
from foedus.reader.unit import Form, Gate, Pos
from tests.docs.pages import ROOT, code, page, rows, sections

ARCHITECTURE = page("docs/architecture.md")
SECTIONS = {section.title: section.text for section in sections(ARCHITECTURE, 2)}
PACKAGE = ROOT / "src" / "foedus"
CONTRACTS = tomllib.loads(page("pyproject.toml"))["tool"]["importlinter"]["contracts"]


def test_every_room_is_in_the_table_and_nothing_else() -> None:
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert {code(cells[0])[0].rstrip("/") for cells in rows(SECTIONS["The rooms"])} == rooms


def test_the_table_of_rooms_and_the_layers_name_the_same_rooms() -> None:
    layers = next(contract["layers"] for contract in CONTRACTS if contract["type"] == "layers")
    named = {name.strip().removeprefix("foedus.") for layer in layers for name in layer.replace(":", "|").split("|")}
    assert named == {code(cells[0])[0].rstrip("/") for cells in rows(SECTIONS["The rooms"])}


def test_every_import_contract_is_named() -> None:
    stated = SECTIONS["Rules that the tests hold"]
    assert [contract["name"] for contract in CONTRACTS if contract["name"] not in stated] == []


def test_every_path_that_a_page_names_exists() -> None:
    data = [cell for cells in rows(SECTIONS["Where knowledge lies"]) for cell in code(cells[0])]
    patterns = [pattern.replace("LANG", lang) for pattern in data for lang in READABLE]
    assert [pattern for pattern in patterns if not _exists(PACKAGE / "data", pattern)] == []
    named = [
        word for word in code(SECTIONS["To add something"]) if "/" in word and "xx" not in word and " " not in word
    ]
    places = (ROOT, PACKAGE)
    assert [word for word in named if not any(_exists(place, word) for place in (*places, PACKAGE / "data"))] == []


def test_gates_forms_parts_of_speech_and_fields_of_the_lexicon_are_listed() -> None:
    listed = set(code(page("docs/lexicon.md")))
    assert set(get_args(Gate)) | set(get_args(Pos)) | set(get_args(Form)) <= listed
    assert families.FIELDS | families.POS_FIELDS | groups.FIELDS | set(GENERAL) <= listed


@pytest.mark.parametrize("lang", sorted(READABLE))
def test_every_type_has_words_in_every_language_as_no_page_names_another_limit(lang: str) -> None:
    assert {unit.type for unit in load_lexicon(lang).units} == set(TYPES)


def _exists(place: Path, pattern: str) -> bool:
    return any(place.glob(pattern.rstrip("/")))
