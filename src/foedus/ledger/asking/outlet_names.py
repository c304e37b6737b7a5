"""Outlets as people write them: without regard to case and accents, and never one that no page has."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches

from sqlalchemy import Connection, select

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.tables import outlets
from foedus.ledger.words import folded
from foedus.model.errors import UsageError

_NEAR = 3


def with_outlets(connection: Connection, which: ClaimFilter) -> ClaimFilter:
    """The filter with outlets as their pages name them, which indexes know; UsageError where no page has one."""
    if not which.outlets:
        return which
    return replace(which, outlets=tuple(dict.fromkeys(_exact(which.outlets, _known(connection)))))


def outlets_named(connection: Connection, name: str) -> list[str]:
    """Those that a name can mean: the one that has it just so, else all that have it but for case and accents."""
    found = _known(connection).get(_key(name), [])
    return [name] if name in found else found


def _known(connection: Connection) -> dict[str, list[str]]:
    """All outlets by what counts of their names."""
    known: dict[str, list[str]] = {}
    for name in connection.scalars(select(outlets.c.name).order_by(outlets.c.name)):
        known.setdefault(_key(name), []).append(name)
    return known


def _exact(given: Iterable[str], known: dict[str, list[str]]) -> Iterator[str]:
    for name in given:
        if _key(name) not in known:
            raise UsageError(f"no page is from an outlet named {name!r}; {_advice(_key(name), known)}")
        yield from known[_key(name)]


def _advice(key: str, known: dict[str, list[str]]) -> str:
    """Outlets whose names have the words, or nearly the same letters."""
    longer = (one for one in known if f" {key} " in f" {one} ")
    near = dict.fromkeys((*longer, *get_close_matches(key, known, _NEAR)))
    named = [known[one][0] for one in near][:_NEAR]
    return f"near: {', '.join(named)}" if named else "`foedus claims --counts` tells of those that there are"


def _key(name: str) -> str:
    return folded(name) or name
