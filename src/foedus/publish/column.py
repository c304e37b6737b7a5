"""A list as columns: what each is called, of which type it is, and how it is told of a record."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Generic, Literal, NamedTuple, TypeVar

T = TypeVar("T")

Value = str | int | float | bool | date | tuple[str, ...] | None
"""What a cell holds; None where nothing is known."""

Kind = Literal["text", "texts", "whole", "number", "yes", "day"]
"""Text, several texts, a whole number, a number, yes or no, a day of the calendar."""


class Column(NamedTuple, Generic[T]):
    """`told` is what stands in a spreadsheet where that is not the value itself: two digits of a probability."""

    name: str
    kind: Kind
    value: Callable[[T], Value]
    told: Callable[[T], str] | None = None
    between: str = "; "
    """What parts several texts of one cell."""

    def cell(self, record: T) -> str:
        """The cell of a spreadsheet: nothing where nothing is known, and `yes` or nothing."""
        if self.told is not None:
            return self.told(record)
        value = self.value(record)
        if isinstance(value, bool):
            return "yes" if value else ""
        if isinstance(value, tuple):
            return self.between.join(value)
        return "" if value is None else str(value)


class Sheet(NamedTuple, Generic[T]):
    """A kind of list: its name, as files bear it, and its columns in order."""

    name: str
    columns: tuple[Column[T], ...]

    def cells(self, record: T) -> Mapping[str, str]:
        """One row of a spreadsheet by the names of its columns."""
        return {column.name: column.cell(record) for column in self.columns}
