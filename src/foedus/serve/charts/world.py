"""The world with arrows between states, or with discs where something is."""

from collections.abc import Callable, Iterator
from functools import cache
from math import sqrt
from typing import NamedTuple

from markupsafe import Markup

from foedus.serve.built import World, world
from foedus.serve.charts.svg import arrow, element, figure, path, text
from foedus.serve.views.map import MapView, Row

_NAMED, _TRIED = 14, 40
"""So many states bear their name, out of so many that most is said of; the others have it in the table."""
_LINE = 14
_LEAST, _MOST = 4.0, 22.0
"""Radius of a disc; its area counts."""
_FAMILY = {"transfers": "arms", "deployments": "force", "attacks": "fight"}


def world_map(view: MapView, _: Callable[[str], str], lang: str) -> Markup:  # noqa: ARG001 - as every figure
    """The figure of a view's rows; empty where the outlines were not built."""
    plane = world()
    if plane is None:
        return Markup()
    most = max((row.claims for row in view.rows), default=1)
    family = _FAMILY[view.what]
    drawn = [_drawn(row, plane, family, row.claims / most) for row in reversed(view.rows)]
    heads = [_drawn(row, plane, family, None) for row in view.rows]
    titles = {
        "transfers": _("Map of transfers"),
        "deployments": _("Map of deployments"),
        "attacks": _("Map of attacks"),
    }
    return figure(
        plane.width,
        plane.height,
        titles[view.what],
        _("The table says the same."),
        element("defs", arrow("map-arms", "fl-arms")),
        _land(),
        *drawn,
        *heads,
        *_names(view, plane),
        id="map",
        class_="wide",
    )


@cache
def _land() -> Markup:
    plane = world()
    if plane is None:
        return Markup()
    outlines = [element("path", d=one.path) for one in plane.outlines]
    return element("g", *outlines, class_="land", transform=f"scale({1 / plane.steps:g})")


def _drawn(row: Row, plane: World, family: str, weight: float | None) -> Markup:
    """A disc, or an arrow's line; without a weight its head, to lie above all lines."""
    to = plane.middles.get(row.to.key)
    if row.origin is None:
        return _disc(to, family, weight) if to and weight is not None else Markup()
    origin = plane.middles.get(row.origin.key)
    if origin is None or to is None:
        return Markup()
    (x, y), (to_x, to_y) = origin, to
    bend_x, bend_y = (x + to_x) / 2 + (to_y - y) * 0.16, (y + to_y) / 2 - abs(to_x - x) * 0.16
    course = f"M{x:.0f} {y:.0f}Q{bend_x:.0f} {bend_y:.0f} {to_x:.0f} {to_y:.0f}"
    if weight is None:
        return path([course], fill="none", stroke="none", marker_end=f"url(#map-{family})")
    return path([course], class_=f"{family}l", stroke_width=1 + 4 * sqrt(weight))


def _disc(at: tuple[float, float], family: str, weight: float) -> Markup:
    disc = f"fl-{family} ln-paper"
    return element("circle", class_=disc, cx=at[0], cy=at[1], r=_radius(weight), fill_opacity=0.75, stroke_width=1)


def _radius(weight: float) -> float:
    return _LEAST + (_MOST - _LEAST) * sqrt(weight)


class _Label(NamedTuple):
    """Words at a place: from where to where they reach, and the line that they stand on."""

    left: float
    right: float
    y: float
    x: float
    anchor: str

    def covers(self, other: "_Label") -> bool:
        return self.left < other.right and other.left < self.right and abs(self.y - other.y) < _LINE

    def lies_on(self, disc: tuple[float, float, float]) -> bool:
        x, y, radius = disc
        return self.left < x + radius and x - radius < self.right and y - radius < self.y < y + radius + _LINE - 3


def _names(view: MapView, plane: World) -> list[Markup]:
    """Names of those that most is said of, beside their marks where they cover no other name or mark."""
    most = max((row.claims for row in view.rows), default=1)
    told: dict[str, tuple[str, float]] = {}
    for row in view.rows:
        for spot in (row.origin, row.to):
            if spot is not None and spot.key in plane.middles:
                number, room = ("", 3.0) if row.origin else (f" {row.claims}", _radius(row.claims / most))
                told.setdefault(spot.key, (spot.name + number, room))
    discs = {key: (*plane.middles[key], room) for key, (_, room) in told.items()}
    written: list[_Label] = []
    drawn: list[Markup] = []
    for key, (name, room) in list(told.items())[:_TRIED]:
        others = [disc for other, disc in discs.items() if other != key and disc[2] > 3]
        for label in _beside(*plane.middles[key], room, 7.2 * len(name)):
            if not any(label.covers(one) for one in written) and not any(label.lies_on(disc) for disc in others):
                written.append(label)
                drawn.append(text(label.x, label.y, name, class_="strong halo", anchor=label.anchor))
                break
        if len(drawn) == _NAMED:
            break
    return drawn


def _beside(x: float, y: float, room: float, width: float) -> Iterator[_Label]:
    """Above, below, to the right, to the left."""
    for line in (y - room - 4, y + room + 12):
        yield _Label(x - width / 2, x + width / 2, line, x, "middle")
    yield _Label(x + room + 4, x + room + 4 + width, y + 4, x + room + 4, "start")
    yield _Label(x - room - 4 - width, x - room - 4, y + 4, x - room - 4, "end")
