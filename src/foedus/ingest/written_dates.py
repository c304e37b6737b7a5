"""Days as people write them, with the month in words: `19 May 2022`, `May 19, 2022`, `19 мая 2022 года`."""

import re
import warnings

from foedus.ingest.dates import published

_LANGUAGES = ["en", "fr", "ru"]
_YEAR = r"(?:19|20)\d{2}"
_DAY = r"\d{1,2}(?:er|st|nd|rd|th|-?го)?\.?"
_MONTH = r"[^\W\d_]{3,}\.?"
_IN_WORDS = re.compile(rf"(?<!\d)(?:{_DAY}\s+{_MONTH},?\s+{_YEAR}|{_MONTH}\s+{_DAY},?\s+{_YEAR})(?!\d)")


def written_date(text: str) -> str | None:
    """EDTF of the first day in a short text, as digits that can mean one day only or with a month in words."""
    try:
        return published(text)
    except ValueError:
        pass
    match = _IN_WORDS.search(text)
    if match is None:
        return None
    import dateparser  # noqa: PLC0415 - slow to import, and most sources write digits

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own, about days without a year, which do not come here
        day = dateparser.parse(match[0], languages=_LANGUAGES, settings={"STRICT_PARSING": True})
    return day.date().isoformat() if day else None
