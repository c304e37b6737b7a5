"""All rules asked of a ledger, and what they find judged: as of a moment, by the treaties and rules that are given."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.judge.findings import Court, findings
from foedus.judge.record import Record
from foedus.judge.rules.rule import Rule
from foedus.judge.rules.running import USUAL, Limits, run_rules
from foedus.judge.said import OriginOf, said
from foedus.judge.views.bench import Bench
from foedus.judge.views.world import World
from foedus.model.claim import Claim
from foedus.model.finding import Finding
from foedus.model.treaty import Treaty


class Books(NamedTuple):
    """What is judged by."""

    treaties: Mapping[str, Treaty]
    rules: Mapping[str, Rule]
    entities: Entities
    limits: Limits = USUAL


def sit(claims: Iterable[Claim], books: Books, origin: OriginOf) -> list[Finding]:
    """All findings, in the order of the rules; each id once.

    DataError with file, line and reason where a rule cannot be answered.
    """
    given = list(claims)
    bench = Bench(World(books.entities), books.treaties.values())
    try:
        bench.add(given)
        rows = list(run_rules(books.rules.values(), bench, books.limits))
    finally:
        bench.close()
    court = Court(books.treaties, Record(said(given, books.entities, origin)), books.entities)
    return list({one.id: one for one in findings(rows, court)}.values())
