"""Documents that are added on the page: read as `foedus read` reads them, hostile ones named in a line."""

import gzip
import io
import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.serve.adding import caps
from foedus.serve.adding.names import safe_name
from foedus.serve.adding.order import Parsed, Unparsed, Upload
from foedus.serve.adding.worker import lines
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from tests.serve.browsing import TOKEN, owner, visitor

REPORT = "Russia delivered two S-400 systems to Belarus in May 2022, the defence ministry said."


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    place = Path(tmp_path_factory.mktemp("case")) / "case.db"
    with Ledger.open(place) as opened:
        yield opened


@pytest.fixture(scope="module")
def app(ledger: Ledger) -> Iterator[FastAPI]:
    made = make_app(ledger, Settings(token=TOKEN, reviewer="anna", place=ledger.where, upload_bytes=3_000_000))
    yield made
    made.state.jobs.close()


@pytest.fixture(scope="module")
def writer(app: FastAPI) -> TestClient:
    return owner(app)


def ended(client: TestClient, where: str) -> dict[str, object]:
    """The job once it is over."""
    limit = time.monotonic() + 240
    while time.monotonic() < limit:
        job: dict[str, object] = client.get(f"{where}.json").json()["job"]
        if job["state"] in ("done", "failed", "stopped"):
            return job
        time.sleep(0.2)
    raise AssertionError(job)


def test_a_pasted_text_is_read_and_its_claims_are_in_the_ledger(writer: TestClient, ledger: Ledger) -> None:
    sent = writer.post(
        "/add",
        data={"text": REPORT, "outlet": "The Gazette", "published": "2022-06-01", "lang": "en", "title": "Two S-400"},
    )
    assert sent.status_code == 303
    job = ended(writer, sent.headers["location"])
    assert job["state"] == "done", job
    documents = job["documents"]
    assert isinstance(documents, list)
    (kept,) = documents
    document = ledger.document(kept["id"])
    assert (document.title, document.outlet, document.published, document.lang) == (
        "Two S-400",
        "The Gazette",
        "2022-06-01",
        "en",
    )
    assert [claim.type for claim in ledger.claims()] == ["transfer"]
    shown = writer.get(sent.headers["location"]).text
    assert f"/documents/{kept['id']}" in shown
    assert "http-equiv" not in shown
    assert any("--by anna" in (batch.command or "") for batch in ledger.audit())


def test_files_of_every_kind_are_read_and_those_that_cannot_be_are_named(writer: TestClient) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("inside/a.txt", f"In 2021 a first time. {REPORT}")
        archive.writestr("../../b.txt", f"Once more in 2021. {REPORT}")
        archive.writestr("__MACOSX/c.txt", "not a report")
        archive.writestr("picture.png", b"\x89PNG")
    record = json.dumps({"text": f"As a line of JSON. {REPORT}", "published": "2022-06-02", "lang": "en"})
    sent = writer.post(
        "/add",
        files=[
            ("files", ("reports.zip", packed.getvalue())),
            ("files", ("one.txt.gz", gzip.compress(f"From gzip. {REPORT}".encode()))),
            (
                "files",
                ("page.html", f"<html><body><article><p>On a page: {REPORT}</p></article></body></html>".encode()),
            ),
            ("files", ("lines.jsonl", f"{record}\nno json\n".encode())),
            ("files", ("scan.pdf", b"%PDF-1.7 \x00\x01")),
            ("files", ("empty.txt", b"")),
        ],
    )
    job = ended(writer, sent.headers["location"])
    assert job["state"] == "done", job
    names = {one["name"] for one in job["documents"]}  # type: ignore[attr-defined]  # a list
    assert names == {"a.txt", "b.txt", "one.txt", "page.html", "lines.jsonl:1"}
    told = job["lines"]
    assert isinstance(told, list)
    assert len(told) == 3
    assert [next(line for line in told if name in line) for name in ("lines.jsonl:2", "scan.pdf", "empty.txt")]


def test_while_it_is_read_the_page_refreshes_itself_and_can_stop_it(writer: TestClient) -> None:
    many = "\n".join(json.dumps({"text": f"Report {number}. {REPORT}", "lang": "en"}) for number in range(3000))
    sent = writer.post("/add", files=[("files", ("many.jsonl", many.encode()))])
    where = sent.headers["location"]
    running = writer.get(where).text
    assert '<meta http-equiv="refresh"' in running
    assert f'action="{where}/stop"' in running
    assert writer.post(f"{where}/stop").status_code == 303
    job = ended(writer, where)
    assert job["state"] == "stopped"
    assert "kept" in str(job["message"])


