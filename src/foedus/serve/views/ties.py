"""A line of the network and what it ties, as the figure, its table and its files have it."""

from msgspec import Struct

from foedus.model.vocabulary import NEGATIVE_STAGES
from foedus.publish.column import Column, Sheet


class Node(Struct, frozen=True):
    """Somebody in the network; `entity` is None for who is linked to none."""

    entity: str | None
    name: str
    kind: str | None


class Tie(Struct, frozen=True):
    """Two nodes, the type of the claims that tie them, and how many there are.

    `stage` is the furthest stage that a claim says plainly (of allies: that of the newest claim), None where none
    does; `items` are what most of them speak of.
    """

    source: Node
    target: Node
    type: str
    stage: str | None
    claims: int
    documents: int
    items: tuple[str, ...]

    @property
    def ended(self) -> bool:
        """Whether allies refused, suspended or ended it; of transfers the furthest stage tells."""
        return self.type != "transfer" and self.stage in NEGATIVE_STAGES


TIES: Sheet[Tie] = Sheet(
    "network",
    (
        Column("from", "text", lambda one: one.source.name),
        Column("to", "text", lambda one: one.target.name),
        Column("type", "text", lambda one: one.type),
        Column("stage", "text", lambda one: one.stage),
        Column("items", "texts", lambda one: one.items),
        Column("claims", "whole", lambda one: one.claims),
        Column("documents", "whole", lambda one: one.documents),
        Column("from_key", "text", lambda one: one.source.entity),
        Column("to_key", "text", lambda one: one.target.entity),
    ),
)
"""One pair and type a row."""
