"""A rule: what it asks, why, what a row of it is, and the SELECT that answers."""

from typing import Literal

from msgspec import Struct

from foedus.model.treaty import Texts
from foedus.model.vocabulary import ClaimType

Returns = Literal["occasions", "statements"]
Side = Literal["who", "whom"]


class Head(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in the comment at the head of a rule's file, in English and French."""

    returns: Returns
    question: Texts = {}
    explanation: Texts = {}
    finds: Texts = {}
    """What a row of it is, in a line."""
    turns_on: dict[ClaimType | Literal["any"], Side] = {}
    """For rules that read the view `focus`: the types of claims that a row depends on, by being there or not, and on
    which side of their acts the row's hinge stands."""
    stages: tuple[str, ...] = ()
    """For the same rules: claims at other stages make no difference; where none is named, all do."""


class Rule(Struct, frozen=True):
    """A rule as it was read; `file` and `line` are where its SELECT begins, for what is told when it fails."""

    name: str
    head: Head
    sql: str
    file: str
    line: int
    reads: frozenset[str] = frozenset()
    """The views that it looks at, as SQLite tells."""


HINGE = "hinge"
"""A further column of rules with `turns_on`: the key that a row turns on."""
COLUMNS: dict[Returns, tuple[str, ...]] = {
    "occasions": ("obligation", "version", "beneficiary", "against", "since", "until", "claims"),
    "statements": ("entities", "since", "until", "claims"),
}
"""What the SELECT gives, in any order."""
