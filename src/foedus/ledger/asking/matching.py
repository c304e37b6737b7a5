"""Searched words to conditions, each store in its own language and with the same answer."""

from collections.abc import Callable, Sequence

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, cast, literal_column, not_, or_, select
from sqlalchemy.dialects.postgresql import TSQUERY

from foedus.ledger.asking.search_terms import Term, Unit
from foedus.ledger.create_search import is_postgres

_VECTOR = "array_to_tsvector(string_to_array(words, ' '))"
"""Written as the index has it, or PostgreSQL would not use that."""

Naming = Callable[[tuple[str, ...]], Select[int]]
"""Keys of what names one of these entities."""


def matching(
    connection: Connection, key: Column[int], table: Table, units: Sequence[Unit], naming: Naming
) -> list[ColumnElement[bool]]:
    """Conditions on a key: the words kept under it in `table` are those asked for, or `naming` gives the key."""
    plain = [term for unit in units if not unit.entities for term in unit.terms]
    wanted = [term for term in plain if not term.without]
    unwanted = [term for term in plain if term.without]
    found: list[ColumnElement[bool]] = []
    if wanted:
        found.append(key.in_(_having(connection, table, wanted, unwanted)))
    else:
        found += [key.not_in(_having(connection, table, [term], ())) for term in unwanted]
    for unit in units:
        if unit.entities:
            either = or_(key.in_(_having(connection, table, unit.terms, ())), key.in_(naming(unit.entities)))
            found.append(not_(either) if unit.without else either)
    return found


def _having(connection: Connection, table: Table, wanted: Sequence[Term], unwanted: Sequence[Term]) -> Select[int]:
    """Keys under which all wanted terms and none of the unwanted are kept."""
    having = _in_postgres if is_postgres(connection) else _in_sqlite
    return select(table.c.rowid).where(*having(table, wanted, unwanted))


def _in_sqlite(table: Table, wanted: Sequence[Term], unwanted: Sequence[Term]) -> list[ColumnElement[bool]]:
    def phrase(term: Term) -> str:
        return f'"{" ".join(term.tokens)}"{" *" if term.prefix else ""}'

    asked = " AND ".join(map(phrase, wanted))
    for term in unwanted:
        asked = f"({asked}) NOT {phrase(term)}"
    return [literal_column(table.name).op("MATCH")(asked)]


def _in_postgres(table: Table, wanted: Sequence[Term], unwanted: Sequence[Term]) -> list[ColumnElement[bool]]:
    """The index knows which words there are; whether they stand side by side, the words themselves say."""
    lexemes = [lexeme for term in wanted for lexeme in _lexemes(term)]
    lexemes += [f"!{lexeme}" for term in unwanted if len(term.tokens) == 1 for lexeme in _lexemes(term)]
    vector: ColumnElement[str] = literal_column(_VECTOR)
    found: list[ColumnElement[bool]] = [vector.op("@@")(cast(" & ".join(lexemes), TSQUERY))]
    found += [_side_by_side(table, term) for term in wanted if len(term.tokens) > 1]
    found += [not_(_side_by_side(table, term)) for term in unwanted if len(term.tokens) > 1]
    return found


def _lexemes(term: Term) -> list[str]:
    """As a tsquery writes them; a word has letters and digits only, so nothing needs to be escaped."""
    lexemes = [f"'{word}'" for word in term.tokens]
    return [*lexemes[:-1], f"{lexemes[-1]}:*"] if term.prefix else lexemes


def _side_by_side(table: Table, term: Term) -> ColumnElement[bool]:
    pattern = f"% {' '.join(term.tokens)}{'' if term.prefix else ' '}%"
    return (" " + table.c.words + " ").like(pattern)
