"""Element: whether the time for an answer was kept, is still running, or has run out."""

from datetime import date, timedelta

from foedus.judge.hearing import Hearing
from foedus.judge.said import Said
from foedus.model.finding import Element, ElementName


def answer_time(hearing: Hearing, asked: Element | None, happened: Element | None, conduct: Element | None) -> Element:
    """Counted from the request, failing that from what happened; an answer without a day is taken to be in time."""
    days = hearing.duty.obligation.answer_days
    if days is None:
        return Element("time", "not_needed", "answer-days-unstated")
    start = first_day(hearing, asked) or _first_told(hearing, "request") or first_day(hearing, happened)
    start = start or _first_told(hearing, "trigger")
    if start is None:
        return Element("time", "open", "no-day-to-count-from")
    end = start + timedelta(days=days)
    if conduct and conduct.value == "sufficient":
        done = first_day(hearing, conduct)
        late = done is not None and done > end
        return Element("time", "run_out" if late else "kept", "answered-late" if late else "answered", conduct.claims)
    over = hearing.days.until > end
    return Element("time", "run_out" if over else "open", "no-answer-in-time" if over else "time-runs")


def _first_told(hearing: Hearing, name: ElementName) -> date | None:
    """Whoever tells it: a day that one side leaves out is another's."""
    days = [day for hit in hearing.found[name] if hit.one.dated and hit.one.viewpoints and (day := _day(hit.one))]
    return min(days, default=None)


def first_day(hearing: Hearing, element: Element | None) -> date | None:
    """The earliest day that the claims of an element tell."""
    cited = hearing.by_id(element.claims) if element else []
    days = [day for one in cited if one.dated and (day := _day(one))]
    return min(days, default=None)


def _day(one: Said) -> date | None:
    return one.first or one.last
