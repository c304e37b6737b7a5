"""The views as data/judge/views.sql defines and explains them."""

import re
import sqlite3
from functools import cache
from importlib.resources import files

_OBJECT = re.compile(r"^CREATE (?:TABLE|VIEW) (?P<name>\w+)", re.MULTILINE)


@cache
def definition() -> str:
    """The statements that make the views."""
    return (files("foedus") / "data" / "judge" / "views.sql").read_text(encoding="utf-8")


@cache
def views() -> dict[str, tuple[str, ...]]:
    """Names of the views with their columns, in the order of the file."""
    with sqlite3.connect(":memory:") as connection:
        connection.executescript(definition())
        names = _OBJECT.findall(definition())
        return {name: tuple(row[1] for row in connection.execute(f"PRAGMA table_info({name})")) for name in names}
