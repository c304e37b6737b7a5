"""An entry of a deal's course in cells."""

from foedus.cli.ids import short_ids
from foedus.cli.view_cells import bracketed, why
from foedus.model.timeline import TimelineEntry

LEGEND = (
    "(…): uncertain; due: to come, not yet delivered; told: first page that says so; against: claims that contradict; "
    "claims: ids for `foedus show`, and how many more"
)
"""What the cells of the table mean."""


def short_cells(entry: TimelineEntry) -> dict[str, str]:
    """For a screen: what happened when, how many, and why that is not sure."""
    return {
        "deal": f"{entry.supplier} → {entry.recipient}: {entry.item}",
        "when": entry.when or "",
        "what": bracketed(_what(entry), uncertain=entry.uncertain),
        "number": "" if entry.count is None else str(entry.count),
        "told": entry.told or "",
        "claims": short_ids(entry.claims),
        "against": short_ids(entry.against),
        "why": why(entry.reason),
    }


def _what(entry: TimelineEntry) -> str:
    return f"not {entry.what}" if entry.sureness == "denied" else entry.what
