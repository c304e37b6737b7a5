"""Under which day a page's rows stand: the folders `day=2024-04-20` and `day=unknown` of a table."""

from functools import lru_cache

from foedus.model.edtf import parse

UNKNOWN = "unknown"
COLUMN = "day"


@lru_cache(1024)
def day_of(published: str | None) -> str:
    """The day of publication; `unknown` where there is none, or only a month, a year or a doubtful day."""
    if not published:
        return UNKNOWN
    try:
        parsed = parse(published)
    except ValueError:
        return UNKNOWN
    if parsed.earliest is None or parsed.earliest != parsed.latest or parsed.qualified:
        return UNKNOWN
    return parsed.earliest.isoformat()
