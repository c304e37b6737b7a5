"""A claim that the reader missed, from what an analyst says of it."""

from collections.abc import Sequence
from typing import get_args

from msgspec import UNSET

from foedus.asked.review.fields import correction
from foedus.asked.review.places import Place, Text
from foedus.language.paragraphs import paragraphs
from foedus.language.pipelines import languages
from foedus.language.sentences import split
from foedus.language.zones import zones
from foedus.model.claim import Claim, Cue, Evidence, ReaderMark
from foedus.model.document import Document
from foedus.model.errors import UsageError
from foedus.model.review import PERSON, Addition, Correction
from foedus.model.vocabulary import CLAIM_TYPES, TYPES, ZoneKind


def addition(document: Document, trigger: str, type_: str, stage: str, given: Sequence[str]) -> Addition:
    """The claim, its words found in the document; UsageError names what cannot be read."""
    base = bare(document, Text(document.text, (), 0).only_place("trigger", trigger), type_, stage)
    return as_addition(base, correction(base, document.text, given))


def as_addition(base: Claim, change: Correction) -> Addition:
    """A claim with what is said of it besides."""
    fields = {
        field: getattr(base if getattr(change, field) is UNSET else change, field)
        for field in Addition.__struct_fields__
    }
    return Addition(**fields)


def bare(document: Document, trigger: Place, type_: str, stage: str) -> Claim:
    """The claim before anything else is said of it; UsageError where there is no such type, or it has no such stage."""
    known = next((one for one in CLAIM_TYPES if one == type_), None)
    if known is None:
        raise UsageError(f"type: {type_!r} is no type; there are {', '.join(CLAIM_TYPES)}")
    if stage not in TYPES[known].stages:
        raise UsageError(f"stage: {stage!r} is none of {known}: {', '.join(TYPES[known].stages)}")
    start, end = _sentence(document, trigger)
    return Claim(
        id="",
        document=document.ref,
        type=known,
        stage=stage,
        roles={},
        quantity=None,
        value=None,
        when=None,
        due=None,
        polarity="affirmed",
        certainty="certain",
        standing="stated",
        attribution=(),
        quoted=False,
        zone=_zone(document, trigger),
        evidence=(Evidence(start, end, document.text[start:end]),),
        cues=(Cue("trigger", trigger.text, trigger.start, trigger.end),),
        alternative=None,
        reader=ReaderMark(PERSON, "", None),
    )


def _sentence(document: Document, trigger: Place) -> tuple[int, int]:
    """From the beginning of the trigger's sentence to the end of the one that it ends in."""
    lang = document.lang if document.lang in languages() else "en"
    found = [span for start, end in paragraphs(document.text) for span in split(document.text, start, end, lang)]
    touched = [span for span in found if span[0] < trigger.end and trigger.start < span[1]]
    if not touched:
        return trigger.start, trigger.end
    return min(touched[0][0], trigger.start), max(touched[-1][1], trigger.end)


def _zone(document: Document, trigger: Place) -> ZoneKind:
    """The part of the document; the body where claims have no such part."""
    kinds = [
        zone.kind
        for zone in zones(document.text, document.title, document.lang)
        if zone.start <= trigger.start < zone.end
    ]
    return next((kind for kind in get_args(ZoneKind) if kind in kinds), "body")
