"""Addresses inside the page: they keep the day as of which the ledger is looked at."""

from urllib.parse import quote, urlencode

from starlette.requests import Request

KEPT = ("as_of", "published_by")
"""Parameters that go along from view to view."""


class Addresses:
    """Makes the addresses that the templates of one request link to."""

    def __init__(self, request: Request) -> None:
        """Of the page that is asked for."""
        self._query = request.query_params
        self._path = request.url.path

    def __call__(self, *parts: str, **query: str | int | None) -> str:
        """An address of path parts, each escaped, with a query; what is None is left out."""
        path = "/" + "/".join(quote(part, safe="") for part in parts)
        asked = {name: value for name in KEPT if (value := self._query.get(name))}
        asked |= {name: str(value) for name, value in query.items() if value is not None}
        return f"{path}?{urlencode(asked)}" if asked else path

    def here(self, **query: str | int | None) -> str:
        """This page with some parameters set otherwise; None takes one away. Others, and repeated ones, stay."""
        pairs = [(name, value) for name, value in self._query.multi_items() if name not in query]
        pairs += [(name, str(value)) for name, value in query.items() if value is not None]
        return f"{self._path}?{urlencode(pairs)}" if pairs else self._path

    def without(self, name: str, value: str) -> str:
        """This page with one of a repeated parameter's values taken away, and from its first page on."""
        pairs = [pair for pair in self._query.multi_items() if pair != (name, value) and pair[0] != "after"]
        return f"{self._path}?{urlencode(pairs)}" if pairs else self._path

    def also(self, name: str, value: str) -> str:
        """This page narrowed by one more value, from its first page on."""
        pairs = [pair for pair in self._query.multi_items() if pair[0] != "after"]
        return f"{self._path}?{urlencode([*pairs, (name, value)])}"

    def as_file(self, kind: str) -> str:
        """This page's content as `json`, `csv` …"""
        query = [(name, value) for name, value in self._query.multi_items() if name != "after"]
        path = "/home" if self._path == "/" else self._path
        return f"{path}.{kind}?{urlencode(query)}" if query else f"{path}.{kind}"
