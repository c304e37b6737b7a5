"""A story by what it may be called: the id of any of its documents, with or without `s-`, or a claim's."""

import re

from sqlalchemy import Connection

from foedus.ledger.asking.lookup import find_claim, find_document
from foedus.ledger.filters import Moment
from foedus.model.errors import NoTextError, UnknownError
from foedus.model.story import STORY

_IDS = re.compile(r"[0-9a-f]{1,64}")


def document_named(connection: Connection, name: str, as_of: Moment = None) -> str:
    """The id of the document; UnknownError where neither a document nor a claim is called so, or several are."""
    given = name.strip().lower().removeprefix(STORY)
    if not _IDS.fullmatch(given):
        raise UnknownError(
            f"{name!r} names no story: give the id of a story (s-…), of a document or claim of it, or its beginning"
        )
    try:
        return str(find_document(connection, given, as_of)["id"])
    except NoTextError as known:
        return known.document
    except UnknownError as error:
        try:
            return find_claim(connection, given, as_of).claim.document.id
        except UnknownError:
            raise error from None
