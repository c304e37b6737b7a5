"""Requests and answers of the API; what is no answer becomes an error of this room."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import httpx2
import msgspec

from foedus.client.errors import BY_STATUS, ClientError, RefusedError, ServerError, TooOftenError, UnreachableError
from foedus.model.answers import Listed, Problem

T = TypeVar("T")
PREFIX = "/api/v1"
_PLAIN = {"with_": "with", "from_": "from"}
"""Parameters that are words of Python."""


class Http:
    """One server, by a client of httpx2 that its caller closes."""

    def __init__(self, client: httpx2.Client) -> None:
        """The client knows the server's address, and the token or session."""
        self._client = client

    def get(self, path: str, kind: type[T], /, **query: Any) -> T:  # noqa: ANN401 - filters of each type
        """The record at a path of the API, or at an address that the server gave."""
        where = path if path.startswith(PREFIX) else PREFIX + path
        return self._decoded(self._sent("GET", where, params=asked(query) or None), kind)

    def post(self, path: str, body: msgspec.Struct, kind: type[T]) -> T:
        """Send a record, and get what became of it."""
        content = msgspec.json.encode(body)
        answer = self._sent("POST", PREFIX + path, content=content, headers={"Content-Type": "application/json"})
        return self._decoded(answer, kind)

    def pages(self, path: str, kind: type[T], /, **query: Any) -> Iterator[T]:  # noqa: ANN401 - as above
        """The items of a list, page after page as they are needed."""
        page: Listed[T] = self.get(path, Listed[kind], **query)  # type: ignore[valid-type]  # made for the kind
        yield from page.items
        while page.next is not None:
            page = self.get(page.next, Listed[kind])  # type: ignore[valid-type]  # as above
            yield from page.items

    def lines(self, path: str, kind: type[T], /, **query: Any) -> Iterator[T]:  # noqa: ANN401 - as above
        """The records of a file of JSON lines as they come."""
        decoder = msgspec.json.Decoder(kind)
        with self._streamed(path, query) as answer:
            try:
                yield from (decoder.decode(line) for line in answer.iter_lines())
            except (httpx2.HTTPError, msgspec.DecodeError) as error:
                raise UnreachableError(f"{answer.url}: it ended early: {error}; ask again") from error

    def saved(self, path: str, file: Path, /, **query: Any) -> None:  # noqa: ANN401 - as above
        """A file of the server written to a place; nothing is left there where it ends early."""
        part = file.with_name(f"{file.name}.part")
        try:
            with self._streamed(path, query) as answer, part.open("wb") as out:
                for piece in answer.iter_bytes():
                    out.write(piece)
            part.replace(file)
        except httpx2.HTTPError as error:
            raise UnreachableError(f"{path}: it ended early: {error}; ask again") from error
        finally:
            part.unlink(missing_ok=True)

    @contextmanager
    def _streamed(self, path: str, query: Mapping[str, Any]) -> Iterator[httpx2.Response]:
        try:
            request = self._client.build_request("GET", PREFIX + path, params=asked(query))
            answer = self._client.send(request, stream=True)
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise UnreachableError(f"{self._client.base_url}: no answer: {error}") from error
        try:
            if answer.is_error:
                answer.read()
            raise_for(answer)
            yield answer
        finally:
            answer.close()

    def _sent(self, method: str, path: str, **more: Any) -> httpx2.Response:  # noqa: ANN401 - as httpx2 takes it
        try:
            answer = self._client.request(method, path, **more)
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise UnreachableError(f"{self._client.base_url}: no answer: {error}") from error
        raise_for(answer)
        return answer

    def _decoded(self, answer: httpx2.Response, kind: type[T]) -> T:
        try:
            return msgspec.json.decode(answer.content, type=kind)
        except msgspec.DecodeError as error:
            raise UnreachableError(f"{answer.url} gives no {kind}: {error}; is it a server of Foedus?") from error


def asked(query: Mapping[str, Any]) -> list[tuple[str, str | int | float | bool | None]]:
    """Parameters as the address has them: lists repeated, nothing for None, yes and no as true and false."""
    pairs: list[tuple[str, str | int | float | bool | None]] = []
    for name, value in query.items():
        values = value if isinstance(value, list | tuple) else [value]
        pairs += [(_PLAIN.get(name, name), _word(one)) for one in values if one is not None]
    return pairs


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def raise_for(answer: httpx2.Response) -> None:
    """Nothing for an answer; ClientError of its kind for anything else. The body must have been read."""
    status = answer.status_code
    if status < httpx2.codes.BAD_REQUEST:
        return
    try:
        detail = msgspec.json.decode(answer.content, type=Problem).detail
    except msgspec.DecodeError:
        detail = f"{answer.url}: {status} {answer.reason_phrase}"
    if status == httpx2.codes.TOO_MANY_REQUESTS:
        seconds = answer.headers.get("retry-after", "1")
        raise TooOftenError(detail, status, int(seconds) if seconds.isdecimal() else 1)
    kind: type[ClientError] = BY_STATUS.get(status, ServerError if status >= 500 else RefusedError)
    raise kind(detail, status)
