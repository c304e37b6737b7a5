"""`foedus watch` as a user runs it: with the real reader and ledger, killed, ended, and beside others."""

import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from foedus.ledger.store import Ledger
from tests.cli.command import COMMAND, Ran, environment, foedus
from tests.ingest.feeds import item, rss
from tests.watching.site import Reply, Site, serving

WORDS = (
    "Russia delivered twelve S-400 launchers to Turkey on Friday, the ministry of defence said in Moscow. "
    "Poland signed a contract for {} Abrams tanks with the United States, the Polish government said. "
)
ENVIRONMENT = environment(OMP_NUM_THREADS="1")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


def report(number: int) -> str:
    return item(number, content=WORDS.format(number + 200) * 4)


def once(folder: Path, *words: str) -> Ran:
    return foedus("watch", "--allow-private", "--once", *words, cwd=folder, env=ENVIRONMENT)


@contextmanager
def running(folder: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    """A watch that goes on until it is ended or killed."""
    command = [COMMAND, "watch", "--allow-private", *words]
    with subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True) as run:
        try:
            yield run
        finally:
            run.kill()


def until(is_so: Callable[[], bool], seconds: float = 120.0) -> None:
    """Wait until something is so."""
    ends = time.monotonic() + seconds
    while not is_so() and time.monotonic() < ends:
        time.sleep(0.1)
    assert is_so()


def held(folder: Path) -> tuple[int, int, int]:
    """Documents, pages and claims of the ledger."""
    with Ledger.open(folder / "foedus.db", create=False) as ledger:
        counts = ledger.counts()
        return counts.documents, counts.pages, counts.claims


def test_a_kill_in_the_middle_costs_nothing_and_doubles_nothing(tmp_path: Path, site: Site) -> None:
    """Killed while the page of a second feed is fetched: the first is kept and marked, the second read by the next."""
    held_up = Event()
    teaser = rss(item(2, link=f"{site.url}/page", description="Poland signs…"), title="Second")
    page = f"<html><body><article><p>{WORDS.format(7) * 4}</p></article></body></html>".encode()
    html = {"Content-Type": "text/html"}
    site.at |= {
        "/first": Reply(rss(report(1)), headers={"ETag": '"1"'}),
        "/second": Reply(teaser, headers={"ETag": '"2"'}),
        "/page": Reply(page, headers=html, held=held_up),
    }
    words = (f"{site.url}/first", f"{site.url}/second", "--pages")
    with running(tmp_path, *words) as killed:
        until(lambda: "/page" in site.paths)
        killed.kill()
        _, told = killed.communicate(timeout=60)
    held_up.set()
    assert killed.returncode == -signal.SIGKILL
    assert "/first: 1 new entry; 1 document read" in told
    first = held(tmp_path)
    assert first[:2] == (1, 1)
    assert first[2] > 0

    site.at["/page"] = Reply(page, headers=html)
    again = once(tmp_path, *words)
    assert again.code == 0
    assert "/second: 1 new entry; 1 document read" in again.err
    assert "/first: " not in again.err
    assert [one.headers.get("if-none-match") for one in site.asked if one.path == "/first"] == [None, '"1"']
    both = held(tmp_path)
    assert both[:2] == (2, 2)

    # what was read and not marked: the state is lost, and the ledger knows all of it
    (tmp_path / "foedus.watch.db").unlink()
    third = once(tmp_path, *words)
    assert f"2 documents read; 0 new claims, {both[2]} known in foedus.db" in third.errors[-1]
    assert held(tmp_path) == both


def test_an_end_by_signal_keeps_what_was_read_while_others_read_the_ledger(tmp_path: Path, site: Site) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    site.at["/news"] = Reply(rss(report(1), report(2)))
    (tmp_path / "foedus.toml").write_text(f'[watch]\nfeeds = ["{site.url}/news"]\nfolders = ["inbox"]\n')
    with Ledger.open(tmp_path / "foedus.db", create=True) as other, running(tmp_path) as run:
        (inbox / "report.txt").write_text(WORDS.format(9))
        until(lambda: other.counts().documents == 3)
        assert any(other.claims())
        run.send_signal(signal.SIGTERM)
        _, told = run.communicate(timeout=60)
    assert run.returncode == 0
    lines = told.splitlines()
    assert "foedus: ending: what is being read is kept first" in lines
    assert lines[-1].startswith("foedus: 1 look at feeds (0 with nothing new, 0 failed); 3 documents read; ")


def test_what_cannot_be_watched_is_one_line(tmp_path: Path, site: Site) -> None:
    nothing = once(tmp_path)
    assert (nothing.code, len(nothing.errors)) == (2, 1)
    assert "nothing to watch: name feeds or folders" in nothing.err
    missing = once(tmp_path, "no-folder")
    assert (missing.code, len(missing.errors)) == (2, 1)
    failed = once(tmp_path, f"{site.url}/nothing-there")
    assert failed.code == 3
    assert "answers 404 (Not Found); asked again after" in failed.err
    private = once(tmp_path, f"{site.url}/news", "--no-allow-private")
    assert private.code == 3
    assert "127.0.0.1, inside a private network (--allow-private fetches it)" in private.err
