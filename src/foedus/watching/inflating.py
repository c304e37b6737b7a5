"""Bodies as they were packed for the way: unpacked piece by piece, never beyond a limit."""

import zlib

from foedus.watching.errors import FetchError, TryLaterError

ACCEPTED = "gzip, deflate"
_GZIP = 16 + zlib.MAX_WBITS


class Inflating:
    """Takes the pieces of a body; the text of errors begins with `shown`."""

    def __init__(self, encoding: str, shown: str, most: int) -> None:
        """`encoding` as the header says it; `most` bytes are taken. FetchError where it is not known."""
        self._shown = shown
        self._most = most
        self._body = bytearray()
        self._encoding = encoding.strip().lower()
        self._packed = self._encoding not in ("", "identity")
        if self._packed and self._encoding not in ("gzip", "x-gzip", "deflate"):
            raise FetchError(f"{shown} is packed as {encoding}, which was not asked for: not read")
        self._unpack = zlib.decompressobj(zlib.MAX_WBITS if self._encoding == "deflate" else _GZIP)
        self._met = False

    def take(self, piece: bytes) -> None:
        """The next piece; FetchError once the body is too long, TryLaterError where it is damaged."""
        if not self._packed:
            self._body += piece
        elif piece:
            try:
                self._body += self._unpacked(piece)
            except zlib.error as error:
                raise TryLaterError(f"{self._shown} came damaged: {error}") from error
        if len(self._body) > self._most:
            raise FetchError(f"{self._shown} is over the limit of {self._most / 1e6:g} MB: raise --max-size")

    def whole(self) -> bytes:
        """The body; TryLaterError where its end is missing."""
        if self._packed and self._met and not self._unpack.eof:
            raise TryLaterError(f"{self._shown} came without its end")
        return bytes(self._body)

    def _unpacked(self, piece: bytes) -> bytes:
        room = self._most + 1 - len(self._body)
        if not self._met and self._encoding == "deflate" and piece[0] & 0x0F != 0x08:
            self._unpack = zlib.decompressobj(-zlib.MAX_WBITS)  # some servers leave out zlib's head
        self._met = True
        return self._unpack.decompress(piece, room)
