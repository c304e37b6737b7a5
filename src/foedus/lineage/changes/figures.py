"""Another figure, another sum, another date in sentences that answer to each other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from foedus.language.fold import fold
from foedus.lineage.changes.aligned import Pair
from foedus.lineage.changes.change import Change, ChangeKind, Words
from foedus.lineage.changes.lines import Line, Lines
from foedus.lineage.changes.touched import Touched
from foedus.lineage.crossing.fact import Fact, FactKind
from foedus.lineage.published import day_range
from foedus.model.edtf import Edtf, parse
from foedus.reader.dates import load_calendar

_AMOUNTS: tuple[FactKind, ...] = ("number", "share", "money")


def figures_changed(pair: Pair, touched: Touched, first: Lines, second: Lines) -> Iterator[Change]:
    """Amounts of a kind that the one has and the other has not, set against each other in their order.

    A figure that stands elsewhere in the first page was not made up on the way: the sentences say different things.
    """
    for kind in _AMOUNTS:
        was = [fact for fact in _only(kind, pair.first, pair.second) if touched.first(fact.start, fact.end)]
        now = [
            fact
            for fact in _only(kind, pair.second, pair.first)
            if touched.second(fact.start, fact.end) and (kind, fact.key) not in first.said
        ]
        was = [fact for fact in was if (kind, fact.key) not in second.said] or was
        if len(was) == len(now):
            for old, new in zip(was, now, strict=True):
                yield _change("number", old, new, f"{kind} {old.key} became {new.key}")


def _only(kind: FactKind, lines: Sequence[Line], others: Sequence[Line]) -> list[Fact]:
    told = {said for line in others for said in line.said}
    found = (fact for line in lines for said, fact in line.said.items() if said[0] == kind and said not in told)
    return list(found)


def _change(kind: ChangeKind, was: Fact, now: Fact, reason: str) -> Change:
    return Change(kind, Words(was.start, was.end), Words(now.start, now.end), reason)


def dates_changed(pair: Pair, touched: Touched, first: Lines, second: Lines) -> Iterator[Change]:
    """Dates that the words themselves give (not "yesterday", which moves with the page), without a day in common."""
    was, now = _dates(pair.first, first), _dates(pair.second, second)
    kept = {date.text for date, _ in was} & {date.text for date, _ in now}
    lost = [one for one in was if one[0].text not in kept and touched.first(*one[1])]
    come = [one for one in now if one[0].text not in kept and touched.second(*one[1])]
    for exact in dict.fromkeys(_shape(date) for date, _ in lost):
        olds = [one for one in lost if _shape(one[0]) == exact]
        news = [one for one in come if _shape(one[0]) == exact]
        if len(olds) == len(news):
            for (old, before), (new, after) in zip(olds, news, strict=True):
                if _differ(old, new) and not _is_only_reckoned(
                    old, new, (first.page.text[slice(*before)], second.page.text[slice(*after)])
                ):
                    yield Change("date", Words(*before), Words(*after), f"date {old.text} became {new.text}")


_YEAR = re.compile(r"\d{4}")

_Date = tuple[Edtf, tuple[int, int]]


def _dates(lines: Iterable[Line], page: Lines) -> list[_Date]:
    found: list[_Date] = []
    published = page.page.document.published
    for line in lines:
        text, calendar = fold(line.view.text), load_calendar(line.lang)
        later = {one.when for one in calendar.find(text, line.start, line.end, _month_after(published))}
        for one in calendar.find(text, line.start, line.end, published):
            when = one.when
            if when.start is None or when.end is None:
                continue
            if one.source == "words" or when in later or any(mark.isdigit() for mark in text[when.start : when.end]):
                found.append((parse(when.edtf), (when.start, when.end)))
    return found


def _month_after(published: str | None) -> str | None:
    """The day a month later: a date that the text itself gives is the same for a page of that day."""
    day = day_range(published)
    return None if day is None or day.latest is None else (day.latest + timedelta(days=31)).isoformat()


def _shape(date: Edtf) -> str:
    """How exact a date is; a limit ("by 2027") is as exact as what it names."""
    return "".join("9" if mark.isdigit() else mark for mark in date.text.removeprefix("../").removesuffix("/.."))


def _differ(old: Edtf, new: Edtf) -> bool:
    """No day in common, or stretches of time that begin or end on other days."""
    if "/" in old.text and "/" in new.text:
        return True
    days = [date for date in (old.earliest, old.latest, new.earliest, new.latest) if date is not None]
    if not days:
        return False
    plain = [parse(date.text.removeprefix("../").removesuffix("/..")) for date in (old, new)]
    return not plain[0].within(plain[1].earliest, plain[1].latest)


def _is_only_reckoned(old: Edtf, new: Edtf, words: tuple[str, str]) -> bool:
    """Whether only the year differs, and neither page says it: then it is that of two days of publication."""
    years = [_YEAR.search(date.text) for date in (old, new)]
    if not all(years) or _YEAR.sub("", old.text) != _YEAR.sub("", new.text) or old.text == new.text:
        return False
    return not any(_YEAR.search(text) for text in words) and old.text.count("-") > 0
