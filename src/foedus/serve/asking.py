"""The filters in an address, as FastAPI's dependency: the same names as on the command line."""

from typing import Annotated

from fastapi import Depends, Query
from msgspec import Struct

from foedus.asked.filters import Asked, claim_filter
from foedus.ledger.filters import ClaimFilter

Many = Annotated[list[str], Query(default_factory=list)]
_With = Annotated[list[str], Query(default_factory=list, alias="with")]
_From = Annotated[str | None, Query(alias="from")]


class Asking(Struct, frozen=True):
    """What an address asks for: in words, as a filter, and what to tell of how the words were understood."""

    words: Asked
    which: ClaimFilter
    notes: tuple[str, ...]


def asking(
    *,
    about: Many,
    with_: _With,
    role: Many,
    voice: Many,
    type: Many,
    stage: Many,
    lang: Many,
    outlet: Many,
    standing: Many,
    polarity: Many,
    certainty: Many,
    zone: Many,
    has: Many,
    review: Many,
    q: str | None = None,
    from_: _From = None,
    to: str | None = None,
    published_from: str | None = None,
    published_by: str | None = None,
    as_of: str | None = None,
    since: str | None = None,
    quoted: bool | None = None,
    min_confidence: str | None = None,
    max_confidence: str | None = None,
) -> Asking:
    """Read the query; UsageError where a value means nothing. Empty fields of a form ask nothing."""
    words = Asked(
        about=_given(about),
        with_=_given(with_),
        role=_given(role),
        voice=_given(voice),
        type=_given(type),
        stage=_given(stage),
        lang=_given(lang),
        outlet=_given(outlet),
        text=q or None,
        from_=from_ or None,
        to=to or None,
        published_from=published_from or None,
        published_by=published_by or None,
        as_of=as_of or None,
        since=since or None,
        standing=_given(standing),
        polarity=_given(polarity),
        certainty=_given(certainty),
        zone=_given(zone),
        quoted=quoted,
        has=_given(has),
        review=_given(review),
        min_confidence=min_confidence or None,
        max_confidence=max_confidence or None,
    )
    notes: list[str] = []
    return Asking(words, claim_filter(words, str, notes.append), tuple(notes))


def _given(values: list[str]) -> tuple[str, ...]:
    return tuple(value for value in values if value.strip())


InAsking = Annotated[Asking, Depends(asking)]
