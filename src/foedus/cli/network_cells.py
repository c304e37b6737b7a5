"""A row of the whole network in cells."""

from collections.abc import Sequence

from foedus.model.network import NetworkRow, NetworkStage

_ORDERED, _DELIVERED = ("ordered",), ("delivering", "delivered")
_PLAIN = "plain"

LEGEND = (
    "ordered, delivered: bounds of what single plain claims say, never added up; furthest: the furthest stage said "
    "plainly; `foedus register --about NAME` weighs the claims of a row"
)
"""What the cells of the table mean."""


def short_cells(row: NetworkRow) -> dict[str, str]:
    """For a screen."""
    return {
        "supplier": str(row.supplier),
        "recipient": str(row.recipient),
        "item": str(row.item),
        "furthest": row.furthest or "",
        "ordered": _said(row.stages, _ORDERED),
        "delivered": _said(row.stages, _DELIVERED),
        "due": _span(*row.due),
        "claims": str(row.claims),
        "documents": str(row.documents),
    }


def full_cells(row: NetworkRow) -> dict[str, str]:
    """For a spreadsheet: with keys, and how many claims say which stage how plainly."""
    keys = {f"{name}_key": getattr(row, name).entity or "" for name in ("supplier", "recipient", "item")}
    stages = "; ".join(f"{one.stage} {one.weight} {one.claims}" for one in row.stages)
    return short_cells(row) | keys | {"stages": stages}


def _said(stages: Sequence[NetworkStage], wanted: Sequence[str]) -> str:
    """Number and years of the plain claims of some stages: `6–8, in 2021–2022`."""
    some = [one for one in stages if one.stage in wanted and one.weight == _PLAIN]
    pieces = _span(
        min((one.low for one in some if one.low is not None), default=None),
        max((one.high for one in some if one.high is not None), default=None),
    )
    years = _span(
        min((one.first for one in some if one.first is not None), default=None),
        max((one.last for one in some if one.last is not None), default=None),
    )
    return ", ".join(filter(None, (pieces, f"in {years}" if years else "")))


def _span(low: float | None, high: float | None) -> str:
    if low is None or high is None or low == high:
        known = low if low is not None else high
        return "" if known is None else f"{known:g}"
    return f"{low:g}–{high:g}"
