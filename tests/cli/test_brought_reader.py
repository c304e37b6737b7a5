"""A reader of another package, where an installer puts it: found by name, set by foedus.toml, noted by the ledger."""

import shutil
from pathlib import Path

import pytest

from foedus.ledger.store import Ledger
from tests.cli.command import Ran, environment, foedus

PACKAGE = Path(__file__).with_name("brought")
REPORT = "Howitzers are forged here.\nBoats are welded there.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A report, and the package beside it as it is installed."""
    shutil.copytree(PACKAGE, tmp_path / "site", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "report.txt").write_text(REPORT)
    return tmp_path


def read(folder: Path, *words: str) -> Ran:
    env = environment(PYTHONPATH=str(folder / "site"))
    return foedus("read", "report.txt", "--lang", "en", *words, cwd=folder, env=env)


def items(folder: Path) -> list[str]:
    with Ledger.open(folder / "foedus.db", create=False) as ledger:
        return [claim.fillers("item")[0].text for claim in ledger.claims()]


def test_it_reads_into_the_ledger_under_its_own_name(folder: Path) -> None:
    ran = read(folder, "--reader", "steel")
    assert ran.code == 0, ran.err
    assert "production ongoing" in ran.out
    assert items(folder) == ["Howitzers"]
    with Ledger.open(folder / "foedus.db", create=False) as ledger:
        (told,) = ledger.documents()
        assert [(one.reader.name, one.reader.version) for one in ledger.read_by(told.id)] == [("steel", "1.0")]
    assert foedus("audit", "verify", cwd=folder).code == 0


def test_its_table_of_foedus_toml_is_what_it_is_made_with(folder: Path) -> None:
    (folder / "foedus.toml").write_text('[readers.steel]\nword = "welded"\n')
    assert read(folder, "--reader", "steel").code == 0
    assert items(folder) == ["Boats"]


def test_a_language_that_it_does_not_read_is_told(folder: Path) -> None:
    (folder / "report.txt").write_text("Rien ne se forge ici.\n")
    env = environment(PYTHONPATH=str(folder / "site"))
    words = ("read", "report.txt", "--lang", "fr", "--no-ledger", "--reader")
    own, brought = (foedus(*words, name, cwd=folder, env=env) for name in ("built-in", "steel"))
    assert "1 document read" in own.errors[-1]
    assert "1 document read" not in brought.errors[-1]
    assert "fr" in brought.err


@pytest.mark.parametrize(
    ("words", "code", "complaint"),
    [
        (["steal"], 2, "no reader 'steal' is installed: there are built-in, model, both, bare, broken, posing, steel"),
        (["bare"], 4, "reader bare (steel_reader:bare) cannot be used: it has no `name`"),
        (["broken"], 4, "reader broken (steel_reader:broken) cannot be loaded: KeyError: 'missing'"),
        (["posing"], 4, "the name 'careful/steel' is that of a reader of ours"),
        (["steel", "--model", "some-model"], 2, "--model says how a language model is asked"),
        (["steel", "--lexicon", "words"], 2, ""),
    ],
)
def test_what_cannot_be_used_is_one_line(folder: Path, words: list[str], code: int, complaint: str) -> None:
    ran = read(folder, "--reader", *words)
    assert (ran.code, len(ran.errors)) == (code, 1)
    assert complaint in ran.errors[0]
    assert not (folder / "foedus.db").exists()


def test_settings_that_are_no_table_are_one_line(folder: Path) -> None:
    (folder / "foedus.toml").write_text('[readers]\nsteel = "welded"\n')
    ran = read(folder, "--reader", "steel")
    assert (ran.code, len(ran.errors)) == (4, 1)
    assert "foedus.toml: [readers.steel] is no table" in ran.errors[0]


def test_without_the_package_its_name_is_unknown(folder: Path) -> None:
    ran = foedus("read", "report.txt", "--reader", "steel", cwd=folder)
    assert (ran.code, ran.errors) == (
        2,
        ["foedus: no reader 'steel' is installed: there are built-in, model, both"],
    )
