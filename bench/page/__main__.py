"""Speed of the page: `python -m bench.page` from the repository's root.

A ledger is made up, or one of `python -m bench.ledger --folder` is taken; `foedus serve` runs on it, and is asked for
every view, visited in Chromium, and read by many at once, alone and beside a writer. Compare ratios, not milliseconds.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from tests import postgres
from tests.browser.chromium import binary
from tests.browser.serving import Site, serving

from bench.ledger.world import World, chance
from bench.ledger.writing import write
from bench.page.addresses import Known, addresses, known
from bench.page.asking import Line
from bench.page.loading import load
from bench.page.measured import Loaded, Mixed, Result, keep, kept
from bench.page.mixed import mix
from bench.page.page import tables, write_page
from bench.page.views import ask_views
from bench.page.working import pool
from foedus.model.errors import FoedusError

_VISITED = ("today", "claims, newest", "document, a claim open", "register", "deal", "map", "timeline")


def measure(place: str, options: argparse.Namespace) -> Result:
    """Everything of one ledger that is there."""
    world, rng = World(options.seed), chance(options.seed, 8)
    with tempfile.TemporaryDirectory() as folder, serving(place, cwd=Path(folder)) as site:
        with closing(Line(site.base)) as line:
            of = known(line, world, rng)
            views = ask_views(line, addresses(of, world, rng), options.times)
        loads = _loads(site, of, world, options)
        mixed = _mixed(site, of, place, options)
    day = datetime.now(UTC).date().isoformat()
    return Result(options.store, options.claims, day, options.idle, views, loads, mixed)


def _loads(site: Site, of: Known, world: World, options: argparse.Namespace) -> tuple[Loaded, ...]:
    if options.no_browser or not binary():
        return ()
    draws = addresses(of, world, chance(options.seed, 10))
    return load(site.base, [(name, draws[name]()) for name in _VISITED])


def _mixed(site: Site, of: Known, place: str, options: argparse.Namespace) -> tuple[Mixed, ...]:
    if not options.seconds:
        return ()
    alone = mix(site.base, of, options.seed, options.seconds, write=None)
    if options.read_only:
        return (alone,)
    return alone, mix(site.base, of, options.seed, options.seconds, write=place)


def _place(options: argparse.Namespace, folder: Path) -> str:
    """The ledger that is given, or a new one, made in a process of its own."""
    if options.ledger:
        return str(options.ledger)
    place = postgres.server().fresh() if options.store == "postgresql" else str(folder / "measured.db")
    with pool(1) as apart:
        apart.submit(write, place, options.claims, options.seed).result()
    return place


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print the tables, keep the figures and write the page where asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.page", description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000, metavar="N", help="how many claims the ledger has")
    parser.add_argument("--store", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--ledger", metavar="PLACE", help="a made-up ledger that is there, of --claims and --seed")
    parser.add_argument("--read-only", action="store_true", help="nothing is written: no reading beside a writer")
    parser.add_argument("--times", type=int, default=40, metavar="N", help="answers of a view")
    parser.add_argument("--seconds", type=float, default=20.0, help="of mixed reading; 0 leaves it out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-browser", action="store_true", help="without visits in Chromium")
    parser.add_argument("--idle", action="store_true", help="note that the machine does nothing else")
    parser.add_argument("--write-docs", action="store_true", help="keep the figures, write docs/page-speed.md")
    options = parser.parse_args(argv)
    try:
        with tempfile.TemporaryDirectory() as folder:
            result = measure(_place(options, Path(folder)), options)
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
