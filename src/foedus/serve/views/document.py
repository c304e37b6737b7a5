"""A document as it is read: paragraphs by zone, each with the claims in it, and one claim opened beside them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from foedus.ledger.filters import ClaimFilter, Moment
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.model.errors import NoTextError, UsageError
from foedus.model.vocabulary import CLAIM_TYPES
from foedus.serve.house import House
from foedus.serve.views.cards import Card, card
from foedus.serve.views.extent import extent
from foedus.serve.views.facts import Facts, facts
from foedus.serve.views.garbled import Garbled, garbled
from foedus.serve.views.holding import HeldClaim, of_document
from foedus.serve.views.panel import Page, Panel, Why, panel
from foedus.serve.views.paragraphs import Paragraph, Sign, Stretch, told
from foedus.serve.views.parts import Part, part_with
from foedus.telling.marks import marks_of
from foedus.telling.reasons import reasons

_EVERYWHERE = 2**62
"""Behind the end of every text."""


_PLAIN = ("affirmed", "certain")
"""Values that hold where no word says otherwise."""


class Asked(Struct, frozen=True):
    """What of a document is asked for: a claim to open, a stretch to mark, a part of the text."""

    claim: str | None = None
    span: tuple[int, int] | None = None
    part: int | None = None
    garbled: bool = False
    """Whether the places are looked for that look machine-rewritten, which takes a while."""


class Noted(Struct, frozen=True):
    """A claim beside its paragraph; `number` counts the document's claims."""

    number: int
    card: Card
    start: int
    end: int
    why: tuple[Why, ...]
    """What of stage, polarity, certainty and standing is not told by its name alone."""


class InStory(Struct, frozen=True):
    """The story in which a document stands with others, and how many pages it has."""

    id: str
    pages: int


class DocumentView(Struct, frozen=True):
    """A document, a part of its text in paragraphs, and its claims: all of those up to the end of the part are counted
    in `types`, those of the part stand in `notes`, and one may be open. Of a ledger `without_text` there are no
    paragraphs, and all claims."""

    document: Facts
    without_text: bool
    part: Part
    paragraphs: tuple[Paragraph, ...]
    types: dict[str, int]
    notes: tuple[Noted, ...]
    open: Panel | None
    number: int | None
    """Of the open claim."""
    before: str | None
    behind: str | None
    """Addresses of the claims before and behind the open one."""
    span: tuple[int, int] | None
    garbled: tuple[Garbled, ...]
    newer: str | None
    """Ids of the documents before and behind it in the list of all, the newest first."""
    older: str | None
    story: InStory | None
    """Of a text that others come from, or that comes from others."""


def document_view(house: House, id: str, asked: Asked, page: Page, as_of: Moment) -> DocumentView:
    """The document of an id or its beginning; UnknownError names the nearest."""
    document, without_text = _document(house.ledger, id, as_of)
    opened = panel(house, asked.claim, page, as_of) if asked.claim else None
    span = None if without_text else asked.span
    _check(document, span)
    part = part_with(document.text, number=asked.part, offset=_place(opened, span))
    doubted = garbled(house, document) if asked.garbled and not without_text else ()
    until = _EVERYWHERE if without_text else part.end
    held = list(enumerate(of_document(house.ledger, ClaimFilter(document=document.sha256, as_of=as_of), until), 1))
    here = [(number, one) for number, one in held if one.claim.trigger.start >= part.start]
    number = next((number for number, one in here if opened and one.kept.address == opened.address), None)
    newer, older = (None, None) if without_text else house.ledger.beside(document.sha256, as_of)
    return DocumentView(
        facts(house.ledger, document),
        without_text,
        part,
        _paragraphs(document, part, [*_stretches(here, opened, number, span), *_doubted(doubted)], here),
        _types([one for _, one in held]),
        tuple(_noted(house, number, one, page.lang) for number, one in here),
        opened,
        number,
        _address(here, number, -1),
        _address(here, number, 1),
        span,
        doubted,
        newer,
        older,
        _story(house.ledger, document.id, as_of),
    )


def _document(ledger: Ledger, id: str, as_of: Moment) -> tuple[Document, bool]:
    """The document, and whether it is there without its text: what names it is known all the same."""
    try:
        return ledger.document(id, as_of), False
    except NoTextError as error:
        return [one.document for one in ledger.page_versions(error.document) if one.page == 1][-1], True


def _story(ledger: Ledger, document: str, as_of: Moment) -> InStory | None:
    with ledger.kin(as_of) as kin:
        story = kin.story_of(document)
        return InStory(story, len(kin.together([document]))) if story else None


def _paragraphs(
    document: Document, part: Part, stretches: Sequence[Stretch], here: Sequence[tuple[int, HeldClaim]]
) -> tuple[Paragraph, ...]:
    return told(document, part, stretches, [(one.claim.trigger.start, number) for number, one in here])


def _address(here: Sequence[tuple[int, HeldClaim]], number: int | None, step: int) -> str | None:
    """Of the claim so many places from the one of a number."""
    return next((one.kept.address for other, one in here if number is not None and other == number + step), None)


def _check(document: Document, span: tuple[int, int] | None) -> None:
    if span and not 0 <= span[0] < span[1] <= len(document.text):
        raise UsageError(
            f"span {span[0]}-{span[1]} lies not in document {document.id}, which has {len(document.text)} characters"
        )


def _place(opened: Panel | None, span: tuple[int, int] | None) -> int | None:
    """The offset that the page must show."""
    if span:
        return span[0]
    return opened.claim.trigger.start if opened else None


def _stretches(
    held: Sequence[tuple[int, HeldClaim]], opened: Panel | None, number: int | None, span: tuple[int, int] | None
) -> Iterator[Stretch]:
    """What is marked in the text: the span asked for, the words of the claims, those of the open one word by word."""
    if span:
        yield *span, Sign("span")
    for place, one in held:
        if not one.rejected or place == number:
            yield *extent(one.claim), Sign("claim", place)
    if opened:
        claim = opened.claim
        for again in claim.evidence[1:]:
            yield again.start, again.end, Sign("again", number)
        for start, end in sorted({(mark.start, mark.end) for mark in marks_of(claim)} | set(_fillers(claim))):
            yield start, end, Sign("word", number)


def _doubted(places: Sequence[Garbled]) -> Iterator[Stretch]:
    return ((one.start, one.end, Sign("garbled", number)) for number, one in enumerate(places, 1))


def _fillers(claim: Claim) -> Iterator[tuple[int, int]]:
    return ((one.start, one.end) for some in claim.roles.values() for one in some)


def _types(held: Sequence[HeldClaim]) -> dict[str, int]:
    """How many of each type, in the order of the contract."""
    counts = Counter(one.claim.type for one in held if not one.rejected)
    return {type_: counts[type_] for type_ in CLAIM_TYPES if counts[type_]}


def _noted(house: House, number: int, one: HeldClaim, lang: str) -> Noted:
    short = card(one.claim, house.entities, lang, house.settings.sure, one.kept)
    why = tuple(Why(*reason) for reason in reasons(one.claim, lang) if _tells(reason.field, reason.value))
    return Noted(number, short, *extent(one.claim), why)


def _tells(field: str, value: str) -> bool:
    """Whether a reason says more than that nothing speaks otherwise."""
    return field in ("stage", "standing") or (field in ("polarity", "certainty") and value not in _PLAIN)
