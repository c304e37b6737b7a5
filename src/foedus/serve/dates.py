"""Dates and numbers as the reader of the page writes them (CLDR, by Babel); EDTF where a date is no plain day."""

import re
from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date, format_datetime, format_skeleton
from babel.numbers import format_decimal

from foedus.model.edtf import parse

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")


def in_words(edtf: str | None, lang: str) -> str:
    """An EDTF date in prose: a day, with its time where it bears one, a month or a year; anything vaguer stays EDTF."""
    if moment := _MOMENT.fullmatch(edtf or ""):
        zone = {"Z": " UTC", None: ""}.get(moment[3], f" (UTC{moment[3]})")
        return f"{_plain(moment[1], lang)}, {moment[2]}{zone}"
    return _plain(edtf, lang) if edtf else ""


@lru_cache(8_192)
def _plain(edtf: str, lang: str) -> str:
    try:
        when = parse(edtf)
    except ValueError:
        return edtf
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return edtf
    if first == last and edtf == first.isoformat():
        return day(first, lang)
    if edtf.count("-") == 1 and edtf == f"{first:%Y-%m}":
        return str(format_skeleton("yMMMM", first, locale=lang))
    return edtf


def day(when: date, lang: str) -> str:
    """Like 19 May 2022."""
    return str(format_date(when, "d MMMM y", locale=lang))


def instant(at: str, lang: str) -> str:
    """The ledger's own time, in UTC, to the minute."""
    when = datetime.fromisoformat(at)
    return str(format_datetime(when, "d MMM y, HH:mm", locale=lang)) + " UTC"


def number(value: float, lang: str) -> str:
    """With the separators of the language."""
    return str(format_decimal(value, locale=lang))
