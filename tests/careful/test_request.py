"""Requests: stable by hash, in the form that was asked for, and a schema that strict endpoints take."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from foedus.careful.codebook import load_codebook
from foedus.careful.request import Asked, body_id, requests
from foedus.careful.schema import answer_schema
from foedus.model.document import make_document
from foedus.model.errors import InputError

DOCUMENT = make_document(
    "Norway signed for twelve K9s on Monday. They come in 2026.", lang="en", published="2024-03-12"
)


def test_the_same_question_has_the_same_id() -> None:
    one, other = requests(DOCUMENT, Asked("m"))[0], requests(DOCUMENT, Asked("m"))[0]
    assert one == other
    assert one.id == body_id(msgspec.json.decode(msgspec.json.encode(one.body)))
    assert requests(DOCUMENT, Asked("other"))[0].id != one.id
    assert len(one.id) == 64


def test_a_request_says_what_it_is_about() -> None:
    request = requests(DOCUMENT, Asked("m"))[0]
    assert (request.document, request.sha256) == (DOCUMENT.id, DOCUMENT.sha256)
    assert request.codebook == load_codebook().version
    assert request.body["temperature"] == 0
    assert [one["role"] for one in request.body["messages"]] == ["system", "user"]


def test_the_form_of_the_answer_is_as_asked() -> None:
    strict = requests(DOCUMENT, Asked("m"))[0].body["response_format"]
    assert strict["json_schema"]["strict"] is True
    assert requests(DOCUMENT, Asked("m", form="json_object"))[0].body["response_format"] == {"type": "json_object"}
    assert "response_format" not in requests(DOCUMENT, Asked("m", form="text"))[0].body


def test_a_long_document_is_asked_about_in_passages() -> None:
    long = make_document("\n\n".join([DOCUMENT.text] * 40), lang="en")
    found = requests(long, Asked("m", max_answer_tokens=4_000))
    assert len(found) > 1
    assert len({one.id for one in found}) == len(found)
    assert len({one.body["messages"][0]["content"] for one in found}) == 1


def test_a_context_that_is_too_small_is_one_clear_line() -> None:
    with pytest.raises(InputError, match=r"a context of 4096 tokens is too small: .* max_context_tokens"):
        requests(DOCUMENT, Asked("m", max_context_tokens=4_096, max_answer_tokens=1_000))


def test_a_document_without_words_is_not_asked_about() -> None:
    assert requests(make_document("", lang="en"), Asked("m")) == []


def _objects(schema: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for each in schema.values():
            yield from _objects(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from _objects(each)


def test_strict_mode_takes_the_schema() -> None:
    objects = list(_objects(answer_schema()))
    assert len(objects) == 8
    for one in objects:
        assert one["additionalProperties"] is False
        assert one["required"] == list(one["properties"])
