"""A position in cells."""

from foedus.cli.ids import short_ids
from foedus.cli.view_cells import bracketed, key, listed, why
from foedus.model.position import Position

LEGEND = (
    "(…): uncertain on that day, and why; since: first date that claims give; against: claims that deny or may end it; "
    "claims: ids for `foedus show`, and how many more"
)
"""What the cells of the table mean."""


def short_cells(position: Position) -> dict[str, str]:
    """For a screen: who has what where, by which word of the claims, and why that is not sure."""
    return {
        "holder": str(position.holder),
        "item": str(position.item),
        "place": str(position.place),
        "status": bracketed(position.status, uncertain=position.uncertain),
        "number": listed(position.counts),
        "since": position.since or "",
        "claims": short_ids(position.claims),
        "against": short_ids(position.against),
        "why": why(position.reason),
    }


def full_cells(position: Position) -> dict[str, str]:
    """For a spreadsheet: with keys, outlets and reasons."""
    return {
        "holder": str(position.holder),
        "holder_key": key(position.holder),
        "item": str(position.item),
        "item_key": key(position.item),
        "place": str(position.place),
        "place_key": key(position.place),
        "basis": position.basis,
        "status": position.status,
        "number": listed(position.counts),
        "since": position.since or "",
        "uncertain": "yes" if position.uncertain else "",
        "outlets": listed(position.outlets),
        "claims": " ".join(position.claims),
        "against": " ".join(position.against),
        "reason": position.reason,
    }
