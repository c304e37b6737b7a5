"""Whether SQLite takes a rule, before it is asked of any claims: on empty views, with the power to look alone."""

import sqlite3
from typing import Final

from msgspec.structs import replace

from foedus.judge.rules.fault_line import line_of, line_of_word
from foedus.judge.rules.rule import COLUMNS, HINGE, Rule
from foedus.judge.rules.sandbox import Guard, guarded
from foedus.judge.views.scheme import definition
from foedus.model.errors import DataError

_SECONDS: Final = 1.0
"""On empty views nothing takes time but what never ends."""


def checked(rule: Rule) -> Rule:
    """The rule with the views that it reads; DataError with file, line and reason where it is no SELECT that gives the
    columns it should."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.executescript(definition())
        with guarded(connection, _SECONDS) as guard:
            try:
                cursor = connection.execute(rule.sql)
                given = [column[0] for column in cursor.description or ()]
                cursor.fetchmany(1)
            except (sqlite3.Error, sqlite3.Warning) as error:
                raise fault(rule, error, guard, connection, _SECONDS) from error
    finally:
        connection.close()
    rule = replace(rule, reads=frozenset(guard.reads))
    _check_columns(rule, given)
    return rule


def fault(rule: Rule, error: Exception, guard: Guard, connection: sqlite3.Connection, seconds: float) -> DataError:
    """What to tell of a rule that SQLite refused or that ran out of time."""
    if guard.late:
        return _fault(rule, 0, f"takes longer than {seconds:g} s: join the views by what they have in common")
    if guard.refused is not None:
        word, reason = guard.refused
        return _fault(rule, line_of_word(rule.sql, word), reason)
    told = str(error)
    if "one statement at a time" in told:
        return _fault(rule, rule.sql.count("\n", 0, rule.sql.find(";")), "a rule is one SELECT, more stands behind it")
    return _fault(rule, line_of(rule.sql, told, connection), told)


def _check_columns(rule: Rule, given: list[str]) -> None:
    wanted = (*COLUMNS[rule.head.returns], *((HINGE,) if rule.head.turns_on else ()))
    if bool(rule.head.turns_on) != ("focus" in rule.reads):
        raise _fault(rule, 0, "`turns_on` in the head and the view focus go together: use both or neither")
    for name in wanted:
        if name not in given:
            raise _fault(rule, 0, f"the SELECT gives no column {name}: {rule.head.returns} need {', '.join(wanted)}")
    for name in given:
        if name not in wanted:
            raise _fault(rule, line_of_word(rule.sql, name), f"{rule.head.returns} have no column {name}: leave it out")


def _fault(rule: Rule, below: int, message: str) -> DataError:
    return DataError(f"{rule.file}, line {rule.line + below}: {message}")
