"""Speed of finding copies: `python -m bench.speed.lineage --pages N` from the repository's root.

Pages are made up, and two fifths of them planted as copies, cuts and passages of earlier ones. The yardstick is
datasketch's MinHashLSH, asked and told page after page, over the same pages in the same run; rensa's stands beside it.
Each engine runs in a process of its own on one core: seconds are those of the processor. Needs the `bench` group.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

from bench.speed.lineage_engines import PROVEN, datasketch, foedus, rensa
from bench.speed.lineage_measured import Result, keep, kept
from bench.speed.lineage_page import tables, write_page

_Given = ParamSpec("_Given")
_Out = TypeVar("_Out")


def measure(pages: int, seed: int, *, idle: bool, alone: bool) -> Result:
    """All engines over the same pages; `alone` leaves the others out."""
    own, words, keys = _apart(foedus, pages, seed)
    found = [own]
    if not alone:
        if pages <= PROVEN:  # its usual threshold, which finds fewer
            found.append(_apart(datasketch, pages, seed, 128, 0.5))
        found.append(_apart(datasketch, pages, seed, 128, 0.3))
        found.append(_apart(rensa, pages, seed, 64, 0.5, 32))
    return Result(pages, words, keys, datetime.now(UTC).date().isoformat(), idle, tuple(found))


def _apart(work: Callable[_Given, _Out], *given: _Given.args, **named: _Given.kwargs) -> _Out:
    """In a fresh process, so that its peak memory is its own."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given, **named).result()


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print the tables, keep the figures and write the page where asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed.lineage", description=__doc__)
    parser.add_argument("--pages", type=int, default=1000, metavar="N", help="how many pages there are")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--alone", action="store_true", help="without the other engines")
    parser.add_argument("--idle", action="store_true", help="note that the machine does nothing else")
    parser.add_argument("--write-docs", action="store_true", help="keep the figures, write docs/lineage-speed.md")
    options = parser.parse_args(argv)
    if options.pages < 100:
        parser.error("--pages: fewer than 100 pages tell nothing")
    result = measure(options.pages, options.seed, idle=options.idle, alone=options.alone)
    print("\n\n".join(one.plain() for one in tables([result])))
    if options.write_docs:
        keep(result)
        write_page(list(kept()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
