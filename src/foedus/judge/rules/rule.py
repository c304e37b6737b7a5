"""A rule: what it asks, why, what a row of it is, and the SELECT that answers."""

from typing import Literal

from msgspec import Struct

from foedus.model.treaty import Texts

Returns = Literal["occasions", "statements"]


class Head(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in the comment at the head of a rule's file, in English and French."""

    returns: Returns
    question: Texts = {}
    explanation: Texts = {}
    finds: Texts = {}
    """What a row of it is, in a line."""


class Rule(Struct, frozen=True):
    """A rule as it was read; `file` and `line` are where its SELECT begins, for what is told when it fails."""

    name: str
    head: Head
    sql: str
    file: str
    line: int


COLUMNS: dict[Returns, tuple[str, ...]] = {
    "occasions": ("obligation", "version", "beneficiary", "against", "since", "until", "claims"),
    "statements": ("entities", "since", "until", "claims"),
}
"""What the SELECT gives, in any order."""
