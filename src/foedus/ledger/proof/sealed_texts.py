"""Whether every text is the one that was hashed, and none is missing that was not withdrawn or left out."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from foedus.ledger.proof.ordered_rows import answers
from foedus.ledger.tables import documents, facts, tombstones
from foedus.model.identity import text_sha256

TEXTS = ("texts", "left out")
"""The fact by which a ledger tells that it was copied without the texts."""


def text_faults(connection: Connection) -> Iterator[str]:
    """What is wrong with the texts, a line each."""
    left_out = TEXTS in list(answers(connection, select(facts.c.key, facts.c.value), facts.name))
    columns = (documents.c.number, documents.c.id, documents.c.sha256, documents.c.characters, documents.c.text)
    joined = documents.outerjoin(tombstones, tombstones.c.document == documents.c.number)
    asked = select(*columns, tombstones.c.document).select_from(joined).order_by(documents.c.number)
    for number, name, sha256, characters, text, withdrawn in answers(connection, asked, documents.name):
        if text is None:
            if withdrawn is None and not left_out:
                yield f"the text of document {name} ({number}) is missing, and nobody withdrew it"
        elif withdrawn is not None:
            yield f"the text of document {name} ({number}) is here, though it was withdrawn"
        elif text_sha256(text) != sha256 or len(text) != characters:
            yield f"the text of document {name} ({number}) is not the one that was hashed"
