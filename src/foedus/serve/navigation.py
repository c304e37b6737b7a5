"""The sections of the page, in the order of masthead and footer: a room that is not there yet has none."""

from collections.abc import Iterable
from typing import NamedTuple

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Match

_ = str
"""Marks a message for the catalogues; the templates translate it."""

_SECTIONS = (
    ("", _("Today")),
    ("claims", _("Claims")),
    ("documents", _("Documents")),
    ("entities", _("Entities")),
    ("register", _("Register")),
    ("stories", _("Stories")),
    ("commitments", _("Commitments")),
    ("findings", _("Findings")),
    ("network", _("Network")),
    ("map", _("Map")),
    ("timeline", _("Timeline")),
    ("review", _("Review")),
)
"""First part of the path, and its name."""
_FOOT = (("add", _("Add documents")), ("audit", _("Audit")), ("api", _("API")))
_KEYS = {"": "g h", "documents": "g d", "review": "g r"}
"""Keys, pressed one after the other, that go there."""


class Section(NamedTuple):
    """A link of the masthead; `title` is a message of the catalogue, `key` its keys, where it has some."""

    part: str
    title: str
    current: bool
    key: str | None


def sections(request: Request) -> list[Section]:
    """Those of the masthead, with the one marked that the request is in."""
    return _there(request, _SECTIONS)


def foot(request: Request) -> list[Section]:
    """Those of the footer."""
    return _there(request, _FOOT)


def rooms(app: Starlette) -> frozenset[str]:
    """First parts of the paths that the server answers, for links to rooms that may not be there."""
    found: frozenset[str] | None = getattr(app.state, "rooms", None)
    if found is None:
        parts = (part for part, _ in (*_SECTIONS, *_FOOT))
        found = app.state.rooms = frozenset(part for part in parts if _is_served(app, f"/{part}"))
    return found


def _there(request: Request, given: Iterable[tuple[str, str]]) -> list[Section]:
    served = rooms(request.app)
    first = request.url.path.strip("/").partition("/")[0].partition(".")[0]
    return [Section(part, title, first == part, _KEYS.get(part)) for part, title in given if part in served]


def _is_served(app: Starlette, path: str) -> bool:
    scope = {"type": "http", "method": "GET", "path": path, "root_path": "", "headers": [], "app": app}
    return any(route.matches(dict(scope))[0] is Match.FULL for route in app.routes)
