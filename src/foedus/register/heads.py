"""Who or what a role names, so that two claims that mean the same share an identity."""

import unicodedata
from collections.abc import Sequence

from foedus.model.claim import Filler
from foedus.model.row import RowParty

UNKNOWN = RowParty(None, "unknown", None)
"""Stands where no claim says who or what."""

Head = tuple[str, RowParty]
"""An identity to compare by, empty where unknown, and the party as it is shown."""


def heads(fillers: Sequence[Filler]) -> list[Head]:
    """Distinct heads of one role in the order named; the same entity named twice is one, no filler is `UNKNOWN`."""
    found = {identity(one): RowParty(one.entity, one.name, one.kind) for one in reversed(fillers)}
    return list(reversed(found.items())) or [("", UNKNOWN)]


def identity(filler: Filler) -> str:
    """An entity's key, else the folded name; classes of arms never mix with designations of the same name."""
    generic = "class" if filler.kind == "item_class" else "named"
    if filler.entity is not None:
        return f"{generic}:{filler.entity}"
    return f"{generic}~{unicodedata.normalize('NFKC', filler.name).casefold()}"


def by_name(head: Head) -> tuple[bool, str, str]:
    """By the name as shown, unknown heads last."""
    return head[1] == UNKNOWN, str(head[1]).casefold(), head[0]
