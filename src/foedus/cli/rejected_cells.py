"""A told claim that was kept out, as a row, a block of lines or a record."""

from msgspec import Struct

from foedus.careful.answer import ToldClaim
from foedus.careful.proof.fault import reason
from foedus.cli.cards import Card, Line
from foedus.cli.ids import short_id
from foedus.intake.answers.about import told_claim
from foedus.intake.answers.records import KeptOut
from foedus.model.claim import DocumentRef


class Shown(Struct, frozen=True):
    """One that was kept out: the fields of the store, and the reason in words."""

    document: DocumentRef
    reader: str
    version: str
    when: str
    code: str
    reason: str
    about: str
    sentence: int | None
    text: str
    told: str


def shown(one: KeptOut, lang: str) -> Shown:
    """A record of the store with its reason in a language."""
    why = reason(one.code, one.about, lang)
    return Shown(
        one.document,
        one.reader,
        one.version,
        one.when,
        one.code,
        why,
        one.about,
        one.sentence,
        one.text,
        one.told,
    )


def cells(one: Shown) -> dict[str, str]:
    """A row."""
    return {
        "document": short_id(one.document.id),
        "reader": one.reader,
        "check": one.code,
        "reason": one.reason,
        "told": _told(one),
        "sentence": one.text,
    }


def card(one: Shown) -> Card:
    """What was told, why it was kept out, and the sentence."""
    where = " · ".join(filter(None, (short_id(one.document.id), one.document.outlet, one.document.published)))
    return [
        Line(_told(one)),
        Line(f"{one.code}: {one.reason}", 1),
        *([Line(f"[{one.sentence}] {one.text}", 1)] if one.text else []),
        Line(f"{where} · {one.reader} {one.version}", 1),
    ]


def _told(one: Shown) -> str:
    """The claim as the model told it, in short; a piece that is none as it stands."""
    claim = told_claim(one.told)
    return _in_short(claim) if claim else one.told


def _in_short(claim: ToldClaim) -> str:
    roles = "; ".join(f"{filler.role} {filler.quote}" for filler in claim.roles)
    marks = [claim.stage, *(["not"] if claim.polarity == "negated" else []), f"“{claim.trigger.quote}”"]
    voices = f" ({claim.standing}: {', '.join(voice.quote for voice in claim.voices)})" if claim.voices else ""
    return f"{claim.type} {' '.join(marks)}: {roles}{voices}"
