"""Each kind of bad input: one line that names the item and the remedy, the rest done, nothing lost."""

import sqlite3
from pathlib import Path

import pytest
from filelock import FileLock

from foedus.ledger.store import Ledger
from tests.cli.command import foedus

REPORT = "Russia delivered four S-400 systems to Turkey in July 2019, the Turkish defence ministry said.\n"
SCRIPT = "<html><head><title>Tanks</title></head><body><script>start()</script></body></html>"
LINE = '{"text": "Russia delivered four S-400 systems to Turkey in July 2019.", "published": "2019-07-15"}\n'

BAD = {
    "missing.txt": (None, "check the path"),
    "empty.txt": (b"", "is empty"),
    "huge.txt": (b"x" * 50_000_000, "--max-size"),
    "binary.txt": (b"\x7fELF\x02\x01\x00\x00", "is not text"),
    "damaged.txt": ("déjà livré, répété".encode() + b"\xc3 caf\xe9", "is not valid UTF-8"),
    "scan.pdf": (b"%PDF-1.7\n%\xe2\xe3", "scan.pdf"),
    "script.html": (SCRIPT.encode(), "no text found"),
    "array.jsonl": (b'[{"text": "x"}]\n', "one object on each line"),
}


def put(folder: Path, name: str) -> str:
    raw, reason = BAD[name]
    if raw is not None:
        (folder / name).write_bytes(raw)
    return reason


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_alone_is_one_line_and_exit_3(name: str, tmp_path: Path) -> None:
    reason = put(tmp_path, name)
    ran = foedus("read", name, "--no-ledger", cwd=tmp_path)
    assert (ran.code, ran.out, len(ran.errors)) == (3, "", 2)
    assert ran.errors[0].startswith(f"foedus: {name}")
    assert reason in ran.errors[0]
    assert ran.errors[1].startswith("foedus: 0 documents read, 1 not read")


def test_bad_files_among_good_ones_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    for name in BAD:
        put(tmp_path, name)
    (tmp_path / "zz.txt").write_text(REPORT)
    ran = foedus("read", *BAD, "zz.txt", cwd=tmp_path)
    assert ran.code == 1
    assert [line.split()[1].partition(":")[0] for line in ran.errors[:-1]] == list(BAD)
    with Ledger.open(tmp_path / "foedus.db", create=False) as ledger:
        assert [document.text for document in ledger.documents()] == [REPORT]


def test_a_folder_without_reports_is_named(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "one.png").write_bytes(b"x")
    ran = foedus("read", "pictures", "--no-ledger", cwd=tmp_path)
    assert (ran.code, ran.errors[0].startswith("foedus: pictures holds no report")) == (3, True)


def test_a_broken_line_is_named_with_its_number_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_text(LINE + '{"text": "cut\n' + LINE.replace("four", "six"))
    ran = foedus("read", "news.jsonl", "--format", "jsonl", cwd=tmp_path)
    assert (ran.code, len(ran.out.splitlines())) == (1, 2)
    assert ran.errors[0].startswith("foedus: news.jsonl:2 is no JSON object")


def test_many_broken_lines_are_counted_instead_of_flooding(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_text('{"body": "x"}\n' * 500)
    ran = foedus("read", "news.jsonl", "--no-ledger", cwd=tmp_path)
    assert (ran.code, len(ran.errors)) == (3, 12)
    assert "--map text=body" in ran.errors[0]
    assert ran.errors[10] == "foedus: news.jsonl: 490 more like these"


def test_a_document_over_the_limit_on_standard_input_is_refused(tmp_path: Path) -> None:
    ran = foedus("read", "-", "--no-ledger", "--max-size", "1", cwd=tmp_path, stdin=b"x" * 5_000_000)
    assert (ran.code, "standard input is over the limit of 1 MB" in ran.err) == (3, True)


def test_a_code_page_that_is_guessed_is_told(tmp_path: Path) -> None:
    text = "Le ministère a annoncé que l’armée avait reçu de nouveaux véhicules blindés, déjà payés.\n" * 3
    (tmp_path / "vieux.txt").write_bytes(text.encode("cp1252"))
    ran = foedus("read", "vieux.txt", "--no-ledger", cwd=tmp_path)
    assert (ran.code, "vieux.txt: not UTF-8; read as cp1252" in ran.err) == (0, True)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder with a report and a ledger that holds it."""
    (tmp_path / "report.txt").write_text(REPORT)
    assert foedus("read", "report.txt", cwd=tmp_path).code == 0
    return tmp_path


def test_a_ledger_of_a_newer_schema_is_refused_and_left_alone(kept: Path) -> None:
    with sqlite3.connect(kept / "foedus.db") as database:
        database.execute("UPDATE ledger SET value = '99' WHERE key = 'schema_version'")
    database.close()
    for words in (["read", "report.txt"], ["claims"], ["doctor"]):
        ran = foedus(*words, cwd=kept)
        assert ran.code == 5
        assert "schema 99" in ran.err + ran.out


def test_a_ledger_that_another_process_writes_is_named(kept: Path) -> None:
    withdraw = ("forget", "--batch", "1", "--reason", "the wrong folder", "--yes")
    with FileLock(kept / "foedus.db.lock"):
        ran = foedus(*withdraw, cwd=kept)
        assert foedus("claims", cwd=kept).code == 0
    assert (ran.code, len(ran.errors)) == (5, 1)
    assert "foedus.db is being written by another process" in ran.err
    assert foedus(*withdraw, cwd=kept).code == 0


@pytest.mark.parametrize("raw", [b"no database at all, only words", b"SQLite format 3\x00" + b"\xff" * 200])
def test_a_file_that_is_no_ledger_is_refused_and_left_alone(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "report.txt").write_text(REPORT)
    (tmp_path / "notes.db").write_bytes(raw)
    ran = foedus("read", "report.txt", "--ledger", "notes.db", cwd=tmp_path)
    assert (ran.code, len(ran.errors)) == (5, 1)
    assert "notes.db" in ran.err
    assert (tmp_path / "notes.db").read_bytes() == raw
