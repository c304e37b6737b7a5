"""What requests will take before they are sent: tokens, told from characters, and money from a user's prices."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec

from foedus.careful.request import Request
from foedus.careful.tokens import tokens_of

OF_A_MESSAGE = 8
"""Tokens that a message takes beside its words."""
OF_A_SENTENCE = 160
"""Tokens of answer to a sentence that is asked about: reports make about six claims in ten sentences, of some 260
tokens each."""
OF_AN_ANSWER = 10
"""Tokens of an answer without claims."""
_MILLION = 1_000_000


class Estimate(NamedTuple):
    """Tokens of requests and of their answers; `money` where prices are known, in their currency."""

    requests: int
    tokens_in: int
    tokens_out: int
    money: float | None


def estimate(requests: Iterable[Request], price_in: float | None = None, price_out: float | None = None) -> Estimate:
    """What requests take; prices are for a million tokens."""
    number = tokens_in = tokens_out = 0
    for request in requests:
        number += 1
        tokens_in += tokens_of_body(request.body)
        tokens_out += tokens_of_answer(request)
    money = None
    if price_in is not None and price_out is not None:
        money = (tokens_in * price_in + tokens_out * price_out) / _MILLION
    return Estimate(number, tokens_in, tokens_out, money)


def tokens_of_body(body: dict[str, Any]) -> int:
    """About how many tokens a request's messages and schema are."""
    words = sum(tokens_of(message["content"]) + OF_A_MESSAGE for message in body["messages"])
    form = body.get("response_format")
    return words + (tokens_of(msgspec.json.encode(form).decode()) if form else 0)


def tokens_of_answer(request: Request) -> int:
    """About how many tokens the answer will be, never more than it may be."""
    sentences = request.passage.last - request.passage.first + 1
    return min(OF_AN_ANSWER + OF_A_SENTENCE * sentences, int(request.body["max_tokens"]))
