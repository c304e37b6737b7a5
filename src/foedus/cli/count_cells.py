"""Counts of an answer, a line a value."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from foedus.model.facets import Facets


class Counted(NamedTuple):
    """How many claims have a value; `value` is empty for those that have none."""

    facet: str
    value: str
    name: str
    claims: int


def counted(found: "Facets") -> list[Counted]:
    """The counts, facet by facet."""
    return [
        Counted(facet, one.value or "", one.name or "", one.count)
        for facet, values in found.counts.items()
        for one in values
    ]


def cells(one: Counted) -> dict[str, str]:
    """One line of a table."""
    return {"facet": one.facet, "value": one.value, "name": one.name, "claims": str(one.claims)}


def told(found: "Facets") -> str:
    """How many claims were counted, and whether those are all."""
    what = f"{found.counted:,} claims counted"
    return f"{what}, out of the newest: there are more" if found.more else what
