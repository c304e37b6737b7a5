"""The course of a deal as a track: each step with its words and voices, and what contradicts it beside it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from foedus.model.claim import Claim
from foedus.model.edtf import parse
from foedus.model.row import Count
from foedus.model.timeline import TimelineEntry
from foedus.register.standing import HALTS
from foedus.register.timeline import DUE
from foedus.serve.views.register_reasons import reason_in

STEPS: tuple[tuple[str, ...], ...] = (
    ("sought", "offered"),
    ("negotiated",),
    ("intended",),
    ("ordered",),
    ("delivering",),
    ("delivered",),
)
"""Stages by the column of the track in which they stand."""
_LAST = len(STEPS) - 1
_CLASHES = 3
"""Claims that contradict a step, as many as are shown beside it."""


class Voice(Struct, frozen=True):
    """One claim as a step quotes it."""

    id: str
    quote: str
    lang: str
    document: str
    outlet: str | None
    published: str | None
    standing: str
    voices: tuple[str, ...]


class Clash(Struct, frozen=True):
    """Two claims that cannot both be right; `kind` is on what they differ, `reason` the rule that says so."""

    kind: str
    reason: str
    one: Voice
    other: Voice


class Event(Struct, frozen=True):
    """A step of a deal.

    `step` is the column that it stands in (None: no column), `begins` and `reached` are those of the deal's progress
    before and after it. `first` and `last` are the days that its date can mean. `sureness` is plain, rumoured,
    possible, unclear or denied; `is_halt` and `is_due` say what it is instead of a step forward.
    """

    what: str
    when: str | None
    first: str | None
    last: str | None
    told: str | None
    count: Count | None
    sureness: str
    uncertain: bool
    step: int | None
    begins: int
    reached: int
    is_halt: bool
    is_due: bool
    said: Voice
    claims: tuple[str, ...]
    outlets: tuple[str, ...]
    pages: int
    langs: tuple[str, ...]
    clashes: tuple[Clash, ...]
    more_clashes: int
    reason: str
    told_reason: str
    """In the language of the page."""


def events(course: Sequence[TimelineEntry], claims: Mapping[str, Claim], lang: str) -> list[Event]:
    """The steps of one deal in their order; `claims` are all of the deal by id."""
    found: list[Event] = []
    told: set[frozenset[str]] = set()
    reached = 0
    for entry in course:
        step = _step(entry.what)
        begins, on = reached, entry.sureness == "plain" and entry.what not in (DUE, *HALTS)
        if on and step is not None and entry.when is not None:
            reached = max(reached, step)
        clashes = list(_clashes(entry, claims, told))
        found.append(_event(entry, claims, clashes, _Place(step, begins, reached), lang))
    return found


class _Place(NamedTuple):
    step: int | None
    begins: int
    reached: int


def _event(
    entry: TimelineEntry, claims: Mapping[str, Claim], clashes: Sequence[Clash], place: _Place, lang: str
) -> Event:
    behind = [claims[one] for one in entry.claims]
    first, last = _days(entry.when)
    return Event(
        what=entry.what,
        when=entry.when,
        first=first,
        last=last,
        told=entry.told,
        count=entry.count,
        sureness=entry.sureness,
        uncertain=entry.uncertain,
        step=place.begins if entry.what in HALTS else place.step,
        begins=place.begins,
        reached=place.reached,
        is_halt=entry.what in HALTS,
        is_due=entry.what == DUE,
        said=_voice(behind[0]),
        claims=entry.claims,
        outlets=entry.outlets,
        pages=len({claim.document.id for claim in behind}),
        langs=tuple(sorted({claim.document.lang for claim in behind})),
        clashes=tuple(clashes[:_CLASHES]),
        more_clashes=max(len(clashes) - _CLASHES, 0),
        reason=entry.reason,
        told_reason=reason_in(entry.reason, lang),
    )


def _step(what: str) -> int | None:
    """What is due stands where it would be delivered."""
    if what == DUE:
        return _LAST
    return next((place for place, stages in enumerate(STEPS) if what in stages), None)


def _clashes(entry: TimelineEntry, claims: Mapping[str, Claim], told: set[frozenset[str]]) -> Iterator[Clash]:
    """Each contradiction stands once, at the first of its two steps."""
    reasons = dict(zip(entry.against, entry.contradictions, strict=False))
    for other in entry.against:
        pair = frozenset({entry.claims[0], other})
        if other in claims and pair not in told:
            told |= {pair, *(frozenset({one, other}) for one in entry.claims)}
            kind, _, reason = reasons.get(other, "").partition(": ")
            yield Clash(kind, reason, _voice(claims[entry.claims[0]]), _voice(claims[other]))


def _voice(claim: Claim) -> Voice:
    return Voice(
        id=claim.id,
        quote=claim.evidence[0].text,
        lang=claim.document.lang,
        document=claim.document.id,
        outlet=claim.document.outlet,
        published=claim.document.published,
        standing=claim.standing,
        voices=tuple(voice.name or voice.text for voice in claim.attribution),
    )


def _days(when: str | None) -> tuple[str | None, str | None]:
    if when is None:
        return None, None
    days = parse(when)
    first, last = days.earliest or days.latest, days.latest or days.earliest
    return (first.isoformat() if first else None), (last.isoformat() if last else None)
