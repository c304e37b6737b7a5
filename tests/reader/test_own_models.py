"""A user's models: read with in place of the shipped ones, and refused in one line where they are broken."""

import shutil
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from foedus.model.document import make_document
from foedus.model.errors import DataError
from foedus.reader.confidence import load_confidence
from foedus.reader.models import ORIGIN, check_models, made_for
from foedus.reader.read import Reader

TEXT = "Norway delivered 12 howitzers to Ukraine on Monday, the defence ministry in Oslo said."


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """The shipped models as though a user had trained them."""
    folder = tmp_path / "day-one"
    with as_file(files("foedus") / "data") as data:
        for name in ("decider", "linker"):
            shutil.copytree(data / name, folder / name)
        shutil.copy(data / "confidence.yaml", folder)
    (folder / ORIGIN).write_text(f"made_for: {made_for()}\n", encoding="utf-8")
    return folder


def test_the_same_models_give_the_same_claims_under_a_name_of_their_own(models: Path) -> None:
    document = make_document(TEXT, lang="en", published="2024-05-06")
    shipped, own = Reader.load().read(document), Reader.choosing({}, models=models).read(document)
    assert shipped.claims
    assert {claim.reader.name for claim in own.claims} == {"foedus models=day-one"}
    assert [(one.id, one.stage, one.roles) for one in own.claims] == [
        (one.id, one.stage, one.roles) for one in shipped.claims
    ]


def test_the_confidence_of_the_folder_is_used(models: Path) -> None:
    """A confidence that trusts nothing keeps no claim."""
    document = make_document(TEXT, lang="en", published="2024-05-06")
    shipped = load_confidence()
    text = (models / "confidence.yaml").read_text(encoding="utf-8")
    (models / "confidence.yaml").write_text(text.replace(f"bias: {shipped.bias}", "bias: -50.0"), encoding="utf-8")
    reading = Reader.choosing({}, models=models).read(document)
    assert reading.claims == []
    assert reading.held_back > 0


def _no_origin(folder: Path) -> None:
    (folder / ORIGIN).unlink()


def _other_version(folder: Path) -> None:
    (folder / ORIGIN).write_text("made_for: 0.0.1 abc\n", encoding="utf-8")


def _no_trees(folder: Path) -> None:
    (folder / "linker" / "second.npz").unlink()


def _cut_trees(folder: Path) -> None:
    file = folder / "decider" / "first.npz"
    file.write_bytes(file.read_bytes()[:1000])


def _garbled_confidence(folder: Path) -> None:
    (folder / "confidence.yaml").write_text("weights: [", encoding="utf-8")


def _no_folder(folder: Path) -> None:
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_no_origin, "origin.yaml cannot be used"),
        (_other_version, "made for Foedus 0.0.1 abc"),
        (_no_trees, "broken"),
        (_cut_trees, "broken"),
        (_garbled_confidence, "broken"),
        (_no_folder, "no such folder"),
    ],
)
def test_what_is_wrong_is_one_line_with_the_remedy(models: Path, spoil: Callable[[Path], None], said: str) -> None:
    spoil(models)
    with pytest.raises(DataError) as told:
        check_models(models)
    line = str(told.value)
    assert said in line
    assert "foedus train" in line
    assert "\n" not in line
