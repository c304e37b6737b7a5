"""Archives: every report in them is read, every broken member is named, and no bomb goes off."""

import bz2
import gzip
import io
import lzma
import os
import sys
import tarfile
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.ingest.options import Metadata, Options
from foedus.ingest.problem import Problem
from foedus.ingest.sources import read_sources
from foedus.model.document import Document
from tests.ingest.opened import documents, opened, problems, texts

REPORT = b"Two ships left port on Monday, the ministry said."
LINES = b'{"text": "One ship left."}\n{"text": "Two ships left."}\n'


def zipped(*members: tuple[str, bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packed) as archive:
        for name, raw in members:
            archive.writestr(name, raw)
    return out.getvalue()


def tarred(*members: tuple[str, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]  # one of tarfile's modes
        for name, raw in members:
            entry = tarfile.TarInfo(name)
            entry.size = len(raw)
            archive.addfile(entry, io.BytesIO(raw))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.zip", zipped(("x/one.txt", REPORT), ("two.jsonl", LINES))),
        ("a.tar", tarred(("x/one.txt", REPORT), ("two.jsonl", LINES))),
        ("a.tar.gz", tarred(("x/one.txt", REPORT), ("two.jsonl", LINES), mode="w:gz")),
        ("a.tgz", tarred(("x/one.txt", REPORT), ("two.jsonl", LINES), mode="w:gz")),
        ("a.tar.bz2", tarred(("x/one.txt", REPORT), ("two.jsonl", LINES), mode="w:bz2")),
        ("a.tar.xz", tarred(("x/one.txt", REPORT), ("two.jsonl", LINES), mode="w:xz")),
    ],
)
def test_the_reports_in_an_archive_are_read_by_their_kinds(name: str, raw: bytes) -> None:
    assert texts(opened(raw, name)) == {
        f"{name}!x/one.txt": REPORT.decode(),
        f"{name}!two.jsonl:1": "One ship left.",
        f"{name}!two.jsonl:2": "Two ships left.",
    }


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)])
def test_a_packed_file_is_read_by_the_kind_of_what_is_in_it(suffix: str, pack: Callable[[bytes], bytes]) -> None:
    name = f"reports/news.jsonl{suffix}"
    assert list(texts(opened(pack(LINES), name))) == [f"{name}!news.jsonl:1", f"{name}!news.jsonl:2"]
    assert list(texts(opened(pack(REPORT), "report"))) == ["report!report"]
    assert list(texts(opened(pack(tarred(("one.txt", REPORT))), "report"))) == ["report!report!one.txt"]


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="this Python unpacks it")
def test_zstandard_is_told_where_python_cannot_unpack_it() -> None:
    assert "unpack it first" in problems(opened(b"\x28\xb5\x2f\xfd1234", "news.jsonl.zst"))[0]


def test_what_the_bytes_surely_are_stands_over_the_name() -> None:
    (document,) = opened(zipped(("one.txt", REPORT)), "report.html")
    assert isinstance(document, Document)
    assert [note.code for note in document.notes] == ["format"]
    assert "web page" in document.notes[0].text
    assert "ZIP archive" in document.notes[0].text


def test_what_is_no_report_is_left_out_and_told_once() -> None:
    archive = zipped(
        *((f"page_files/{number}.png", b"\x89PNG") for number in range(9)),
        ("one.txt", REPORT),
        ("__MACOSX/one.txt", b"x"),
        (".hidden/one.txt", b"x"),
        ("README.md", b"x"),
        ("../../etc/cron", REPORT),
        ("noise", b"\x89PNG\0"),
    )
    results = opened(archive, "a.zip")
    assert list(texts(results)) == ["a.zip!one.txt", "a.zip!../../etc/cron"]
    noise, images = problems(results)
    assert noise.startswith("a.zip!noise is of no kind that is read")
    assert images.endswith("0.png, page_files/1.png, page_files/2.png, page_files/3.png, page_files/4.png and 4 more")