def test_a_second_writer_waits_and_the_page_says_so(writer: TestClient, ledger: Ledger) -> None:
    with ledger._store.lock.held():
        sent = writer.post("/add", data={"text": f"While somebody writes. {REPORT}", "lang": "en"})
        limit = time.monotonic() + 60
        while (state := writer.get(f"{sent.headers['location']}.json").json()["job"]["state"]) != "waiting":
            assert time.monotonic() < limit, state
            time.sleep(0.1)
    assert ended(writer, sent.headers["location"])["state"] == "done"


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({}, "nothing to read"),
        ({"text": "   "}, "nothing to read"),
        ({"text": REPORT, "published": "05/06/2022"}, "Published"),
        ({"text": REPORT, "lang": "xx"}, "Language"),
        ({"text": REPORT, "url": "javascript:alert(1)"}, "Address"),
        ({"text": REPORT, "url": "http://[::1"}, "Address"),
    ],
)
def test_what_is_wrong_with_the_form_is_told_and_the_form_stays_filled(
    writer: TestClient, given: dict[str, str], named: str
) -> None:
    answer = writer.post("/add", data=given)
    assert answer.status_code == 422
    assert named in answer.text
    assert given.get("text", "").strip() in answer.text


def test_what_is_known_of_one_document_is_not_said_of_several(writer: TestClient) -> None:
    two = [("files", (name, REPORT.encode())) for name in ("a.txt", "b.txt")]
    answer = writer.post("/add", data={"outlet": "The Gazette"}, files=two)
    assert answer.status_code == 422
    assert "manifest.yaml" in answer.text


def test_readers_see_no_form_and_cannot_send_one(app: FastAPI) -> None:
    client = visitor(app)
    assert "<textarea" not in client.get("/add").text
    assert client.post("/add", data={"text": REPORT}).status_code == 403
    assert client.post("/add/x/stop").status_code == 403


def test_a_job_that_is_not_there_is_told(writer: TestClient) -> None:
    assert writer.get("/add/0000").status_code == 404
    assert writer.post("/add/0000/stop").status_code == 404


# ---- hostile ones ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "multipart/form-data"),
        (b"x", "multipart/form-data; boundary="),
        (b"--b\r\n", "multipart/form-data; boundary=b"),
        (b"--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n", "multipart/form-data; boundary=b"),
        (
            b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nx',
            "multipart/form-data; boundary=b",
        ),
        (b"--b\r\n" + b"X: y\r\n" * 5_000 + b"\r\nx\r\n--b--\r\n", "multipart/form-data; boundary=b"),
        (b"text=%ff%fe%00", "application/x-www-form-urlencoded"),
        (b"{}", "application/json"),
        (b"\x1f\x8b\x08", "application/x-www-form-urlencoded"),
    ],
)
# Starlette leaves the file of a form that was cut off to the garbage collector
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
def test_a_malformed_form_is_refused(writer: TestClient, body: bytes, kind: str) -> None:
    answer = writer.post("/add", content=body, headers={"Content-Type": kind})
    assert answer.status_code in (303, 400, 422)
    assert "Traceback" not in answer.text


def test_too_much_at_once_is_refused(writer: TestClient) -> None:
    answer = writer.post("/add", files=[("files", ("big.txt", b"x" * 3_000_001))])
    assert answer.status_code == 413
    assert "3 MB" in answer.text


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("report.txt", "report.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\report.txt", "report.txt"),
        ("/", "file"),
        ("", "file"),
        ("..", "file"),
        (".hidden.txt", "hidden.txt"),
        ("-rf", "rf"),
        ("a\0b\nc.txt", "abc.txt"),
        ("gnp\u202etxt.exe", "gnptxt.exe"),
        ("x" * 5000 + ".txt", "x" * 100 + ".txt"),
        ("é" * 5000, "é" * 100),
        ("yaml.py", "yaml.py"),
    ],
)
def test_names_lead_nowhere_and_show_what_they_are(given: str, kept: str) -> None:
    assert safe_name(given, set()) == kept


def test_names_are_told_apart_as_file_systems_do() -> None:
    taken: set[str] = set()
    assert [safe_name(name, taken) for name in ("a.txt", "x/a.txt", "A.TXT")] == ["a.txt", "a-2.txt", "A-3.TXT"]


@pytest.mark.parametrize(
    ("attempt", "ends"),
    [
        ("import socket; socket.create_connection(('127.0.0.1', 9))", "PermissionError"),
        ("import socket; socket.getaddrinfo('example.org', 80)", "PermissionError"),
        ("import subprocess; subprocess.run(['true'])", "PermissionError"),
        ("import os; os.system('true')", "PermissionError"),
        ("import os; os.fork()", "PermissionError"),
        ("bytearray(3_000_000_000)", "MemoryError"),
        ("[open('/dev/null') for _ in range(200)]", "OSError"),
    ],
)
def test_the_process_that_parses_has_given_up_what_it_does_not_need(attempt: str, ends: str) -> None:
    program = f"from foedus.serve.adding.confinement import confine\nconfine()\n{attempt}"
    done = subprocess.run([sys.executable, "-P", "-c", program], capture_output=True, check=False, timeout=60)
    assert done.returncode != 0
    assert done.stderr.decode().strip().splitlines()[-1].startswith(ends)


