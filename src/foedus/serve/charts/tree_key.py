"""The marks and lines of a family tree in small, for what stands below it."""

from markupsafe import Markup

from foedus.serve.charts.svg import element, path
from foedus.serve.charts.tree import DASHES, several, shape


def tree_mark(kind: str | None) -> Markup:
    """A page's mark by the way in which it came: None is an origin, `named` one not held, `several` are copies."""
    drawn = several(9, 10) if kind == "several" else shape(kind, 10, 10)
    return element("svg", drawn, width=28 if kind == "several" else 20, height=20, aria_hidden="true")


def tree_line(kind: str) -> Markup:
    """The line of an edge of a kind."""
    drawn = path(["M1 10H39"], class_="edge", stroke_dasharray=DASHES[kind])
    return element("svg", drawn, width=40, height=20, aria_hidden="true")
