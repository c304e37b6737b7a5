"""A claim that the reader missed: its words found in the document, then the fields of a form."""

import re
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from foedus.asked.review.missed import bare
from foedus.asked.review.places import Place
from foedus.ledger.filters import ClaimFilter
from foedus.model.claim import Claim, DocumentRef
from foedus.model.document import Document
from foedus.model.errors import UsageError
from foedus.model.vocabulary import CLAIM_TYPES, TYPES
from foedus.serve.house import House
from foedus.serve.views.review_form import Edited, Form, form_of, suggested

HITS = 20
"""Places that are offered."""
_AROUND = 60


class Asked(Struct, frozen=True):
    """What is known of the claim so far: words, or offsets (end exclusive), and a type."""

    words: str = ""
    start: int | None = None
    end: int | None = None
    type: str = ""


class Hit(Struct, frozen=True):
    """A place of the words, with what stands around it."""

    start: int
    end: int
    before: str
    words: str
    behind: str


class MissedView(Struct, frozen=True):
    """A document and the words that make the claim; of several places one is to be chosen from `hits`.

    `form` is there as soon as place and type are known; `sentence` is that of the claim, with the words' offsets in it.
    `words` and `names` are what the fields suggest.
    """

    document: DocumentRef
    asked: Asked
    hits: tuple[Hit, ...]
    more: bool
    types: tuple[str, ...]
    sentence: str
    trigger: tuple[int, int]
    form: Edited | None
    words: tuple[str, ...]
    names: dict[str, str]
    reason: str
    problem: str


class Sent(NamedTuple):
    """What came with a form that could not be kept."""

    form: Form | None = None
    reason: str = ""
    problem: str = ""


def missed_view(house: House, id: str, asked: Asked, sent: Sent, lang: str) -> MissedView:
    """As far as the claim is known."""
    document = house.ledger.document(id)
    hits = () if asked.start is not None else tuple(_hits(document.text, asked.words))
    place = _place(document, asked, hits)
    view = MissedView(
        document.ref,
        asked,
        hits[:HITS],
        len(hits) > HITS,
        CLAIM_TYPES,
        "",
        (0, 0),
        None,
        (),
        {},
        sent.reason,
        sent.problem,
    )
    if place is None:
        return view
    asked = Asked(place.text, place.start, place.end, asked.type)
    claim = drafted(document, asked, sent.form)
    own = form_of(claim)
    sentence = claim.evidence[0]
    known = asked.type in TYPES
    return replace(
        view,
        asked=asked,
        hits=(),
        sentence=sentence.text,
        trigger=(place.start - sentence.start, place.end - sentence.start),
        form=Edited(sent.form or own, None, own) if known else None,
        words=suggested(claim),
        names=_names(house, document, lang),
    )


def drafted(document: Document, asked: Asked, form: Form | None) -> Claim:
    """The claim before its roles are known; UsageError where the words do not stand there, or the stage is none."""
    if asked.start is None or asked.end is None or not 0 <= asked.start < asked.end <= len(document.text):
        raise UsageError(f"the words of the claim lie not in document {document.id}: choose them again")
    place = Place(document.text[asked.start : asked.end], asked.start, asked.end)
    type_ = asked.type if asked.type in TYPES else CLAIM_TYPES[0]
    stages = next(spec.stages for name, spec in TYPES.items() if name == type_)
    stage = form.stage if form and form.stage in stages else stages[0]
    return bare(document, place, type_, stage)


def _place(document: Document, asked: Asked, hits: tuple[Hit, ...]) -> Place | None:
    if asked.start is not None and asked.end is not None:
        start, end = _trimmed(document.text, asked.start, asked.end)
        return Place(document.text[start:end], start, end)
    return Place(hits[0].words, hits[0].start, hits[0].end) if len(hits) == 1 else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the spaces that a hand selects along."""
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise UsageError(f"offsets {start}–{end} hold no words of this document, which has {len(text)} characters")
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _hits(text: str, words: str) -> list[Hit]:
    """Where the words stand, whatever the spaces between them; in any case where they stand nowhere just so."""
    parts = [re.escape(one) for one in words.split()]
    if not parts:
        return []
    spaced = r"\s+".join(parts)
    pattern = rf"(?<!\w){spaced}(?!\w)"
    found = list(re.finditer(pattern, text)) or list(re.finditer(pattern, text, re.IGNORECASE))
    return [_hit(text, *one.span()) for one in found[: HITS + 1]]


def _hit(text: str, start: int, end: int) -> Hit:
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return Hit(start, end, before, text[start:end], behind)


def _names(house: House, document: Document, lang: str) -> dict[str, str]:
    """Entities of which other claims of the document speak."""
    some = house.ledger.page_of_claims(ClaimFilter(document=document.sha256), limit=100).claims
    keys = [one.entity for claim in some for fillers in claim.roles.values() for one in fillers if one.entity]
    return {key: house.entities.name(key, lang) for key in dict.fromkeys(keys)}
