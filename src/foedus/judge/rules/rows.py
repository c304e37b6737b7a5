"""Rows that a rule gave, checked value by value."""

from collections.abc import Callable, Sequence
from typing import Any, NoReturn

import msgspec

from foedus.judge.rules.occasions import Hit
from foedus.judge.rules.rule import COLUMNS, HINGE, Rule
from foedus.judge.views.days import FIRST, LAST
from foedus.model.errors import DataError

Values = tuple[Any, ...]
_numbers = msgspec.json.Decoder(list[int]).decode
_keys = msgspec.json.Decoder(list[str | None]).decode


def ordered(rule: Rule, columns: Sequence[str]) -> Callable[[Values], Values]:
    """What brings a row's values into the order of the columns that are wanted, the hinge last (None without one)."""
    places = [columns.index(name) for name in COLUMNS[rule.head.returns]]
    hinge = columns.index(HINGE) if HINGE in columns else None
    return lambda row: (*[row[place] for place in places], None if hinge is None else row[hinge])


def hit(rule: Rule, row: Values) -> Hit:
    """A row of an occasion."""
    obligation, version, beneficiary, against, since, until, claims = row
    if not isinstance(obligation, str) or not isinstance(version, str):
        wrong(rule, "obligation", obligation, "obligation and version are those of the view duty")
    first, last = _day(rule, since, "since"), _day(rule, until, "until")
    if first is None or last is None or first > last:
        wrong(rule, "since", since, "an occasion has a first and a last day, in this order")
    return Hit((obligation, version, beneficiary, against), first, last, _claims(rule, claims))


def say(rule: Rule, row: Values) -> Hit:
    """A row of a statement; a day that is open is the first or the last of all."""
    entities, since, until, claims = row
    try:
        keys = _keys(entities)
    except (msgspec.MsgspecError, TypeError):
        wrong(rule, "entities", entities, "is no list of keys: write json_array(…)")
    named = tuple(dict.fromkeys(key for key in keys if key is not None))
    first, last = _day(rule, since, "since"), _day(rule, until, "until")
    return Hit(named, FIRST if first is None else first, LAST if last is None else last, _claims(rule, claims))


def numbers(rule: Rule, claims: str) -> set[int]:
    """The numbers of a list with commas."""
    try:
        return set(_numbers(f"[{claims}]"))
    except msgspec.MsgspecError:
        wrong(rule, "claims", claims, "is no list of the claims' numbers: write json_group_array(claim)")


def wrong(rule: Rule, column: str, given: object, message: str) -> NoReturn:
    """Raise DataError for a value that a rule should not give."""
    raise DataError(f"{rule.file}, line {rule.line}: column {column}: {given!r} {message}")


def _day(rule: Rule, day: Any, column: str) -> int | None:  # noqa: ANN401  # as SQLite gives it
    if day is None:
        return None
    if not isinstance(day, int) or not FIRST <= day <= LAST:
        wrong(rule, column, day, "is no day of the views")
    return day


def _claims(rule: Rule, given: object) -> str:
    """From `json_group_array`, `group_concat` or a single number."""
    text = str(given).removeprefix("[").removesuffix("]")
    if not text:
        wrong(rule, "claims", given, "names no claim, and nothing is found without one")
    return text
