"""The form of an answer as a JSON schema that strict endpoints take: all fields required, closed lists."""

from collections.abc import Iterable
from typing import Any, get_args

from foedus.model.vocabulary import (
    CLAIM_TYPES,
    TYPES,
    Certainty,
    Kind,
    Polarity,
    Standing,
    Via,
    VoiceKind,
)

Schema = dict[str, Any]
_WORDS: Schema = {"type": "string"}
_SENTENCE: Schema = {"type": "integer"}
_NUMBER: Schema = {"type": ["number", "null"]}
_MAYBE_WORDS: Schema = {"type": ["string", "null"]}
_TRUTH: Schema = {"type": "boolean"}


def answer_schema() -> Schema:
    """The schema of `{"claims": [ToldClaim…]}`; its lists are those of the claim contract."""
    return {
        **_record(claims={"type": "array", "items": {"$ref": "#/$defs/claim"}}),
        "$defs": {
            "claim": _claim(),
            "filler": _filler(),
            "voice": _voice(),
            "quote": _record(sentence=_SENTENCE, quote=_WORDS),
            "date": _record(edtf=_WORDS, words=_or_null("quote")),
            "quantity": _record(
                sentence=_SENTENCE,
                quote=_WORDS,
                value=_NUMBER,
                min=_NUMBER,
                max=_NUMBER,
                unit=_MAYBE_WORDS,
                approximate=_TRUTH,
            ),
            "money": _record(
                sentence=_SENTENCE,
                quote=_WORDS,
                amount={"type": "number"},
                min=_NUMBER,
                max=_NUMBER,
                currency=_MAYBE_WORDS,
                approximate=_TRUTH,
            ),
        },
    }


def _claim() -> Schema:
    return _record(
        type=_one_of(CLAIM_TYPES),
        stage=_one_of(dict.fromkeys(stage for spec in TYPES.values() for stage in spec.stages)),
        trigger={"$ref": "#/$defs/quote"},
        roles={"type": "array", "items": {"$ref": "#/$defs/filler"}},
        quantity=_or_null("quantity"),
        value=_or_null("money"),
        when=_or_null("date"),
        due=_or_null("date"),
        polarity=_one_of(get_args(Polarity)),
        certainty=_one_of(get_args(Certainty)),
        standing=_one_of(get_args(Standing)),
        voices={"type": "array", "items": {"$ref": "#/$defs/voice"}},
        also={"type": "array", "items": _SENTENCE},
        alternative=_MAYBE_WORDS,
    )


def _filler() -> Schema:
    return _record(
        role=_one_of(dict.fromkeys(role for spec in TYPES.values() for role in spec.roles)),
        sentence=_SENTENCE,
        quote=_WORDS,
        kind=_one_of(get_args(Kind)),
        via={"anyOf": [_one_of(get_args(Via)), {"type": "null"}]},
        stands_for=_or_null("quote"),
    )


def _voice() -> Schema:
    return _record(
        sentence=_SENTENCE,
        quote=_WORDS,
        kind=_one_of(get_args(VoiceKind)),
        cue=_MAYBE_WORDS,
        vehicle=_MAYBE_WORDS,
        said_when=_MAYBE_WORDS,
    )


def _record(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _one_of(words: Iterable[str]) -> Schema:
    return {"type": "string", "enum": list(words)}


def _or_null(name: str) -> Schema:
    return {"anyOf": [{"$ref": f"#/$defs/{name}"}, {"type": "null"}]}
