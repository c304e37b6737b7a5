"""Speed of findings: `python -m bench.judge.speed --claims N` from the repository's root.

Made-up claims (`bench/ledger`) are judged under all shipped treaties and rules, once as a whole; then reports of eight
claims come in one by one, and findings are kept up. Seconds are the processor's, in one process on one core, and so do
not count what else the machine does; ratios are to the first step, which is decoding alone.
"""

import argparse
import resource
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from statistics import median, quantiles
from time import process_time
from typing import NamedTuple

from bench.accuracy.corpus import ROOT
from bench.accuracy.docs import Markers, write
from bench.accuracy.report import Table
from bench.ledger.generate import PER_DOCUMENT, batches
from foedus.gazetteer.entities import Entities
from foedus.judge.rules.files import load_rules
from foedus.judge.rules.running import Running
from foedus.judge.sitting import Books, Sitting
from foedus.judge.treaties.files import load
from foedus.judge.views.bench import Bench
from foedus.judge.views.world import World
from foedus.ledger.writing.uncollected import uncollected
from foedus.model.claim import Claim
from foedus.model.claim_json import from_json, to_json

REPORTS = 60
"""Reports that come in one by one."""
DOCS = ROOT / "docs" / "judging-measured.md"
_MARKERS = Markers(
    "<!-- judge-speed: begin, written by the command below -->",
    "<!-- judge-speed: end -->",
)
_MEGABYTE = 1024


class Measured(NamedTuple):
    """Seconds of each step, milliseconds of each report, and what was found."""

    steps: dict[str, float]
    parts: dict[str, float]
    """Of the step of judging, what is measured by itself."""
    reports: list[float]
    claims: int
    treaties: int
    rules: int
    findings: int
    megabytes: int


def reports(claims: int, seed: int) -> list[list[Claim]]:
    """Made-up reports, each with its claims; those that are read again are left out."""
    seen: set[str] = set()
    found = []
    for made in batches(claims, seed):
        for document, some in made.documents:
            if document.id not in seen:
                seen.add(document.id)
                found.append(list(some))
    return found


def measure(claims: int, seed: int) -> Measured:
    """Everything, step by step."""
    given = reports(claims + REPORTS * PER_DOCUMENT, seed)
    new, old = given[-REPORTS:], given[:-REPORTS]
    records = [to_json(claim) for some in old for claim in some]
    del given, old
    entities = Entities.load()
    books = Books(load(entities), load_rules(), entities)
    decoded: list[Claim] = []
    steps = {"claims out of their records": timed(lambda: decoded.extend(map(from_json, records)))}
    parts = _rules(decoded, books)
    made: list[Sitting] = []
    steps["claims to findings"] = timed(lambda: made.append(Sitting(decoded, books, _page)))
    parts["judging, and what it hears"] = steps["claims to findings"] - sum(parts.values())
    sitting = made[0]
    steps["all findings listed"] = timed(sitting.findings)
    one_by_one = [1000 * timed(partial(_comes, sitting, some)) for some in new]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _MEGABYTE
    sizes = (len(records), len(books.treaties), len(books.rules), len(sitting.findings()))
    return Measured(steps, parts, one_by_one, *sizes, peak)


def timed(work: Callable[[], object]) -> float:
    """Seconds of the processor; the collector of garbage waits, as it does in a sitting."""
    began = process_time()
    with uncollected():
        work()
    return process_time() - began


def tables(result: Measured) -> list[Table]:
    """Steps with their ratios, and reports."""
    base, whole = next(iter(result.steps.values())), result.steps["claims to findings"]
    of_it = {f"of these: {part}": took for part, took in result.parts.items()}
    told = {
        "median": median(result.reports),
        "95th percentile": quantiles(result.reports, n=20)[-1],
        "slowest": max(result.reports),
    }
    return [
        Table(
            "All at once",
            ("step", "seconds", "times decoding"),
            [(step, f"{took:.2f}", f"{took / base:.1f}") for step, took in (result.steps | of_it).items()],
        ),
        Table(
            "A new report, to the findings that it changes",
            ("of the reports", "milliseconds", "per thousand of all at once"),
            [(name, f"{took:.0f}", f"{took / whole:.1f}") for name, took in told.items()],
        ),
    ]


def _rules(claims: Sequence[Claim], books: Books) -> dict[str, float]:
    """Seconds of the views and of the rules alone."""
    made: list[Bench] = []
    world = partial(World, books.entities)
    found = {"views of the treaties": timed(lambda: made.append(Bench(world(), books.treaties.values())))}
    found["views of the claims"] = timed(lambda: made[0].add(claims))
    found["all rules"] = timed(lambda: Running(books.rules.values(), made[0], books.limits))
    made[0].close()
    return found


def _page(claim: Claim) -> str:
    return claim.document.id


def _comes(sitting: Sitting, claims: Sequence[Claim]) -> None:
    sitting.change(claims, (), _page)
    sitting.findings()


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.judge.speed", description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000, metavar="N", help="how many claims there are")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--idle", action="store_true", help="note that the machine does nothing else")
    parser.add_argument("--write-docs", action="store_true", help=f"write the tables into docs/{DOCS.name}")
    options = parser.parse_args(argv)
    result = measure(options.claims, options.seed)
    print("\n\n".join(one.plain() for one in tables(result)))
    print(f"\n{result.findings} findings, at most {result.megabytes} MB")
    if options.write_docs:
        write(tables(result), _source(result, idle=options.idle), DOCS, _MARKERS)
    return 0


def _source(result: Measured, *, idle: bool) -> str:
    day = datetime.now(UTC).date().isoformat()
    machine = "a machine that did nothing else" if idle else "a machine that did much else"
    return (
        f"{result.claims:,} made-up claims, {result.treaties} treaties, {result.rules} rules, {result.findings:,} "
        f"findings, {len(result.reports)} new reports; seconds of the processor, one process on one core, on {day} on "
        f"{machine}; at most {result.megabytes:,} MB of memory. `python -m bench.judge.speed --write-docs` writes this."
    )


if __name__ == "__main__":
    sys.exit(main())
