"""Dates in running text to EDTF, at the text's own precision, against the publication date or a date named before.

The grammar is one set of patterns over a language's time words (`time.yaml`); it never invents precision: a weekday
without a publication date gives nothing, a day and month without a year `XXXX-MM-DD`.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

from foedus.language.fold import fold
from foedus.model import edtf
from foedus.model.claim import When
from foedus.model.errors import DataError
from foedus.reader.counting.words import load_numbers
from foedus.reader.dating.basis import Basis, Named, Reading, Source, exact_day, single_year, unbounded
from foedus.reader.dating.readings import READERS, Reader, reader_of, valid
from foedus.reader.dating.words import YEAR, TimeWords, expanded, needed, time_words

_REACH = 64
"""Code points around a time word in which the rest of its date stands."""
_BOUND = 32
"""Code points before a date in which a word that bounds it stands."""
_CLAUSE = re.compile(r"[.;:!?\n]\s|[\n\"]")
LONG_PAST = 4
"""How many years back a month is that is no news any more: what follows in its wake is told from there."""
_WORD = re.compile(r"[^\W_]+")
_AHEAD = 60
"""Code points before a date, within its clause, in which a word that looks forward counts for it."""


class Found(NamedTuple):
    """A date in the text; `due` where its words set a limit ahead ("d'ici", "by").

    `source` is what it was reckoned from: its own `words`, the day it was `published`, or the date of the `text` that
    stands at `anchor`.
    """

    when: When
    due: bool
    source: Source = "words"
    anchor: tuple[int, int] | None = None


class _Rule(NamedTuple):
    pattern: re.Pattern[str]
    read: Reader
    needs: frozenset[str]


class Calendar:
    """The date grammar of one language."""

    def __init__(self, data: Mapping[str, Any], lang: str) -> None:
        self._words = time_words(data, load_numbers(lang))
        self._rules = [self._rule(name, pattern) for name, pattern in self._words.patterns.items()]
        self._sparks = _sparks(self._words)

    def _rule(self, name: str, pattern: str) -> _Rule:
        read = reader_of(name)
        if read is None:
            raise DataError(f"time.yaml: pattern {name!r} has no reader: one of {', '.join(READERS)}")
        compiled = re.compile(rf"(?<![\w-])(?:{expanded(pattern, self._words.marks)})(?![\w])", re.I)
        return _Rule(compiled, read, needed(pattern) & _SPARKING)

    def find(self, text: str, start: int, end: int, published: str | None, year: int | None = None) -> list[Found]:
        """The dates of text[start:end] in text order; `text` is folded, `year` one that was named before.

        A date that is told from another ("two days later") is reckoned from the one that the span named last.
        """
        basis = Basis(exact_day(published), year or single_year(published))
        found: list[Found] = []
        for match, read in self._matches(text, start, end):
            here = self._looking(text, (start, end), match, basis)
            said = match.groupdict()
            reading = read(self._words, said, here)
            if reading is None or not valid(reading.value):
                continue
            found.append(self._bounded(text, start, end, match, reading, here))
            plain = unbounded(reading.value)
            if plain:
                basis = basis.after(Named(plain, match.start(), match.end()))
        return found

    def tells_time(self, words: str) -> bool:
        """Whether a month, day of the week, season or unit of time is among the words."""
        some = self._words
        known = {*some.months, *some.weekdays, *some.seasons, *some.units}
        return any(word in known for word in re.findall(r"\w+", fold(words).lower()))

    def _matches(self, text: str, start: int, end: int) -> list[tuple[re.Match[str], Reader]]:
        """What the patterns meet, earlier patterns first come, in text order."""
        found: list[tuple[re.Match[str], Reader]] = []
        for low, high, marks in self._windows(text, start, end):
            free = bytearray(b"\1") * (high - low)
            for rule in self._rules:
                if not rule.needs <= marks:
                    continue
                for match in rule.pattern.finditer(text, low, high):
                    place = slice(match.start() - low, match.end() - low)
                    if 0 not in free[place]:
                        free[place] = bytes(match.end() - match.start())
                        found.append((match, rule.read))
        return sorted(found, key=lambda item: item[0].start())

    def _windows(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, set[str]]]:
        """Stretches around time words, with the marks that their words can meet; all else is never looked at."""
        low, high, marks = -1, -1, set[str]()
        for match in _WORD.finditer(text, start, end):
            sparks = self._sparks.get(match[0].lower(), frozenset()) | _figures(match[0])
            if not sparks:
                continue
            if match.start() - _REACH > high >= 0:
                yield _word_begin(text, start, low), _word_end(text, end, high), marks
                low, marks = -1, set()
            low = max(start, match.start() - _REACH) if low < 0 else low
            high = min(end, match.end() + _REACH)
            marks |= sparks
        if high >= 0:
            yield _word_begin(text, start, low), _word_end(text, end, high), marks

    def _looking(self, text: str, span: tuple[int, int], match: re.Match[str], basis: Basis) -> Basis:
        """The basis with which way the words around a date look."""
        (start, end), (begin, core) = span, _places(match)
        low = max(start, begin - _BOUND)
        behind = match.end(), min(end, match.end() + _BOUND)
        limit = self._leads(self._words.limits, text, low, (begin, core)) or self._words.limits_after.match(
            text, *behind
        )
        back = self._leads(self._words.since, text, low, (begin, core))
        if limit or back:
            return basis._replace(ahead=bool(limit), back=not limit)
        clause = max((cut.end() for cut in _CLAUSE.finditer(text, max(start, begin - _AHEAD), begin)), default=start)
        ahead = self._words.ahead.search(text, max(clause, begin - _AHEAD, start), begin)
        return basis._replace(ahead=ahead is not None, told=None if ahead else _told(text, begin, basis))

    @staticmethod
    def _leads(words: re.Pattern[str], text: str, low: int, places: tuple[int, int]) -> re.Match[str] | None:
        """The bounding words right before the date, with or without the preposition that the date's pattern took."""
        return words.search(text, low, places[1]) or words.search(text, low, places[0])

    def _bounded(  # noqa: PLR0917 - where a match stands, and how it is read
        self, text: str, start: int, end: int, match: re.Match[str], reading: Reading, basis: Basis
    ) -> Found:
        """A date with the words before it that make it an open interval: "d'ici 2026", "depuis 2018"."""
        places, value = _places(match), reading.value
        begin, finish, due = places[0], match.end(), value.startswith("../")
        low = max(start, begin - _BOUND)
        limit = self._leads(self._words.limits, text, low, places)
        opening = self._leads(self._words.since, text, low, places) or self._leads(
            self._words.openings, text, low, places
        )
        after = None if limit else self._words.limits_after.match(text, finish, min(end, finish + _BOUND))
        if ".." not in value and (limit or opening or after):
            left, _, right = value.partition("/")
            bound = limit or opening
            begin = min(begin, bound.start()) if bound else begin
            finish = after.end() if after else finish
            due = bool(limit or after)
            value = f"../{_ended(right or left, end=reading.end)}" if due else f"{left}/.."
        anchor = _anchor(basis, reading)
        span = begin, finish
        return Found(When(edtf.parse(value).text, text[slice(*span)], *span), due, reading.source, anchor)


