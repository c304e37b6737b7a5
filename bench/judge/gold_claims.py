"""Annotated documents as claims of the ledger's own form, so that the judge is measured apart from the reader."""

from foedus.gazetteer.entities import Entities
from foedus.learning.corpus.format import (
    Anchor,
    CorpusClaim,
    CorpusDocument,
    CorpusFiller,
    CorpusQuantity,
    CorpusVoice,
    CorpusWhen,
)
from foedus.model.claim import Attribution, Claim, Cue, Evidence, Filler, Quantity, ReaderMark, When
from foedus.model.document import Document, make_document
from foedus.model.errors import DataError
from foedus.model.identity import claim_id
from foedus.model.vocabulary import Kind

_READER = ReaderMark("gold", "1", None)


def document_of(source: CorpusDocument, *, outlet: str | None, url: str | None, title: str | None) -> Document:
    """The document with its metadata."""
    return make_document(source.text, lang=source.lang, published=source.published, title=title, outlet=outlet, url=url)


def claims_of(source: CorpusDocument, document: Document, entities: Entities) -> list[Claim]:
    """The claims in the order of the file; DataError where one is against the contract."""
    if document.text != source.text:
        raise DataError(f"{source.id}: its title is not the beginning of its text, so offsets would be others")
    return [_claim(one, document, entities) for one in source.claims]


def _claim(one: CorpusClaim, document: Document, entities: Entities) -> Claim:
    text = document.text
    start, end = one.trigger.span(text)
    roles = {role: tuple(_filler(f, text, entities) for f in some) for role, some in one.roles.items() if some}
    voices = tuple(_voice(voice, text, entities) for voice in one.voice or ())
    line = (text.rfind("\n", 0, start) + 1, text.find("\n", end) if text.find("\n", end) >= 0 else len(text))
    try:
        return Claim(
            id=claim_id(document.sha256, (start, end), one.type, roles, voices),
            document=document.ref,
            type=one.type,
            stage=one.stage,
            roles=roles,
            quantity=_quantity(one.quantity, text),
            value=None,
            when=_when(one.when, text),
            due=_when(one.due, text),
            polarity=one.polarity,
            certainty=one.certainty,
            standing=one.standing,
            attribution=voices,
            quoted=one.quoted,
            zone="body",
            evidence=(Evidence(*line, text[slice(*line)]),),
            cues=(Cue("trigger", text[start:end], start, end),),
            alternative=one.alternative,
            reader=_READER,
        )
    except ValueError as error:
        raise DataError(f"{document.id}, {one.trigger.words!r}: {error}") from error


def _filler(one: CorpusFiller, text: str, entities: Entities) -> Filler:
    start, end = one.t.span(text)
    kind: Kind = "text"
    if one.e:
        found = entities.kind(one.e)
        kind = "person" if found == "office" else found or "text"  # type: ignore[assignment]  # kinds of the gazetteer
    name = entities.english_name(one.e) if one.e else text[start:end]
    return Filler(one.e, name, kind, text[start:end], start, end, one.via)


def _voice(one: CorpusVoice, text: str, entities: Entities) -> Attribution:
    anchor: Anchor | None = one.t or one.cue
    start, end = anchor.span(text) if anchor else (0, 0)
    name = entities.english_name(one.e) if one.e else text[start:end]
    return Attribution(one.e, name, one.k, text[start:end], start, end, one.cue.words if one.cue else None, one.vehicle)


def _quantity(one: CorpusQuantity | None, text: str) -> Quantity | None:
    if one is None:
        return None
    start, end = one.t.span(text)
    return Quantity(one.value, one.min, one.max, one.unit, one.approximate, text[start:end], start, end)


def _when(one: CorpusWhen | None, text: str) -> When | None:
    if one is None:
        return None
    if one.t is None:
        return When(one.edtf, None, None, None)
    start, end = one.t.span(text)
    return When(one.edtf, text[start:end], start, end)
