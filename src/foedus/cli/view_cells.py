"""Parts of cells that the views of deals, positions, memberships and tolls share."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from foedus.model.row import RowParty
from foedus.model.vocabulary import ClaimType

if TYPE_CHECKING:
    from foedus.ledger.filters import ClaimFilter

_PLAINLY = "said plainly"


def asking_for(which: "ClaimFilter", types: Sequence[ClaimType]) -> "ClaimFilter":
    """The same filter for the types that a view reads, where `--type` names none."""
    return which if which.types else replace(which, types=tuple(types))


def bracketed(text: str, *, uncertain: bool) -> str:
    """In parentheses where it is uncertain, as in the register."""
    return f"({text})" if uncertain and text else text


def why(reason: str) -> str:
    """The reason where it says more than that nothing weakens it."""
    return "" if reason == _PLAINLY else reason.removeprefix(f"{_PLAINLY}; ")


def key(party: RowParty) -> str:
    """The key of its entity, or nothing."""
    return party.entity or ""


def listed(parts: Iterable[object]) -> str:
    """Several values of one cell."""
    return "; ".join(map(str, parts))
