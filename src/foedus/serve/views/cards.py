"""A claim in short, as lists show it."""

from msgspec import UNSET, Struct

from foedus.gazetteer.entities import Entities
from foedus.ledger.asking.paging import Kept
from foedus.model.claim import Attribution, Claim, DocumentRef, Filler
from foedus.model.vocabulary import TYPES


class Party(Struct, frozen=True):
    """Who or what fills a role: name in the language of the page where an entity is linked, else the text's words."""

    role: str
    entity: str | None
    name: str
    kind: str


class Card(Struct, frozen=True):
    """One claim: what it says, who says so, in which sentence. `core` are the fillers of the type's core roles.

    `address` is its id, with the number of its twin where it has one; `reading` is the token that a judgement gives
    back, null where the list does not know it; `review` what people judged, null where nobody did.
    """

    id: str
    address: str
    reading: int | None
    review: str | None
    type: str
    stage: str
    negated: bool
    standing: str
    certainty: str
    core: tuple[Party, ...]
    voices: tuple[str, ...]
    when: str | None
    sentence: str
    trigger: tuple[int, int]
    """Of the trigger within the sentence."""
    document: DocumentRef
    confidence: float | None
    to_check: bool


def card(claim: Claim, entities: Entities, lang: str, sure: float, kept: Kept | None = None) -> Card:
    """The card of a claim in the language of the page; `kept` is how the ledger holds it."""
    evidence, trigger = claim.evidence[0], claim.trigger
    confidence = None if claim.reader.confidence is UNSET else claim.reader.confidence
    roles = TYPES[claim.type].core
    return Card(
        id=claim.id,
        address=kept.address if kept else claim.id,
        reading=kept.reading if kept else None,
        review=kept.review if kept else None,
        type=claim.type,
        stage=claim.stage,
        negated=claim.polarity == "negated",
        standing=claim.standing,
        certainty=claim.certainty,
        core=tuple(party(role, one, entities, lang) for role in roles for one in claim.fillers(role)),
        voices=tuple(voice_name(voice, entities, lang) for voice in claim.attribution),
        when=claim.when.edtf if claim.when else None,
        sentence=evidence.text,
        trigger=(max(trigger.start - evidence.start, 0), max(trigger.end - evidence.start, 0)),
        document=claim.document,
        confidence=confidence,
        to_check=confidence is not None and confidence < sure and not (kept and kept.review),
    )


def party(role: str, filler: Filler, entities: Entities, lang: str) -> Party:
    """A filler as the page names it."""
    known = filler.entity is not None and entities.get(filler.entity) is not None
    name = entities.name(filler.entity, lang) if known and filler.entity else filler.name
    return Party(role, filler.entity, name, filler.kind)


def voice_name(voice: Attribution, entities: Entities, lang: str) -> str:
    """A voice as the page names it: by its entity, else as the text does."""
    if voice.entity is not None and entities.get(voice.entity) is not None:
        return entities.name(voice.entity, lang)
    return voice.name or voice.text
