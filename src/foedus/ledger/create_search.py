"""Words to search: an index of its own beside the tables, of claims by reading and of documents by number.

On SQLite an FTS5 table that keeps no text, on PostgreSQL a table of the words with an index over them; both are given
words made here, so that both hold the same. They can be made anew from the claims and texts at any time, and so the
hash chain does not cover them and no guard protects them.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Column, Connection, MetaData, Table

from foedus.ledger.tables.base import NUMBER, WORDS
from foedus.ledger.words import all_folded
from foedus.ledger.writing.transaction import Writing

metadata = MetaData()


def _table(name: str) -> Table:
    return Table(name, metadata, Column("rowid", NUMBER, primary_key=True), Column("words", WORDS))


claim_words = _table("claim_words")
"""By reading: the sentences that carry the claim."""
document_words = _table("document_words")
"""By number: the whole text."""

TABLES = (claim_words, document_words)

_AT_ONCE = 500
_SQLITE = (
    "CREATE VIRTUAL TABLE {name} USING fts5(words, content = '', tokenize = 'ascii')",
    # bytes of words in memory before they become a segment: those of a batch become one
    "INSERT INTO {name}({name}, rank) VALUES ('hashsize', 16777216)",
    # segments of a size that are merged at once: twice as many as usual, so that words are written again less often
    "INSERT INTO {name}({name}, rank) VALUES ('automerge', 8)",
)
_POSTGRES = (
    # the vector is stored: to make it anew for every row that is looked at would cost more than the index saves
    'CREATE TABLE {name} (rowid BIGINT CONSTRAINT pk_{name} PRIMARY KEY, words TEXT COLLATE "C" NOT NULL, '
    "vector TSVECTOR GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED)",
    "CREATE INDEX ix_{name}_vector ON {name} USING gin (vector)",
)


def create_search(connection: Connection) -> None:
    """Make both tables, empty."""
    for table in TABLES:
        for statement in _POSTGRES if is_postgres(connection) else _SQLITE:
            connection.exec_driver_sql(statement.format(name=table.name))


def index_claims(writing: Writing, claims: Iterable[tuple[int, str]]) -> None:
    """Let readings be found by the sentences that carry them, given as they stand in the text."""
    _index(writing, claim_words, claims)


def index_documents(writing: Writing, documents: Iterable[tuple[int, str]]) -> None:
    """Let documents, by their numbers, be found by their texts."""
    _index(writing, document_words, documents)


def unindex_claims(writing: Writing, claims: Iterable[tuple[int, str]]) -> None:
    """Let readings no longer be found, each with the sentences that it was indexed by."""
    _unindex(writing.connection, claim_words, _words_of(claims))


def unindex_documents(writing: Writing, documents: Iterable[tuple[int, str]]) -> None:
    """Let documents no longer be found, each with the text that it was indexed by."""
    _unindex(writing.connection, document_words, _words_of(documents))


def forget_words(writing: Writing) -> None:
    """Drop what is left of words that were taken out: an index passes over them first and lets them go later."""
    if is_postgres(writing.connection):
        return  # a deleted row is gone for every question, and the server's vacuum drops it from the disk
    for table in TABLES:
        sql = f"INSERT INTO {table.name}({table.name}) VALUES ('optimize')"  # noqa: S608 - our name
        writing.connection.exec_driver_sql(sql)


def is_postgres(connection: Connection) -> bool:
    """Whether words are searched as PostgreSQL does it."""
    return connection.dialect.name == "postgresql"


def _index(writing: Writing, table: Table, texts: Iterable[tuple[int, str]]) -> None:
    rows = _words_of(texts)
    if rows:
        writing.store.bulk_insert(writing.connection, table, rows)


def _words_of(texts: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    given = list(texts)
    return list(zip((number for number, _ in given), all_folded([text for _, text in given]), strict=True))


def _unindex(connection: Connection, table: Table, rows: Sequence[tuple[int, str]]) -> None:
    if is_postgres(connection):
        for start in range(0, len(rows), _AT_ONCE):
            numbers = [number for number, _ in rows[start : start + _AT_ONCE]]
            connection.execute(table.delete().where(table.c.rowid.in_(numbers)))
    elif rows:
        # a table without content must be told which words to take out
        sql = f"INSERT INTO {table.name}({table.name}, rowid, words) VALUES ('delete', ?, ?)"  # noqa: S608 - our name
        connection.exec_driver_sql(sql, list(rows))
