"""Words to search, made anew from what the tables hold: by a copy into another store, and by a migration."""

from collections.abc import Iterable

from sqlalchemy import Connection

from foedus.ledger.create_search import claim_words, document_words
from foedus.ledger.records import claim_of
from foedus.ledger.stores.store import Store
from foedus.ledger.words import claim_text, folded


def index_records(store: Store, connection: Connection, records: Iterable[tuple[int, str | None]]) -> None:
    """Let claims be found, given as reading and record; what was withdrawn has none."""
    rows = [(reading, folded(claim_text(claim_of(record)))) for reading, record in records if record is not None]
    store.bulk_insert(connection, claim_words, rows)


def index_texts(store: Store, connection: Connection, texts: Iterable[tuple[int, str | None]]) -> None:
    """Let documents be found, given as number and text; what was withdrawn or left out has none."""
    rows = [(number, folded(text)) for number, text in texts if text is not None]
    store.bulk_insert(connection, document_words, rows)
