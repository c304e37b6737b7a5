"""A message that lies in the text of another, below lines like `From:` and `Date:`."""

import re
from typing import NamedTuple

from foedus.ingest.mail.words import words

_FIELD = re.compile(r"[*_\s]*([^\W\d_][^:\n]{0,24}?)\s*:[*_]*\s*(.*)")
_RULE = re.compile(r"\s*(?:[-_=]{5,}.*|-{2,}[^-]+-{2,})\s*$")
_LEAST_FIELDS = 2


class Carried(NamedTuple):
    """What stands above and below the lines, and what they say, by field."""

    above: str
    fields: dict[str, str]
    below: str


def carried(text: str) -> Carried | None:
    """The first message that the text carries; None where it carries none."""
    lines = text.splitlines()
    start = 0
    while start < len(lines):
        fields, end = _fields(lines, start)
        if len(fields) >= _LEAST_FIELDS and "from" in fields:
            above = lines[:start]
            while above and (not above[-1].strip() or _RULE.match(above[-1])):
                above.pop()
            return Carried("\n".join(above), fields, "\n".join(lines[end:]).strip("\n"))
        start = max(end, start + 1)
    return None


def _fields(lines: list[str], start: int) -> tuple[dict[str, str], int]:
    """Known fields on lines that follow each other, and where they end; a long value may go on on a line or two."""
    fields: dict[str, str] = {}
    at = start
    while at < len(lines) and (match := _FIELD.match(lines[at])):
        field = words().fields.get(match[1].casefold())
        if field is None:
            break
        fields.setdefault(field, match[2].strip())
        at += 1
    return fields, at
