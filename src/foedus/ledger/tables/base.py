"""What all tables share: names for every constraint, types that mean the same in both stores, lists of values."""

from collections.abc import Iterable

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Integer, MetaData, Text
from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

WORDS: TypeEngine[str] = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that sorts by code point in both stores, whatever the server's locale is."""

IN_BYTES = "in_bytes"
"""Marks a column whose text may be given as UTF-8, so that it need not be decoded to be encoded again."""

NUMBER: TypeEngine[int] = Integer().with_variant(BigInteger(), "postgresql")
"""A whole number of up to 64 bits in both stores."""


def number() -> Column[int]:
    """The primary key of a table whose rows the writer numbers."""
    return Column("number", NUMBER, primary_key=True, autoincrement=False)


def batch() -> Column[int]:
    """The batch in which a row was learned."""
    return Column("batch", NUMBER, ForeignKey("batches.number"), nullable=False)


def ended() -> Column[int | None]:
    """The batch in which a row stopped to hold; null while it holds."""
    return Column("ended", NUMBER, ForeignKey("batches.number"))


def ends_later() -> CheckConstraint:
    """A row holds for some time: what a batch brings, no earlier one and not itself ends."""
    return CheckConstraint("ended > batch", name="ended")


def record(name: str) -> Column[str | None]:
    """A whole claim as JSON; null where there is none. A bulk insert takes it in bytes too, as it was made."""
    return Column(name, WORDS, info={IN_BYTES: True})


def one_of(column: str, values: Iterable[str], *, nullable: bool = False) -> CheckConstraint:
    """A closed list of values, the commonest first.

    Compared one by one: for `IN (…)` SQLite builds a tree of the list for every row, which was half the cost of an
    insert.
    """
    tests = [f"{column} = '{value}'" for value in values]
    return CheckConstraint(" OR ".join([f"{column} IS NULL", *tests] if nullable else tests), name=column)
