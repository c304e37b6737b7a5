"""Streams that can only be read onwards, for formats whose directory lies at their end."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from foedus.ingest.options import Options
from foedus.model.errors import InputError

_IN_MEMORY = 16_000_000
_PIECE = 1 << 20


@contextmanager
def seekable(stream: BinaryIO, item: str, options: Options) -> Iterator[BinaryIO]:
    """The stream itself, or a copy in memory, from 16 MB on in a temporary file without a name.

    InputError where it is larger than all that may be unpacked.
    """
    if stream.seekable():
        yield stream
        return
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
        left = options.max_total_bytes
        while piece := stream.read(_PIECE):
            left -= len(piece)
            if left < 0:
                raise InputError(
                    f"{item} is larger than {options.max_total_bytes / 1e9:g} GB: raise it by --limit total-size=GB"
                )
            copy.write(piece)
        copy.seek(0)
        yield cast("BinaryIO", copy)
