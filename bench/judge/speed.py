"""Speed of the rules: `python -m bench.judge.speed --claims N` from the repository's root.

Made-up claims (`bench/ledger`) are put on a bench with all shipped treaties, all shipped rules are asked, then reports
of eight claims come in one by one and the rules are kept up. Seconds are those of the clock and of the processor, in
one process on one core: they differ where the machine does other things.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import NamedTuple

from bench.ledger.generate import PER_DOCUMENT, batches
from foedus.gazetteer.entities import Entities
from foedus.judge.rules.files import load_rules
from foedus.judge.rules.found import RuleRow
from foedus.judge.rules.rule import Rule
from foedus.judge.rules.running import Running, run_rules
from foedus.judge.treaties.files import load
from foedus.judge.views.bench import Bench
from foedus.judge.views.world import World
from foedus.model.claim import Claim
from foedus.model.claim_json import from_json, to_json

REPORTS = 60
"""Reports that come in one by one."""


class Took(NamedTuple):
    """Seconds by the clock and of the processor."""

    clock: float
    processor: float


def timed(work: Callable[[], object]) -> Took:
    """How long it takes."""
    clock, processor = perf_counter(), process_time()
    work()
    return Took(perf_counter() - clock, process_time() - processor)


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


def measure(claims: int, seed: int) -> None:
    """Print a line for each step."""
    given = reports(claims + REPORTS * PER_DOCUMENT, seed)
    new, old = given[-REPORTS:], given[:-REPORTS]
    records = [to_json(claim) for some in old for claim in some]
    entities = Entities.load()
    treaties, rules = load(entities), load_rules()
    decoded: list[Claim] = []
    print(f"{len(records)} claims, {len(treaties)} treaties, {len(rules)} rules")
    _line("claims out of their records", timed(lambda: decoded.extend(map(from_json, records))))
    made: list[Bench] = []
    _line("views of the treaties", timed(lambda: made.append(Bench(World(entities), treaties.values()))))
    bench = made[0]
    _line("views of the claims", timed(lambda: bench.add(decoded)))
    for rule in rules.values():
        rows: list[RuleRow] = []
        took = timed(partial(_ask, rule, bench, rows))
        _line(f"{rule.name}: {len(rows)} found", took)
    running = Running(rules.values(), bench)
    one_by_one = [timed(partial(running.add, some)) for some in new]
    for name in Took._fields:
        times = sorted(1000 * getattr(took, name) for took in one_by_one)
        slow = quantiles(times, n=20)[-1]
        print(f"a new report, {name}: median {median(times):.0f} ms, p95 {slow:.0f} ms, slowest {times[-1]:.0f} ms")


def _ask(rule: Rule, bench: Bench, rows: list[RuleRow]) -> None:
    rows.extend(run_rules([rule], bench))


def _line(step: str, took: Took) -> None:
    print(f"{step:60} {took.clock:7.2f} s by the clock {took.processor:7.2f} s of the processor", flush=True)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.judge.speed", description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000, metavar="N", help="how many claims there are")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(argv)
    measure(options.claims, options.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
