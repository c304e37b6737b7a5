"""What a claim's reader went by: its document is read again, and the strongest reasons are told."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from foedus import __version__
from foedus.ledger.filters import Moment
from foedus.model.document import Document
from foedus.serve.house import House
from foedus.serve.settings import Settings
from foedus.serve.views.panel import Page, Panel, panel
from foedus.serve.views.rereading import rereading

if TYPE_CHECKING:
    from foedus.reader.deciding.explaining import Explanation
    from foedus.reader.deciding.reasons import Reason as ReadersReason
    from foedus.reader.linker.explaining import LinkExplanation


class Reason(Struct, frozen=True):
    """One reason in words, and its share of the log-odds: above nothing for, below against."""

    words: str
    share: float


class Trigger(Struct, frozen=True):
    """Whether the words make a claim of the type, and at which stage."""

    chosen: bool
    probability: float
    threshold: float
    stage: str
    stage_probability: float
    reasons: tuple[Reason, ...]
    stage_reasons: tuple[Reason, ...]


class Role(Struct, frozen=True):
    """Who fills a core role, or nobody (`words` null), and why; `next` came after it, empty for nobody."""

    role: str
    words: str | None
    entity: str | None
    probability: float
    way: str
    facts: tuple[Reason, ...]
    reasons: tuple[Reason, ...]
    next: str | None
    next_probability: float | None


class WhyView(Struct, frozen=True):
    """The claim, and what the reader that would read now says of its words; `trigger` is null where it finds none."""

    told: Panel
    reader: str
    trigger: Trigger | None
    roles: tuple[Role, ...]


def why_view(house: House, id: str, page: Page, as_of: Moment) -> WhyView:
    """Explain one claim; UnknownError where it or its text is not there, UsageError where that is too long."""
    told = panel(house, id, page, as_of)
    document = house.ledger.document(told.claim.document.sha256, as_of)
    with rereading(document, f"foedus show {told.address}"):
        return _explained(told, document, house.settings)


def _explained(told: Panel, document: Document, settings: Settings) -> WhyView:
    from foedus.reader.read import Reader  # noqa: PLC0415 - slow to import: most servers are never asked

    reader = Reader.choosing({}, settings.lexicon, settings.models)
    place = (document, told.claim.trigger.start, told.claim.trigger.end, told.claim.type)
    said, links = reader.explain(*place), reader.explain_links(*place)
    return WhyView(
        told,
        f"{reader.name} {__version__}",
        _trigger(said) if said else None,
        tuple(_role(one) for one in links or ()),
    )


def _trigger(said: "Explanation") -> Trigger:
    return Trigger(
        said.chosen,
        said.probability,
        said.threshold,
        said.stage,
        said.stage_probability,
        _reasons(said.reasons),
        _reasons(said.stage_reasons) if said.chosen else (),
    )


def _role(one: "LinkExplanation") -> Role:
    rival = one.rival
    return Role(
        one.role,
        one.filler.text if one.filler else None,
        one.filler.entity if one.filler else None,
        one.probability,
        one.way,
        _reasons(one.facts),
        _reasons(one.reasons),
        (rival.filler.text if rival.filler else "") if rival else None,
        rival.probability if rival else None,
    )


def _reasons(some: "Iterable[ReadersReason]") -> tuple[Reason, ...]:
    return tuple(Reason(one.words, one.share) for one in some)
