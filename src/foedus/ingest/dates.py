"""Publication dates as sources write them, to EDTF; a form that could mean two days is none.

The time of day is kept where the source gives it in a standard form: by it copies of one day are told apart from their
origin.
"""

import re
from datetime import date
from email.utils import parsedate_to_datetime

from foedus.model.edtf import parse

_ISO_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}[:.h]?\d{2}.*", re.DOTALL)
_WITH_SPACE = re.compile(r"(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)? ?(Z|[+-]\d{2}:\d{2})?")
_WITH_FRACTION = re.compile(r"(.+T\d{2}:\d{2}:\d{2})\.\d+(Z|[+-]\d{2}:?\d{2})?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.*)?")
_YEAR_FIRST = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?:[T ].*)?")
_YEAR_LAST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[T ,].*)?")


def published(text: str) -> str:
    """EDTF of a date as written (ISO 8601, RFC 5322, `2022/05/19`, `19.05.2022`); ValueError with the reason.

    A time stays with its zone as written: `2022-05-19T23:30:00+02:00`.
    """
    text = text.strip()
    try:
        return parse(text).text
    except ValueError as error:
        reason = error
    if match := _ISO_TIME.fullmatch(text):
        return _moment(text) or parse(match[1]).text
    if match := _COMPACT.fullmatch(text):
        return _day(text, match[1], match[2], match[3])
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(text, match[1], match[3], match[4])
    if match := _YEAR_LAST.fullmatch(text):
        return _day(text, match[4], *_month_and_day(text, match[1], match[3], match[2]))
    if re.match(r"[A-Z][a-z]{2}, \d", text):
        try:
            return parse(parsedate_to_datetime(text).isoformat().replace("+00:00", "Z")).text
        except ValueError:
            raise reason from None
    raise reason


def _moment(text: str) -> str | None:
    """A day with its time as EDTF writes it; fractions of a second go. None where the time is none."""
    if match := _WITH_SPACE.fullmatch(text):
        text = f"{match[1]}T{match[2]}{match[3] or ''}"
    elif match := _WITH_FRACTION.fullmatch(text):
        text = f"{match[1]}{match[2] or ''}"
    if re.fullmatch(r".*[+-]\d{4}", text):
        text = f"{text[:-2]}:{text[-2:]}"
    try:
        return parse(text).text
    except ValueError:
        return None


def _month_and_day(text: str, first: str, second: str, separator: str) -> tuple[str, str]:
    """Dots are written day first wherever they are written; with slashes and dashes both orders live."""
    if separator == "." or int(first) > 12 or first == second:
        return second, first
    if int(second) > 12:
        return first, second
    raise ValueError(f"{text!r} is no date: day and month cannot be told apart; write it as 2022-05-19")


def _day(text: str, year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError as error:
        raise ValueError(f"{text!r} is no date: {error}") from error
