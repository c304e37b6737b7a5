"""Rules asked of a bench: each within its time, its rows checked and brought together."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, NoReturn

import msgspec

from foedus.judge.rules.check import fault
from foedus.judge.rules.found import Occasion, RuleRow, Stated
from foedus.judge.rules.occasions import Hit, merged
from foedus.judge.rules.rule import COLUMNS, Rule
from foedus.judge.rules.sandbox import guarded
from foedus.judge.views.bench import Bench
from foedus.judge.views.days import FIRST, LAST, written
from foedus.model.errors import DataError

_numbers = msgspec.json.Decoder(list[int]).decode
_keys = msgspec.json.Decoder(list[str | None]).decode


class Limits(NamedTuple):
    """How long one rule may take, and how many rows it may give."""

    seconds: float = 5.0
    rows: int = 100_000


USUAL = Limits()


def run_rules(rules: Iterable[Rule], bench: Bench, limits: Limits = USUAL) -> Iterator[RuleRow]:
    """What each rule finds, in an order that does not depend on that of the claims.

    DataError with file, line and reason where a rule takes too long, gives too many rows or rows of another shape.
    """
    for rule in rules:
        rows = _rows(rule, bench, limits)
        yield from _occasions(rule, rows, bench) if rule.head.returns == "occasions" else _stated(rule, rows, bench)


def _rows(rule: Rule, bench: Bench, limits: Limits) -> list[dict[str, Any]]:
    with guarded(bench.connection, limits.seconds) as guard:
        try:
            cursor = bench.connection.execute(rule.sql)
            names = [column[0] for column in cursor.description]
            found = cursor.fetchmany(limits.rows + 1)
            cursor.close()
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise fault(rule, error, guard, bench.connection, limits.seconds) from error
    if len(found) > limits.rows:
        raise DataError(f"{rule.file}, line {rule.line}: gives more than {limits.rows} rows: ask for less")
    return [dict(zip(names, row, strict=True)) for row in found]


def _occasions(rule: Rule, rows: Sequence[dict[str, Any]], bench: Bench) -> Iterator[Occasion]:
    hits = []
    for row in rows:
        obligation, version, beneficiary, against = (row[name] for name in COLUMNS["occasions"][:4])
        if not isinstance(obligation, str) or not isinstance(version, str):
            _wrong(rule, "obligation", obligation, "obligation and version are those of the view duty")
        since, until = _day(rule, row, "since"), _day(rule, row, "until")
        if since is None or until is None or since > until:
            _wrong(rule, "since", since, "an occasion has a first and a last day, in this order")
        hits.append(Hit((obligation, version, beneficiary, against), since, until, _claims(rule, row)))
    found = list(merged(hits))
    ids = _ids(rule, (number for hit in found for number in hit.claims), bench)
    yield from sorted(
        (
            Occasion(rule.name, *hit.duty, written(hit.since), written(hit.until), _named(hit.claims, ids))
            for hit in found
        ),
        key=lambda one: (one.obligation, one.version, one.beneficiary or "", one.against or "", one.since),
    )


def _stated(rule: Rule, rows: Sequence[dict[str, Any]], bench: Bench) -> Iterator[Stated]:
    found: dict[tuple[tuple[str, ...], int | None, int | None], set[int]] = defaultdict(set)
    for row in rows:
        days = _day(rule, row, "since"), _day(rule, row, "until")
        found[_entities(rule, row), *days] |= _claims(rule, row)
    ids = _ids(rule, (number for claims in found.values() for number in claims), bench)
    yield from sorted(
        (
            Stated(
                rule.name,
                entities,
                None if since is None else written(since),
                None if until is None else written(until),
                _named(claims, ids),
            )
            for (entities, since, until), claims in found.items()
        ),
        key=lambda one: (one.entities, one.since or "", one.until or "", one.claims),
    )


def _day(rule: Rule, row: dict[str, Any], name: str) -> int | None:
    day = row[name]
    if day is not None and not (isinstance(day, int) and FIRST <= day <= LAST):
        _wrong(rule, name, day, "is no day of the views")
    return day


def _entities(rule: Rule, row: dict[str, Any]) -> tuple[str, ...]:
    try:
        found = _keys(row["entities"])
    except (msgspec.MsgspecError, TypeError):
        _wrong(rule, "entities", row["entities"], "is no list of keys: write json_array(…)")
    return tuple(dict.fromkeys(key for key in found if key is not None))


def _claims(rule: Rule, row: dict[str, Any]) -> frozenset[int]:
    """From `json_group_array`, `group_concat` or a single number."""
    given = row["claims"]
    text = str(given)
    try:
        found = _numbers(text if text.startswith("[") else f"[{text}]")
    except msgspec.MsgspecError:
        _wrong(rule, "claims", given, "is no list of the claims' numbers: write json_group_array(claim)")
    if not found:
        _wrong(rule, "claims", given, "names no claim, and nothing is found without one")
    return frozenset(found)


def _ids(rule: Rule, numbers: Iterable[int], bench: Bench) -> dict[int, str]:
    wanted = set(numbers)
    found = bench.ids(wanted)
    if missing := wanted - set(found):
        _wrong(rule, "claims", min(missing), "is the number of no claim")
    return found


def _named(numbers: Iterable[int], ids: dict[int, str]) -> tuple[str, ...]:
    return tuple(sorted({ids[number] for number in numbers}))


def _wrong(rule: Rule, column: str, given: object, message: str) -> NoReturn:
    raise DataError(f"{rule.file}, line {rule.line}: column {column}: {given!r} {message}")
