"""On which line of a rule a fault stands that SQLite tells without one."""

import re
import sqlite3
from typing import Final

_NEAR: Final = re.compile(r'near "(?P<word>.*)": syntax error', re.DOTALL)
_NAMED: Final = re.compile(
    r"(?:no such \w+|ambiguous column name|number of arguments to function|misuse of \w+(?: \w+)*):? (?P<name>[\w.]+)"
)
_NOT_CODE: Final = re.compile(r"'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/", re.DOTALL)


def line_of(sql: str, told: str, connection: sqlite3.Connection) -> int:
    """How many lines below the first one of the SQL the fault stands that a message tells of; 0 where nobody knows.

    The connection is one that can only look: beginnings of the SQL are tried on it.
    """
    if near := _NEAR.search(told):
        return sql.count("\n", 0, _place_of(sql, near["word"], connection))
    if "incomplete input" in told:
        return sql.count("\n")
    if named := _NAMED.search(told):
        return line_of_word(sql, named["name"])
    return 0


def line_of_word(sql: str, word: str) -> int:
    """The line of a word that stands in the code, counted from 0."""
    code = _NOT_CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), sql)
    found = re.search(rf"\b{re.escape(word)}\b", code, re.IGNORECASE) if word else None
    return sql.count("\n", 0, found.start()) if found else 0


def _place_of(sql: str, word: str, connection: sqlite3.Connection) -> int:
    """The word's first place up to which the SQL is faulty already: before it, it was only incomplete."""
    at = sql.find(word)
    while at >= 0:
        if _NEAR.search(_told(sql[: at + len(word)], connection)):
            return at
        at = sql.find(word, at + 1)
    return 0


def _told(sql: str, connection: sqlite3.Connection) -> str:
    try:
        connection.execute(f"EXPLAIN {sql}").close()
    except (sqlite3.Error, sqlite3.Warning) as error:
        return str(error)
    return ""
