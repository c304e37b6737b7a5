"""What goes over the pipe between the run and its parsing process: a length of 8 bytes, then a message."""

from typing import IO, TypeVar

import msgspec
from msgspec import Struct

from foedus.ingest.extracted import Extracted

_LENGTH = 8
_LONGEST = 2**31
_Message = TypeVar("_Message", bound=Struct)


class Hello(Struct, frozen=True):
    """The process is there; which of its limits this system does not have."""

    missing: tuple[str, ...]


class Request(Struct, frozen=True):
    """Bytes to parse by `module:function`; `item` names them in messages, `seconds` of processor time are allowed."""

    parser: str
    raw: bytes
    item: str
    seconds: int


class Reply(Struct, frozen=True):
    """What was extracted, or one line that says why nothing was; `starved` where memory did not suffice."""

    extracted: Extracted | None = None
    refused: str | None = None
    starved: bool = False


def send(stream: IO[bytes], message: Struct) -> None:
    """Writes one message; OSError where the other end is gone."""
    data = msgspec.msgpack.encode(message)
    stream.write(len(data).to_bytes(_LENGTH, "big"))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes], kind: type[_Message]) -> _Message:
    """Reads one message; EOFError where the other end is gone or sends what is none."""
    length = int.from_bytes(_exactly(stream, _LENGTH), "big")
    if length > _LONGEST:
        raise EOFError
    try:
        return msgspec.msgpack.decode(_exactly(stream, length), type=kind)
    except msgspec.DecodeError as error:
        raise EOFError from error


def _exactly(stream: IO[bytes], count: int) -> bytes:
    data = stream.read(count)
    if len(data) < count:
        raise EOFError
    return data
