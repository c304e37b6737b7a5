"""Dates in running text to EDTF, at the text's own precision, against the publication date or a year named before.

The grammar is one set of patterns over a language's month, weekday and relative words (`time.yaml`); it never invents
precision: a weekday without a publication date gives nothing, a day and month without a year `XXXX-MM-DD`.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

from foedus.model import edtf
from foedus.model.claim import When
from foedus.model.errors import DataError


class Found(NamedTuple):
    """A date in the text; `due` where its words set a limit ahead ("d'ici", "by")."""

    when: When
    due: bool


class _Step(NamedTuple):
    """From the publication date: how many units on; None to the end of the year."""

    unit: str
    by: int | None


class _Basis(NamedTuple):
    published: date | None
    year: int | None


Rule = tuple[re.Pattern[str], Callable[["Calendar", re.Match[str], _Basis], str | None]]


class Calendar:
    """The date grammar of one language."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.months: Mapping[str, int] = _numbered(data["months"])
        self.weekdays: Mapping[str, int] = _numbered(data["weekdays"])
        self.parts: Mapping[str, str] = {word: part for part, words in data["parts"].items() for word in words}
        self.quarters: Mapping[str, int] = _numbered(data["quarters"])
        self.relative: Mapping[str, _Step] = {word: _step(word, rule) for word, rule in data["relative"].items()}
        self._limits = re.compile(rf"(?<!\w)(?:{_any(data['before'])})\s*$", re.I)
        self._openings = re.compile(rf"(?<!\w)(?:{_any(data['since'])})\s*$", re.I)
        self.last = _any(data["last"])
        self.next = _any(data["next"])
        self._rules = self._make_rules(data["patterns"])

    def _make_rules(self, patterns: Mapping[str, str]) -> list[Rule]:
        words = {
            "month": _any(self.months),
            "weekday": _any(self.weekdays),
            "part": _any(self.parts),
            "quarter": _any(self.quarters),
            "relative": _any(self.relative),
            "last": self.last,
            "next": self.next,
            "year": r"(?:19|20)\d\d",
            "day": r"[0-3]?\d",
        }
        rules: list[Rule] = []
        for name, pattern in patterns.items():
            if name.split("-")[0] not in _READERS:
                raise DataError(f"time.yaml: pattern {name!r} has no reader: one of {', '.join(_READERS)}")
            expanded = _expand(pattern, words)
            rules.append((re.compile(rf"(?<![\w-])(?:{expanded})(?!\w)", re.I), _READERS[name.split("-")[0]]))
        return rules

    def find(self, text: str, start: int, end: int, published: str | None, year: int | None) -> list[Found]:
        """Dates of text[start:end], longest first come, in text order; `year` is one that the text named before."""
        basis = _Basis(_exact_day(published), year or _year(published))
        taken: list[tuple[int, int]] = []
        found: list[Found] = []
        for pattern, read in self._rules:
            for match in pattern.finditer(text, start, end):
                if any(match.start() < high and match.end() > low for low, high in taken):
                    continue
                value = read(self, match, basis)
                if value is None:
                    continue
                taken.append(match.span())
                found.append(self._bounded(text, start, match, value))
        return sorted(found, key=lambda item: item.when.start or 0)

    @staticmethod
    def _leads(words: re.Pattern[str], text: str, start: int, places: tuple[int, int]) -> re.Match[str] | None:
        """The bounding words right before the date, with or without the preposition that the date's pattern took."""
        return words.search(text, start, places[1]) or words.search(text, start, places[0])

    def _bounded(self, text: str, start: int, match: re.Match[str], value: str) -> Found:
        """A date with the words before it that make it an open interval: "d'ici 2026", "depuis 2018"."""
        begin, due = match.start(), False
        if "/" not in value:
            core = min((match.start(name) for name, words in match.groupdict().items() if words), default=begin)
            limit = self._leads(self._limits, text, start, (begin, core))
            opening = self._leads(self._openings, text, start, (begin, core))
            if limit:
                value = value.replace("-12~", "-12-31")  # "by the end of 2022" names its last day
                begin, due, value = limit.start(), True, f"../{value}"
            elif opening:
                begin, value = opening.start(), f"{value}/.."
        return Found(When(edtf.parse(value).text, text[begin : match.end()], begin, match.end()), due)


def _expand(pattern: str, words: Mapping[str, str]) -> str:
    """Word-list marks to groups; the second mark of one name gets a 2."""
    seen: set[str] = set()

    def group(match: re.Match[str]) -> str:
        name = match[1] + ("2" if match[1] in seen else "")
        seen.add(match[1])
        return f"(?P<{name}>{words[match[1]]})"

    return re.sub(r"<(\w+)>", group, pattern)


def _numbered(groups: list[list[str]]) -> dict[str, int]:
    return {word: number for number, words in enumerate(groups, 1) for word in words}


def _any(words: Mapping[str, Any] | list[str]) -> str:
    return "|".join(sorted((re.escape(word).replace(r"\ ", r"\s+") for word in words), key=len, reverse=True))


