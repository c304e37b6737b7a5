"""Many readers at once, in a process of its own, who ask for all views in turn; perhaps while somebody writes."""

import http.client
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from statistics import median

from bench.ledger.asking import write_until
from bench.ledger.world import World, chance
from bench.page.addresses import Known, addresses
from bench.page.asking import Line
from bench.page.measured import Mixed
from bench.page.views import share
from bench.page.working import pool

_READERS = 8
_BATCH = 800
"""Claims of a batch that is written: some hundred documents, as a run of reports has."""
WEIGHTS: Mapping[str, int] = {
    "today": 2,
    "claims, newest": 2,
    "claims about a state": 3,
    "claims, full text": 2,
    "claim": 5,
    "document": 3,
    "document, a claim open": 5,
    "register of a recipient": 2,
    "deal": 2,
    "entity": 2,
    "pair": 1,
    "network": 1,
    "map": 1,
    "timeline of a state": 1,
}
"""How often readers ask for what: most for single claims and documents."""


def mix(base: str, of: Known, seed: int, seconds: float, *, write: str | None) -> Mixed:
    """Reading alone, or with a writer on the ledger at `write`."""
    with pool(2) as processes:
        writer = processes.submit(write_until, write, seed + 1, seconds + 2, _BATCH) if write else None
        answers = processes.submit(_read, base, of, seed, seconds).result()
        written = writer.result() if writer else 0.0
    spent = sorted(milliseconds for status, milliseconds in answers if status == 200)
    failed = len(answers) - len(spent)
    rate = len(spent) / seconds
    return Mixed(_READERS, seconds, len(answers), failed, rate, median(spent), share(spent, 0.95), written)


def _read(base: str, of: Known, seed: int, seconds: float) -> list[tuple[int, float]]:
    world = World(seed)
    end = time.monotonic() + seconds
    with ThreadPoolExecutor(_READERS) as readers:
        parts = readers.map(lambda number: _reader(base, of, world, seed * 100 + number, end), range(_READERS))
        return [one for part in parts for one in part]


def _reader(base: str, of: Known, world: World, seed: int, end: float) -> list[tuple[int, float]]:
    """Status and milliseconds of each answer; 0 where there was none."""
    rng = chance(seed, 9)
    draws = addresses(of, world, rng)
    line = Line(base)
    found: list[tuple[int, float]] = []
    while time.monotonic() < end:
        (name,) = rng.choices(list(WEIGHTS), list(WEIGHTS.values()))
        try:
            answer = line.get(draws[name]())
            found.append((answer.status, answer.milliseconds))
        except (http.client.HTTPException, OSError):
            found.append((0, 0.0))
    line.close()
    return found
