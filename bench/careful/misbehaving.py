"""The ways in which an endpoint of a model can fail: each takes the exchange and answers in its place."""

import json
import time
from collections.abc import Callable
from typing import Any, Protocol

Corruption = Callable[[str], str]
"""An answer's words to others."""


class Exchange(Protocol):
    """One request under way: `answer` is what a sound endpoint would say."""

    answer: str

    def complete(self, text: str, *, ends: str = "stop") -> None:
        """A chat completion with these words."""

    def send(self, status: int, body: bytes, *, kind: str = "application/json", **headers: str) -> None:
        """Any response at all."""

    def begin(self, length: int | None) -> None:
        """Only the head of a successful response, which promises so many bytes; None: no end is told."""

    def write(self, piece: bytes) -> bool:
        """More of the body; False where nobody listens any more."""

    def cut(self) -> None:
        """Close the connection."""


Misbehaviour = Callable[[Exchange], None]
ENDLESS_SECONDS = 20.0
"""After which an endless or hanging endpoint stops after all, so that no test waits for ever."""


def _error(message: str, code: str) -> bytes:
    return json.dumps({"error": {"message": message, "code": code}}).encode()


def saying(corruption: Corruption) -> Misbehaviour:
    """A completion whose words are not those of the model."""
    return lambda exchange: exchange.complete(corruption(exchange.answer))


def refusing(status: int, message: str, code: str = "error", **headers: str) -> Misbehaviour:
    """A status with its reason, as services tell it."""
    return lambda exchange: exchange.send(status, _error(message, code), **headers)


def too_many(seconds: float) -> Misbehaviour:
    """429, with how long to wait."""
    return refusing(429, "Rate limit reached", "rate_limit_exceeded", Retry_After=f"{seconds:g}")


def cut_at_limit(exchange: Exchange) -> None:
    """The limit of tokens ends the answer in its middle."""
    exchange.complete(exchange.answer[: len(exchange.answer) * 2 // 3], ends="length")


def not_openai(exchange: Exchange) -> None:
    """Another service altogether."""
    exchange.send(200, b"<!doctype html><title>Welcome</title>", kind="text/html")


def wrong_type(exchange: Exchange) -> None:
    """A chat completion that is called something else."""
    body = {"choices": [{"message": {"content": exchange.answer}, "finish_reason": "stop"}]}
    exchange.send(200, json.dumps(body).encode(), kind="text/plain")


def cut_connection(exchange: Exchange) -> None:
    """Fewer bytes than were promised."""
    exchange.begin(10_000)
    exchange.write(b'{"choices": [{"mess')
    exchange.cut()


def closed_at_once(exchange: Exchange) -> None:
    """No byte at all."""
    exchange.cut()


def endless(exchange: Exchange) -> None:
    """An answer that never ends, as fast as it is taken."""
    until = time.monotonic() + ENDLESS_SECONDS
    exchange.begin(None)
    while time.monotonic() < until and exchange.write(b'{"claims": [' * 5_000):
        pass
    exchange.cut()


def dripping(exchange: Exchange) -> None:
    """An answer that never ends, a byte now and then, so that no single wait is long."""
    until = time.monotonic() + ENDLESS_SECONDS
    exchange.begin(None)
    while time.monotonic() < until and exchange.write(b" "):
        time.sleep(0.05)
    exchange.cut()


def hanging(exchange: Exchange) -> None:
    """Nothing is said, and the line stays open."""
    until = time.monotonic() + ENDLESS_SECONDS
    exchange.begin(None)
    while time.monotonic() < until:
        time.sleep(0.05)
    exchange.cut()


def slow(seconds: float) -> Misbehaviour:
    """A sound answer, late."""

    def late(exchange: Exchange) -> None:
        time.sleep(seconds)
        exchange.complete(exchange.answer)

    return late


def malformed(answer: str) -> str:
    """JSON without one of its commas."""
    return answer.replace('", "', '" "', 1).replace('","', '""', 1)


def chattering(answer: str) -> str:
    """Words around the answer, as models without a schema say them."""
    return f"Sure! Here are the claims.\n{answer}\nLet me know if you need more."


def truncated(answer: str) -> str:
    """The first half."""
    return answer[: len(answer) // 2]


def _each_claim(answer: str, change: Callable[[dict[str, Any]], None]) -> str:
    told = json.loads(answer)
    for claim in told["claims"]:
        change(claim)
    return json.dumps(told, ensure_ascii=False)


def invented(answer: str) -> str:
    """Triggers that no sentence holds."""
    return _each_claim(answer, lambda claim: claim["trigger"].update(quote="solemnly pledged eternal friendship"))


def misplaced(answer: str) -> str:
    """Every quotation from the sentence before the one that holds it, so that right words stand for another place."""

    def move(claim: dict[str, Any]) -> None:
        for place in (claim["trigger"], *claim["roles"]):
            place["sentence"] = max(1, place["sentence"] - 1) if place["sentence"] > 1 else 2

    return _each_claim(answer, move)


def swapped(answer: str) -> str:
    """The first two roles of each claim exchanged."""

    def swap(claim: dict[str, Any]) -> None:
        first, *rest = claim["roles"] or [None]
        other = next((role for role in rest if first and role["role"] != first["role"]), None)
        if first and other:
            first["role"], other["role"] = other["role"], first["role"]

    return _each_claim(answer, swap)
