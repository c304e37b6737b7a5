"""Where a ledger lies: a path or URL of a file, or the URL of a PostgreSQL database, safe to show."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from foedus.model.errors import LedgerError

_SQLITE = "sqlite:///"
_POSTGRES = ("postgresql://", "postgres://", "postgresql+psycopg://")
_SCHEME = re.compile(r"[a-z0-9+]*://|(postgres(ql)?|sqlite)\b[^:/]*:", re.IGNORECASE)
_FORMS = "give a file, as foedus.db, or a database, as postgresql://user@host/name"
_SHOWN = ("host", "port", "schema")


@dataclass(frozen=True, slots=True)
class PostgresDatabase:
    """A database by its URL, which may hold a password, and the schema in it, where the URL names one."""

    url: URL
    schema: str | None

    @property
    def shown(self) -> str:
        """Address and names only: what else stands in a URL may be secret."""
        query = {name: value for name, value in self.url.query.items() if name in _SHOWN}
        if self.schema:
            query["schema"] = self.schema
        plain = URL.create(
            "postgresql", self.url.username, None, self.url.host, self.url.port, self.url.database, query
        )
        return plain.render_as_string().replace("%2F", "/")


def located(where: str | Path) -> Path | PostgresDatabase:
    """A file, which need not be there, or a database; LedgerError where it is neither."""
    if isinstance(where, Path):
        return where
    if where.startswith(_SQLITE) and len(where) > len(_SQLITE):
        return Path(unquote(where.removeprefix(_SQLITE)))
    scheme = _SCHEME.match(where)
    if scheme and scheme[0].lower() in _POSTGRES:
        return _postgres(where)
    if scheme or where in ("", ":memory:"):
        raise LedgerError(f"{scheme[0] if scheme else where or 'nothing'} cannot be a ledger: {_FORMS}")
    return Path(where)


def shown(where: str | Path) -> str:
    """A ledger's place as messages may show it: without password. LedgerError where it is no place."""
    found = located(where)
    return str(found) if isinstance(found, Path) else found.shown


def _postgres(where: str) -> PostgresDatabase:
    try:
        url = make_url(where)
    except (ArgumentError, ValueError) as error:
        raise _unreadable() from error
    if "@" in (url.host or "") or "@" in (url.database or ""):
        raise _unreadable()
    schema = url.query.get("schema")
    if isinstance(schema, tuple):
        raise LedgerError("a postgresql:// address names one schema, as ?schema=name")
    return PostgresDatabase(url.difference_update_query(["schema"]), schema)


def _unreadable() -> LedgerError:
    """The address is not shown: a password may stand anywhere in it."""
    return LedgerError(
        "the postgresql:// address cannot be read: write postgresql://user@host:port/name; "
        "in user and password, write signs such as @ : / as %40 %3A %2F"
    )
