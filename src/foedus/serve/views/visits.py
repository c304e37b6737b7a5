"""When somebody was here last, kept in a cookie: which batches the ledger had then, and at this visit."""

import re
import time
from typing import NamedTuple

NEW_VISIT_AFTER = 4 * 3600
"""Seconds without a look at the first page, after which the next one is another visit."""

_WRITTEN = re.compile(r"([0-9]{0,15})-([0-9]{1,15})-([0-9]{1,15})")


class Visit(NamedTuple):
    """`before` is the last batch at the visit before (None: there was none), `now` that at this one, `at` seconds."""

    before: int | None
    now: int
    at: int

    def written(self) -> str:
        """As the cookie has it."""
        return f"{'' if self.before is None else self.before}-{self.now}-{self.at}"


def cookie_name(port: int | None) -> str:
    """Cookies are shared by all ports of a host, and each port has another ledger."""
    return f"foedus_seen_{port or 80}"


def visit(cookie: str | None, batch: int, now: float | None = None) -> Visit:
    """This visit; a cookie that is none of ours counts as no visit before."""
    at = int(time.time() if now is None else now)
    last = _read(cookie)
    if last is None or last.now > batch:
        return Visit(None, batch, at)
    if at - last.at >= NEW_VISIT_AFTER:
        return Visit(last.now, batch, at)
    return Visit(last.before, batch, at)


def _read(cookie: str | None) -> Visit | None:
    match = _WRITTEN.fullmatch(cookie or "")
    return Visit(int(match[1]) if match[1] else None, int(match[2]), int(match[3])) if match else None
