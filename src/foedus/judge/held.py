"""Cases with what they rest on, and which claims can be evidence at all."""

from collections.abc import Mapping
from typing import NamedTuple

from foedus.judge.evidence import table
from foedus.judge.judging import Judged
from foedus.judge.said import OriginOf
from foedus.model.claim import Claim


class Held(NamedTuple):
    """Cases with the claims that they rest on, by id."""

    cases: tuple[Judged, ...]
    claims: Mapping[str, Claim]
    origin: OriginOf


def reads() -> tuple[str, ...]:
    """The types of claims that the table of evidence names."""
    lines = table()
    parts = (lines.trigger, lines.scope, lines.request, lines.conduct)
    read = (
        *lines.implied,
        *lines.allowing,
        *lines.exercises,
        *(line for part in parts for some in part.values() for line in some),
    )
    return tuple(sorted({line.type for line in read}))
