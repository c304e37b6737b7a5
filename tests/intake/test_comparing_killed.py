"""Comparing that is killed, or done by two processes at once: the ledger is whole, and the stories are the same."""

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from foedus.ledger.store import Ledger
from tests.intake.telling import compare, expected, kept, page, put

ALL = [page(story, place, place + 1) for story in range(4) for place in range(3)]
STORIES = {story.id: tuple(sorted(story.members)) for story in expected(ALL)}

_COMPARES = """
import os, signal, sys
from sqlalchemy import Engine, event
from foedus.intake.comparing import Comparing
from foedus.ledger.store import Ledger
from tests.intake.telling import FINDERS
left = int(sys.argv[2])

def die(*args):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

with Ledger.open(sys.argv[1], create=False, lock_seconds=60) as ledger:
    if left:
        event.listen(Engine, "before_cursor_execute", die)
    comparing = Comparing(ledger, tell=print, finders=FINDERS)
    while done := comparing.some(3):
        print(*done)
"""


def run(place: str, left: int = 0) -> tuple[int, list[str]]:
    """Compare in a process that dies before its statement of that number (0: never): its exit code and what it did."""
    done = subprocess.run(
        [sys.executable, "-c", _COMPARES, place, str(left)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert not done.stderr, done.stderr
    return done.returncode, done.stdout.split()


@pytest.mark.parametrize("step", [7, 41])
def test_killed_at_any_statement_it_goes_on_where_it_was(new_place: Callable[[], str], step: int) -> None:
    place = new_place()
    with Ledger.open(place) as ledger:
        put(ledger, ALL, batch=5)
    left, killed = step, 0
    while run(place, left)[0] != 0:
        killed += 1
        left += 2 * step  # a run that always died at its first steps would never come further
        with Ledger.open(place) as ledger:
            assert list(ledger.check()) == []
            assert list(ledger.verify()) == []
    assert killed > 1
    with Ledger.open(place) as ledger:
        assert kept(ledger) == STORIES
        assert compare(ledger) == []


def test_two_processes_compare_every_document_once(place: str) -> None:
    with Ledger.open(place) as ledger:
        put(ledger, ALL, batch=5)
    with ThreadPoolExecutor(2) as pool:
        ran = list(pool.map(lambda _: run(place), range(2)))
    assert [code for code, _ in ran] == [0, 0]
    assert sorted([*ran[0][1], *ran[1][1]]) == sorted(one.id for one in ALL)
    with Ledger.open(place) as ledger:
        assert kept(ledger) == STORIES
        assert list(ledger.check()) == []
        assert list(ledger.verify()) == []
