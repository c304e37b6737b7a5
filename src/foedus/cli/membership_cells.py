"""A membership in cells."""

from foedus.cli.ids import short_ids
from foedus.cli.view_cells import bracketed, key, listed, why
from foedus.model.membership import Membership

LEGEND = (
    "(…): uncertain on that day, and why; since: first date that claims give; against: claims that do not fit; "
    "claims: ids for `foedus show`, and how many more"
)
"""What the cells of the table mean."""


def short_cells(one: Membership) -> dict[str, str]:
    """For a screen: who, of what, how, and why that is not sure."""
    return {
        "organisation": str(one.organisation),
        "member": str(one.member),
        "status": bracketed(one.status, uncertain=one.uncertain),
        "since": one.since or "",
        "claims": short_ids(one.claims),
        "against": short_ids(one.against),
        "why": why(one.reason),
    }


def full_cells(one: Membership) -> dict[str, str]:
    """For a spreadsheet: with keys, outlets and reasons."""
    return {
        "organisation": str(one.organisation),
        "organisation_key": key(one.organisation),
        "member": str(one.member),
        "member_key": key(one.member),
        "status": one.status,
        "since": one.since or "",
        "uncertain": "yes" if one.uncertain else "",
        "outlets": listed(one.outlets),
        "claims": " ".join(one.claims),
        "against": " ".join(one.against),
        "reason": one.reason,
    }
