"""How each kind of date is read: from the words of a pattern to EDTF, never more exact than they are.

A pattern of `time.yaml` begins its name with that of its reader. A reader gives None where nothing tells the date.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from foedus.model import edtf
from foedus.reader.counting.numbers import numbers_in
from foedus.reader.dating.basis import Basis, Reading, Source
from foedus.reader.dating.periods import day_span, months_span, year_of
from foedus.reader.dating.steps import from_day, shifted, taken
from foedus.reader.dating.words import TimeWords, key

Words = Mapping[str, str | None]
"""What a pattern's marks met, by their names."""
Reader = Callable[[TimeWords, Words, Basis], Reading | None]
_SEASON_STARTS = (3, 6, 9, 12)
_UNKNOWN = "XXXX"


def valid(value: str) -> str | None:
    """The value where it is EDTF."""
    try:
        return edtf.parse(value).text
    except ValueError:
        return None


def _made(value: str, source: Source = "words", *, end: bool = False) -> Reading | None:
    return Reading(value, source, end) if valid(value) else None


def _given_year(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    """The year that stands beside: its figures, "last year", "that year"."""
    if year := said.get("year"):
        return Reading(year)
    if yearly := said.get("yearly"):
        return taken(basis, words.relative[key(yearly)])
    if said.get("that") and basis.last_year:
        return Reading(str(basis.last_year.year), "text")
    return None


def _source(basis: Basis, said: Words) -> Source:
    """What a year that is not named was reckoned from."""
    told = basis.told is not None and not basis.back and not (said.get("last") or said.get("next"))
    return "text" if told or not basis.published else "published"


def _part(words: TimeWords, said: Words) -> str | None:
    part = said.get("part")
    return words.parts[key(part)] if part else None


def _number(words: TimeWords, said: Words, name: str = "day") -> int:
    text = said[name] or ""
    return words.ordinals.get(key(text)) or int(text)


def _iso(_: TimeWords, said: Words, __: Basis) -> Reading | None:
    return _made(said["iso"] or "")


def _day(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    month, day = words.months[key(said["month"] or "")], _number(words, said)
    year, source = _day_year(words, said, basis, month, day)
    return _made(f"{year}-{month:02}-{day:02}", source)


def _day_year(words: TimeWords, said: Words, basis: Basis, month: int, day: int) -> tuple[str, Source]:
    given = _given_year(words, said, basis)
    if given:
        return given.value, given.source
    last, following = bool(said.get("last")), bool(said.get("next"))
    year = year_of(basis, day_span(month, day), last=last, following=following, near=True)
    return (f"{year:04}", _source(basis, said)) if year else (_UNKNOWN, "words")


def _days(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    """From one day to another, of one month or of two: "du 16 au 24 janvier", "between Oct 8 and 13"."""
    month, one, two = words.months[key(said["month"] or "")], _number(words, said), _number(words, said, "day2")
    month2 = words.months[key(said.get("month2") or said["month"] or "")]
    year, source = _day_year(words, said, basis, month, one)
    return _made(f"{year}-{month:02}-{one:02}/{year}-{month2:02}-{two:02}", source)


def _night(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    """The night before a day: from the evening before to that day."""
    made = _weekday(words, said, basis) if said.get("weekday2") or said.get("weekday") else _day(words, said, basis)
    if made is None or made.value.startswith(_UNKNOWN):
        return None
    day = date.fromisoformat(made.value)
    return Reading(f"{day - timedelta(days=1)}/{day}", made.source)


def _month(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    month, part = words.months[key(said["month"] or "")], _part(words, said)
    found = _month_year(words, said, basis, month)
    return _made(f"{found.value}-{month:02}{'~' if part else ''}", found.source, end=part == "end") if found else None


def _month_year(words: TimeWords, said: Words, basis: Basis, month: int) -> Reading | None:
    last, following = bool(said.get("last")), bool(said.get("next"))
    year = year_of(basis, months_span(month, 1), last=last, following=following)
    return _given_year(words, said, basis) or (Reading(f"{year:04}", _source(basis, said)) if year else None)


def _months(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    """From one month to another."""
    one, two = words.months[key(said["month"] or "")], words.months[key(said["month2"] or "")]
    if said.get("year2"):
        return _made(f"{said['year']}-{one:02}/{said['year2']}-{two:02}")
    found = _month_year(words, said, basis, two)
    if found is None:
        return None
    begun = int(found.value) - (one > two)
    return _made(f"{begun}-{one:02}/{found.value}-{two:02}", found.source)


def _years(_: TimeWords, said: Words, __: Basis) -> Reading | None:
    return _made(f"{said['year']}/{said['year2']}")


def _year(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    given, part = _given_year(words, said, basis), _part(words, said)
    if given is None:
        return None
    if part == "end":
        return Reading(f"{given.value}-12~", given.source, end=True)
    return given._replace(value=f"{given.value}~") if part else given


def _quarter(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    number = words.quarters[key(said["quarter"] or "")]
    year = _period_year(words, said, basis, 3 * number - 2, 3)
    return Reading(f"{year.value}-{32 + number}", year.source) if year else None


def _half(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    first = words.halves[key(said["half"] or "")] == 1
    year = _period_year(words, said, basis, 1 if first else 7, 6)
    months = ("01", "06") if first else ("07", "12")
    return Reading(f"{year.value}-{months[0]}/{year.value}-{months[1]}", year.source) if year else None


def _period_year(words: TimeWords, said: Words, basis: Basis, first: int, length: int) -> Reading | None:
    """The year of a quarter or half: this one, or the next where the words look ahead and it is over."""
    given = _given_year(words, said, basis)
    if given or basis.year is None:
        return given
    over = basis.published is not None and months_span(first, length)(basis.year)[1] < basis.published
    return Reading(str(basis.year + (over and basis.ahead)), _source(basis, said))


def _season(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    number = words.seasons[key(said["season"] or "")]
    first, part = _SEASON_STARTS[number - 1], _part(words, said)
    found = _given_year(words, said, basis)
    if found is None and said.get("this") and basis.published:
        early = first == 12 and basis.published.month < 3
        found = Reading(str(basis.published.year - early), "published")
    if found is None:
        last, following = bool(said.get("last")), bool(said.get("next"))
        year = year_of(basis, months_span(first, 3), last=last, following=following)
        found = Reading(f"{year:04}", _source(basis, said)) if year else None
    return Reading(f"{found.value}-{20 + number}{'~' if part else ''}", found.source, part == "end") if found else None


def _decade(words: TimeWords, said: Words, _: Basis) -> Reading | None:
    word = said.get("decadeword")
    number = words.decades[key(word)] if word else int(said["decade"] or 0)
    if number < 100:
        number += 1900 if number >= 30 else 2000
    return Reading(f"{number // 10}X{'~' if said.get('part') else ''}")


def _feast(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    """A feast with a day of its own, as the file gives it."""
    month, day = (int(part) for part in words.feasts[key(said["feast"] or "")].split("-"))
    year, source = _day_year(words, said, basis, month, day)
    return _made(f"{year}-{month:02}-{day:02}", source)


def _number_of_day(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    """A day by its number alone ("the 20th"): of the month that the text named last, else of this or the last one."""
    day, named = _number(words, said), basis.last_month
    if named and named.month and named.year:
        return _made(f"{named.year}-{named.month:02}-{day:02}", "text")
    now = basis.published
    if now is None:
        return None
    months = now.year * 12 + now.month - 1 - (day > now.day and not basis.ahead) + (day < now.day and basis.ahead)
    return _made(f"{months // 12}-{months % 12 + 1:02}-{day:02}", "published")


def _weekday(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    day = basis.published
    if day is None:
        return None
    back = (day.isoweekday() - words.weekdays[key(said.get("weekday2") or said.get("weekday") or "")]) % 7
    if said.get("next") or (basis.ahead and back):
        return Reading((day + timedelta(days=7 - back)).isoformat(), "published")
    if said.get("last") and not back:
        back = 7
    return Reading((day - timedelta(days=back)).isoformat(), "published")


def _relative(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    """Words such as "hier" or "last year", with a part of the period: "au début du mois"."""
    found, part = taken(basis, words.relative[key(said["relative"] or "")]), _part(words, said)
    if found is None or part is None or "/" in found.value:
        return found
    if part == "end" and len(found.value) == 4:
        return Reading(f"{found.value}-12~", found.source, end=True)
    return Reading(f"{found.value}~", found.source, end=part == "end")


def _count(words: TimeWords, said: Words) -> int | None:
    """How many units; one where no number stands."""
    text = said.get("count")
    if not text:
        return 1
    if text.lower() in words.ones:
        return 1
    found = numbers_in(words.numbers, text, 0, len(text))
    return int(found[0].value) if len(found) == 1 and found[0].value and found[0].value >= 1 else None


def _moved(words: TimeWords, said: Words, basis: Basis, sign: int) -> str | None:
    """So many units from the day of publication."""
    count = _count(words, said)
    unit = words.units[key(said.get("unit") or said.get("one") or "")]
    day = basis.published
    if day is None and basis.year and unit in ("year", "decade"):
        day = date(basis.year, 1, 1)
    if day is None or count is None or count > 200:
        return None
    value = from_day(day, unit, sign * count)
    return f"{value.rstrip('~')}~" if said.get("about") else value


def _ago(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    value = _moved(words, said, basis, -1)
    return Reading(value, "published") if value else None


def _hence(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    value = _moved(words, said, basis, 1)
    return Reading(value, "published") if value else None


def _lasting(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    """For so long until now: "depuis deux ans"."""
    value = _moved(words, said, basis, -1)
    return Reading(f"{value}/..", "published") if value else None


def _within(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    """By so many units from now: "d'ici deux ans", "within two years"."""
    value = _moved(words, said, basis, 1)
    return Reading(f"../{value}", "published") if value else None


def _past(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    """The units that end now: "over the past two years"."""
    return _stretch(words, said, basis, -1)


def _coming(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    """The units that begin now: "over the next three years"."""
    return _stretch(words, said, basis, 1)


def _stretch(words: TimeWords, said: Words, basis: Basis, sign: int) -> Reading | None:
    value = _moved(words, said, basis, sign)
    if value is None or basis.published is None:
        return None
    now = from_day(basis.published, words.units[key(said.get("unit") or said.get("one") or "")], 0).rstrip("~")
    return _made(f"{value}/{now}" if sign < 0 else f"{now}/{value}", "published")


def _later(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    return _from_last(words, said, basis, 1)


def _earlier(words: TimeWords, said: Words, basis: Basis) -> Reading | None:
    return _from_last(words, said, basis, -1)


def _from_last(words: TimeWords, said: Words, basis: Basis, sign: int) -> Reading | None:
    """So many units from the date that the text named last: "deux jours plus tôt", "a year later"."""
    count = _count(words, said)
    if count is None or count > 200:
        return None
    return shifted(basis, words.units[key(said["unit"] or "")], sign * count)


READERS: Mapping[str, Reader] = {
    "iso": _iso,
    "days": _days,
    "night": _night,
    "number": _number_of_day,
    "day": _day,
    "months": _months,
    "month": _month,
    "years": _years,
    "quarter": _quarter,
    "half": _half,
    "season": _season,
    "decade": _decade,
    "feast": _feast,
    "year": _year,
    "weekday": _weekday,
    "relative": _relative,
    "ago": _ago,
    "hence": _hence,
    "lasting": _lasting,
    "within": _within,
    "past": _past,
    "coming": _coming,
    "later": _later,
    "earlier": _earlier,
}


def reader_of(name: str) -> Reader | None:
    """The reader of a pattern by the pattern's name."""
    return READERS.get(re.split("-", name)[0])
