"""Looks at folders: new and changed files are read once they have settled; renamed and deleted ones are left alone."""

import os
from pathlib import Path

import pytest

from foedus.model.errors import LedgerError
from tests.watching.case import Desk, desk

WORDS = "The ministry signed a contract for twelve howitzers.\n"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def read(at: Desk) -> list[str]:
    return [Path(document.source or "").name for document in at.read.documents]


def test_files_are_read_once_and_again_when_they_change(at: Desk, inbox: Path) -> None:
    watched = at.folder(inbox)
    watched.look()
    assert at.told == []
    (inbox / "a.txt").write_text(WORDS)
    (inbox / "below").mkdir()
    (inbox / "below" / "b.txt").write_text(WORDS + "B")
    (inbox / "image.bin").write_bytes(b"\0")
    watched.look()
    watched.look()
    assert read(at) == ["a.txt", "b.txt"]
    (inbox / "a.txt").write_text(WORDS + "More.")
    watched.look()
    assert read(at) == ["a.txt", "b.txt", "a.txt"]
    assert at.told[0] == f"{inbox}: 2 new or changed files; 2 documents read, 0 new claims"
    assert at.clock.waits == [2.0, 2.0]


def test_a_file_that_is_still_written_waits(at: Desk, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = inbox / "a.txt"
    file.write_text(WORDS)
    watched = at.folder(inbox)
    real = at.clock.wait

    def written_meanwhile(seconds: float) -> None:
        with file.open("a") as stream:
            stream.write(WORDS)
        real(seconds)

    monkeypatch.setattr(at.clock, "wait", written_meanwhile)
    watched.look()
    assert read(at) == []
    monkeypatch.undo()
    watched.look()
    assert read(at) == ["a.txt"]
    assert at.read.documents[0].text == WORDS * 2


def test_a_file_that_goes_meanwhile_is_no_trouble(at: Desk, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = inbox / "a.txt"
    file.write_text(WORDS)
    monkeypatch.setattr(at.clock, "wait", lambda _: file.unlink())
    at.folder(inbox).look()
    assert (at.read.problems, at.told) == ([], [])


def test_a_renamed_file_is_not_read_again_and_a_copy_is(at: Desk, inbox: Path) -> None:
    watched = at.folder(inbox)
    (inbox / "a.txt").write_text(WORDS)
    watched.look()
    (inbox / "a.txt").rename(inbox / "b.txt")
    watched.look()
    assert read(at) == ["a.txt"]
    (inbox / "c.txt").write_bytes((inbox / "b.txt").read_bytes())
    watched.look()
    assert read(at) == ["a.txt", "c.txt"]


def test_a_file_put_in_place_of_another_is_read(at: Desk, inbox: Path) -> None:
    watched = at.folder(inbox)
    (inbox / "a.txt").write_text(WORDS)
    watched.look()
    (inbox / ".new").write_text(WORDS.upper())
    known = (inbox / "a.txt").stat()
    os.utime(inbox / ".new", ns=(known.st_atime_ns, known.st_mtime_ns))
    (inbox / ".new").replace(inbox / "a.txt")
    watched.look()
    assert [document.text for document in at.read.documents] == [WORDS, WORDS.upper()]


def test_what_was_read_survives_a_restart_and_what_was_not_marked_is_read(tmp_path: Path, inbox: Path) -> None:
    (inbox / "a.txt").write_text(WORDS)
    with desk(tmp_path / "s") as at:
        at.read.fault = LedgerError("the ledger is busy")
        with pytest.raises(LedgerError):
            at.folder(inbox).look()
    for expected in (["a.txt"], []):
        with desk(tmp_path / "s") as at:
            at.folder(inbox).look()
            assert read(at) == expected


def test_an_end_in_the_middle_leaves_the_rest_for_later(tmp_path: Path, inbox: Path) -> None:
    for name in "abc":
        (inbox / f"{name}.txt").write_text(WORDS + name)
    with desk(tmp_path / "s") as at:

        def end(_: int) -> None:
            at.clock.is_ended = True

        at.read.after = end
        at.folder(inbox).look()
        assert read(at) == ["a.txt"]
    with desk(tmp_path / "s") as at:
        at.folder(inbox).look()
        assert read(at) == ["b.txt", "c.txt"]


def test_an_end_in_the_middle_of_a_file_leaves_all_of_it_for_later(tmp_path: Path, inbox: Path) -> None:
    (inbox / "a.txt").write_text(WORDS)
    (inbox / "b.jsonl").write_text("".join(f'{{"text": "{WORDS.strip()} {n}"}}\n' for n in range(3)))
    with desk(tmp_path / "s") as at:

        def end(read: int) -> None:
            at.clock.is_ended = read == 2

        at.read.after = end
        at.folder(inbox).look()
        assert read(at) == ["a.txt", "b.jsonl:1"]
    with desk(tmp_path / "s") as at:
        at.folder(inbox).look()
        assert read(at) == ["b.jsonl:1", "b.jsonl:2", "b.jsonl:3"]


def test_a_file_that_holds_nothing_is_remembered(at: Desk, inbox: Path) -> None:
    (inbox / "a.jsonl").write_text("\n\n")
    watched = at.folder(inbox)
    watched.look()
    watched.look()
    assert len(at.told) == 1


def test_a_manifest_counts_and_its_faults_are_told_once(at: Desk, inbox: Path) -> None:
    (inbox / "manifest.yaml").write_text("files: {a.txt: {outlet: The Gazette}, gone.txt: {lang: en}}")
    for name in "ab":
        (inbox / f"{name}.txt").write_text(WORDS + name)
    at.folder(inbox).look()
    assert [document.outlet for document in at.read.documents] == ["The Gazette", None]
    assert [line for line in at.told if "gone.txt" in line] == [
        f"{inbox / 'manifest.yaml'} names what is not beside it: gone.txt"
    ]
    assert at.read.problems == []


def test_a_file_that_cannot_be_read_is_told_once(at: Desk, inbox: Path) -> None:
    (inbox / "a.txt").write_bytes(b"")
    watched = at.folder(inbox)
    watched.look()
    watched.look()
    assert [problem.item for problem in at.read.problems] == [str(inbox / "a.txt")]


def test_a_folder_that_is_not_there_is_told_once_and_looked_for_again(at: Desk, tmp_path: Path) -> None:
    watched = at.folder(tmp_path / "later")
    watched.look()
    watched.look()
    assert at.told == [f"{tmp_path / 'later'} is not there: it is looked for again"]
    (tmp_path / "later").mkdir()
    (tmp_path / "later" / "a.txt").write_text(WORDS)
    watched.look()
    assert read(at) == ["a.txt"]


def test_many_files_are_remembered_in_parts(at: Desk, inbox: Path) -> None:
    for number in range(60):
        (inbox / f"{number:02}.txt").write_text(WORDS + str(number))
    at.folder(inbox).look()
    assert [line.split(": ")[1].split(" ")[0] for line in at.told] == ["50", "10"]
