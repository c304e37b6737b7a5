"""What a status other than success means: who can do what about it."""

from foedus.careful.completion import told_error
from foedus.careful.errors import AnswerError, EndpointError, TryAgainError
from foedus.careful.retries import seconds_of

_PASSING = frozenset({408, 409, 425, 429})
"""Besides all from 500 on."""
_NO_CREDIT = ("insufficient_quota", "billing", "credit")
_TOO_LONG = (
    "context length",
    "context_length",
    "context size",
    "context window",
    "exceed_context",
    "too long",
    "too large",
)
_UNKNOWN = ("not found", "not exist", "unknown model", "no such", "invalid model", "not a valid model")
_FIELDS = ("response_format", "json_schema", "temperature", "max_tokens", "max_completion_tokens")
"""Where a refusal names one of these, it is the field and not the model that is not taken."""
LONGEST = 200
"""Code points of what an endpoint says that are shown."""


class Status:
    """An answer's status, its headers and its body, told without what must stay secret."""

    def __init__(self, code: int, headers: dict[str, str], body: bytes, secret: str | None) -> None:
        self.code = code
        self.headers = headers
        self.body = body
        said = " ".join(told_error(body).split())
        if secret:
            said = said.replace(secret, "…")
        self.said = said[:LONGEST]

    def __str__(self) -> str:
        return f"{self.code}: {self.said}" if self.said else str(self.code)

    @property
    def is_too_long(self) -> bool:
        """Whether the request does not fit into the model's context."""
        said = self.said.casefold()
        return self.code == 413 or (self.code in (400, 422, 500) and any(words in said for words in _TOO_LONG))

    @property
    def is_unknown_model(self) -> bool:
        """Whether the endpoint does not know the model."""
        said = self.said.casefold()
        if self.code not in (400, 404, 422) or any(field in said for field in _FIELDS):
            return False
        return "model" in said and any(words in said for words in _UNKNOWN)

    @property
    def is_misunderstood(self) -> bool:
        """Whether a field of the request may be what is refused."""
        return self.code in (400, 422) and not self.is_too_long and not self.is_unknown_model


def raise_for(status: Status, where: str, model: str, has_key: bool) -> None:
    """The error that a status means, other than an unknown model; nothing for success."""
    code, said = status.code, status.said.casefold()
    if 200 <= code < 300:
        return
    if status.is_too_long:
        raise AnswerError(
            f"it does not fit into the context of {model} ({status}): "
            "set max_context_tokens below [model] in foedus.toml to what the model takes, so that it is split"
        )
    if code == 402 or (code == 429 and any(words in said for words in _NO_CREDIT)):
        raise EndpointError(f"{where} asks for payment ({status}): top up the account, then run the same command again")
    if code in _PASSING or code >= 500:
        raise TryAgainError(
            f"{where} answers {status}", answered=True, seconds=seconds_of(status.headers.get("retry-after"))
        )
    if code in (401, 403):
        wrong = "refuses the key" if has_key else "asks for a key"
        raise EndpointError(f"{where} {wrong} ({status}): set FOEDUS_MODEL_KEY to a key that it knows")
    if 300 <= code < 400:
        raise EndpointError(f"{where} leads elsewhere ({code}): give the address that it leads to as --endpoint")
    if code in (404, 405):
        raise EndpointError(
            f"{where} answers {status}: is it the address of an OpenAI-compatible service? Most end in /v1"
        )
    raise EndpointError(f"{where} refuses the request ({status}): see what its documentation says of this")
