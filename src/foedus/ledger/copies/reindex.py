"""Words to search, made anew from what the tables hold: by a copy into another store, and by a migration."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table

from foedus.ledger.create_search import claim_words, document_words
from foedus.ledger.records import claim_of
from foedus.ledger.stores.store import Store
from foedus.ledger.words import all_folded, claim_text


def index_records(store: Store, connection: Connection, records: Iterable[tuple[int, str | None]]) -> None:
    """Let claims be found, given as reading and record; what was withdrawn has none."""
    held = [(reading, claim_text(claim_of(record))) for reading, record in records if record is not None]
    _index(store, connection, claim_words, held)


def index_texts(store: Store, connection: Connection, texts: Iterable[tuple[int, str | None]]) -> None:
    """Let documents be found, given as number and text; what was withdrawn or left out has none."""
    held = [(number, text) for number, text in texts if text is not None]
    _index(store, connection, document_words, held)


def _index(store: Store, connection: Connection, table: Table, texts: Sequence[tuple[int, str]]) -> None:
    words = all_folded([text for _, text in texts])
    store.bulk_insert(connection, table, [(number, one) for (number, _), one in zip(texts, words, strict=True)])
