"""What a statement is called: its id, and a number where one text gave different statements the same id."""

from typing import NamedTuple, Self


class Address(NamedTuple):
    """A statement's id, and which it is of the different statements of one text that came with that id."""

    id: str
    twin: int

    @classmethod
    def of(cls, text: str) -> Self:
        """The address that a text writes, in full."""
        id, _, twin = text.partition(".")  # noqa: A001 - the field's own name
        return cls(id, int(twin or 0))

    def __str__(self) -> str:
        return f"{self.id}.{self.twin}" if self.twin else self.id
