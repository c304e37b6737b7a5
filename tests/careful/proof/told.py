"""Told claims for tests: short to write, whole as a model gives them."""

from typing import Any

from foedus.careful.answer import Quote, ToldClaim, ToldFiller, ToldVoice
from foedus.careful.numbering import numbered
from foedus.careful.parse_answer import Parsed
from foedus.careful.proof import prove
from foedus.careful.proof.proving import raw_json
from foedus.careful.proven import Proven
from foedus.model.document import Document, make_document
from foedus.model.vocabulary import Kind, Via, VoiceKind
from foedus.reader.read import Reader


def filler(  # noqa: PLR0917  # the parts of the record
    role: str, sentence: int, quote: str, kind: Kind = "state", via: Via | None = None, named: Quote | None = None
) -> ToldFiller:
    """A told filler."""
    return ToldFiller(role, sentence, quote, kind, via, named)


def voice(sentence: int, quote: str, cue: str | None, kind: VoiceKind = "organisation") -> ToldVoice:
    """A told voice."""
    return ToldVoice(sentence, quote, kind, cue, None, None)


def claim(trigger: tuple[int, str], *roles: ToldFiller, **fields: Any) -> ToldClaim:  # noqa: ANN401  # any field of the record
    """A told claim: an affirmed delivery that the outlet states, where `fields` do not say otherwise."""
    told: dict[str, Any] = {
        "type": "transfer",
        "stage": "delivered",
        "quantity": None,
        "value": None,
        "when": None,
        "due": None,
        "polarity": "affirmed",
        "certainty": "certain",
        "standing": "stated",
        "voices": (),
        "also": (),
        "alternative": None,
    }
    return ToldClaim(trigger=Quote(*trigger), roles=roles, **(told | fields))


def document(text: str, lang: str = "en", published: str | None = "2024-03-15", title: str | None = None) -> Document:
    """A document of the text."""
    return make_document(text, lang=lang, published=published, title=title)


def proven(source: Document, *told: ToldClaim) -> Proven:
    """What proof makes of told claims."""
    parsed = Parsed(tuple((raw_json(one), one) for one in told))
    return prove(source, numbered(source), parsed, Reader.load(), "careful/test", "0")


def codes(outcome: Proven) -> list[str]:
    """Why claims were kept out."""
    return [one.code for one in outcome.rejected]
