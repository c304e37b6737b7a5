"""Lines of answers, in the forms that batch services, endpoints and people write; each that is broken says why."""

import io
import json
from typing import Any

import pytest

from foedus.intake.answers import lines
from foedus.intake.answers.lines import Fault, Given, read_lines

ANSWER = '{"claims": []}'


def completion(content: object, **more: object) -> dict[str, Any]:
    return {"model": "m-1", "choices": [{"message": {"role": "assistant", "content": content}, **more}]}


def batch(custom_id: str, body: object, status: int = 200, error: object = None) -> dict[str, Any]:
    response = {"status_code": status, "request_id": "r", "body": body}
    return {"id": "b", "custom_id": custom_id, "response": response, "error": error}


def told(*records: object) -> list[Given | Fault]:
    text = "\n".join(one if isinstance(one, str) else json.dumps(one) for one in records)
    return list(read_lines(io.BytesIO(text.encode())))


def test_a_line_of_a_batch_a_bare_completion_and_an_answer_alone_say_the_same() -> None:
    usage = {"prompt_tokens": 9, "completion_tokens": 2}
    got = told(
        batch("a", completion(ANSWER, finish_reason="stop") | {"usage": usage}),
        completion(ANSWER) | {"custom_id": "b"},
        {"custom_id": "c", "answer": ANSWER},
    )
    assert [(one.line, one.request, one.answer) for one in got if isinstance(one, Given)] == [
        (1, "a", ANSWER),
        (2, "b", ANSWER),
        (3, "c", ANSWER),
    ]
    assert [one.how for one in got if isinstance(one, Given)] == [{"tokens_in": 9, "tokens_out": 2}, {}, {}]


def test_an_answer_may_be_an_object_and_lines_may_be_blank_or_begin_with_a_mark() -> None:
    text = '\ufeff{"custom_id": "a", "answer": {"claims": [{"type": "été"}]}}\r\n\r\n'
    (one,) = read_lines(io.BytesIO(text.encode()))
    assert isinstance(one, Given)
    assert json.loads(one.answer) == {"claims": [{"type": "été"}]}


def test_a_cut_answer_is_given_and_says_so() -> None:
    (one,) = told(batch("a", completion(ANSWER[:5], finish_reason="length")))
    assert isinstance(one, Given)
    assert (one.answer, one.how) == (ANSWER[:5], {"cut": True})


@pytest.mark.parametrize(
    ("record", "request_", "reason"),
    [
        ('{"custom_id": "a", "answ', None, "no JSON object: "),
        ("[1]", None, "put one on each line"),
        ("[" * 100_000, None, "no JSON object"),
        ({"answer": ANSWER}, None, "no `custom_id`"),
        ({"custom_id": 7, "answer": ANSWER}, None, "no `custom_id`"),
        ({"custom_id": "a"}, "a", "neither `response` nor `choices` nor `answer`"),
        ({"custom_id": "a", "answer": None}, "a", "neither `response` nor `choices` nor `answer`"),
        ({"custom_id": "a", "response": None, "error": {"code": "expired", "message": "too late"}}, "a", "too late"),
        ({"custom_id": "a", "response": None, "error": None}, "a", "`response` is no object"),
        (batch("a", {"error": {"message": "too many tokens"}}, 400), "a", "with status 400: too many tokens"),
        (batch("a", "nothing"), "a", "`response.body` is no object"),
        (batch("a", {"choices": []}), "a", "no chat completion"),
        (batch("a", {"choices": [{"message": {"refusal": "I cannot"}}]}), "a", "gave no answer: I cannot"),
        (batch("a", completion(None)), "a", "gave no answer: its message has no content"),
        (batch("a", completion("", finish_reason="content_filter")), "a", "its content filter"),
    ],
)
def test_a_line_without_an_answer_says_why_and_the_next_is_read(
    record: object, request_: str | None, reason: str
) -> None:
    fault, after = told(record, {"custom_id": "z", "answer": ANSWER})
    assert isinstance(fault, Fault)
    assert (fault.line, fault.request) == (1, request_)
    assert reason in fault.reason
    assert len(fault.reason) < 400
    assert isinstance(after, Given)
    assert after.line == 2


def test_a_line_too_long_is_left_out_without_being_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MOST_BYTES", 100)
    fault, after = told({"custom_id": "a", "answer": "x" * 1000}, {"custom_id": "z", "answer": ANSWER})
    assert isinstance(fault, Fault)
    assert fault.reason == "longer than 100 bytes"
    assert isinstance(after, Given)
