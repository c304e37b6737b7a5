"""A number of a toll in cells."""

from foedus.cli.ids import short_ids
from foedus.cli.view_cells import key, listed, why
from foedus.model.toll import TollPoint

LEGEND = (
    "(…): uncertain, and why; series: numbers of one toll; told: date of the page; event: date of the event; change: "
    "against the number told before; claims: ids for `foedus show`, and how many more"
)
"""What the cells of the table mean."""


def short_cells(point: TollPoint) -> dict[str, str]:
    """For a screen: what was counted where, when, how many, and against what was told before."""
    return {
        "series": str(point.series),
        "measure": point.measure,
        "by": listed(point.by),
        "target": listed(point.target),
        "what": listed(point.what),
        "place": listed(point.place),
        "event": point.event or "",
        "told": point.told or "",
        "number": "" if point.count is None else str(point.count),
        "change": "" if point.change == "first" else point.change,
        "claims": short_ids(point.claims),
        "why": why(point.reason),
    }


def full_cells(point: TollPoint) -> dict[str, str]:
    """For a spreadsheet: with keys, bounds, outlets and reasons."""
    return {
        "series": str(point.series),
        "measure": point.measure,
        "by": listed(point.by),
        "by_keys": listed(filter(None, map(key, point.by))),
        "target": listed(point.target),
        "target_keys": listed(filter(None, map(key, point.target))),
        "what": listed(point.what),
        "place": listed(point.place),
        "place_keys": listed(filter(None, map(key, point.place))),
        "event": point.event or "",
        "told": point.told or "",
        "number": "" if point.count is None else str(point.count),
        "least": "" if point.count is None else _figure(point.count.low),
        "most": "" if point.count is None else _figure(point.count.high),
        "unit": "" if point.count is None else point.count.unit or "",
        "change": point.change,
        "sureness": point.sureness,
        "outlets": listed(point.outlets),
        "claims": " ".join(point.claims),
        "reason": point.reason,
    }


def _figure(number: float | None) -> str:
    return "" if number is None else str(number)
