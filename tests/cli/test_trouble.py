"""A full disk, a limit, an interruption: one line, whole batches kept, and the same command goes on."""

import json
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from foedus.intake.read_job import BATCH_DOCUMENTS
from foedus.ledger.store import Ledger
from foedus.model.errors import LedgerError
from tests.cli.command import COMMAND, environment, foedus

# of a language without lexicon: stored like any other document, and quick
WORDS = "Das Ministerium teilte gestern mit, dass die ersten Panzer im nächsten Jahr geliefert werden sollen. "


def lines(count: int, repeat: int = 1) -> str:
    return "".join(json.dumps({"text": f"{number}: {WORDS * repeat}", "lang": "de"}) + "\n" for number in range(count))


def held(ledger: Path) -> int:
    """How many documents a whole ledger holds; fails where it is not whole."""
    with Ledger.open(ledger, create=False) as store:
        assert store.check() == []
        return store.counts().documents


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes, where this user may make one."""
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", place], capture_output=True, check=False)
    if made.returncode != 0:
        pytest.skip("this user may not mount a file system")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_a_full_disk_keeps_whole_batches_and_the_command_goes_on_when_there_is_room(
    small_disk: Path, tmp_path: Path
) -> None:
    (tmp_path / "news.jsonl").write_text(lines(1000, repeat=20))
    ran = foedus("read", "news.jsonl", "--ledger", "disk/case.db", cwd=tmp_path)
    assert ran.code == 5
    assert "case.db cannot be written" in ran.errors[-1]
    kept = held(small_disk / "case.db")
    assert 0 < kept < 1000
    assert kept % BATCH_DOCUMENTS == 0
    subprocess.run(["mount", "-o", "remount,size=32m", small_disk], check=True)
    again = foedus("read", "news.jsonl", "--ledger", "disk/case.db", cwd=tmp_path)
    assert again.code == 3  # no lexicon for the language: kept, not read
    assert held(small_disk / "case.db") == 1000


def test_a_full_disk_leaves_no_half_file(small_disk: Path, tmp_path: Path) -> None:
    (small_disk / "filler").write_bytes(b"x" * 2_093_056)
    (tmp_path / "report.txt").write_text("Russia delivered four S-400 systems to Turkey in July 2019. " * 200)
    ran = foedus("read", "report.txt", "--no-ledger", "--out", "disk/claims", cwd=tmp_path)
    assert ran.code == 5
    assert "report.jsonl cannot be written" in ran.errors[-1]
    assert [path.name for path in small_disk.rglob("*") if path.is_file()] == ["filler"]


def test_a_limit_on_file_sizes_keeps_whole_batches(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_text(lines(1000, repeat=20))
    done = subprocess.run(
        [COMMAND, "read", "news.jsonl"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000)),
        check=False,
        timeout=120,
    )
    assert done.returncode == 5
    assert b"foedus.db cannot be written" in done.stderr.splitlines()[-1]
    assert b"Traceback" not in done.stderr
    kept = held(tmp_path / "foedus.db")
    assert 0 < kept < 1000
    assert kept % BATCH_DOCUMENTS == 0


def _heed_interrupts() -> None:
    """A command started in a script's background ignores interruptions: this one shall be a terminal's."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _wait_until_kept(ledger: Path, documents: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            if ledger.exists() and held(ledger) >= documents:
                return
        except LedgerError:  # being created
            pass
        time.sleep(0.1)
    pytest.fail("the command kept nothing within a minute")


def test_an_interruption_keeps_whole_batches_and_the_same_command_goes_on(tmp_path: Path) -> None:
    everything = lines(3 * BATCH_DOCUMENTS).encode()
    started = everything.splitlines(keepends=True)[: BATCH_DOCUMENTS + 20]
    command = [COMMAND, "read", "-"]
    run = subprocess.Popen(
        command,
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_heed_interrupts,
    )
    assert run.stdin and run.stderr
    run.stdin.write(b"".join(started))
    run.stdin.flush()  # and no end: the command waits for more, in the middle of its second batch
    _wait_until_kept(tmp_path / "foedus.db", BATCH_DOCUMENTS)
    run.send_signal(signal.SIGINT)
    _, told = run.communicate(timeout=60)
    assert run.returncode == 130
    assert (
        told.decode()
        .splitlines()[-1]
        .startswith(f"foedus: interrupted: {BATCH_DOCUMENTS} documents and 0 claims are kept in foedus.db")
    )
    assert held(tmp_path / "foedus.db") == BATCH_DOCUMENTS
    foedus("read", "-", cwd=tmp_path, stdin=everything)
    assert held(tmp_path / "foedus.db") == 3 * BATCH_DOCUMENTS


def test_an_interruption_leaves_no_half_output_file(tmp_path: Path) -> None:
    run = subprocess.Popen(
        [COMMAND, "read", "-", "--no-ledger", "--out", "claims"],
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_heed_interrupts,
    )
    assert run.stdin
    run.stdin.write(lines(BATCH_DOCUMENTS + 1).encode())
    run.stdin.flush()
    until = time.monotonic() + 60
    while not list(tmp_path.glob("claims/.stdin.jsonl.*")) and time.monotonic() < until:
        time.sleep(0.1)
    run.send_signal(signal.SIGINT)
    _, told = run.communicate(timeout=60)
    assert (run.returncode, told.splitlines()[-1]) == (130, b"foedus: interrupted: nothing is kept")
    assert list((tmp_path / "claims").iterdir()) == []


@pytest.mark.parametrize("after", [0.02, 0.15, 0.35, 0.5, 0.7])
def test_an_interruption_before_a_command_has_begun_is_one_line_too(after: float, tmp_path: Path) -> None:
    starting = "from foedus.cli.start import main; print('begun', flush=True); main()"
    run = subprocess.Popen(
        [sys.executable, "-c", starting, "read", "-"],
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_heed_interrupts,
    )
    assert run.stdout
    assert run.stdout.readline() == b"begun\n"
    time.sleep(after)
    run.send_signal(signal.SIGINT)
    _, told = run.communicate(timeout=60)
    assert run.returncode == 130
    assert len(told.splitlines()) == 1
    assert told.startswith(b"foedus: interrupted")
