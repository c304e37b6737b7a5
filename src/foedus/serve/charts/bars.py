"""Bars by month: each with its number above, its month below, and the year where one begins."""

from collections.abc import Callable
from datetime import date

from babel.dates import format_date
from markupsafe import Markup

from foedus.serve.charts.svg import element, figure, text
from foedus.serve.dates import number
from foedus.serve.views.home import HomeView

_WIDTH, _HEIGHT = 680, 232
_FLOOR, _TOP, _LEFT = 190, 30, 30
_WIDEST = 44


def transfers(view: HomeView, _: Callable[[str], str], lang: str) -> Markup:
    """Claims of transfers by their month of publication, on the first page."""
    step = (_WIDTH - _LEFT - 4) / max(len(view.transfers), 1)
    width = min(step * 0.6, _WIDEST)
    most = max((one.count for one in view.transfers), default=0) or 1
    parts = [element("path", class_="ax2", d=f"M{_LEFT} {_FLOOR}H{_WIDTH - 4}")]
    for place, one in enumerate(view.transfers):
        middle = _LEFT + step * (place + 0.5)
        height = (_FLOOR - _TOP) * one.count / most
        if one.count:
            place_of = {"x": middle - width / 2, "y": _FLOOR - height, "width": width, "height": height}
            parts.append(element("rect", class_="fl-arms", **place_of))
        strong = "strong" if one.count == most else None
        parts.append(text(middle, _FLOOR - height - 6, number(one.count, lang), class_=strong))
        year, month = (one.value or "-").split("-")
        parts.append(text(middle, _FLOOR + 18, _short(int(month), lang)))
        if place == 0 or month == "01":
            parts.append(text(middle, _FLOOR + 36, year))
    return figure(
        _WIDTH,
        _HEIGHT,
        _("Claims of transfers by month of publication"),
        _("The table below says the same."),
        *parts,
        id="transfers",
    )


def _short(month: int, lang: str) -> str:
    """Like Feb or févr."""
    return str(format_date(date(2000, month, 1), "MMM", locale=lang))
