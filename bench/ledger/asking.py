"""How fast a ledger answers: alone, while another process writes, and for the whole network."""

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from statistics import median

from sqlalchemy import func, select

from bench.ledger.generate import batches
from bench.ledger.measured import Answers, Asked
from bench.ledger.questions import TARGETS, Question, day_of, drawn, questions
from bench.ledger.world import World, chance
from bench.speed.child import peak_mib
from foedus.ledger.columns.ask import ask_network
from foedus.ledger.store import Ledger
from foedus.ledger.tables import claims
from foedus.register.network import scheme
from foedus.register.standing import LADDER

_WARM = 3
"""Answers of a kind that are not counted: what is loaded at first use is load."""
_MOST_SECONDS = 60.0
"""For one kind of question."""


def ask(place: str, seed: int, times: int) -> Answers:
    """Questions of all kinds to a ledger at rest; to be run in a process of its own."""
    with Ledger.open(place, create=False) as ledger:
        of = drawn(ledger, World(seed), chance(seed, 5))
        asked = tuple(_timed(name, question, times) for name, question in questions(of).items())
        return Answers(asked, _scan(ledger), peak_mib())


def ask_while(place: str, seed: int, seconds: float) -> Answers:
    """Questions of all kinds in turn for some seconds, while somebody writes."""
    with Ledger.open(place, create=False) as ledger:
        of = drawn(ledger, World(seed), chance(seed, 6))
        spent: Mapping[str, list[float]] = {name: [] for name in questions(of)}
        kinds = questions(of)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for name, question in kinds.items():
                spent[name].append(_milliseconds(question))
        return Answers(tuple(_asked(name, some[_WARM:]) for name, some in spent.items()), 0.0, peak_mib())


def ask_whole(place: str, seed: int, times: int) -> tuple[float, Answers]:
    """The seconds of the first question about the whole network, which makes the columns; then as of other days."""
    rng = chance(seed, 7)
    with Ledger.open(place, create=False) as ledger:

        def whole() -> object:
            found = ask_network(ledger._store, scheme(), plain="plain", ladder=LADDER, as_of=day_of(rng))
            return list(found.links(100))

        first = _milliseconds(whole) / 1000
        return first, Answers((_timed(list(TARGETS)[-1], whole, times),), 0.0, peak_mib())


def write_until(place: str, seed: int, seconds: float, batch: int) -> float:
    """Write other reports for some seconds; claims a second."""
    made = batches(10_000_000, seed, batch)
    written, spent = 0, 0.0
    with Ledger.open(place, create=False, clock=lambda: datetime.now(UTC)) as ledger:
        while spent < seconds:
            one = next(made)
            began = time.perf_counter()
            written += ledger.add(one.documents).claims
            spent += time.perf_counter() - began
    return written / spent


def _timed(name: str, question: Question, times: int) -> Asked:
    spent: list[float] = []
    end = time.monotonic() + _MOST_SECONDS
    while len(spent) < times + _WARM and (time.monotonic() < end or len(spent) <= _WARM):
        spent.append(_milliseconds(question))
    return _asked(name, spent[_WARM:])


def _asked(name: str, spent: list[float]) -> Asked:
    ordered = sorted(spent)
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return Asked(name, len(ordered), median(ordered), p95, ordered[-1])


def _scan(ledger: Ledger) -> float:
    """One look at every record, as a question without an index would take."""
    with ledger._store.reading() as connection:
        asked = select(func.count()).where(claims.c.record.contains('"entity":"XXX"'))
        return _milliseconds(lambda: connection.scalar(asked))


def _milliseconds(question: Callable[[], object]) -> float:
    began = time.perf_counter()
    question()
    return 1000 * (time.perf_counter() - began)