def _told(text: str, begin: int, basis: Basis) -> date | None:
    """The month that the paragraph named last, where its year is long past: "in August 1985, and more in September"."""
    named, now = basis.last_month, basis.published
    if named is None or named != basis.last_year or not named.year or not named.month or now is None:
        return None
    past = named.year <= now.year - LONG_PAST and "\n" not in text[named.end : begin]
    return date(named.year, named.month, 1) if past else None


def _anchor(basis: Basis, reading: Reading) -> tuple[int, int] | None:
    """The words of the date of the text from which another was reckoned: the last one as exact as that."""
    if reading.source != "text":
        return None
    if basis.told:
        return (basis.last_month.start, basis.last_month.end) if basis.last_month else None
    plain = (unbounded(reading.value) or "").rstrip("~")
    named = (basis.last_year, basis.last_month, basis.last_day)[min(plain.count("-"), 2)]
    return (named.start, named.end) if named else None


def _ended(value: str, *, end: bool) -> str:
    """The last day of a period whose end is named: "by the end of 2022"."""
    if not end:
        return value
    latest = edtf.parse(value.rstrip("~")).latest
    return latest.isoformat() if latest else value


def _places(match: re.Match[str]) -> tuple[int, int]:
    """Where a date begins, and where its first word of time does."""
    begin = match.start()
    if any(words and name.endswith("2") for name, words in match.groupdict().items()):
        return begin, begin  # the words before the first of two dates are their own
    return begin, min((match.start(name) for name, words in match.groupdict().items() if words), default=begin)


_SPARKING = frozenset("month weekday quarter half season decade decadeword feast unit relative yearly year day".split())
"""Marks that a pattern may need; the others are too common to tell anything."""


def _sparks(words: TimeWords) -> dict[str, frozenset[str]]:
    """From a single word to the marks that it can be a part of; of several words the longest stands for all."""
    found: dict[str, set[str]] = {}
    lists = {
        "month": words.months,
        "weekday": words.weekdays,
        "quarter": words.quarters,
        "half": words.halves,
        "season": words.seasons,
        "decadeword": words.decades,
        "feast": words.feasts,
        "unit": words.units,
        "relative": words.relative,
        "day": words.ordinals,
    }
    for mark, listed in lists.items():
        for phrase in listed:
            single = max(_WORD.findall(phrase), key=len, default="")
            marks = {mark, "yearly"} if mark == "relative" else {mark}
            found.setdefault(single.lower(), set()).update(marks)
    return {word: frozenset(marks) for word, marks in found.items()}


def _figures(word: str) -> frozenset[str]:
    """Marks that figures can be: a day, a year, a decade."""
    if not word[0].isdigit():
        return frozenset()
    if re.fullmatch(YEAR, word):
        return frozenset({"year", "decade"})
    if re.fullmatch(r"[0-3]?\d(?:st|nd|rd|th|er)?", word):
        return frozenset({"day", "decade"})
    return frozenset({"decade"} if re.match(r"(?:(?:19|20)?\d0)s?$", word) else ())


def _word_begin(text: str, start: int, low: int) -> int:
    while low > start and text[low - 1 : low].isalnum():
        low -= 1
    return low


def _word_end(text: str, end: int, high: int) -> int:
    while high < end and text[high].isalnum():
        high += 1
    return high


@cache
def load_calendar(lang: str) -> Calendar:
    """The date grammar of a language with a lexicon."""
    file = files("foedus") / "data" / "lexicon" / lang / "time.yaml"
    return Calendar(yaml.safe_load(file.read_text(encoding="utf-8")), lang)