def test_a_manifest_in_a_zip_says_what_is_known_of_the_files_beside_it() -> None:
    manifest = b"files:\n  one.txt: {outlet: The Harbour, published: 2022-05-19}\n  none.txt: {lang: en}\n"
    raw = zipped(("in/one.txt", REPORT), ("one.txt", REPORT), ("in/manifest.yaml", manifest), ("b/manifest.yaml", b"["))
    results = opened(raw, "a.zip", Options(metadata=Metadata(outlet="Given")))
    found = {source: (document.outlet, document.published) for source, document in documents(results).items()}
    assert found == {"a.zip!in/one.txt": ("Given", "2022-05-19"), "a.zip!one.txt": ("Given", None)}
    broken, missing = problems(results)
    assert broken.startswith("a.zip!b/manifest.yaml cannot be used")
    assert missing == "a.zip!in/manifest.yaml names what is not beside it: none.txt"


def test_nothing_is_written_by_a_members_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    inner = zipped(("../up.txt", REPORT))
    (tmp_path / "in" / "a.zip").write_bytes(
        zipped(("../one.txt", REPORT), ("/abs.txt", REPORT), ("b/../../b.zip", inner))
    )
    results = [item.result for item in read_sources(["a.zip"])]
    assert len(results) == 3
    assert all(isinstance(result, Document) for result in results)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.zip", "in"]


def test_names_that_no_screen_or_ledger_takes_are_mended() -> None:
    (source,) = texts(opened(zipped(("a\x1b[2J\nb.txt", REPORT)), "a.zip"))
    assert source == "a.zip!a\ufffd[2J\ufffdb.txt"
    raw = tarred(("caf\udce9.txt", REPORT))
    assert list(texts(opened(raw, "a.tar"))) == ["a.tar!caf\ufffd.txt"]


def test_a_locked_member_is_told_and_the_others_are_read() -> None:
    raw = bytearray(zipped(("one.txt", REPORT), ("two.txt", REPORT)))
    first = raw.index(b"PK\x01\x02")
    raw[first + 8] |= 1  # the flag of encryption, in the directory and in the entry itself
    raw[6] |= 1
    results = opened(bytes(raw), "a.zip")
    assert problems(results) == ["a.zip!one.txt is locked with a password: unpack it yourself and give the files"]
    assert list(texts(results)) == ["a.zip!two.txt"]


