"""Searched words to conditions, each store in its own language and with the same answer."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    SelectBase,
    Table,
    cast,
    exists,
    literal_column,
    not_,
    or_,
    select,
    union,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from foedus.ledger.asking.condition import Condition, Test, looked_up
from foedus.ledger.asking.search_terms import Term, Unit
from foedus.ledger.create_search import is_postgres

_WORTH_GATHERING = 200_000
"""To ask the index for one row takes it a thousand times as long as to go on to the next."""


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
        yield _having(searched, having(searched.words, wanted, unwanted))
    else:
        for term in unwanted:
            yield _without(_having(searched, having(searched.words, [term], ())))
    for unit in units:
        if unit.entities:
            words = _having(searched, having(searched.words, unit.terms, ()))
            either = _either(searched, words, searched.naming(unit.entities))
            yield _without(either) if unit.without else either


def _having(searched: Searched, words: Sequence[Test]) -> Condition:
    key = searched.words.c.rowid
    test = exists().where(key == searched.key, *words)
    return looked_up(searched.key, test, select(key).where(*words), gathered=_WORTH_GATHERING)


def _either(searched: Searched, one: Condition, other: Condition) -> Condition:
    if one.keys is None or other.keys is None:
        raise TypeError("both are looked up")
    keys: SelectBase = union(one.keys, other.keys)
    return looked_up(searched.key, or_(one.test, other.test), keys, gathered=_WORTH_GATHERING)


def _without(one: Condition) -> Condition:
    return Condition(not_(one.test), not_(one.whole))


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
