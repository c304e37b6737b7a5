"""One document or claim by its id or the beginning of it, with advice where that names none or several."""

import re
from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, select, true

from foedus.ledger.asking.documents import select_document
from foedus.ledger.asking.moments import batch_as_of, holds, known
from foedus.ledger.asking.shelves import ids_from, with_id
from foedus.ledger.filters import Moment
from foedus.ledger.records import claim_of
from foedus.ledger.tables import claims, documents, redirects, tombstones
from foedus.model.claim import Claim
from foedus.model.errors import NoTextError, UnknownError
from foedus.model.identity import ID_DIGITS

_SHOWN = 5
_HEX = re.compile(r"[0-9a-f]{1,64}")
_WHOLE = re.compile(rf"[0-9a-f]{{{ID_DIGITS}}}")
_HASH = re.compile(r"[0-9a-f]{17,64}")


class Found(NamedTuple):
    """A claim with the version that it is: `reading` is the token of the optimistic check."""

    claim: Claim
    reading: int
    twin: int
    review: str | None
    holds: bool


def find_document(connection: Connection, id_or_prefix: str, as_of: Moment = None) -> RowMapping:
    """The document's row with the page that names it; UnknownError names the candidates, or the nearest ids, or says
    that its text is gone."""

    def told(id: str) -> str:  # noqa: A002 - its name
        row = _document(connection, id, as_of)
        if row is None:
            return f"{id} (withdrawn)"
        page = ", ".join(filter(None, (row["outlet"], row["published"])))
        headline = (row["title"] or (row["text"] or "").strip().partition("\n")[0])[:60]
        return f"{row['id']} “{headline}”" + (f" ({page})" if page else "")

    there = known(documents, batch_as_of(connection, as_of))
    if _HASH.fullmatch(whole := id_or_prefix.strip().lower()):
        there = and_(there, documents.c.sha256.startswith(whole))
    id = _only(connection, _Named("document", _document_ids, there, told), id_or_prefix)  # noqa: A001 - its name
    row = _document(connection, id, as_of)
    if row is None or row["text"] is None:
        asked = select(tombstones.c.reason).join(documents, documents.c.number == tombstones.c.document)
        reason = connection.scalar(asked.where(documents.c.id == id))
        if reason is None:
            raise NoTextError(id)
        raise UnknownError(f"document {id} was withdrawn: {reason}")
    return row


def find_claim(connection: Connection, id_or_prefix: str, as_of: Moment = None) -> Found:
    """The claim as it holds, else where it went, else its last version; UnknownError as for documents."""
    batch = batch_as_of(connection, as_of)

    def told(id: str) -> str:  # noqa: A002 - its name
        found = _version(connection, id, batch)
        if found is None:
            return f"{id} (withdrawn)"
        one = found.claim
        return f"{one.id} {one.type} {one.stage} “{one.trigger.text}” in {one.document.id}"

    # a whole id is what almost everybody asks with: one look instead of two
    found = _version(connection, id_or_prefix, batch) if _WHOLE.fullmatch(id_or_prefix) else None
    if found is None:
        there = known(claims, batch)
        id = _only(connection, _Named("claim", ids_from, there, told), id_or_prefix)  # noqa: A001 - its name
        found = _version(connection, id, batch)
        if found is None:
            raise UnknownError(f"claim {id} was withdrawn with its document")
    return found if found.holds else _moved(connection, found, batch)


class _Named(NamedTuple):
    """Things that have ids: what they are called, how ids are looked up, which are there, how one is told of."""

    what: str
    beginning: Callable[[Connection, str, ColumnElement[bool], int], list[str]]
    there: ColumnElement[bool]
    told: Callable[[str], str]


def _only(connection: Connection, kind: _Named, given: str) -> str:
    """The only id that begins as given."""
    what, told = kind.what, kind.told
    prefix = given.strip().lower()
    if not _HEX.fullmatch(prefix):
        raise UnknownError(f"{given!r} is no {what} id: an id has the digits 0–9 and a–f, and its beginning will do")
    found = kind.beginning(connection, prefix, kind.there, _SHOWN + 1)
    if len(found) == 1:
        return found[0]
    if found:
        more = " …" if len(found) > _SHOWN else ""
        listed = "; ".join(told(one) for one in found[:_SHOWN])
        raise UnknownError(f"several {what}s begin with {prefix}, give more digits: {listed}{more}")
    near = _nearest(connection, kind, prefix)
    advice = f"nearest: {'; '.join(told(one) for one in near)}" if near else "`foedus claims` lists what it holds"
    raise UnknownError(f"the ledger holds no {what} {prefix}; {advice}")


def _document_ids(connection: Connection, prefix: str, there: ColumnElement[bool], most: int) -> list[str]:
    """Ids from the prefix on, before the first that no hexadecimal digit could make: an index range."""
    column, start = documents.c.id, prefix[:ID_DIGITS]
    found = select(column).where(column >= start, column < start + "g", there)
    return list(connection.scalars(found.order_by(column).limit(most)))


def _nearest(connection: Connection, kind: _Named, prefix: str) -> list[str]:
    """Ids that share the longest beginning with the prefix, three at most."""
    for length in range(min(len(prefix), ID_DIGITS) - 1, 0, -1):
        found = kind.beginning(connection, prefix[:length], true(), 3)
        if found:
            return found
    return []


def _document(connection: Connection, id: str, as_of: Moment) -> RowMapping | None:  # noqa: A002 - its name
    return connection.execute(select_document(connection, id, as_of)).mappings().one_or_none()


def _version(
    connection: Connection,
    id: str,  # noqa: A002 - its name
    batch: int | None,
    twin: int | None = None,
) -> Found | None:
    """The version of a claim that holds after a batch, else the last one before; the first of twins."""
    now = holds(claims, batch)
    there = [with_id(connection, (id,)), known(claims, batch), claims.c.record.is_not(None)]
    if twin is not None:
        there.append(claims.c.twin == twin)
    asked = select(claims, now.label("now")).where(*there)
    newest = asked.order_by(now.desc(), claims.c.twin, claims.c.reading.desc()).limit(1)
    row = connection.execute(newest).one_or_none()
    return Found(claim_of(row.record), row.reading, row.twin, row.review, bool(row.now)) if row else None


def _moved(connection: Connection, found: Found, batch: int | None) -> Found:
    """Where a statement went that no longer holds under its address; itself where it went nowhere."""
    seen = {(found.claim.id, found.twin)}
    while not found.holds:
        went = (redirects.c.claim == found.claim.id, redirects.c.twin == found.twin, holds(redirects, batch))
        row = connection.execute(select(redirects.c.to_claim, redirects.c.to_twin).where(*went)).one_or_none()
        if row is None or (row.to_claim, row.to_twin) in seen:
            break
        seen.add((row.to_claim, row.to_twin))
        found = _version(connection, row.to_claim, batch, row.to_twin) or found
    return found
