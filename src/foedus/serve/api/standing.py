"""`/timeline`, `/positions`, `/memberships`, `/tolls`, `/contradictions`: views that are computed from claims.

Each looks at the newest claims of the filters only, and says so where there are more.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Annotated, NamedTuple

from fastapi import Query, Request

from foedus.asked.moments import day
from foedus.ledger.asking.paging import MOST
from foedus.ledger.store import Ledger
from foedus.lineage.contradictions import contradictions as compared
from foedus.model.answers import Listed
from foedus.model.claim import Claim
from foedus.model.contradiction import Contradiction
from foedus.model.membership import Membership
from foedus.model.position import Position
from foedus.model.timeline import TimelineEntry
from foedus.model.toll import TollPoint
from foedus.model.vocabulary import ClaimType
from foedus.register import memberships as of_members
from foedus.register import positions as of_holders
from foedus.register import timeline as of_deals
from foedus.register import tolls as of_tolls
from foedus.serve.api.paging import Limit, Number, numbered
from foedus.serve.api.room import Room
from foedus.serve.asking import Asking, InAsking
from foedus.serve.house import InHouse

room = Room("views")

On = Annotated[str | None, Query(description="The day that is looked at, as EDTF; else today")]


class _Read(NamedTuple):
    claims: Sequence[Claim]
    left_out: str | None


@room.get("/timeline", Listed[TimelineEntry])
def timeline(
    request: Request, house: InHouse, asked: InAsking, after: Number = 0, limit: Limit = 50
) -> Listed[TimelineEntry]:
    """The course of each deal, in order of date. What no claim dates comes last."""
    read = _read(house.ledger, asked, of_deals.READS)
    found = of_deals.timelines(read.claims)
    return numbered(request, found, after, limit, left_out=read.left_out, notes=asked.notes)


@room.get("/positions", Listed[Position])
def positions(
    request: Request, *, house: InHouse, asked: InAsking, on: On = None, after: Number = 0, limit: Limit = 50
) -> Listed[Position]:
    """Who has what where on a day. What claims say is deployed, held or in service until they say that it is not."""
    read = _read(house.ledger, asked, of_holders.READS)
    found = of_holders.positions(read.claims, _day(on), known=house.entities.get)
    return numbered(request, found, after, limit, left_out=read.left_out, notes=asked.notes)


@room.get("/memberships", Listed[Membership])
def memberships(
    request: Request, *, house: InHouse, asked: InAsking, on: On = None, after: Number = 0, limit: Limit = 50
) -> Listed[Membership]:
    """Who stands how to which organisation on a day. As claims tell it."""
    read = _read(house.ledger, asked, of_members.READS)
    found = of_members.memberships(read.claims, _day(on))
    return numbered(request, found, after, limit, left_out=read.left_out, notes=asked.notes)


@room.get("/tolls", Listed[TollPoint])
def tolls(request: Request, house: InHouse, asked: InAsking, after: Number = 0, limit: Limit = 50) -> Listed[TollPoint]:
    """Killed, hit and displaced, as of the days on which the numbers were told. Nothing is added up."""
    read = _read(house.ledger, asked, of_tolls.READS)
    found = of_tolls.tolls(read.claims)
    return numbered(request, found, after, limit, left_out=read.left_out, notes=asked.notes)


@room.get("/contradictions", Listed[Contradiction])
def contradictions(
    request: Request, house: InHouse, asked: InAsking, after: Number = 0, limit: Limit = 50
) -> Listed[Contradiction]:
    """Pairs of claims that cannot both be right, with the reason. The claims are given by their ids."""
    read = _read(house.ledger, asked, ())
    found = compared(read.claims)
    return numbered(request, found, after, limit, left_out=read.left_out, notes=asked.notes)


def _read(ledger: Ledger, asked: Asking, types: Sequence[ClaimType]) -> _Read:
    """The newest claims of the filters, of the types that a view reads where the address names none."""
    which = asked.which if asked.which.types else replace(asked.which, types=tuple(types))
    page = ledger.page_of_claims(which, None, MOST, newest_first=True)
    return _Read(page.claims, f"only the {MOST:,} claims published last were looked at" if page.next else None)


def _day(given: str | None) -> date:
    return day(given or None, "on", latest=True) or datetime.now(UTC).date()
