"""One document or claim by its id or the beginning of it, with advice where that names none or several."""

import re
from collections.abc import Callable

from sqlalchemy import Column, Connection, RowMapping, select

from foedus.ledger.rows import claim_of
from foedus.ledger.schema import claims, documents
from foedus.model.claim import Claim
from foedus.model.errors import LedgerError

_SHOWN = 5
_HEX = re.compile(r"[0-9a-f]{1,64}")


def find_document(connection: Connection, id_or_prefix: str) -> RowMapping:
    """The document's row; LedgerError names the candidates, or the nearest ids."""

    def told(sha256: str) -> str:
        row = _document(connection, sha256)
        page = ", ".join(filter(None, (row["outlet"], row["published"])))
        headline = (row["title"] or row["text"].strip().partition("\n")[0])[:60]
        return f"{row['id']} “{headline}”" + (f" ({page})" if page else "")

    return _document(connection, _only(connection, "document", documents.c.sha256, id_or_prefix, told))


def find_claim(connection: Connection, id_or_prefix: str) -> Claim:
    """The claim: its current reading, else the last one that was; LedgerError as for documents."""

    def told(claim_id: str) -> str:
        found = _claim(connection, claim_id)
        return f"{found.id} {found.type} {found.stage} “{found.trigger.text}” in {found.document.id}"

    return _claim(connection, _only(connection, "claim", claims.c.id, id_or_prefix, told))


def _only(connection: Connection, what: str, column: Column[str], given: str, told: Callable[[str], str]) -> str:
    """The only id that begins as given."""
    prefix = given.strip().lower()
    if not _HEX.fullmatch(prefix):
        raise LedgerError(f"{given!r} is no {what} id: an id has the digits 0–9 and a–f, and its beginning will do")
    found = _beginning(connection, column, prefix)
    if len(found) == 1:
        return found[0]
    if found:
        more = " …" if len(found) > _SHOWN else ""
        listed = "; ".join(told(one) for one in found[:_SHOWN])
        raise LedgerError(f"several {what}s begin with {prefix}, give more digits: {listed}{more}")
    near = _nearest(connection, column, prefix)
    advice = f"nearest: {'; '.join(told(one) for one in near)}" if near else "`foedus claims` lists what it holds"
    raise LedgerError(f"the ledger holds no {what} {prefix}; {advice}")


def _beginning(connection: Connection, column: Column[str], prefix: str) -> list[str]:
    """Ids from the prefix on, before the first that no hexadecimal digit could make: an index range."""
    inside = (column >= prefix, column < prefix + "g")
    return list(connection.scalars(select(column).distinct().where(*inside).order_by(column).limit(_SHOWN + 1)))


def _nearest(connection: Connection, column: Column[str], prefix: str) -> list[str]:
    """Ids that share the longest beginning with the prefix, three at most."""
    for length in range(len(prefix) - 1, 0, -1):
        found = _beginning(connection, column, prefix[:length])
        if found:
            return found[:3]
    return []


def _document(connection: Connection, sha256: str) -> RowMapping:
    return connection.execute(select(documents).where(documents.c.sha256 == sha256)).mappings().one()


def _claim(connection: Connection, claim_id: str) -> Claim:
    newest = select(claims.c.record).where(claims.c.id == claim_id)
    order = (claims.c.superseded_at.is_not(None), claims.c.twin, claims.c.reading.desc())
    return claim_of(connection.scalars(newest.order_by(*order).limit(1)).one())
