"""Sources that are not independent of others, as a person knows them."""

from typing import NamedTuple

from sqlalchemy import Connection, select

from foedus.ledger.asking.moments import batch_as_of, holds
from foedus.ledger.filters import Moment
from foedus.ledger.review.judgements import By, note
from foedus.ledger.tables import dependencies
from foedus.ledger.writing.transaction import Writing
from foedus.model.errors import UsageError


class Dependence(NamedTuple):
    """A source (an outlet's name or an entity's key) that is not independent of another, and why."""

    source: str
    on: str
    reason: str


def depend(writing: Writing, source: str, on: str, by: By) -> int:
    """Mark a source as dependent on another; the judgement's number.

    UsageError where no reason is given, it is known already, or the other depends on it.
    """
    if not source or not on or source == on:
        raise UsageError(f"a source depends on another one, not {source!r} on {on!r}")
    if not by.reason:
        raise UsageError(f"say why {source} depends on {on}: a dependence needs a reason")
    if _number(writing.connection, source, on) is not None:
        raise UsageError(f"{source} depends on {on} already")
    if source in _reached(writing.connection, on):
        raise UsageError(f"{on} depends on {source} already: it cannot be both ways")
    begin(writing, source, on, by.reason)
    return note(writing, "depend", by, detail={"source": source, "on": on, "why": by.reason})


def independ(writing: Writing, source: str, on: str, by: By) -> int:
    """Take a dependence back; the judgement's number. UsageError where there is none."""
    why = finish(writing, source, on)
    return note(writing, "independ", by, detail={"source": source, "on": on, "why": why})


def dependences(connection: Connection, as_of: Moment = None) -> list[Dependence]:
    """Which sources depended on which at a moment, by name."""
    holding = holds(dependencies, batch_as_of(connection, as_of))
    asked = select(dependencies.c.source, dependencies.c.depends_on, dependencies.c.reason).where(holding)
    ordered = asked.order_by(dependencies.c.source, dependencies.c.depends_on)
    return [Dependence(*row) for row in connection.execute(ordered)]


def begin(writing: Writing, source: str, on: str, why: str) -> None:
    """A dependence holds from now on."""
    writing.add(dependencies, [{"source": source, "depends_on": on, "reason": why}])


def finish(writing: Writing, source: str, on: str) -> str:
    """A dependence holds no longer; why it did. UsageError where there is none."""
    number = _number(writing.connection, source, on)
    if number is None:
        raise UsageError(f"{source} is not marked as dependent on {on}")
    writing.end(dependencies, {number: None})
    return str(writing.connection.scalar(select(dependencies.c.reason).where(dependencies.c.number == number)))


def _number(connection: Connection, source: str, on: str) -> int | None:
    asked = select(dependencies.c.number).where(
        dependencies.c.source == source, dependencies.c.depends_on == on, dependencies.c.ended.is_(None)
    )
    return connection.scalar(asked)


def _reached(connection: Connection, source: str) -> set[str]:
    """On whom a source depends, through any number of others."""
    reached: set[str] = set()
    ahead = [source]
    while ahead:
        asked = select(dependencies.c.depends_on).where(
            dependencies.c.source.in_(ahead), dependencies.c.ended.is_(None)
        )
        ahead = [on for on in connection.scalars(asked) if on not in reached]
        reached.update(ahead)
    return reached
