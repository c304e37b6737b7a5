"""A row of the register in cells; parentheses mark what is uncertain, as in SIPRI's registers."""

from collections.abc import Iterable

from foedus.model.row import RegisterRow


def short_cells(row: RegisterRow) -> dict[str, str]:
    """For a screen."""
    return {
        "supplier": str(row.supplier),
        "recipient": str(row.recipient),
        "item": str(row.item),
        "ordered": _list(row.number_ordered),
        "in": _list(row.order_years),
        "delivered": _list(row.number_delivered),
        "years": _list(row.delivery_years),
        "status": row.status,
        "claims": _weight(row),
        "comment": row.comment,
    }


def full_cells(row: RegisterRow) -> dict[str, str]:
    """For a spreadsheet: with keys, outlets, and the ids of the claims behind the row."""
    return {
        "supplier": str(row.supplier),
        "supplier_key": row.supplier.entity or "",
        "recipient": str(row.recipient),
        "recipient_key": row.recipient.entity or "",
        "item": str(row.item),
        "item_key": row.item.entity or "",
        "number_ordered": _list(row.number_ordered),
        "order_years": _list(row.order_years),
        "number_delivered": _list(row.number_delivered),
        "delivery_years": _list(row.delivery_years),
        "status": row.status,
        "flags": _list(row.flags),
        "comment": row.comment,
        "outlets": _list(row.outlets),
        "claims": " ".join(row.claims),
        "contradicting": " ".join(row.contradicting),
    }


def _weight(row: RegisterRow) -> str:
    """How many claims, and how many of them deny."""
    against = f", {len(row.contradicting)} against" if row.contradicting else ""
    return f"{len(row.claims)}{against}"


def _list(parts: Iterable[object]) -> str:
    return "; ".join(map(str, parts))
