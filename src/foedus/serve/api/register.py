"""`/register`, `/deals`, `/network`: who supplies what to whom."""

from typing import Annotated

from fastapi import Path, Request

from foedus.model.answers import Course, Listed
from foedus.model.network import NetworkRow
from foedus.model.row import RegisterRow
from foedus.register.network import network_rows, scheme
from foedus.register.standing import LADDER
from foedus.serve.api.paging import Limit, Number, address, numbered
from foedus.serve.api.room import Room
from foedus.serve.asking import InAsking
from foedus.serve.house import InHouse
from foedus.serve.languages import language
from foedus.serve.pages.register import InWords
from foedus.serve.views.deal import course_of, deal_view, held_of
from foedus.serve.views.deal_address import Deal
from foedus.serve.views.register import register_view

room = Room("register")

Part = Annotated[
    str,
    Path(min_length=1, max_length=300, description="An entity's key, `-` where unknown, `name:WORDS` where no entity"),
]


@room.get("/register", Listed[RegisterRow])
def register(
    request: Request, house: InHouse, asked: InAsking, words: InWords, after: Number = 0
) -> Listed[RegisterRow]:
    """Rows of the transfer register. Fifty at once, in the order that `sort` names; `/register.csv`, `.jsonl` and
    `.parquet` have all of them."""
    view = register_view(house, words, asked, language(request), after)
    cut = f"only the {view.looked_at:,} claims published last that pass the filters" if view.cut else None
    rows = tuple(one.row for one in view.rows)
    return Listed(rows, address(request, view.next), limit=cut, notes=view.notes)


@room.get("/deals/{supplier}/{recipient}/{item}", Course)
def deal(request: Request, *, house: InHouse, asked: InAsking, supplier: Part, recipient: Part, item: Part) -> Course:
    """One deal: its row of the register, and its course. Talks, order, what is due, deliveries and halts, with what
    contradicts them."""
    which, named = asked.which, Deal(supplier, recipient, item)
    view = deal_view(house, named, language(request), which.as_of, which.published_by)
    course = course_of(held_of(house, named, which.as_of, which.published_by))
    return Course(view.row, tuple(course), view.claims, view.weighed)


@room.get("/network", Listed[NetworkRow])
def network(
    request: Request, house: InHouse, asked: InAsking, after: Number = 0, limit: Limit = 50
) -> Listed[NetworkRow]:
    """Links of supplier, recipient and item, the whole ledger. What most claims speak of first: counted, with bounds,
    and not weighed as the register weighs. Of the filters only `as_of` and `published_by` count."""
    which = asked.which
    found = house.ledger.network(
        scheme(), plain="plain", ladder=LADDER, as_of=which.as_of, published_by=which.published_by
    )
    return numbered(request, network_rows(found, after + limit + 1), after, limit)
