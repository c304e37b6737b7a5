"""What is asked of a model: one passage of a document as the body of a chat completion, known by its hash."""

import hashlib
import json
from functools import cache
from typing import Any, Literal

import msgspec
from msgspec import Struct

from foedus.careful.codebook import Codebook, load_codebook
from foedus.careful.numbering import Numbered, numbered
from foedus.careful.passages import Passage, Room, passages
from foedus.careful.prompt import frame, messages
from foedus.careful.schema import answer_schema
from foedus.careful.tokens import tokens_of
from foedus.model.document import Document
from foedus.model.errors import InputError

AnswerForm = Literal["json_schema", "json_object", "text"]
"""How an endpoint is told to answer: by a strict JSON schema, by any JSON object, or by the prompt alone."""
_SPARE = 300
"""Tokens of the context that are left free, as tokens are only estimated."""
_OF_A_LINE = 6
"""Tokens of a sentence's number and zone."""
_OF_A_SENTENCE = 320
"""Tokens of answer that a sentence may want, twice what it wants on the average."""


class Asked(Struct, frozen=True):
    """What a user's model is and how much it takes; counts are in tokens."""

    model: str
    max_context_tokens: int = 32_768
    max_answer_tokens: int = 8_192
    form: AnswerForm = "json_schema"


class Request(Struct, frozen=True):
    """One question to a model.

    `id` is the SHA-256 of the body's canonical JSON, as hex digits; `document` and `sha256` are those of the document;
    `codebook` is the version of the codebook in the prompt; `body` is that of an OpenAI chat completion.
    """

    id: str
    document: str
    sha256: str
    passage: Passage
    codebook: str
    body: dict[str, Any]


def requests(document: Document, asked: Asked) -> list[Request]:
    """The questions to ask about a document: one, or one a passage where it is long; none where it has no words.

    The same document, settings and codebook give the same requests. InputError where the model's context has no room.
    """
    codebook = load_codebook()
    sentences = numbered(document)
    room = _room(document, asked, codebook)
    found = passages(sentences, lambda number: tokens_of(sentences.words(number)) + _OF_A_LINE, room)
    return [_request(document, sentences, passage, asked, codebook) for passage in found]


def _room(document: Document, asked: Asked, codebook: Codebook) -> Room:
    """What the context leaves for sentences, and how many an answer can deal with."""
    fixed = tokens_of(codebook.of(document.lang)) + tokens_of(frame(document)) + _SPARE
    if asked.form == "json_schema":
        fixed += tokens_of(msgspec.json.encode(_format(asked.form)).decode())
    left = asked.max_context_tokens - asked.max_answer_tokens - fixed
    if left <= 0:
        need = fixed + asked.max_answer_tokens
        raise InputError(
            f"a context of {asked.max_context_tokens} tokens is too small: codebook and answer take about {need}; "
            "set max_context_tokens to what the model takes, or a smaller max_answer_tokens"
        )
    return Room(left, max(1, asked.max_answer_tokens // _OF_A_SENTENCE))


def _request(document: Document, sentences: Numbered, passage: Passage, asked: Asked, codebook: Codebook) -> Request:
    body: dict[str, Any] = {
        "model": asked.model,
        "messages": messages(document, sentences, passage, codebook),
        "temperature": 0,
        "max_tokens": asked.max_answer_tokens,
    }
    if asked.form != "text":
        body["response_format"] = _format(asked.form)
    return Request(body_id(body), document.id, document.sha256, passage, codebook.version, body)


def body_id(body: dict[str, Any]) -> str:
    """The hash of a body: keys in order, no spaces, UTF-8."""
    said = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


@cache
def _format(form: AnswerForm) -> dict[str, Any]:
    if form == "json_object":
        return {"type": "json_object"}
    return {"type": "json_schema", "json_schema": {"name": "claims", "strict": True, "schema": answer_schema()}}
