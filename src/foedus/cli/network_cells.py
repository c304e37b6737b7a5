"""A row of the whole network in cells."""

from collections.abc import Mapping

from foedus.model.network import NetworkRow
from foedus.publish.links import LINKS

_SHORT = ("supplier", "recipient", "item", "furthest", "ordered", "delivered", "due", "claims", "documents")

LEGEND = (
    "ordered, delivered: bounds of what single plain claims say, never added up; furthest: the furthest stage said "
    "plainly; `foedus register --about NAME` weighs the claims of a row"
)
"""What the cells of the table mean."""


def short_cells(row: NetworkRow) -> Mapping[str, str]:
    """For a screen: a spreadsheet has keys too, and how many claims say which stage how plainly."""
    cells = LINKS.cells(row)
    return {name: cells[name] for name in _SHORT}
