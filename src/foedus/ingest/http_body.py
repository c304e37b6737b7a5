"""The body of an HTTP answer as it was sent to what it holds: chunks joined, packing undone, never beyond a limit."""

import re
import zlib
from collections.abc import Callable

import brotli

from foedus.model.errors import InputError

_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")


def plain_body(sent: bytes, *, transfer: str, encoding: str, item: str, limit: int) -> bytes:
    """At most `limit` + 1 bytes of what was sent; `transfer` and `encoding` as the headers of the answer give them.

    Crawlers often unpack a body and keep its headers: what begins like a page is one. InputError where the body cannot
    be unpacked.
    """
    body = _joined(sent) if "chunked" in transfer.lower() else sent
    for name in reversed([part.strip().lower() for part in encoding.split(",") if part.strip()]):
        if name == "identity" or body.lstrip()[:1] == b"<":
            continue
        unpack = _UNPACKERS.get(name)
        if unpack is None:
            raise InputError(f"{item} is packed as {name[:40]!r}, which is not known: save the page from a browser")
        try:
            body = unpack(body, limit + 1)
        except (zlib.error, brotli.error, EOFError) as error:
            raise InputError(f"{item} is damaged: its {name} body cannot be unpacked; get it anew") from error
    return body


def _joined(sent: bytes) -> bytes:
    """The chunks of a body in one piece; the body itself where it is not in chunks."""
    pieces: list[bytes] = []
    position = 0
    while match := _CHUNK.match(sent, position):
        size = int(match[1], 16)
        if not size:
            return b"".join(pieces)
        pieces.append(sent[match.end() : match.end() + size])
        position = match.end() + size
        position += 2 if sent[position : position + 2] == b"\r\n" else 1
    return b"".join(pieces) if pieces else sent


def _gzip(body: bytes, limit: int) -> bytes:
    return _inflated(body, limit, 31)


def _deflate(body: bytes, limit: int) -> bytes:
    """With the header of zlib, as the standard says, or without, as some servers do."""
    try:
        return _inflated(body, limit, zlib.MAX_WBITS)
    except zlib.error:
        return _inflated(body, limit, -zlib.MAX_WBITS)


def _inflated(body: bytes, limit: int, bits: int) -> bytes:
    unpacking = zlib.decompressobj(bits)
    found = unpacking.decompress(body, limit)
    if not unpacking.eof and len(found) < limit:
        raise EOFError
    return found


def _brotli(body: bytes, limit: int) -> bytes:
    unpacking = brotli.Decompressor()
    found = bytearray(unpacking.process(body, output_buffer_limit=limit))
    while len(found) < limit and not unpacking.is_finished():
        more = unpacking.process(b"", output_buffer_limit=limit)
        if not more:
            raise EOFError
        found += more
    return bytes(found[:limit])


_UNPACKERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
}
