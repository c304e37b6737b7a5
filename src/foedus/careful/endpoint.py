"""One OpenAI-compatible service, asked once: an answer, or an error that says whether asking again can help."""

import time
from contextlib import suppress
from http import HTTPStatus
from threading import Lock
from typing import TYPE_CHECKING, Any, Self

import msgspec

from foedus.careful.address import address
from foedus.careful.completion import Reply, Withheld, completion, model_names
from foedus.careful.dialect import Dialect
from foedus.careful.errors import AnswerError, EndpointError, TryAgainError
from foedus.careful.refusals import Status, raise_for
from foedus.model.errors import UsageError

if TYPE_CHECKING:
    import httpx2

MISSING = "asking a model needs httpx2: install foedus[model]"
MOST_BYTES = 4_000_000
"""Of one response; the longest answer that is kept takes half."""
_NAMED = 12
_CONNECT_SECONDS = 20.0
_LIST_SECONDS = 20.0
_NOT_OPENAI = "is it the address of an OpenAI-compatible service? Most end in /v1"


class Endpoint:
    """A service at an address. For several threads; close it, or use it as a context manager.

    The key is sent to this address alone and shown nowhere.
    """

    def __init__(self, where: str, key: str | None, *, timeout: float = 300.0, key_header: str | None = None) -> None:
        """`timeout` in seconds for a whole answer; the key goes bare into `key_header`, else as a bearer's token.

        UsageError where address or key cannot be used.
        """
        try:
            import httpx2  # noqa: PLC0415 - an extra, and slow to import
        except ImportError as error:
            raise UsageError(MISSING) from error
        self._address = address(where)
        self._key = _usable(key)
        headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
        if self._key:
            headers |= {key_header: self._key} if key_header else {"Authorization": f"Bearer {self._key}"}
        limits = httpx2.Timeout(timeout, connect=min(timeout, _CONNECT_SECONDS))
        self._client = httpx2.Client(headers=headers, timeout=limits, follow_redirects=False)
        self._timeout = timeout
        self._dialect = Dialect()
        self._met = False
        self._lock = Lock()

    @property
    def shown(self) -> str:
        """The address as messages may show it."""
        return self._address.shown

    @property
    def met(self) -> bool:
        """Whether it has ever answered as a service for models."""
        return self._met

    def ask(self, body: dict[str, Any]) -> Reply:
        """The answer to the body of a chat completion.

        TryAgainError where it may succeed later, EndpointError where nothing will be answered, AnswerError where this
        body will not.
        """
        dialect, status = self._understood(body)
        if status.is_unknown_model or (status.code == HTTPStatus.NOT_FOUND and self.models()):
            raise EndpointError(self._unknown(str(body.get("model")), status))
        if status.is_misunderstood and self._met:
            raise AnswerError(f"{self.shown} refuses the request ({status})")
        raise_for(status, self.shown, str(body.get("model")), bool(self._key))
        reply = completion(status.body)
        if reply is None:
            kind = status.headers.get("content-type", "").split(";")[0] or "something"
            what = f"{self.shown} answers with {kind} that is no chat completion"
            raise TryAgainError(what, answered=self._met, remedy=_NOT_OPENAI)
        with self._lock:
            self._met, self._dialect = True, dialect
        if isinstance(reply, Withheld):
            why = self._without_key(" ".join(reply.why.split()))[:200]
            raise AnswerError(f"{self.shown} gives no answer: {why}")
        return reply

    def models(self) -> list[str]:
        """The names of the models that it lists; none where it lists none or does not answer."""
        with suppress(TryAgainError, AnswerError):
            status = self._sent("GET", self._address.models, None, _LIST_SECONDS)
            return model_names(status.body) if status.code == HTTPStatus.OK else []
        return []

    def close(self) -> None:
        """End all connections."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _understood(self, body: dict[str, Any]) -> tuple[Dialect, Status]:
        """The answer in the dialect that is known; until one is, in that which is not refused."""
        dialect = self._dialect
        first = status = self._posted(dialect.worded(body))
        while not self._met and status.is_misunderstood:
            weaker = dialect.after(status.said, body)
            if weaker is None:
                return dialect, first
            dialect = weaker
            status = self._posted(dialect.worded(body))
        return dialect, status

    def _posted(self, body: dict[str, Any]) -> Status:
        return self._sent("POST", self._address.chat, msgspec.json.encode(body), self._timeout)

    def _sent(self, method: str, url: str, content: bytes | None, seconds: float) -> Status:
        import httpx2  # noqa: PLC0415 - an extra, and slow to import

        headers = {"Content-Type": "application/json"} if content is not None else {}
        until = time.monotonic() + seconds
        try:
            with self._client.stream(method, url, content=content, headers=headers) as answer:
                body = self._body(answer, until, seconds)
                return Status(answer.status_code, dict(answer.headers), body, self._key)
        except httpx2.TimeoutException as error:
            raise self._too_slow(f"gives no answer within {seconds:g} s") from error
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            why = self._without_key(str(error) or type(error).__name__)
            raise TryAgainError(
                f"{self.shown} cannot be reached ({why})", answered=self._met, remedy="is its server running?"
            ) from error

    def _body(self, answer: "httpx2.Response", until: float, seconds: float) -> bytes:
        """What is sent, as long as it ends in time and is no longer than an answer can be."""
        body = bytearray()
        for piece in answer.iter_raw():
            body += piece
            if len(body) > MOST_BYTES:
                raise AnswerError(f"{self.shown} does not end its answer: cut after {MOST_BYTES // 1_000_000} MB")
            if time.monotonic() > until:
                raise self._too_slow(f"does not end its answer within {seconds:g} s")
        return bytes(body)

    def _too_slow(self, what: str) -> TryAgainError:
        remedy = "set timeout_seconds below [model] in foedus.toml higher where the model needs longer"
        return TryAgainError(f"{self.shown} {what}", answered=self._met, slow=True, remedy=remedy)

    def _unknown(self, model: str, status: Status) -> str:
        names = self.models()
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        has = f"it has {', '.join(names[:_NAMED])}{more}" if names else "it lists none; see its documentation"
        return f"{self.shown} knows no model {model!r} ({status}): name another with --model; {has}"

    def _without_key(self, text: str) -> str:
        return text.replace(self._key, "…") if self._key else text


def _usable(key: str | None) -> str | None:
    """The key without white space around it; UsageError, which does not show it, where it cannot be sent."""
    stripped = (key or "").strip()
    if not (stripped.isascii() and stripped.isprintable()) or " " in stripped:
        raise UsageError("the model's key has characters that no key has: set FOEDUS_MODEL_KEY to the key alone")
    return stripped or None
