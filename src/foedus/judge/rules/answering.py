"""One rule asked of a bench: within its time, its rows checked and brought together."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from foedus.judge.rules.check import fault
from foedus.judge.rules.found import Occasion, RuleRow, Stated
from foedus.judge.rules.occasions import merged
from foedus.judge.rules.rows import Values, hit, numbers, ordered, say, wrong
from foedus.judge.rules.rule import HINGE, Rule
from foedus.judge.rules.sandbox import guarded
from foedus.judge.views.bench import Bench
from foedus.judge.views.days import FIRST, LAST, written
from foedus.model.errors import DataError


class Limits(NamedTuple):
    """How long one rule may take, and how many rows it may give."""

    seconds: float = 5.0
    rows: int = 100_000


def answer(rule: Rule, bench: Bench, limits: Limits) -> dict[str | None, list[RuleRow]]:
    """What a rule finds, by the key that it turns on (None for rules that name none).

    DataError with file, line and reason where it takes too long, gives too many rows or rows of another shape.
    """
    by_hinge: dict[str | None, list[Values]] = defaultdict(list)
    for row in _rows(rule, bench, limits):
        if row[-1] is None and rule.head.turns_on:
            wrong(rule, HINGE, None, "is the key that the row turns on")
        by_hinge[row[-1]].append(row[:-1])
    return {hinge: list(_found(rule, rows, bench)) for hinge, rows in by_hinge.items()}


def _rows(rule: Rule, bench: Bench, limits: Limits) -> Iterator[Values]:
    with guarded(bench.connection, limits.seconds) as guard:
        try:
            cursor = bench.connection.execute(rule.sql)
            columns = [column[0] for column in cursor.description]
            found = cursor.fetchmany(limits.rows + 1)
            cursor.close()
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise fault(rule, error, guard, bench.connection, limits.seconds) from error
    if len(found) > limits.rows:
        raise DataError(f"{rule.file}, line {rule.line}: gives more than {limits.rows} rows: ask for less")
    return map(ordered(rule, columns), found)


def _found(rule: Rule, rows: Iterable[Values], bench: Bench) -> Iterator[RuleRow]:
    if rule.head.returns == "statements":
        for one in merged(say(rule, row) for row in rows):
            entities = tuple(key for key in one.about if key is not None)
            yield Stated(rule.name, entities, _open(one.since), _open(one.until), _ids(rule, one.claims, bench))
        return
    for one in merged(hit(rule, row) for row in rows):
        obligation, version, beneficiary, against = one.about
        yield Occasion(
            rule.name,
            obligation or "",
            version or "",
            beneficiary,
            against,
            written(one.since),
            written(one.until),
            _ids(rule, one.claims, bench),
        )


def _ids(rule: Rule, claims: str, bench: Bench) -> tuple[str, ...]:
    """Ids of claims that rows name, each once and in their order."""
    wanted = numbers(rule, claims)
    found = bench.ids(wanted)
    if len(found) < len(wanted):
        wrong(rule, "claims", min(wanted - set(found)), "is the number of no claim")
    return tuple(sorted(set(found.values())))


def _open(day: int) -> str | None:
    return None if day in (FIRST, LAST) else written(day)
