"""What is different between two states of the ledger."""

from typing import Any, Literal

from msgspec import Struct

from foedus.model.claim import Claim

ChangeKind = Literal["new", "changed", "gone", "rejected", "metadata", "withdrawn", "contradicted"]


class FieldChange(Struct, frozen=True):
    """One field before and after, as JSON would hold it; a role is a field of its own, `roles.supplier`."""

    field: str
    before: Any
    after: Any


class Change(Struct, frozen=True):
    """One difference between two states of the ledger.

    `claim` is as it is after, or as it last was where it is gone; null where the change is of a document. `by` is the
    reviewer, else the reader or who corrected; `at` (UTC) and `batch` say when, `reason` why where somebody said so.
    `to` is the address to which a claim that is gone has moved; that of the other claim where two contradict each
    other, which the ledger does not find out itself.
    """

    kind: ChangeKind
    document: str
    claim: Claim | None
    fields: tuple[FieldChange, ...]
    at: str
    batch: int
    by: str | None
    reason: str | None = None
    to: str | None = None