def test_a_damaged_member_is_told_and_the_others_are_read() -> None:
    raw = bytearray(zipped(("one.txt", REPORT), ("two.txt", REPORT), packed=zipfile.ZIP_STORED))
    raw[raw.index(REPORT)] ^= 0xFF
    results = opened(bytes(raw), "a.zip")
    (message,) = problems(results)
    assert message.startswith("a.zip!one.txt is damaged: Bad CRC-32")
    assert list(texts(results)) == ["a.zip!two.txt"]


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.gz", "a.bz2", "a.xz"])
def test_an_archive_that_breaks_off_is_told(name: str) -> None:
    noise = b"".join(sha256(b"%d" % number).hexdigest().encode() for number in range(600))
    pack = {
        "a.zip": lambda: zipped(("one.txt", noise), ("two.txt", noise)),
        "a.tar.gz": lambda: tarred(("one.txt", noise), ("two.txt", noise), mode="w:gz"),
        "a.gz": lambda: gzip.compress(noise),
        "a.bz2": lambda: bz2.compress(noise),
        "a.xz": lambda: lzma.compress(noise),
    }
    raw = pack[name]()
    results = opened(raw[: len(raw) * 3 // 4], name)
    assert "is damaged" in problems(results)[0]
    assert list(texts(results)) == (["a.tar.gz!one.txt"] if name == "a.tar.gz" else [])


def test_archives_in_archives_are_read_to_a_depth() -> None:
    raw = zipped(("1.zip", zipped(("2.zip", zipped(("deep.txt", REPORT))), ("shallow.txt", REPORT))))
    assert list(texts(opened(raw, "a.zip"))) == ["a.zip!1.zip!2.zip!deep.txt", "a.zip!1.zip!shallow.txt"]
    results = opened(raw, "a.zip", Options(max_depth=2))
    assert list(texts(results)) == ["a.zip!1.zip!shallow.txt"]
    assert problems(results) == [
        "a.zip!1.zip!2.zip lies in too many archives: unpack the outer ones, or raise it by --limit depth=N"
    ]


def test_a_bomb_is_stopped_and_told_once() -> None:
    zeros = bytes(30_000_000)
    for raw, name in (
        (zipped(*((f"{number}.txt", zeros) for number in range(9)), ("last.txt", REPORT)), "a.zip"),
        (zipped(("1.zip", zipped(*((f"{number}.jsonl", zeros) for number in range(3))))), "a.zip"),
        (gzip.compress(zeros), "a.jsonl.gz"),
    ):
        results = opened(raw, name)
        assert texts(results) == {}
        bomb = [message for message in problems(results) if "times its size" in message]
        assert len(bomb) == 1
        assert "--limit ratio=N" in bomb[0]


def test_all_that_an_archive_grows_to_is_limited() -> None:
    raw = zipped(*((f"{number}.txt", REPORT) for number in range(9)))
    results = opened(raw, "a.zip", Options(max_total_bytes=len(REPORT) * 3))
    assert len(texts(results)) == 3
    assert "--limit total-size=GB" in problems(results)[0]
    assert len(problems(results)) == 1


def test_too_many_entries_are_told() -> None:
    members = [(f"{number}.txt", REPORT) for number in range(9)]
    for raw, name in ((zipped(*members), "a.zip"), (tarred(*members), "a.tar")):
        results = opened(raw, name, Options(max_members=4))
        assert len(texts(results)) == 4
        assert "more than 4 files" in problems(results)[0]


def test_a_member_over_the_limit_of_one_document_is_told() -> None:
    results = opened(zipped(("long.txt", REPORT * 100), ("one.txt", REPORT)), "a.zip", Options(max_bytes=1000))
    assert list(texts(results)) == ["a.zip!one.txt"]
    assert "a.zip!long.txt is over the limit" in problems(results)[0]


def test_links_in_an_archive_are_left_out() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("passwords.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    results = opened(out.getvalue(), "a.tar")
    assert texts(results) == {}
    assert problems(results) == ["a.tar: left out, of no kind that is read: passwords.txt"]


def test_an_archive_from_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    raw = zipped(("one.txt", REPORT))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Pipe(raw))))
    (item,) = read_sources(["-"])
    assert isinstance(item.result, Document)
    assert item.result.source == "standard input!one.txt"


def test_a_named_pipe_is_read_to_the_limit_of_all_that_may_come(tmp_path: Path) -> None:
    pipe = tmp_path / "a.zip"
    os.mkfifo(pipe)
    raw = zipped(("one.txt", REPORT))
    for limit, read in ((len(raw) * 9, [REPORT.decode()]), (len(raw) - 1, [])):
        writing = Thread(target=pipe.write_bytes, args=(raw,))
        writing.start()
        results = [item.result for item in read_sources([str(pipe)], Options(max_total_bytes=limit))]
        writing.join()
        assert list(texts(results).values()) == read
        assert [f"{pipe} is larger than" in message for message in problems(results)] == [True] * (not read)


BROKEN = (
    ("a.zip", zipped(("one.txt", REPORT), ("in.zip", zipped(("two.jsonl", LINES))))),
    ("a.tgz", tarred(("one.txt", REPORT), ("two.jsonl", LINES), mode="w:gz")),
    ("a.jsonl.xz", lzma.compress(LINES)),
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(BROKEN), st.data())
def test_whatever_is_broken_ends_in_documents_and_problems(case: tuple[str, bytes], data: st.DataObject) -> None:
    name, raw = case
    start = data.draw(st.integers(0, len(raw) - 1))
    noise = data.draw(st.binary(max_size=9))
    cut = data.draw(st.integers(0, 40))
    for result in opened(raw[:start] + noise + raw[start + cut :], name):
        assert isinstance(result, Document | Problem)
        assert not isinstance(result, Problem) or "internal error" not in result.message, result
