"""A row of the whole network: all that claims say of one supplier, recipient and item, counted and not weighed up."""

from msgspec import Struct

from foedus.model.row import RowParty


class NetworkStage(Struct, frozen=True):
    """What is said of one stage with one weight, as `plain` or `rumoured`.

    `claims` is how many versions of claims say so; `low` and `high` are the least and the most pieces, `first` and
    `last` the years that they give. None where nobody says.
    """

    stage: str
    weight: str
    claims: int
    low: float | None
    high: float | None
    first: int | None
    last: int | None


class NetworkRow(Struct, frozen=True):
    """`furthest` is the furthest stage that a claim says plainly, None where none does; `due` the years of what is due.

    Numbers are bounds of what single claims say: nothing is added up, and no stage is upgraded.
    """

    supplier: RowParty
    recipient: RowParty
    item: RowParty
    furthest: str | None
    claims: int
    documents: int
    stages: tuple[NetworkStage, ...]
    due: tuple[int | None, int | None]
