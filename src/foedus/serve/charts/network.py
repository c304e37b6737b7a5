"""The network as nodes and lines: an arrow goes from who gives to who receives, a line's kind says what of."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from foedus.serve.charts.layout import Frame, places
from foedus.serve.charts.svg import arrow, element, figure, path, text
from foedus.serve.views.network import NetworkView
from foedus.serve.views.ties import Node, Tie

_FRAME = Frame(1192, 620, side=80, end=40)
_RADIUS = 6.5
_NUMBERED = 24
"""Lines that bear their number; the others have it in the table."""

DELIVERED, ORDERED = ("delivering", "delivered"), ("ordered",)
"""Stages that a line tells apart."""
_DASHES = {"agreement": None, "commitment": "7 4", "membership": "2 4"}


def network(view: NetworkView, _: Callable[[str], str], lang: str) -> Markup:  # noqa: ARG001 - as every figure
    """The figure of the view's ties; who supplies himself has a row in the table and no line."""
    ties = [tie for tie in view.ties if tie.source != tie.target]
    nodes = list(dict.fromkeys(node for tie in ties for node in (tie.source, tie.target)))
    number = {node: place for place, node in enumerate(nodes)}
    most = max((tie.claims for tie in ties), default=1)
    weighed = [(number[tie.source], number[tie.target], tie.claims / most) for tie in ties]
    at = dict(zip(nodes, places(len(nodes), weighed, _FRAME), strict=True))
    lines = [_line(tie, at, tie.claims / most) for tie in reversed(ties)]
    numbers = [_number(tie, at) for tie in ties[:_NUMBERED]]
    marks = [_mark(node, at[node], _pull(node, ties, at)) for node in nodes]
    title = _("Network of suppliers and recipients") if view.what == "transfers" else _("Network of alliances")
    return figure(
        _FRAME.width,
        _FRAME.height,
        title,
        _("The strongest ties; the table says the same."),
        element("defs", arrow("net-arms", "fl-arms"), arrow("net-pact", "fl-pact")),
        *lines,
        *(_head(tie, at) for tie in ties),
        *numbers,
        *marks,
        id="net",
        class_="wide",
    )


def dashes(tie: Tie) -> str | None:
    """How a tie's line is broken: the less it tells, the more."""
    if tie.ended:
        return "1 6"
    if tie.type != "transfer":
        return _DASHES[tie.type]
    if tie.stage in DELIVERED:
        return None
    return "7 4" if tie.stage in ORDERED else "2 4"


def _line(tie: Tie, at: dict[Node, tuple[float, float]], weight: float) -> Markup:
    return path(
        [_course(tie, at)],
        class_="edge" if tie.ended else f"{_family(tie)}l",
        stroke_width=1.2 + 3.6 * weight**0.5,
        stroke_dasharray=dashes(tie),
    )


def _head(tie: Tie, at: dict[Node, tuple[float, float]]) -> Markup:
    """The arrow's head by itself, to lie above all lines."""
    if tie.type == "agreement" or tie.ended:
        return Markup()
    return path([_course(tie, at)], fill="none", stroke="none", marker_end=f"url(#net-{_family(tie)})")


def _family(tie: Tie) -> str:
    return "arms" if tie.type == "transfer" else "pact"


def _course(tie: Tie, at: dict[Node, tuple[float, float]]) -> str:
    bend_x, bend_y = _bend(at[tie.source], at[tie.target])
    x, y = _beside(*at[tie.source], bend_x, bend_y, 3)
    to_x, to_y = _beside(*at[tie.target], bend_x, bend_y, 6)
    return f"M{x:.0f} {y:.0f}Q{bend_x:.0f} {bend_y:.0f} {to_x:.0f} {to_y:.0f}"


def _number(tie: Tie, at: dict[Node, tuple[float, float]]) -> Markup:
    (x, y), (to_x, to_y) = at[tie.source], at[tie.target]
    bend_x, bend_y = _bend(at[tie.source], at[tie.target])
    middle = (x + 2 * bend_x + to_x) / 4, (y + 2 * bend_y + to_y) / 4 + 4
    return text(*middle, str(tie.claims), class_=f"halo fl-{_family(tie)}")


def _pull(node: Node, ties: Sequence[Tie], at: dict[Node, tuple[float, float]]) -> float:
    """How far below a node its lines go on the whole."""
    bends = (_bend(at[tie.source], at[tie.target]) for tie in ties if node in (tie.source, tie.target))
    return sum(y - at[node][1] for _, y in bends)


def _mark(node: Node, place: tuple[float, float], pull: float) -> Markup:
    """A disc for a state, a square for who is none; the name stands where fewer lines are."""
    x, y = place
    if node.kind == "state":
        mark = element("circle", class_="fl-paper ln-ink", cx=x, cy=y, r=_RADIUS, stroke_width=1.8)
    else:
        side = 2 * _RADIUS - 2
        mark = element(
            "rect", class_="fl-paper ln-ink", x=x - side / 2, y=y - side / 2, width=side, height=side, stroke_width=1.8
        )
    return mark + text(x, y - 13 if pull >= 0 else y + 23, node.name, class_="strong halo")


def _bend(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """Lines there and back bend to two sides, so that neither covers the other."""
    (x, y), (to_x, to_y) = one, other
    return (x + to_x) / 2 + (to_y - y) * 0.14, (y + to_y) / 2 - (to_x - x) * 0.14


def _beside(x: float, y: float, to_x: float, to_y: float, away: float) -> tuple[float, float]:
    """The place so far away from the edge of a node's mark, towards another place."""
    length = max(((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5, 1)
    steps = (_RADIUS + away) / length
    return x + (to_x - x) * steps, y + (to_y - y) * steps
