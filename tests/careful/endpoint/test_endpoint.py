"""One question to a server over a real socket: what is an answer, what is tried again, what ends everything."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bench.careful import misbehaving
from bench.careful.misbehaving import Misbehaviour, refusing
from bench.careful.replay import MODEL, Plan, Replay, every, first, recorded

from foedus.careful.completion import Reply
from foedus.careful.endpoint import Endpoint
from foedus.careful.errors import AnswerError, EndpointError, TryAgainError
from foedus.careful.tokens import tokens_of
from foedus.intake.answers.store import AnswerStore
from foedus.model.errors import UsageError
from tests.careful.endpoint.case import answer, request

ASKED = request("one.txt")
ANSWER = answer("one.txt")
KEY = "sk-harbour-0123456789"


def body(**more: Any) -> dict[str, Any]:  # noqa: ANN401 - fields of JSON
    return {**ASKED.body, **more}


def asked(plan: Plan, *, timeout: float = 5.0, **server: Any) -> Reply:  # noqa: ANN401 - the server's own options
    with Replay({ASKED.id: ANSWER}, plan, **server) as replay, Endpoint(replay.url, None, timeout=timeout) as endpoint:
        return endpoint.ask(ASKED.body)


@pytest.fixture
def sound() -> Iterator[Replay]:
    with Replay({ASKED.id: ANSWER}) as replay:
        yield replay


def test_an_answer_comes_with_what_it_took(sound: Replay) -> None:
    with Endpoint(sound.url, None) as endpoint:
        took = sum(tokens_of(message["content"]) for message in ASKED.body["messages"])
        assert endpoint.ask(ASKED.body) == Reply(ANSWER, False, took, 100)
        assert endpoint.met
    assert sound.seen[0].authorization is None
    assert sound.seen[0].body == ASKED.body


@pytest.mark.parametrize("end", ["", "/", "/chat/completions"])
def test_the_address_may_be_the_base_or_that_of_the_completions(sound: Replay, end: str) -> None:
    with Endpoint(sound.url + end, None) as endpoint:
        assert endpoint.ask(ASKED.body).text == ANSWER


def test_kept_answers_are_served(tmp_path: Path) -> None:
    AnswerStore(tmp_path).put(ASKED, ANSWER, {"by": "test"})
    with Replay(recorded(tmp_path)) as replay, Endpoint(replay.url, None) as endpoint:
        assert endpoint.ask(ASKED.body).text == ANSWER


def test_an_address_without_path_gets_one(sound: Replay) -> None:
    with Endpoint(sound.url.removesuffix("/v1"), None) as endpoint:
        assert endpoint.ask(ASKED.body).text == ANSWER


@pytest.mark.parametrize("where", ["localhost", "ftp://localhost/v1", "http://", "http://[", "https://:8000/v1", ""])
def test_what_is_no_address_is_told(where: str) -> None:
    with pytest.raises(UsageError, match="write it like"):
        Endpoint(where, None)


def test_a_password_in_the_address_is_refused_and_not_shown() -> None:
    with pytest.raises(UsageError) as refused:
        Endpoint("http://me:verysecret@localhost/v1", None)
    assert "verysecret" not in str(refused.value)


@pytest.mark.parametrize("key", ["two words", "line\nbreak", "clé"])
def test_a_key_that_cannot_be_sent_is_refused_and_not_shown(key: str) -> None:
    with pytest.raises(UsageError) as refused:
        Endpoint("http://localhost/v1", key)
    assert key not in str(refused.value)


@pytest.mark.parametrize(
    ("forms", "sent"),
    [
        (("json_schema",), ["json_schema"]),
        (("json_object", "text"), ["json_schema", "json_object"]),
        (("text",), ["json_schema", "json_object", None]),
    ],
)
def test_the_form_of_answer_is_found_out_by_trying_once(forms: tuple[str, ...], sent: list[str | None]) -> None:
    with Replay({ASKED.id: ANSWER}, forms=forms) as replay, Endpoint(replay.url, None) as endpoint:
        assert [endpoint.ask(ASKED.body).text for _ in range(2)] == [ANSWER, ANSWER]
        forms_sent = [seen.body.get("response_format", {}).get("type") for seen in replay.seen]
    assert forms_sent == [*sent, sent[-1]]


@pytest.mark.parametrize(
    ("says", "name", "value"),
    [
        ("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", "max_completion_tokens", 8192),
        ("Unsupported value: 'temperature' does not support 0 with this model.", "temperature", None),
    ],
)
def test_fields_that_a_service_calls_otherwise_are_learnt(says: str, name: str, value: int | None) -> None:
    with (
        Replay({ASKED.id: ANSWER}, first(1, refusing(400, says))) as replay,
        Endpoint(replay.url, None) as endpoint,
    ):
        assert endpoint.ask(ASKED.body).text == ANSWER
        last = replay.seen[-1].body
        assert (last.get(name), "response_format" in last) == (value, True)


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (misbehaving.too_many(7), "answers 429: Rate limit reached"),
        (refusing(500, "boom"), "answers 500: boom"),
        (refusing(503, "loading model"), "answers 503"),
        (misbehaving.cut_connection, "cannot be reached"),
        (misbehaving.closed_at_once, "cannot be reached"),
        (misbehaving.not_openai, "answers with text/html that is no chat completion"),
    ],
)
def test_what_may_pass_is_to_be_tried_again(fault: Misbehaviour, says: str) -> None:
    with pytest.raises(TryAgainError, match=says) as failed:
        asked(first(9, fault))
    assert failed.value.seconds == (7 if "429" in says else None)


@pytest.mark.parametrize("fault", [misbehaving.hanging, misbehaving.dripping])
def test_an_answer_that_does_not_end_is_cut_by_time(fault: Misbehaviour) -> None:
    began = time.monotonic()
    with pytest.raises(TryAgainError) as failed:
        asked(first(1, fault), timeout=0.3)
    assert failed.value.slow
    assert time.monotonic() - began < 5


def test_an_answer_that_does_not_end_is_cut_by_length() -> None:
    with pytest.raises(AnswerError, match="does not end its answer: cut after 4 MB"):
        asked(first(1, misbehaving.endless), timeout=30)


def test_a_slow_answer_is_an_answer() -> None:
    assert asked(first(1, misbehaving.slow(0.3))).text == ANSWER


def test_the_type_of_content_does_not_matter() -> None:
    assert asked(first(1, misbehaving.wrong_type)).text == ANSWER


def test_an_answer_at_its_limit_says_so() -> None:
    assert asked(first(1, misbehaving.cut_at_limit)).cut


@pytest.mark.parametrize(
    "says",
    [
        "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
        "unknown field response_format: no such feature in this model",
    ],
)
def test_a_form_that_a_model_does_not_take_is_no_unknown_model(says: str) -> None:
    assert asked(first(1, refusing(400, says))).text == ANSWER


@pytest.mark.parametrize("says", ["Model Not Exist", "imagined is not a valid model ID"])
def test_an_unknown_model_may_be_told_as_a_wrong_request(says: str) -> None:
    with pytest.raises(EndpointError, match="knows no model"):
        asked(first(9, refusing(400, says)))


def test_an_unknown_model_is_told_with_those_that_there_are(sound: Replay) -> None:
    with Endpoint(sound.url, None) as endpoint, pytest.raises(EndpointError) as failed:
        endpoint.ask(body(model="imagined"))
    assert "knows no model 'imagined'" in str(failed.value)
    assert f"it has {MODEL}" in str(failed.value)


@pytest.mark.parametrize(("key", "says"), [(None, "asks for a key (401"), (KEY, "refuses the key (401")])
def test_a_wrong_key_is_told_and_not_shown(key: str | None, says: str) -> None:
    with Replay({}, key="sk-another") as replay, Endpoint(replay.url, key) as endpoint:
        with pytest.raises(EndpointError) as failed:
            endpoint.ask(ASKED.body)
        assert says in str(failed.value)
        assert "set FOEDUS_MODEL_KEY" in str(failed.value)
        assert KEY not in str(failed.value)


def test_the_right_key_opens() -> None:
    with Replay({ASKED.id: ANSWER}, key=KEY) as replay, Endpoint(replay.url, f" {KEY}\n") as endpoint:
        assert endpoint.ask(ASKED.body).text == ANSWER
        assert replay.seen[0].authorization == f"Bearer {KEY}"
        assert KEY not in repr(endpoint)


def test_the_key_goes_where_the_service_wants_it() -> None:
    with Replay({ASKED.id: ANSWER}, key=KEY, key_header="api-key") as replay:
        with Endpoint(replay.url, KEY, key_header="api-key") as endpoint:
            assert endpoint.ask(ASKED.body).text == ANSWER
            assert replay.seen[0].authorization is None
        with Endpoint(replay.url, KEY) as endpoint, pytest.raises(EndpointError, match="refuses the key"):
            endpoint.ask(ASKED.body)


@pytest.mark.parametrize(
    ("fault", "kind", "says"),
    [
        (refusing(402, "pay"), EndpointError, "asks for payment"),
        (refusing(429, "You exceeded your current quota", "insufficient_quota"), EndpointError, "asks for payment"),
        (refusing(308, "moved", Location="http://elsewhere.example/"), EndpointError, "leads elsewhere"),
        (refusing(404, "nothing here"), EndpointError, "knows no model"),
        (refusing(400, "This model's maximum context length is 4096 tokens"), AnswerError, "max_context_tokens"),
        (refusing(400, "the request exceeds the available context size"), AnswerError, "max_context_tokens"),
        (refusing(413, "too much"), AnswerError, "max_context_tokens"),
        (refusing(400, "no"), EndpointError, "refuses the request (400: no"),
    ],
)
def test_what_does_not_pass_is_told_with_its_remedy(fault: Misbehaviour, kind: type[Exception], says: str) -> None:
    with pytest.raises(kind) as failed:
        asked(first(9, fault))
    assert says in str(failed.value)


def test_a_refusal_after_an_answer_concerns_one_question_alone() -> None:
    with (
        Replay({ASKED.id: ANSWER}, every(2, refusing(400, "no"))) as replay,
        Endpoint(replay.url, None) as endpoint,
    ):
        endpoint.ask(ASKED.body)
        with pytest.raises(AnswerError, match="refuses the request"):
            endpoint.ask(ASKED.body)
        assert len(replay.seen) == 2


def test_nobody_at_the_address_is_told() -> None:
    with Replay({}) as replay:
        gone = replay.url
    with Endpoint(gone, None) as endpoint, pytest.raises(TryAgainError, match="cannot be reached") as failed:
        endpoint.ask(ASKED.body)
    assert not failed.value.answered
    assert failed.value.remedy == "is its server running?"


def test_a_content_filter_and_a_refusal_are_no_answers(sound: Replay) -> None:
    def filtered(exchange: misbehaving.Exchange) -> None:
        exchange.complete("", ends="content_filter")

    sound.plan = first(1, filtered)
    with Endpoint(sound.url, None) as endpoint, pytest.raises(AnswerError, match="content filter"):
        endpoint.ask(ASKED.body)


def test_redirects_are_not_followed_so_that_the_key_stays_here(sound: Replay) -> None:
    with Replay({}, first(9, refusing(307, "there", Location=f"{sound.url}/chat/completions"))) as other:
        with Endpoint(other.url, KEY) as endpoint, pytest.raises(EndpointError):
            endpoint.ask(ASKED.body)
        assert len(other.seen) == 1
    assert sound.seen == []
