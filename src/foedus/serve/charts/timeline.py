"""Bars over time, one on the other: a family has a colour and a filling of its own."""

from collections.abc import Callable, Sequence
from datetime import date
from math import ceil, log10

from babel.dates import format_skeleton
from babel.numbers import format_decimal
from markupsafe import Markup

from foedus.serve.charts.svg import element, figure, path, text
from foedus.serve.views.families import FAMILIES
from foedus.serve.views.timeline import Bar, TimelineView

_WIDTH, _HEIGHT = 1192, 270
_LEFT, _RIGHT, _TOP, _FLOOR = 52, 4, 26, 222
_WIDEST = 80
_FEW = 30
"""So many bars bear their numbers."""
_FILLINGS = {
    "force": ("rotate(45)", "M0 0V6", 2.5),
    "pact": ("rotate(-45)", "M0 0V6", 1.5),
    "aid": ("rotate(0)", "M0 3H6", 2),
    "fight": ("rotate(45)", "M0 0V6M0 0H6", 2),
    "press": ("rotate(0)", "M3 0V6", 2),
}
"""How a family's lines run, which, and how strong; arms are full."""


def timeline(view: TimelineView, _: Callable[[str], str], lang: str) -> Markup:
    """The figure of the view's bars, ready to be brushed."""
    step = (_WIDTH - _LEFT - _RIGHT) / max(len(view.bars), 1)
    most = _scale(max((bar.total for bar in view.bars), default=1))
    parts: list[Markup] = [element("defs", *(_pattern(family) for family in _FILLINGS)), *_axis(most, lang)]
    for place, bar in enumerate(view.bars):
        parts += _stack(bar, _LEFT + place * step, step, most)
        if len(view.bars) <= _FEW and bar.total:
            y = _FLOOR - (_FLOOR - _TOP) * bar.total / most - 5
            parts.append(text(_LEFT + (place + 0.5) * step, y, format_decimal(bar.total, locale=lang)))
    parts += _periods(view.bars, step, lang)
    parts.append(_brush(view, step))
    parts += [_hold(bar, _LEFT + place * step, step) for place, bar in enumerate(view.bars)]
    return figure(
        _WIDTH,
        _HEIGHT,
        _("Claims by month of publication") if view.unit == "month" else _("Claims by year of publication"),
        _("The table says the same."),
        *parts,
        id="time",
        class_="wide",
        data_brush="#span",
        data_first="published_from",
        data_last="published_by",
    )


def filling(family: str) -> str:
    """What fills a family's bars: a class where it is full, else the reference to its pattern."""
    return f"url(#fill-{family})" if family in _FILLINGS else ""


def swatch(family: str) -> Markup:
    """A family's filling in small, for the legend."""
    drawn = _rect(family, 0.5, 0.5, 13, 10)
    return element("svg", drawn, class_="swatch", width=14, height=12, aria_hidden="true")


def _rect(family: str, x: float, y: float, width: float, height: float) -> Markup:
    full = family not in _FILLINGS
    return element(
        "rect",
        class_=f"fl-{family}" if full else f"ln-{family}",
        x=x,
        y=y,
        width=width,
        height=height,
        fill=None if full else filling(family),
    )


def _pattern(family: str) -> Markup:
    turned, lines, strong = _FILLINGS[family]
    return element(
        "pattern",
        element("rect", class_=f"fl-{family}-wash", width=6, height=6),
        element("path", class_=f"ln-{family}", d=lines, stroke_width=strong),
        id=f"fill-{family}",
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
        patternTransform=turned,
    )


def _scale(most: int) -> int:
    """The top of the axis: a round number that is not much above the highest bar."""
    size: int = 10 ** int(log10(max(most, 1)))
    return next(top for top in (ceil(size * part) for part in (1, 1.5, 2, 3, 4, 5, 6, 8, 10)) if top >= most)


def _axis(most: int, lang: str) -> list[Markup]:
    lines: list[Markup] = []
    for part in range(3):
        value = most * part / 2
        y = _FLOOR - (_FLOOR - _TOP) * part / 2
        lines.append(path([f"M{_LEFT} {y:.0f}H{_WIDTH - _RIGHT}"], class_="ax2" if part == 0 else "ax"))
        if value == int(value):
            lines.append(text(_LEFT - 8, y + 4, format_decimal(int(value), locale=lang), anchor="end"))
    return lines


def _stack(bar: Bar, x: float, step: float, most: int) -> list[Markup]:
    gap = max(min(step * 0.2, 10), step - _WIDEST)
    floor = float(_FLOOR)
    drawn: list[Markup] = []
    for family in FAMILIES:
        height = (_FLOOR - _TOP) * bar.counts[family] / most
        if height:
            drawn.append(_rect(family, x + gap / 2, floor - height, step - gap, height))
            floor -= height
    return drawn


def _periods(bars: Sequence[Bar], step: float, lang: str) -> list[Markup]:
    """Under the bars: years, and months where there is room for them."""
    drawn: list[Markup] = []
    every = ceil(44 / step)
    for place, bar in enumerate(bars):
        middle = _LEFT + (place + 0.5) * step
        year, _, month = bar.period.partition("-")
        if not month:
            if (len(bars) - 1 - place) % every == 0:
                drawn.append(text(middle, _FLOOR + 18, year))
            continue
        if step >= 30:
            drawn.append(text(middle, _FLOOR + 18, format_skeleton("MMM", date.fromisoformat(bar.first), locale=lang)))
        if (month == "01" and (step * 12 > 40 or int(year) % ceil(40 / (step * 12)) == 0)) or place == 0:
            near = place == 0 and any(one.period.endswith("-01") for one in bars[1 : ceil(44 / step)])
            if not near:
                drawn.append(text(middle, _FLOOR + 36, year, class_="strong"))
    return drawn


def _brush(view: TimelineView, step: float) -> Markup:
    """The span that is marked, unless it is all that is shown: then it has no width, and scripts draw it wider."""
    inside = [
        place
        for place, bar in enumerate(view.bars)
        if view.chosen and bar.last >= view.chosen.first and bar.first <= view.chosen.last
    ]
    if len(inside) == len(view.bars):
        inside = []
    x = _LEFT + (inside[0] if inside else 0) * step
    return element("rect", class_="brush", x=x, y=_TOP - 10, width=len(inside) * step, height=_FLOOR - _TOP + 10, rx=2)


def _hold(bar: Bar, x: float, step: float) -> Markup:
    """What the pointer takes hold of: the whole height above a period."""
    return element(
        "rect",
        class_="hold",
        x=x,
        y=_TOP - 10,
        width=step,
        height=_FLOOR - _TOP + 10,
        data_from=bar.first,
        data_to=bar.last,
    )
