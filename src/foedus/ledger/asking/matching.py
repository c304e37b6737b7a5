"""Searched words to conditions, each store in its own language and with the same answer."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    SelectBase,
    Table,
    and_,
    cast,
    exists,
    func,
    literal_column,
    not_,
    or_,
    select,
    union_all,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from foedus.ledger.asking.condition import Condition, Test, looked_up
from foedus.ledger.asking.keys import InTurn, each_of
from foedus.ledger.asking.search_terms import Term, Unit
from foedus.ledger.create_search import is_postgres

_WORTH_GATHERING = 20_000
"""To ask the index for one row takes it a hundred times as long as to go on to the next."""
_NEAR = 4_000
"""SQLite's index goes on over so many rows in the time in which it is asked anew, where one in twenty has a word."""


class Searched(NamedTuple):
    """What is searched: the key of its rows, where their words are kept by that key, which rows name an entity."""

    key: Column[int]
    words: Table
    naming: Callable[[tuple[str, ...]], Condition]


def matching(connection: Connection, searched: Searched, units: Sequence[Unit]) -> Iterator[Condition]:
    """A row's words are those that the units ask for, or it names an entity that they name."""
    having = _in_postgres if is_postgres(connection) else _in_sqlite
    plain = [term for unit in units if not unit.entities for term in unit.terms]
    wanted = [term for term in plain if not term.without]
    unwanted = [term for term in plain if term.without]
    if wanted:
        yield _having(connection, searched, having(searched.words, wanted, unwanted))
    else:
        for term in unwanted:
            yield _without(_having(connection, searched, having(searched.words, [term], ())))
    for unit in units:
        if unit.entities:
            words = _having(connection, searched, having(searched.words, unit.terms, ()))
            either = _either(searched, words, searched.naming(unit.entities))
            yield _without(either) if unit.without else either


def _having(connection: Connection, searched: Searched, words: Sequence[Test]) -> Condition:
    key = searched.words.c.rowid
    test = exists().where(key == searched.key, *words)
    keys = select(key).where(*words)

    def sieve(numbers: Sequence[int]) -> Sequence[int]:
        if is_postgres(connection):
            return connection.scalars(keys.select_from(each_of(connection, numbers, searched.words, key))).all()
        place = func.json_each(json.dumps(_ranges(numbers))).table_valued("value", name="place")
        first, last = (func.json_extract(place.c.value, f"$[{side}]") for side in (0, 1))
        in_turn = InTurn(place, searched.words, and_(key >= first, key <= last))
        return connection.scalars(select(key).select_from(in_turn).where(*words)).all()

    # PostgreSQL would put all that it gathered in order before it gave the first
    gathered = 0 if is_postgres(connection) else _WORTH_GATHERING
    found = looked_up(searched.key, test, keys, gathered=gathered)
    return found._replace(sieve=sieve, newest=(keys.order_by(key.desc()),))


def _either(searched: Searched, one: Condition, other: Condition) -> Condition:
    """The look for an entity first: it takes less time than one for words."""
    if one.keys is None or other.keys is None:
        raise TypeError("both are looked up")
    keys: SelectBase = union_all(one.keys, other.keys)
    found = looked_up(searched.key, or_(other.test, one.test), keys, gathered=one.gathered)
    if one.sieve is None or other.sieve is None:
        return found
    first, second = one.sieve, other.sieve
    return found._replace(
        sieve=lambda numbers: {*first(numbers), *second(numbers)}, newest=(*one.newest, *other.newest)
    )


def _without(one: Condition) -> Condition:
    found = Condition(not_(one.test), not_(one.whole))
    if one.sieve is None:
        return found
    unwanted = one.sieve
    return found._replace(sieve=lambda numbers: {*numbers} - {*unwanted(numbers)})


def _ranges(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """What covers the numbers, without the longer gaps."""
    ranges: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if ranges and number - ranges[-1][1] <= _NEAR:
            ranges[-1] = (ranges[-1][0], number)
        else:
            ranges.append((number, number))
    return ranges


def _in_sqlite(table: Table, wanted: Sequence[Term], unwanted: Sequence[Term]) -> list[Test]:
    def phrase(term: Term) -> str:
        return f'"{" ".join(term.tokens)}"{" *" if term.prefix else ""}'

    asked = " AND ".join(map(phrase, wanted))
    for term in unwanted:
        asked = f"({asked}) NOT {phrase(term)}"
    return [literal_column(table.name).op("MATCH")(asked)]


def _in_postgres(table: Table, wanted: Sequence[Term], unwanted: Sequence[Term]) -> list[Test]:
    """The index knows which words there are; whether they stand side by side, the words themselves say."""
    lexemes = [lexeme for term in wanted for lexeme in _lexemes(term)]
    lexemes += [f"!{lexeme}" for term in unwanted if len(term.tokens) == 1 for lexeme in _lexemes(term)]
    vector: ColumnElement[str] = literal_column(f"{table.name}.vector")
    found: list[Test] = [vector.op("@@")(cast(" & ".join(lexemes), TSQUERY))]
    found += [_side_by_side(table, term) for term in wanted if len(term.tokens) > 1]
    found += [not_(_side_by_side(table, term)) for term in unwanted if len(term.tokens) > 1]
    return found


def _lexemes(term: Term) -> list[str]:
    """As a tsquery writes them; a word has letters and digits only, so nothing needs to be escaped."""
    lexemes = [f"'{word}'" for word in term.tokens]
    return [*lexemes[:-1], f"{lexemes[-1]}:*"] if term.prefix else lexemes


def _side_by_side(table: Table, term: Term) -> Test:
    pattern = f"% {' '.join(term.tokens)}{'' if term.prefix else ' '}%"
    return (" " + table.c.words + " ").like(pattern)
