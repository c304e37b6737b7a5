"""docs/claims.md says what the code and the schema say, and its examples are claims."""

import json
from importlib.resources import files
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from foedus.gazetteer.entities import Entities
from foedus.model.claim_json import from_json, to_json
from foedus.model.document import make_document
from foedus.model.edtf import parse
from foedus.model.identity import claim_id
from foedus.model.vocabulary import FREE_TEXT_ROLES, NEGATIVE_STAGES, TYPES, CueKind, Kind, Via, VoiceKind, ZoneKind
from tests.docs.pages import blocks, code, page, rows, sections

PAGE = page("docs/claims.md")
SCHEMA: Any = json.loads(files("foedus").joinpath("data", "claim.schema.json").read_text(encoding="utf-8"))
EXAMPLES = list(zip(blocks(PAGE, "text"), blocks(PAGE, "json"), strict=True))
BY_TITLE = {section.title: section.text for level in (2, 3) for section in sections(PAGE, level)}


def test_the_table_of_types_is_the_vocabulary() -> None:
    found = {cells[0]: cells for cells in rows(BY_TITLE["Types, roles and stages"])}
    assert {code(name)[0] for name in found} == set(TYPES)
    for name, spec in TYPES.items():
        core, further, stages = (tuple(code(cell)) for cell in found[f"`{name}`"][1:])
        assert (core, further, stages) == spec, name


def test_every_field_of_the_record_is_explained_in_its_order() -> None:
    listed = [field for cells in rows(PAGE.split("### Ids")[0]) for field in code(cells[0])]
    assert listed == list(SCHEMA["properties"])


@pytest.mark.parametrize(
    ("title", "field"),
    [("Fillers", "roles"), ("Quantity and value", "quantity"), ("Quantity and value", "value"), ("Dates", "when")],
)
def test_the_fields_of_each_part_are_named(title: str, field: str) -> None:
    part = SCHEMA["properties"][field]
    part = part.get("anyOf", [part])[0]
    part = part.get("additionalProperties", part) or part
    part = part.get("items", part)
    shape = BY_TITLE[title]
    braces = [set(names.strip("{}").split(", ")) for names in code(shape) if names.startswith("{")]
    assert set(part["properties"]) in braces


def test_voices_cues_and_documents_are_named_with_their_fields() -> None:
    for title, part in (
        ("Voices", SCHEMA["properties"]["attribution"]["items"]),
        ("Cues", SCHEMA["properties"]["cues"]["items"]),
        ("The document", SCHEMA["properties"]["document"]),
    ):
        braces = [set(names.strip("{}").split(", ")) for names in code(BY_TITLE[title]) if names.startswith("{")]
        assert set(part["properties"]) in braces, title


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Fillers", get_args(Kind)),
        ("Fillers", get_args(Via)),
        ("Voices", get_args(VoiceKind)),
        ("Cues", get_args(CueKind)),
        ("Saying no", NEGATIVE_STAGES),
        ("Types, roles and stages", FREE_TEXT_ROLES),
    ],
)
def test_closed_lists_are_listed(title: str, words: tuple[str, ...]) -> None:
    assert set(words) <= set(code(BY_TITLE[title]))


def test_zones_are_listed() -> None:
    zone = next(cells for cells in rows(PAGE) if cells[0] == "`zone`")
    assert set(code(zone[1])) == set(get_args(ZoneKind))


def test_every_date_of_the_table_can_be_read() -> None:
    dates = [text for cells in rows(BY_TITLE["Dates"]) for text in code(cells[1])]
    assert len(dates) > 10
    for text in dates:
        assert parse(text).text == text


def test_every_key_that_is_named_as_an_example_exists() -> None:
    entities = Entities.load()
    named = [key for cells in rows(BY_TITLE["Entities"]) for key in code(cells[2])]
    assert [key for key in named if entities.get(key) is None] == []


@pytest.mark.parametrize(("shown", "line"), EXAMPLES)
def test_an_example_is_a_claim_of_the_text_shown_with_it(shown: str, line: str) -> None:
    made = json.loads(line)
    Draft202012Validator(SCHEMA).validate(made)
    claim = from_json(line)
    assert json.loads(to_json(claim)) == made
    reference = claim.document
    body = shown.removeprefix(f"{reference.title}\n\n")
    document = make_document(
        body,
        lang=reference.lang,
        title=reference.title,
        published=reference.published,
        outlet=reference.outlet,
        url=reference.url,
    )
    assert document.text == shown
    assert document.ref == reference
    trigger = (claim.trigger.start, claim.trigger.end)
    assert claim.id == claim_id(document.sha256, trigger, claim.type, claim.roles, claim.attribution)
    placed = [part for part in _objects(made) if "start" in part]
    assert all(shown[part["start"] : part["end"]] == part["text"] for part in placed)


def test_there_are_two_examples() -> None:
    assert len(EXAMPLES) == 2


def _objects(part: object) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [found for one in part for found in _objects(one)]
    if isinstance(part, dict):
        return [part, *(found for one in part.values() for found in _objects(one))]
    return []
