"""Every place at which a claim names words of its text, and which of them the text does not bear out."""

from collections.abc import Iterator
from typing import NamedTuple

from foedus.model.claim import Claim


class Span(NamedTuple):
    """Words of a field with their offsets, end exclusive."""

    field: str
    text: str
    start: int
    end: int


def spans(claim: Claim) -> Iterator[Span]:
    """All of a claim's spans, in the contract's order of fields."""
    for role, fillers in claim.roles.items():
        for filler in fillers:
            yield Span(role, filler.text, filler.start, filler.end)
    for name, amount in (("quantity", claim.quantity), ("value", claim.value)):
        if amount is not None:
            yield Span(name, amount.text, amount.start, amount.end)
    for name, date in (("when", claim.when), ("due", claim.due)):
        if date is not None and date.text is not None and date.start is not None and date.end is not None:
            yield Span(name, date.text, date.start, date.end)
    for voice in claim.attribution:
        yield Span("attribution", voice.text, voice.start, voice.end)
    for sentence in claim.evidence:
        yield Span("evidence", sentence.text, sentence.start, sentence.end)
    for cue in claim.cues:
        yield Span("trigger" if cue.kind == "trigger" else "cues", cue.text, cue.start, cue.end)


def false_spans(claim: Claim, text: str) -> Iterator[Span]:
    """Spans whose words the text does not hold at their offsets, or that hold no words."""
    return (span for span in spans(claim) if not span.text or text[span.start : span.end] != span.text)
