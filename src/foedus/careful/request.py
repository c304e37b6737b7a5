"""What is asked of a model: one passage of a document as the body of a chat completion, known by its hash."""

from typing import Any, Literal

from msgspec import Struct

from foedus.careful.passages import Passage

AnswerForm = Literal["json_schema", "json_object", "text"]
"""How an endpoint is told to answer: by a strict JSON schema, by any JSON object, or by the prompt alone."""


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
