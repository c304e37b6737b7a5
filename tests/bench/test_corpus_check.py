"""The corpus files are well-formed, and the checker says what is wrong in one that is not."""

import json
from pathlib import Path
from typing import Any

import pytest
from bench.accuracy.corpus import files_of

from foedus.learning.corpus.check import check_file, main

OWN: dict[str, Any] = {
    "id": "own-1",
    "synthetic": True,
    "lang": "en",
    "published": "2021-03-04",
    "style": "agency",
    "text": "Freedonia has delivered nine tugboats to Sylvania. Freedonia is pleased.",
    "claims": [
        {
            "type": "transfer",
            "stage": "delivered",
            "trigger": ["delivered", 1],
            "roles": {"supplier": [{"e": None, "t": ["Freedonia", 1]}], "item": [{"e": None, "t": ["tugboats", 1]}]},
            "quantity": {"value": 9, "t": ["nine", 1]},
            "polarity": "affirmed",
            "certainty": "certain",
            "standing": "stated",
            "core": True,
        }
    ],
}


def faults_of(tmp_path: Path, change: dict[str, Any] | None = None, **top: object) -> list[str]:
    document = json.loads(json.dumps(OWN)) | top
    document["claims"][0] |= change or {}
    path = tmp_path / "own-1.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return check_file(path)


def test_every_file_of_every_part_is_well_formed() -> None:
    paths = [path for part in ("train", "dev", "test") for path in files_of(part)]
    faulty = [path.name for path in paths if check_file(path)]
    assert faulty == []  # names alone: the texts of the test part are not shown
    assert len(paths) == 824


def test_a_well_formed_document_has_no_faults(tmp_path: Path) -> None:
    assert faults_of(tmp_path) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"stage": "gained"}, "stage 'gained' is none of sought"),
        ({"trigger": ["delivered", 2]}, "'delivered' does not occur 2 times"),
        ({"trigger": ["", 1]}, "points at nothing"),
        ({"roles": {"thief": [{"e": None, "t": ["nine", 1]}]}}, "role 'thief' is none of"),
        ({"roles": {"item": []}}, "role 'item' is empty"),
        ({"standing": "rumoured"}, "rumoured cannot be certain"),
        ({"when": {"edtf": "March 2021"}}, "is no EDTF date"),
        ({"type": "meeting", "stage": "held", "roles": {}}, "core is true, but this type never is"),
        ({"polarity": "maybe"}, "not a corpus document"),
        ({"value": {"t": ["nine", 1], "currency": "USD"}}, "neither amount nor bound"),
    ],
)
def test_a_fault_in_a_claim_is_named(tmp_path: Path, change: dict[str, Any], says: str) -> None:
    [fault] = faults_of(tmp_path, change)
    assert says in fault
    assert "own-1.json" in fault


def test_a_document_must_say_that_it_is_synthetic_and_bear_its_file_name(tmp_path: Path) -> None:
    assert any("synthetic is not true" in fault for fault in faults_of(tmp_path, synthetic=False))
    assert any("is not the file's name" in fault for fault in faults_of(tmp_path, id="own-2"))


def test_the_command_fails_on_a_folder_with_faults_and_on_an_empty_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 1
    faults_of(tmp_path)
    assert main([str(tmp_path)]) == 0
    assert "1 documents, 0 faults" in capsys.readouterr().out
