"""Rows of the transfer register as a list; parentheses mark what is uncertain, as in SIPRI's registers."""

from collections.abc import Iterable

from foedus.model.row import RegisterRow
from foedus.publish.claims import TO_CHECK
from foedus.publish.column import Column, Sheet
from foedus.publish.figures import two_digits


def _texts(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(map(str, values))


REGISTER: Sheet[RegisterRow] = Sheet(
    "register",
    (
        Column("supplier", "text", lambda row: str(row.supplier)),
        Column("supplier_key", "text", lambda row: row.supplier.entity),
        Column("supplier_state", "text", lambda row: row.supplier_state),
        Column("recipient", "text", lambda row: str(row.recipient)),
        Column("recipient_key", "text", lambda row: row.recipient.entity),
        Column("recipient_state", "text", lambda row: row.recipient_state),
        Column("item", "text", lambda row: str(row.item)),
        Column("item_key", "text", lambda row: row.item.entity),
        Column("description", "text", lambda row: row.description),
        Column("category", "text", lambda row: row.category),
        Column("number_ordered", "texts", lambda row: _texts(row.number_ordered)),
        Column("order_years", "texts", lambda row: _texts(row.order_years)),
        Column("number_delivered", "texts", lambda row: _texts(row.number_delivered)),
        Column("delivery_years", "texts", lambda row: _texts(row.delivery_years)),
        Column("local_production", "text", lambda row: str(row.local_production) if row.local_production else None),
        Column("worth", "texts", lambda row: _texts(row.worth)),
        Column("uncertain", "texts", lambda row: row.uncertain),
        Column("status", "text", lambda row: row.status),
        Column("flags", "texts", lambda row: row.flags),
        Column("comment", "text", lambda row: row.comment),
        Column("outlets", "texts", lambda row: row.outlets),
        Column("origins", "whole", lambda row: row.origins.get("claims")),
        Column("claims", "texts", lambda row: row.claims, between=" "),
        Column("contradicting", "texts", lambda row: row.contradicting, between=" "),
        Column(
            "confidence",
            "number",
            lambda row: row.confidence,
            lambda row: "" if row.confidence is None else two_digits(row.confidence),
        ),
        Column("mark", "text", lambda row: TO_CHECK if row.to_check else None),
    ),
)
"""One supplier, recipient and item a row."""
