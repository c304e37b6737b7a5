"""How long to wait after wrong passwords: twice as long each time, per user and address, and for each alone."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, Select, and_, func, select

from foedus.serve.desk.tables import sign_ins

WINDOW = timedelta(hours=1)
_FREE_PAIR, _FREE_ADDRESS, _FREE_NAME = 5, 20, 50
"""Wrong ones within the hour that cost nothing. A name alone has many, or others could keep its owner out."""
_LONGEST = timedelta(minutes=15)


def wait(connection: Connection, name: str, address: str, now: datetime) -> timedelta:
    """How long this name is not looked at from this address; nothing or less where it may be tried."""
    named, there = sign_ins.c.name == name, sign_ins.c.address == address
    came = connection.scalar(
        select(func.max(sign_ins.c.at)).where(
            named, there, sign_ins.c.outcome == "signed_in", sign_ins.c.at > now - WINDOW
        )
    )
    longest = timedelta(0)
    for which, since, free in (
        (and_(named, there), came or now - WINDOW, _FREE_PAIR),
        (there, now - WINDOW, _FREE_ADDRESS),
        (named, now - WINDOW, _FREE_NAME),
    ):
        wrong, last = connection.execute(_wrong().where(which, sign_ins.c.at > since)).one()
        if wrong >= free and last is not None:
            longest = max(longest, last + _pause(wrong - free) - now)
    return longest


def _wrong() -> Select[int, datetime]:
    return select(func.count(), func.max(sign_ins.c.at)).where(sign_ins.c.outcome == "wrong")


def _pause(more: int) -> timedelta:
    return min(timedelta(seconds=2.0 ** min(more, 20)), _LONGEST)
