"""Claims that cannot both be right."""

from typing import Literal

from msgspec import Struct

ContradictionKind = Literal["polarity", "number", "date", "stage", "party", "successive"]


class Contradiction(Struct, frozen=True):
    """Two claims (ids), the earlier published first, and why they do not fit together."""

    kind: ContradictionKind
    first: str
    second: str
    reason: str
