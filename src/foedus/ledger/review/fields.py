"""The fields of a claim that can be judged, each role one of its own, and in which of them two claims differ."""

from typing import Any

import msgspec

from foedus.model.claim import Claim
from foedus.model.review import Correction, Difference

FIELDS = Correction.__struct_fields__
"""All but the id, the document and what produced the claim."""


def values(claim: Claim) -> dict[str, Any]:
    """Each field as JSON would hold it, in the contract's order; Any because each has its own shape."""
    found: dict[str, Any] = {}
    for field in FIELDS:
        value = msgspec.to_builtins(getattr(claim, field))
        if field == "roles":
            found |= {f"roles.{role}": fillers for role, fillers in value.items()}
        else:
            found[field] = value
    return found


def differences(machine: Claim, person: Claim) -> tuple[Difference, ...]:
    """The fields in which two claims differ, those of the first before those that only the second has."""
    ours, theirs = values(machine), values(person)
    return tuple(
        Difference(field, ours.get(field), theirs.get(field))
        for field in (*ours, *(field for field in theirs if field not in ours))
        if ours.get(field) != theirs.get(field)
    )


def changed(before: Claim, after: Claim) -> tuple[str, ...]:
    """The names of the fields in which two claims differ."""
    return tuple(one.field for one in differences(before, after))
