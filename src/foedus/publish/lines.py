"""JSON lines: one whole record a line, with everything that is known of it."""

from collections.abc import Iterable, Iterator

import msgspec

from foedus.publish.batches import batches

MEDIA_TYPE = "application/jsonl"

_AT_ONCE = 200


def jsonl_pieces(records: Iterable[object]) -> Iterator[bytes]:
    """The file in pieces; a record is any Struct."""
    encoder = msgspec.json.Encoder()
    for some in batches(records, _AT_ONCE):
        yield b"".join(encoder.encode(record) + b"\n" for record in some)