def _exact_day(published: str | None) -> date | None:
    if not published:
        return None
    parsed = edtf.parse(published)
    return parsed.earliest if parsed.earliest == parsed.latest else None


def _year(published: str | None) -> int | None:
    if not published:
        return None
    parsed = edtf.parse(published)
    return (
        parsed.earliest.year
        if parsed.earliest and parsed.latest and parsed.earliest.year == parsed.latest.year
        else None
    )


def _valid(value: str) -> str | None:
    try:
        return edtf.parse(value).text
    except ValueError:
        return None


def _day(calendar: Calendar, match: re.Match[str], basis: _Basis) -> str | None:
    month, day = calendar.months[_key(match["month"])], int(match["day"])
    return _valid(f"{_year_for(match, basis, month, day)}-{month:02}-{day:02}")


def _month(calendar: Calendar, match: re.Match[str], basis: _Basis) -> str | None:
    groups = match.groupdict()
    month = calendar.months[_key(match["month"])]
    year = _year_for(match, basis, month, 1)
    if groups.get("last") and basis.published:
        year = str(basis.published.year - (month >= basis.published.month))
    elif groups.get("next") and basis.published:
        year = str(basis.published.year + (month <= basis.published.month))
    part = groups.get("part")
    return _valid(f"{year}-{month:02}{'~' if part else ''}") if year != "XXXX" else None


def _year_only(calendar: Calendar, match: re.Match[str], basis: _Basis) -> str | None:  # noqa: ARG001
    part = match.groupdict().get("part")
    kind = calendar.parts.get(_key(part)) if part else None
    if kind == "end":
        return f"{match['year']}-12-31" if match.groupdict().get("limit") else f"{match['year']}-12~"
    return f"{match['year']}{'~' if kind else ''}"


def _years(calendar: Calendar, match: re.Match[str], basis: _Basis) -> str | None:  # noqa: ARG001
    return _valid(f"{match['year']}/{match['year2']}")


def _quarter(calendar: Calendar, match: re.Match[str], basis: _Basis) -> str | None:
    year = match.groupdict().get("year") or basis.year
    return f"{year}-{32 + calendar.quarters[_key(match['quarter'])]}" if year else None


def _iso(calendar: Calendar, match: re.Match[str], basis: _Basis) -> str | None:  # noqa: ARG001
    return _valid(match[0].strip())


def _weekday(calendar: Calendar, match: re.Match[str], basis: _Basis) -> str | None:
    if basis.published is None:
        return None
    back = (basis.published.isoweekday() - calendar.weekdays[_key(match["weekday"])]) % 7
    if match.groupdict().get("next"):
        return (basis.published + timedelta(days=7 - back)).isoformat()
    return (basis.published - timedelta(days=back)).isoformat()


def _step(word: str, rule: object) -> _Step:
    """A step as the file writes it: `day-1`, `month+1`, `year+0`, `year-end`; DataError for anything else."""
    read = re.fullmatch(r"(day|week|month|year)([+-]\d+)|year-end", str(rule))
    if read is None:
        raise DataError(f"time.yaml: relative {word!r} is {rule!r}: write a step such as day-1, month+1 or year-end")
    return _Step(read[1] or "year", int(read[2]) if read[2] else None)


def _relative(calendar: Calendar, match: re.Match[str], basis: _Basis) -> str | None:
    """Words such as "hier" or "last year", a step from the day of publication or the year named before."""
    unit, by = calendar.relative[_key(match["relative"])]
    if unit == "year":
        year = basis.published.year if basis.published else basis.year
        if year is None:
            return None
        return f"{year}-12-31" if by is None else str(year + by)
    if basis.published is None or by is None:
        return None
    if unit == "day":
        return (basis.published + timedelta(days=by)).isoformat()
    if unit == "month":
        months = basis.published.year * 12 + basis.published.month - 1 + by
        return f"{months // 12}-{months % 12 + 1:02}"
    monday = basis.published - timedelta(days=basis.published.weekday()) + timedelta(weeks=by)
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _year_for(match: re.Match[str], basis: _Basis, month: int, day: int) -> str:
    given = match.groupdict().get("year")
    if given:
        return given
    if basis.published is None:
        return str(basis.year) if basis.year else "XXXX"
    try:
        this = date(basis.published.year, month, day)
    except ValueError:
        return str(basis.published.year)
    late = (this - basis.published).days
    return str(basis.published.year - 1 if late > 180 else basis.published.year)


def _key(text: str) -> str:
    return re.sub(r"\s+", " ", text.lower().replace("’", "'"))


_READERS: Mapping[str, Callable[[Calendar, re.Match[str], _Basis], str | None]] = {
    "iso": _iso,
    "day": _day,
    "month": _month,
    "years": _years,
    "quarter": _quarter,
    "year": _year_only,
    "weekday": _weekday,
    "relative": _relative,
}


@cache
def load_calendar(lang: str) -> Calendar:
    """The date grammar of a language with a lexicon."""
    file = files("foedus") / "data" / "lexicon" / lang / "time.yaml"
    return Calendar(yaml.safe_load(file.read_text(encoding="utf-8")))
