"""Who supplies what to whom, the whole network, as a list."""

from collections.abc import Sequence

from foedus.model.network import NetworkRow, NetworkStage
from foedus.publish.column import Column, Sheet
from foedus.publish.figures import span

_ORDERED, _DELIVERED = ("ordered",), ("delivering", "delivered")
_PLAIN = "plain"


def _said(stages: Sequence[NetworkStage], wanted: Sequence[str]) -> str | None:
    """Number and years of the plain claims of some stages: `6–8, in 2021–2022`."""
    some = [one for one in stages if one.stage in wanted and one.weight == _PLAIN]
    pieces = span(
        min((one.low for one in some if one.low is not None), default=None),
        max((one.high for one in some if one.high is not None), default=None),
    )
    years = span(
        min((one.first for one in some if one.first is not None), default=None),
        max((one.last for one in some if one.last is not None), default=None),
    )
    return ", ".join(filter(None, (pieces, f"in {years}" if years else ""))) or None


LINKS: Sheet[NetworkRow] = Sheet(
    "network",
    (
        Column("supplier", "text", lambda row: str(row.supplier)),
        Column("recipient", "text", lambda row: str(row.recipient)),
        Column("item", "text", lambda row: str(row.item)),
        Column("furthest", "text", lambda row: row.furthest),
        Column("ordered", "text", lambda row: _said(row.stages, _ORDERED)),
        Column("delivered", "text", lambda row: _said(row.stages, _DELIVERED)),
        Column("due", "text", lambda row: span(*row.due) or None),
        Column("claims", "whole", lambda row: row.claims),
        Column("documents", "whole", lambda row: row.documents),
        Column("supplier_key", "text", lambda row: row.supplier.entity),
        Column("recipient_key", "text", lambda row: row.recipient.entity),
        Column("item_key", "text", lambda row: row.item.entity),
        Column(
            "stages",
            "texts",
            lambda row: tuple(f"{one.stage} {one.weight} {one.claims}" for one in row.stages),
        ),
    ),
)
"""One supplier, recipient and item a row: counted, with bounds of what single claims say, never added up."""
