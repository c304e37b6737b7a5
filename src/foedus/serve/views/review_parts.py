"""A claim to be split into several, or to be merged with others of its document."""

from msgspec import Struct
from msgspec.structs import replace

from foedus.ledger.asking.paging import Kept
from foedus.ledger.filters import ClaimFilter
from foedus.model.claim import Claim
from foedus.serve.house import House
from foedus.serve.views.cards import Card, card
from foedus.serve.views.panel import Page, Panel, panel
from foedus.serve.views.review_form import Edited, Form, edited, form_of

LEAST, MOST = 2, 8
"""Parts of a claim."""
OTHERS = 200
"""Claims of a document that are offered."""
_FIRST = ("item", "target", "recipient", "place")
"""Roles whose fillers a claim is split by before others."""


class SplitView(Struct, frozen=True):
    """The parts, each as a form of its own; `problem` says why they could not be kept."""

    told: Panel
    parts: tuple[Edited, ...]
    reason: str
    problem: str
    back: str


class MergeView(Struct, frozen=True):
    """The other claims of the document, those `chosen` by address; with `cut` there are more than are shown."""

    told: Panel
    others: tuple[Card, ...]
    chosen: tuple[str, ...]
    cut: bool
    reason: str
    problem: str
    back: str


class Sent(Struct, frozen=True):
    """What came with a form that could not be kept; `count` is how many parts are asked for."""

    parts: tuple[Form, ...] = ()
    count: int | None = None
    chosen: tuple[str, ...] = ()
    reason: str = ""
    problem: str = ""


def split_view(house: House, given: str, page: Page, back: str, sent: Sent) -> SplitView:
    """The forms of so many parts: as they were sent, else one for each filler of the role that has several."""
    told = panel(house, given, page, None)
    now = form_of(told.claim)
    forms = list(sent.parts) or list(suggested_parts(told.claim))
    size = min(max(sent.count or len(forms), LEAST), MOST)
    forms = [*forms[:size], *[now] * (size - len(forms))]
    parts = tuple(edited(told.claim, told.history, one, now) for one in forms)
    return SplitView(told, parts, sent.reason, sent.problem, back or f"/claims/{told.address}")


def suggested_parts(claim: Claim) -> tuple[Form, ...]:
    """One part for each filler of the first role that has several; twice the claim where none has."""
    now = form_of(claim)
    several = [role for role, rows in now.roles.items() if len(rows) > 1]
    role = next((one for one in _FIRST if one in several), next(iter(several), None))
    if role is None:
        return now, now
    return tuple(replace(now, roles={**now.roles, role: (row,)}) for row in now.roles[role][:MOST])


def merge_view(house: House, given: str, page: Page, back: str, sent: Sent) -> MergeView:
    """The claims that could go into this one."""
    told = panel(house, given, page, None)
    some = house.ledger.page_of_claims(ClaimFilter(document=told.claim.document.sha256), limit=OTHERS)
    pairs = zip(some.claims, some.kept, strict=True)
    others = tuple(_card(house, claim, kept, page.lang) for claim, kept in pairs if kept.address != told.address)
    return MergeView(
        told, others, sent.chosen, some.next is not None, sent.reason, sent.problem, back or f"/claims/{told.address}"
    )


def _card(house: House, claim: Claim, kept: Kept, lang: str) -> Card:
    return card(claim, house.entities, lang, house.settings.sure, kept)
