"""Documents as a list, without their texts, which stand at the address of each."""

from msgspec import Struct

from foedus.model.claim import DocumentRef
from foedus.publish.column import Column, Sheet


class Listed(Struct, frozen=True):
    """A document with how many of its claims were found; None where its text was searched and no claim was counted."""

    document: DocumentRef
    claims: int | None


DOCUMENTS: Sheet[Listed] = Sheet(
    "documents",
    (
        Column("document", "text", lambda one: one.document.id),
        Column("title", "text", lambda one: one.document.title),
        Column("published", "text", lambda one: one.document.published),
        Column("outlet", "text", lambda one: one.document.outlet),
        Column("url", "text", lambda one: one.document.url),
        Column("lang", "text", lambda one: one.document.lang),
        Column("sha256", "text", lambda one: one.document.sha256),
        Column("claims", "whole", lambda one: one.claims),
    ),
)
"""One text a row, by the page that names it."""
