"""The first page: what is new, what changed since the last visit, what needs review, in one look."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import groupby
from math import nextafter
from typing import Any

from msgspec import Struct
from msgspec.structs import replace as replace_struct

from foedus.ledger.asking.by_month import MonthCount, Months
from foedus.ledger.filters import ClaimFilter
from foedus.model.change import Change
from foedus.model.errors import LedgerError
from foedus.model.facets import FacetCount
from foedus.model.logged import Logged
from foedus.serve.house import House
from foedus.serve.views.cards import Card, card
from foedus.serve.views.chips import language_name
from foedus.serve.views.counted import counted
from foedus.serve.views.found import Found, found
from foedus.serve.views.home_aside import Aside, Spoken, home_aside
from foedus.serve.views.of_origins import OfOrigins, of_origins

NEWEST = 8
DAYS = 5
BATCHES = 40
"""Writes that are looked back upon at most."""
LISTED = 150
"""Claims written since the last visit up to which each is looked at; of more only the number is told."""
CHANGES = 8
_MONTHS = 12


class Learned(Struct, frozen=True):
    """What the ledger learned on a day of its own time, in UTC; with `more`, only its last writes were counted."""

    day: date
    documents: int
    claims: int
    judgements: int
    more: bool = False


class FieldTold(Struct, frozen=True):
    """A field before and after, in a few words; a dash where there is nothing."""

    field: str
    before: str
    after: str


class Changed(Struct, frozen=True):
    """One thing that changed; `card` of the claim, None where it is about a document."""

    kind: str
    card: Card | None
    document: str
    fields: tuple[FieldTold, ...]
    at: str
    by: str | None


class Since(Struct, frozen=True):
    """What changed since the last visit: in numbers, and one by one where it is little; with `more`, at least so much.

    `kinds` counts the changes by kind, where they were looked at.
    """

    at: str | None
    documents: int
    claims: int
    judgements: int
    more: bool
    looked_at: bool
    kinds: tuple[tuple[str, int], ...]
    changes: tuple[Changed, ...]


class HomeView(Struct, frozen=True):
    """`newest` come from `origins`. `counted` claims stand behind `langs`, `unreviewed` and `years`, with `more`
    the newest only.

    `doubtful` are those of them, or of the newest doubtful ones, that no judgement and no confidence makes sure; their
    `level` is the confidence from which on a claim is sure. `batch` is the ledger's last. `transfers` are counted by
    month of publication, as 2022-05, the last twelve with one; with `transfers_more` the newest only.
    """

    day: date
    batch: int
    newest: tuple[Found, ...]
    origins: OfOrigins
    learned: tuple[Learned, ...]
    since: Since | None
    unreviewed: int
    doubtful: int
    doubtful_more: bool
    level: float
    langs: tuple[Spoken, ...]
    counted: int
    more: bool
    transfers: tuple[FacetCount, ...]
    transfers_more: bool
    aside: Aside


def home_view(house: House, which: ClaimFilter, lang: str, seen: int | None) -> HomeView:
    """The page of today, or as of another day; `seen` is the batch of the visit before."""
    when = ClaimFilter(as_of=which.as_of, published_by=which.published_by)
    page = house.ledger.page_of_claims(when, limit=NEWEST, newest_first=True)
    facets = counted(house.ledger, when, page.as_of)
    level = house.settings.sure
    unsure = replace(when, max_confidence=nextafter(level, 0), review=("unreviewed",))
    doubtful = counted(house.ledger, unsure, page.as_of)
    transfers = _by_month(house, replace(when, types=("transfer",)))
    batches = _batches(house, page.as_of) if which.as_of is None else []
    return HomeView(
        day=_day(which),
        batch=page.as_of,
        newest=tuple(found(one, house, lang, kept) for one, kept in zip(page.claims, page.kept, strict=True)),
        origins=of_origins(house.ledger, page.claims, which.as_of, lang),
        learned=_learned(batches),
        since=_since(house, batches, page.as_of, seen, lang) if which.as_of is None else None,
        unreviewed=next((one.count for one in facets.counts.get("review", ()) if one.value == "unreviewed"), 0),
        doubtful=doubtful.counted,
        doubtful_more=doubtful.more,
        level=level,
        langs=tuple(
            Spoken(one.value, language_name(one.value, lang), one.count)
            for one in facets.counts.get("lang", ())
            if one.value
        ),
        counted=facets.counted,
        more=facets.more,
        transfers=_last_months(transfers.counts) if transfers else (),
        transfers_more=bool(transfers and transfers.more),
        aside=home_aside(house, when, page.as_of, lang),
    )


def _day(which: ClaimFilter) -> date:
    moment = which.as_of
    if isinstance(moment, datetime):
        return moment.date()
    return moment if isinstance(moment, date) else datetime.now(UTC).date()


def _batches(house: House, last: int) -> list[Logged]:
    """The last writes."""
    return list(house.ledger.audit(since=max(0, last - BATCHES))) if last else []


def _learned(batches: list[Logged]) -> tuple[Learned, ...]:
    """By day, the newest first; the writes before those looked at may be of the same day as the first of them."""
    cut = bool(batches) and batches[0].batch > 1
    days = [
        replace_struct(_sum(day, list(some)), more=cut and place == 0)
        for place, (day, some) in enumerate(groupby(batches, key=lambda one: datetime.fromisoformat(one.at).date()))
    ]
    told = [one for one in days if one.documents or one.claims or one.judgements]
    return tuple(reversed(told))[:DAYS]


def _sum(day: date, batches: list[Logged]) -> Learned:
    return Learned(
        day,
        documents=sum(one.wrote.get("documents", 0) for one in batches),
        claims=sum(one.wrote.get("claims", 0) for one in batches),
        judgements=sum(len(one.judged) for one in batches),
    )


def _since(house: House, batches: list[Logged], last: int, seen: int | None, lang: str) -> Since | None:
    if seen is None or seen >= last:
        return None
    new = [one for one in batches if one.batch > seen]
    told = _sum(date.min, new)
    touched = sum(one.wrote.get("claims", 0) + one.ended.get("claims", 0) + len(one.withdrawn) for one in new)
    more = last - seen > BATCHES
    looked_at = not more and touched <= LISTED
    changes = house.ledger.changes(seen) if looked_at else []
    counts: dict[str, int] = {}
    for one in changes:
        counts[one.kind] = counts.get(one.kind, 0) + 1
    # what is new stands among the newest; what changed is rarer, and of more weight
    weighty = sorted(changes, key=lambda one: one.kind == "new")[:CHANGES]
    return Since(
        at=new[0].at if new else None,
        documents=told.documents,
        claims=told.claims,
        judgements=told.judgements,
        more=more,
        looked_at=looked_at,
        kinds=tuple(sorted(counts.items())),
        changes=tuple(_changed(house, one, lang) for one in weighty),
    )


def _changed(house: House, one: Change, lang: str) -> Changed:
    short = card(one.claim, house.entities, lang, house.settings.sure) if one.claim else None
    fields = tuple(
        FieldTold(field.field.removeprefix("roles."), _told(field.before), _told(field.after)) for field in one.fields
    )
    return Changed(one.kind, short, one.document, fields, one.at, one.by)


def _told(value: Any) -> str:  # noqa: ANN401 - any part of a claim
    """A name, date or number out of it, as far as it has one."""
    if isinstance(value, list | tuple):
        return ", ".join(map(_told, value)) or "—"
    if isinstance(value, dict):
        return next((str(value[key]) for key in ("name", "edtf", "text", "value") if value.get(key)), "…")
    return "—" if value is None else str(value)


def _by_month(house: House, which: ClaimFilter) -> Months | None:
    """None where the sums that are kept beside the ledger cannot be written."""
    try:
        return house.ledger.counts_by_month(which)
    except LedgerError:
        return None


def _last_months(counts: tuple[MonthCount, ...]) -> tuple[FacetCount, ...]:
    """Twelve months up to the newest one with a claim, those without any too."""
    found = {one.month: one.count for one in counts}
    if not found:
        return ()
    year, month = map(int, max(found).split("-"))
    last = year * _MONTHS + month - 1
    months = (f"{one // _MONTHS:04}-{one % _MONTHS + 1:02}" for one in range(last - _MONTHS + 1, last + 1))
    return tuple(FacetCount(one, found.get(one, 0)) for one in months)