def archive(folder: Path, name: str, files: dict[str, bytes]) -> Upload:
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as packed:
        for inside, content in files.items():
            packed.writestr(inside, content)
    return Upload(name)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_bomb_is_stopped_by_what_it_says_and_by_what_comes(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("foedus.serve.adding.unpacking.UNPACKED_BYTES", 1_000_000)
    zipped = archive(here, "bomb.zip", {"a.txt": b"x" * 2_000_000})
    (here / "bomb.txt.gz").write_bytes(gzip.compress(b"x" * 2_000_000))
    together = archive(here, "two.zip", {"a.txt": b"x" * 600_000, "b.txt": b"x" * 600_000})
    for upload in (zipped, Upload("bomb.txt.gz"), together):
        (problem,) = lines(here, (upload,))
        assert isinstance(problem, Unparsed)
        assert "unpacks to more than 1 MB" in problem.message


def test_an_archive_that_lies_about_its_sizes_is_counted(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("foedus.serve.adding.unpacking.UNPACKED_BYTES", 1_000_000)
    archive(here, "liar.zip", {"a.txt": b"x" * 2_000_000})
    raw = (here / "liar.zip").read_bytes()
    said = (2_000_000).to_bytes(4, "little")
    (here / "liar.zip").write_bytes(raw.replace(said, (1000).to_bytes(4, "little")))
    problems = list(lines(here, (Upload("liar.zip"),)))
    assert [type(one) for one in problems] == [Unparsed]
    assert sum(path.stat().st_size for path in here.iterdir()) < 1_100_000


def test_too_many_files_in_an_archive_are_refused(here: Path) -> None:
    upload = archive(here, "many.zip", {f"{number}.txt": b"x" for number in range(caps.ENTRIES + 1)})
    (problem,) = lines(here, (upload,))
    assert isinstance(problem, Unparsed)
    assert "more than 2,000" in problem.message


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18, b"\x1f\x8b\x08\0", b"junk" * 100])
@pytest.mark.parametrize("name", ["x.zip", "x.gz"])
def test_a_damaged_archive_is_one_line(here: Path, name: str, content: bytes) -> None:
    (here / name).write_bytes(content)
    problems = list(lines(here, (Upload(name),)))
    assert all(isinstance(one, Unparsed) for one in problems)
    assert len(problems) <= 1


def test_paths_in_an_archive_lead_nowhere(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = here / "inner"
    inner.mkdir()
    monkeypatch.chdir(inner)
    names = ("../../up.txt", "/abs.txt", "a/../b.txt")
    upload = archive(inner, "tricks.zip", {name: f"{name}: {REPORT}".encode() for name in names})
    found = [one for one in lines(Path(), (upload,)) if isinstance(one, Parsed)]
    assert {one.file for one in found} == {"up.txt", "abs.txt", "b.txt"}
    assert {path.name for path in here.iterdir()} == {"inner"}


def test_hostile_files_are_read_or_named_in_a_line(writer: TestClient) -> None:
    growing = b"".join(b"<!ENTITY %c '&%c;&%c;'>" % (98 + n, 97 + n, 97 + n) for n in range(20))
    hostile = {
        "deep.html": b"<div>" * 50_000 + b"x",
        "deep.jsonl": b"[" * 100_000,
        "deeper.jsonl": b'{"text":' * 50_000,
        "entities.html": b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + growing + b"]><p>&u;</p>",
        "file.html": b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>&a;</p>",
        "nul.txt": b"a\0b" * 1000,
        "half.jsonl": b'{"text": "\\ud800"}',
        "utf16.txt": b"\xff\xfe" + b"\xd8\x00" * 100,
        "long.txt": b"x" * 1_000_000,
        "number.jsonl": b'{"text": 1e999}',
        "yaml.py": b"raise SystemExit",
        "bomb.gz": gzip.compress(b"x" * (caps.UNPACKED_BYTES + 1)),
        "sound.txt": REPORT.encode() + b" It was the last of these files.",
    }
    sent = writer.post("/add", files=[("files", file) for file in hostile.items()])
    job = ended(writer, sent.headers["location"])
    assert job["state"] == "done", job
    told, kept = job["lines"], job["documents"]
    assert isinstance(told, list)
    assert isinstance(kept, list)
    assert all("\n" not in line and "root:" not in line for line in told)
    named = " ".join(told) + " ".join(one["name"] for one in kept)
    assert [name for name in hostile if name not in named] == []
    assert "sound.txt" in {one["name"] for one in kept}


def test_a_pasted_text_may_be_as_long_as_files_may_be(writer: TestClient) -> None:
    long = f"{REPORT} " + "Nothing else was said that day. " * 50_000
    assert 1_500_000 < len(long) < 3_000_000
    sent = writer.post("/add", data={"text": long, "lang": "en"})
    assert sent.status_code == 303, sent.text[:2000]
    assert writer.post(f"{sent.headers['location']}/stop").status_code == 303
    over = writer.post("/add", data={"text": long * 2, "lang": "en"})
    assert over.status_code == 413
    assert "over the limit of 3 MB: send less at once" in over.text


def test_no_day_is_chosen_where_none_is_looked_at(writer: TestClient) -> None:
    assert 'name="as_of"' not in writer.get("/add").text
    assert 'name="as_of"' in writer.get("/claims").text
