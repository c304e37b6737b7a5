"""EML files: one message, as mail programs save it."""

from collections.abc import Iterator
from typing import BinaryIO

from foedus.ingest.formats import Nested
from foedus.ingest.mail.message import TIMES_A_DOCUMENT, read_message
from foedus.ingest.options import Options
from foedus.ingest.problem import Result
from foedus.model.errors import InputError


def read_eml(stream: BinaryIO, item: str, options: Options, nested: Nested) -> Iterator[Result]:
    """The message and what is attached to it; InputError where it is none or too large."""
    limit = TIMES_A_DOCUMENT * options.max_bytes
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise InputError(f"{item} is over the limit of {limit / 1e6:g} MB for one message: raise --max-size")
    yield from read_message(raw, item, options, nested)
