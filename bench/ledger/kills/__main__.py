"""The measurement: `python -m bench.ledger.kills --count 200`, on SQLite and on PostgreSQL."""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from tests import postgres

from bench.ledger.kills.cases import Case, Migrate, Read, Review
from bench.ledger.kills.rounds import Kill, rounds

_SHARES: dict[str, dict[type[Case], float]] = {
    "sqlite": {Read: 0.2, Review: 0.5, Migrate: 0.3},
    "postgresql": {Read: 0.2, Review: 0.8},
}
"""How the kills of a store are shared out; schema 1 was kept in SQLite only."""


def main() -> int:
    """Kill, print a line a command and store, and end with 1 where anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m bench.ledger.kills", description=__doc__)
    parser.add_argument("--count", type=int, default=200, help="kills in each store")
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--store", choices=sorted(_SHARES), action="append", help="one store only")
    given = parser.parse_args()
    lost = 0
    print("store       command  kills  ended first  survived  lost  seconds")
    for store in given.store or sorted(_SHARES, reverse=True):
        for kind, share in _SHARES[store].items():
            lost += _measured(store, kind, round(given.count * share), given.seed)
    return 1 if lost else 0


def _measured(store: str, kind: type[Case], kills: int, seed: int) -> int:
    folder = Path(tempfile.mkdtemp(prefix="foedus-kills-"))
    start = time.monotonic()
    try:
        done = list(rounds(kind(folder / "case"), _places(store, folder), kills, seed))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    lost = [one for one in done if one.lost]
    _tell(store, kind.name, done, time.monotonic() - start)
    for one in lost:
        print(f"  {one.lost}", file=sys.stderr)
    return len(lost)


def _tell(store: str, name: str, done: list[Kill], seconds: float) -> None:
    lost = sum(one.lost is not None for one in done)
    first = sum(not one.killed for one in done)
    print(f"{store:11} {name:8} {len(done):5} {first:12} {len(done) - lost:9} {lost:5} {seconds:8.0f}", flush=True)


def _places(store: str, folder: Path) -> Callable[[], str]:
    if store == "postgresql":
        return postgres.server().fresh
    numbers = count(1)
    return lambda: str(folder / f"{next(numbers)}.db")


if __name__ == "__main__":
    sys.exit(main())
