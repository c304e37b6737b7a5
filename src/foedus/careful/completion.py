"""The body of a chat completion: the model's words, why they end, and how many tokens it took."""

from typing import NamedTuple

import msgspec
from msgspec import Struct


class Reply(NamedTuple):
    """The model's words; `cut` where its limit of tokens ended them. Tokens are None where it does not tell."""

    text: str
    cut: bool = False
    tokens_in: int | None = None
    tokens_out: int | None = None


class Withheld(NamedTuple):
    """No words: what the model or the endpoint says instead."""

    why: str


class _Message(Struct, frozen=True):
    content: str | None = None
    refusal: str | None = None


class _Choice(Struct, frozen=True):
    message: _Message
    finish_reason: str | None = None


class _Usage(Struct, frozen=True):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None


class _Completion(Struct, frozen=True):
    choices: list[_Choice]
    usage: _Usage | None = None


class _Model(Struct, frozen=True):
    id: str


class _Models(Struct, frozen=True):
    data: list[_Model]


def completion(body: bytes) -> Reply | Withheld | None:
    """The first choice of a chat completion; None where the bytes are none."""
    try:
        found = msgspec.json.decode(body, type=_Completion)
    except (ValueError, RecursionError):
        return None
    if not found.choices:
        return None
    first = found.choices[0]
    if first.finish_reason == "content_filter":
        return Withheld("its content filter held the answer back")
    if first.message.content is None:
        return Withheld(first.message.refusal or "its message has no content")
    usage = found.usage or _Usage()
    cut = first.finish_reason == "length"
    return Reply(first.message.content, cut, usage.prompt_tokens, usage.completion_tokens)


def model_names(body: bytes) -> list[str]:
    """The names in a list of models, sorted; none where the bytes are no such list."""
    try:
        return sorted({model.id for model in msgspec.json.decode(body, type=_Models).data})
    except (ValueError, RecursionError):
        return []


def told_error(body: bytes) -> str:
    """What a body says went wrong, in the shapes that services use; empty where it says nothing."""
    try:
        said = msgspec.json.decode(body)
    except (ValueError, RecursionError):
        return ""
    for name in ("error", "detail", "message"):
        inner = said.get(name) if isinstance(said, dict) else None
        if isinstance(inner, dict):
            parts = (inner.get(part) for part in ("message", "type", "code"))
            return " ".join(str(part) for part in parts if isinstance(part, str | int))
        if isinstance(inner, str):
            return inner
    return ""
