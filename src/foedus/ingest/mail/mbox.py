"""MBOX files: messages one after the other, each below a line that begins with `From ` (RFC 4155 and its dialects)."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from foedus.ingest.formats import Nested
from foedus.ingest.mail.message import TIMES_A_DOCUMENT, read_message
from foedus.ingest.options import Options
from foedus.ingest.problem import Problem, Result
from foedus.model.errors import InputError

_SEPARATOR = re.compile(rb"From .*\d\d:\d\d.*\d{4}")
_HEADER = re.compile(rb"[!-9;-~]+[ \t]*:|>From ")
_ESCAPED = re.compile(rb">+From ")
_LINE = 1 << 20


def read_mbox(stream: BinaryIO, item: str, options: Options, nested: Nested) -> Iterator[Result]:
    """Documents and problems of each message, named `FILE#N`; InputError where it is no mailbox.

    No more than one message is in memory.
    """
    limit = TIMES_A_DOCUMENT * options.max_bytes
    for number, raw in enumerate(_messages(stream, item, limit), start=1):
        where = f"{item}#{number}"
        if len(raw) > limit:
            yield Problem(where, f"{where} is over the limit of {limit / 1e6:g} MB for one message: raise --max-size")
            continue
        try:
            yield from read_message(raw, where, options, nested)
        except InputError as error:
            yield Problem(where, str(error))
        except Exception as error:  # whatever the library trips over in one message, the others are read
            what = " ".join(f"{type(error).__name__}: {error}".split())
            yield Problem(where, f"{where} cannot be taken apart ({what}): save it from your mail program anew")


def _messages(stream: BinaryIO, item: str, limit: int) -> Iterator[bytes]:
    """The bytes of each message without its separator; of one over the limit, a little more than the limit."""
    lines = _lines(stream)
    if not next(lines, b"").startswith(b"From "):
        raise InputError(f"{item} is no mailbox: its first line does not begin with From; a single message is an .eml")
    message = bytearray()
    blank = False
    separator = b""
    for line in lines:
        if separator and _HEADER.match(line):
            yield bytes(message)
            message.clear()
        elif separator:  # a line of the text, after all
            message += separator
        separator = line if blank and _SEPARATOR.match(line) else b""
        blank = line in (b"\n", b"\r\n")
        if not separator and len(message) <= limit:
            message += line[1:] if _ESCAPED.match(line) else line
    yield bytes(message + separator)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines, endless ones in pieces."""
    while line := stream.readline(_LINE):
        yield line
