"""Records of a WARC file one by one; where one is damaged the next that is whole is looked for."""

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from foedus.ingest.problem import Problem

_GZIP = b"\x1f\x8b\x08"
_START = re.compile(rb"(?:\A|(?<=\n))WARC/\d\.\d+\r?\n")
_PIECE = 1 << 20
_OVERLAP = 64
_LONGEST_HEADER = 1 << 20


class Records:
    """Iterates over the records of a stream that can seek; damage is a problem, with the byte at which it lies."""

    def __init__(self, stream: BinaryIO, item: str) -> None:
        self._stream = stream
        self._item = item
        self._lost = False
        self.packed = stream.read(len(_GZIP)) == _GZIP
        """Whether the records are packed with gzip, so that a wrong length of one does not shift the next."""

    def lost(self) -> None:
        """Say of the record in hand that its bytes are not whole: the next is looked for, and not expected."""
        self._lost = True

    def __iter__(self) -> Iterator[WarcRecord | Problem]:
        start: int | None = 0
        told = False
        while start is not None:
            last: int | None = None
            try:
                for record in self._from(start):
                    last, told = record.stream_pos, False
                    yield record
                    if self._lost:
                        break
                else:
                    return
            except OSError as error:
                if not told:
                    yield self._damage(error, start, last)
                told = True
            start = self._next_start(start if last is None else last)

    def _from(self, start: int) -> ArchiveIterator:
        self._stream.seek(start)
        self._lost = False
        kinds = WarcRecordType.any_type
        return ArchiveIterator(self._stream, record_types=kinds, parse_http=False, max_header_len=_LONGEST_HEADER)

    def _damage(self, error: OSError, start: int, last: int | None) -> Problem:
        why = " ".join(str(error).split())[:200]
        place = f"at byte {start:,}"
        if last is not None:
            place = f"behind the record at byte {last:,}, or that record's length is wrong"
        return Problem(self._item, f"{self._item} is damaged {place}: {why}; what can be found of the rest is read")

    def _next_start(self, after: int) -> int | None:
        """Where the first record behind a byte seems to begin."""
        position = after + 1
        kept = b""
        self._stream.seek(position)
        while piece := self._stream.read(_PIECE):
            window = kept + piece
            for at in self._starts(window):
                return position - len(kept) + at
            position += len(piece)
            kept = window[-_OVERLAP:]
        return None

    def _starts(self, window: bytes) -> Iterator[int]:
        if not self.packed:
            yield from (match.start() for match in _START.finditer(window) if match.start())
            return
        at = window.find(_GZIP)
        while at >= 0:
            if _unpacks_to_record(window[at : at + 512]):
                yield at
            at = window.find(_GZIP, at + 1)


def _unpacks_to_record(start: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(start, 5) == b"WARC/"
    except zlib.error:
        return False
