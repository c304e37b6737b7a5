"""Lines of a file of answers, in the forms that batch services, endpoints and people write.

- a line of OpenAI's batch output: `{"custom_id": …, "response": {"status_code": 200, "body": COMPLETION}}`
- a chat completion with the request's hash: `{"custom_id": …, "choices": […], …}`
- the answer alone: `{"custom_id": …, "answer": TEXT or OBJECT}`
"""

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, NamedTuple

import msgspec

from foedus.careful.completion import Withheld, completion, told_error
from foedus.ingest.bounded_lines import bounded_lines
from foedus.model.errors import InputError

MOST_BYTES = 16_000_000
"""Longest line that is read."""
MOST_TOLD = 200
"""Characters of a service's error that are told."""
FORMS = "neither `response` nor `choices` nor `answer` says anything"


class Given(NamedTuple):
    """An answer by the hash of its request; `how` says what the line tells of it: model, tokens, why it ended."""

    line: int
    request: str
    answer: str
    how: dict[str, Any]


class Fault(NamedTuple):
    """A line that gives no answer, and why; `request` is whose answer it would be, where the line says so."""

    line: int
    request: str | None
    reason: str


def read_lines(stream: BinaryIO) -> Iterator[Given | Fault]:
    """An answer or a fault for each line that is not blank."""
    for number, line in enumerate(bounded_lines(stream, MOST_BYTES), start=1):
        if not line.strip():
            continue
        request = None
        try:
            record = _record(line)
            request = _custom_id(record)
            answer, how = _answer(record)
            yield Given(number, request, answer, how)
        except InputError as error:
            yield Fault(number, request, str(error))


def _record(line: bytes) -> Mapping[str, Any]:
    if len(line) > MOST_BYTES:
        raise InputError(f"longer than {MOST_BYTES:,} bytes")
    try:
        record = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"no JSON object: {error}") from error
    if not isinstance(record, dict):
        raise InputError("no JSON object: put one on each line")
    return record


def _custom_id(record: Mapping[str, Any]) -> str:
    found = record.get("custom_id")
    if not isinstance(found, str) or not found:
        raise InputError("no `custom_id`: it says which request is answered")
    return found


def _answer(record: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The raw answer of a record, and what it tells of how it came about."""
    if error := record.get("error"):
        raise InputError(f"the service tells of an error: {_told(error)}")
    if (answer := record.get("answer")) is not None:
        return (answer if isinstance(answer, str) else msgspec.json.encode(answer).decode()), {}
    if "choices" in record:
        return _completion(record)
    if "response" not in record:
        raise InputError(FORMS)
    response = record["response"]
    if not isinstance(response, dict):
        raise InputError("`response` is no object: the request was not answered")
    status, body = response.get("status_code"), response.get("body")
    if status not in (None, 200):
        said = told_error(msgspec.json.encode(body))[:MOST_TOLD]
        raise InputError(f"the service answered with status {status}: {said or 'it says no more'}")
    if not isinstance(body, dict):
        raise InputError("`response.body` is no object: the request was not answered")
    return _completion(body)


def _completion(body: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    encoded = msgspec.json.encode(body)
    reply = completion(encoded)
    if reply is None:
        raise InputError(f"no chat completion: {told_error(encoded)[:MOST_TOLD] or FORMS}")
    if isinstance(reply, Withheld):
        raise InputError(f"the model gave no answer: {reply.why[:MOST_TOLD]}")
    how = {"tokens_in": reply.tokens_in, "tokens_out": reply.tokens_out, "cut": reply.cut or None}
    return reply.text, {name: value for name, value in how.items() if value is not None}


def _told(said: object) -> str:
    """An error as a service words it, cut short."""
    return (told_error(msgspec.json.encode({"error": said})) or str(said))[:MOST_TOLD]
