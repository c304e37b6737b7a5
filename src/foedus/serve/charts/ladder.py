"""How far a deal had come when: its stages over time, as far as claims date them."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from babel.dates import format_skeleton
from markupsafe import Markup

from foedus.serve.charts.svg import element, figure, path, text
from foedus.serve.views.deal import DealView
from foedus.serve.views.deal_events import STEPS, Event
from foedus.serve.words import term

_WIDTH, _LEFT, _RIGHT = 1192, 140, 1176
_TOP, _STEP = 30, 26
_FLOOR = _TOP + _STEP * len(STEPS) + 6
_HEIGHT = _FLOOR + 32
_YEAR = 366
_MOST_TICKS = 12
_APART = 128
"""Room that the words of a point need."""


class _Point(NamedTuple):
    event: Event
    left: float
    right: float
    y: float


def ladder(view: DealView, _: Callable[[str], str], lang: str) -> Markup:
    """The figure; nothing where no claim dates a step."""
    dated = [one for one in view.events if one.first and one.last and one.step is not None]
    if not dated:
        return Markup()
    scale = _Scale.over([date.fromisoformat(day) for one in dated for day in (one.first, one.last) if day])
    points = [_Point(one, scale.x(one.first), scale.x(one.last), _y(one.step or 0)) for one in dated]
    title = _("Stage reached over time")
    desc = _("Each dated step of the deal from sought to delivered. The steps below tell the same in words.")
    parts = [*_rungs(lang), *scale.ticks(lang), *_climb(points), *_marks(points), *_words(points, lang)]
    return figure(_WIDTH, _HEIGHT, title, desc, *parts, id="ladder")


class _Scale(NamedTuple):
    """Days along the width."""

    first: date
    last: date

    @classmethod
    def over(cls, days: Sequence[date]) -> "_Scale":
        """With room on both sides."""
        first, last = min(days), max(days)
        room = timedelta(days=max((last - first).days // 16, 20))
        return cls(_moved(first, -room), _moved(last, room))

    def x(self, day: str | date | None) -> float:
        when = date.fromisoformat(day) if isinstance(day, str) else day or self.first
        return _LEFT + (_RIGHT - _LEFT) * (when - self.first).days / max((self.last - self.first).days, 1)

    def ticks(self, lang: str) -> Iterator[Markup]:
        """Years, or quarters where the deal took less than three years."""
        yield path([f"M{_LEFT} {_FLOOR}H{_RIGHT}"], class_="ax2")
        months = 3 if (self.last - self.first).days <= 3 * _YEAR else 12
        years = (self.last.year - self.first.year + 1) * 12 // months
        every = -(-years // _MOST_TICKS)
        for number, day in enumerate(self._beginnings(months)):
            yield path([f"M{self.x(day):.1f} {_FLOOR}v5"], class_="ax2")
            if number % every == 0:
                told = str(day.year) if months == 12 else str(format_skeleton("yMMM", day, locale=lang))
                yield text(self.x(day), _FLOOR + 18, told)

    def _beginnings(self, months: int) -> Iterator[date]:
        for year in range(self.first.year, self.last.year + 1):
            for month in range(1, 13, months):
                if self.first <= (day := date(year, month, 1)) <= self.last:
                    yield day


def _rungs(lang: str) -> Iterator[Markup]:
    for place, (stage, *_others) in enumerate(STEPS):
        yield path([f"M{_LEFT} {_y(place)}H{_RIGHT}"], class_="ax")
        yield text(_LEFT - 12, _y(place) + 4, term("stage", stage, lang), anchor="end")


def _climb(points: Sequence[_Point]) -> Iterator[Markup]:
    """From step to step, as far as claims say plainly that it was reached."""
    steps: list[str] = []
    reached = 0
    for one in sorted(points, key=lambda one: one.right):
        event = one.event
        if event.sureness == "plain" and not event.is_due and not event.is_halt:
            reached = max(reached, event.step or 0)
            steps.append(f"H{one.right:.1f}V{_y(reached)}" if steps else f"M{one.right:.1f} {_y(reached)}")
    if len(steps) > 1:
        yield path(steps, class_="armsl", stroke_width=2.5)


def _marks(points: Sequence[_Point]) -> Iterator[Markup]:
    """A full disc is said plainly, a hollow one with doubt or only due, a cross denied, a square a halt."""
    for one in points:
        x, y, event = one.right, one.y, one.event
        if one.right - one.left > 3:
            yield path([f"M{one.left:.1f} {y}H{one.right:.1f}"], class_="armsl", stroke_width=5, stroke_opacity="0.35")
        if event.sureness == "denied":
            yield path([f"M{x - 5:.1f} {y - 5}l10 10m0 -10l-10 10"], class_="fightl", stroke_width=2)
        elif event.is_halt:
            yield element("rect", class_="fl-paper fightl halt", stroke_width=2, x=x - 5, y=y - 5, width=10, height=10)
        elif event.sureness == "plain" and not event.is_due:
            yield element("circle", class_="arms", cx=x, cy=y, r=5)
        else:
            yield element("circle", class_="armsl paperfill fl-paper", stroke_width=2, cx=x, cy=y, r=5)


def _words(points: Sequence[_Point], lang: str) -> Iterator[Markup]:
    """Number and halt beside a point, where its neighbours on the same rung leave room."""
    ends: dict[float, float] = {}
    for one in sorted(points, key=lambda one: one.right):
        event = one.event
        told = [str(event.count).strip("()")] if event.count else []
        told = [term("stage", event.what, lang), *told] if event.is_halt else told
        if told and one.right - ends.get(one.y, -_APART) >= _APART:
            ends[one.y] = one.right
            near_edge = one.right > _RIGHT - _APART
            x = one.right - 9 if near_edge else one.right + 9
            yield text(x, one.y - 8, ", ".join(told), class_="strong halo", anchor="end" if near_edge else "start")


def _y(step: int) -> int:
    return _TOP + _STEP * (len(STEPS) - 1 - step)


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day
