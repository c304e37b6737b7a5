"""Speed and memory of the ledger: `python -m bench.ledger` from the repository's root.

A ledger is made up and filled, then asked alone, beside a writer, and about the whole network; each part runs in a
process of its own. Compare ratios, not seconds.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

from msgspec.structs import replace
from tests import postgres

from bench.ledger.asking import ask, ask_while, ask_whole, write_until
from bench.ledger.measured import Answers, Result, keep, kept, kept_of
from bench.ledger.page import tables, write_page
from bench.ledger.writing import BATCH, write, write_raw
from foedus.model.errors import FoedusError

_BUSY_SECONDS = 20.0
_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")


def measure(place: str, store: str, options: argparse.Namespace) -> Result:
    """Everything of one ledger, at a place where there is none yet."""
    claims, seed, batch = options.claims, options.seed, options.batch
    raw = _apart(write_raw, claims, seed, batch)
    written = _apart(write, place, claims, seed, batch)
    answers = _answers(place, options)
    day = datetime.now(UTC).date().isoformat()
    return Result(store, claims, day, options.idle, written, raw, *answers)


def again(place: str, store: str, options: argparse.Namespace) -> Result:
    """The answers of a ledger that an earlier run has left; how it was written stays as it was measured."""
    earlier = kept_of(store, options.claims)
    quiet, busy, rate, network, _ = _answers(place, options)
    # the columns are there already: the first question no longer makes them
    return replace(earlier, quiet=quiet, busy=busy, busy_rate=rate, network=network, asked_idle=options.idle)


def _answers(place: str, options: argparse.Namespace) -> tuple[Answers, Answers, float, Answers, float]:
    """Alone, beside a writer with its claims a second, and of the whole network with the seconds of the first."""
    seed = options.seed
    quiet = _apart(ask, place, seed, options.times)
    first, network = _apart(ask_whole, place, seed, max(5, options.times // 20))
    with _pool(2) as pool:
        writer = pool.submit(write_until, place, seed + 1, _BUSY_SECONDS + 5, options.batch)
        reader = pool.submit(ask_while, place, seed, _BUSY_SECONDS)
        busy, rate = reader.result(), writer.result()
    return quiet, busy, rate, network, first


def _apart(work: Callable[_Given, _Found], *given: _Given.args, **named: _Given.kwargs) -> _Found:
    """In a fresh process, so that its peak memory is its own."""
    with _pool(1) as pool:
        return pool.submit(work, *given, **named).result()


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(max_workers=workers, mp_context=get_context("spawn"))


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print the tables, keep the figures and write the page where asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.ledger", description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000, metavar="N", help="how many claims the ledger has")
    parser.add_argument("--store", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--folder", type=Path, help="where the SQLite ledger is made, and stays")
    parser.add_argument("--batch", type=int, default=BATCH, metavar="N", help="claims of a batch")
    parser.add_argument("--times", type=int, default=200, metavar="N", help="questions of a kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--idle", action="store_true", help="note that the machine does nothing else")
    parser.add_argument("--again", action="store_true", help="ask the SQLite ledger that an earlier run left in FOLDER")
    parser.add_argument("--write-docs", action="store_true", help="keep the figures, write docs/ledger-speed.md")
    options = parser.parse_args(argv)
    if options.again and not (options.folder and options.store == "sqlite"):
        parser.error("--again asks a SQLite ledger: name its --folder")
    try:
        if options.again:
            result = again(str(options.folder / "measured.db"), options.store, options)
        elif options.store == "postgresql":
            result = measure(postgres.server().fresh(), options.store, options)
        else:
            with tempfile.TemporaryDirectory() as folder:
                result = measure(str((options.folder or Path(folder)) / "measured.db"), options.store, options)
    except FoedusError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code
    print("\n\n".join(one.plain() for one in tables([result])))
    if options.write_docs:
        keep(result)
        write_page(list(kept()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
