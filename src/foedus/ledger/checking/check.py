"""Whether a ledger is whole: file, guards, links, texts, every record against its text, the words to search.

What another hand changed is found by the hash chain (`foedus.ledger.proof.verify`); this finds what a fault of disk or
program leaves.
"""

from collections.abc import Callable, Iterator

from sqlalchemy import Connection, func, select

from foedus.ledger.checking.check_database import database_faults
from foedus.ledger.checking.check_records import record_faults
from foedus.ledger.create_search import claim_words, document_words
from foedus.ledger.proof.ordered_rows import UnreadableError
from foedus.ledger.proof.sealed_edges import edge_faults
from foedus.ledger.proof.sealed_texts import text_faults
from foedus.ledger.tables import claims, documents, metadata


def findings(connection: Connection) -> Iterator[str]:
    """One line for each thing that is wrong; none where the ledger is whole."""
    checks: tuple[Callable[[Connection], Iterator[str]], ...] = (
        database_faults,
        _links,
        text_faults,
        edge_faults,
        record_faults,
        _words,
        _twins,
    )
    try:
        for check in checks:
            yield from check(connection)
    except UnreadableError as error:
        yield str(error)


def _links(connection: Connection) -> Iterator[str]:
    """Rows that point to nothing: the database refuses them, but not from a hand that asked it not to look."""
    for table in metadata.sorted_tables:
        for link in sorted(table.foreign_keys, key=str):
            parent = link.column.table.alias("parent")
            there = select(parent).where(parent.c[link.column.name] == link.parent).exists()
            for row in connection.execute(select(table).where(link.parent.is_not(None), ~there)):
                yield f"row {row[0]} of {table.name} points to nothing in {link.column.table.name}"


def _words(connection: Connection) -> Iterator[str]:
    for words, table, content in (
        (claim_words, claims, claims.c.record),
        (document_words, documents, documents.c.text),
    ):
        held = connection.scalar(select(func.count()).select_from(words))
        due = connection.scalar(select(func.count()).select_from(table).where(content.is_not(None)))
        if held != due:
            yield f"{words.name} has the words of {held} rows, and {table.name} has {due} to search"


def _twins(connection: Connection) -> Iterator[str]:
    read = (claims.c.ended.is_(None), claims.c.origin == "reader")  # a person may say that they are two
    counted = select(claims.c.id, documents.c.id, func.count()).join(documents).where(*read)
    several = counted.group_by(claims.c.id, documents.c.id).having(func.count() > 1).order_by(claims.c.id)
    for claim, document, count in connection.execute(several):
        yield f"{count} different claims of document {document} share the id {claim}"
