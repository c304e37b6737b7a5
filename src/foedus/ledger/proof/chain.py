"""The hash chain: rows to digests, digests to a batch's content, each batch to the one before. All is SHA-256.

A row's digest covers its table's name and its values, as far as covered.py says. A batch's entry for a document covers
the digests of all rows that it wrote about it, in an order of their own, so that it stays provable when the rows
themselves are withdrawn. A link covers the batch, its content and the link before: whoever changes a row, must change
every later link (Schneier and Kelsey 1999, Secure Audit Logs to Support Computer Forensics).
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

_encode = msgspec.json.Encoder().encode
_HIDDEN = re.compile("sha256:[0-9a-f]{64}")


class Link(NamedTuple):
    """One link, as the table `audit` keeps it."""

    batch: int
    content: str
    previous: str
    hash: str


def row_digest(table: str, values: Sequence[Any], records: Sequence[str | bytes | None] = ()) -> bytes:
    """Digest of a row that a batch added: those of its values that the chain covers, in the order of the columns.

    Of `records` the lengths stand behind the values, and they themselves, as they are in UTF-8, behind it all: what
    is long is not put into quotes once more, and still no two rows are hashed alike.
    """
    if not records:
        return hashlib.sha256(_encode((table, *values))).digest()
    held = [one.encode() if isinstance(one, str) else one for one in records]
    digest = hashlib.sha256(_encode((table, *values, *[None if one is None else len(one) for one in held])))
    for one in held:
        digest.update(one or b"")
    return digest.digest()


def ended_digest(table: str, key: int) -> bytes:
    """Digest of the ending of a row."""
    return hashlib.sha256(_encode(("ended", table, key))).digest()


def entry_digest(digests: Iterable[bytes]) -> str:
    """What a batch wrote about one document: the digests sorted, so that no order of writing matters."""
    return hashlib.sha256(b"".join(sorted(digests))).hexdigest()


def content_digest(entries: Iterable[tuple[int | None, str]]) -> str:
    """A batch's content from its entries, document number (none: the ledger as a whole) and digest."""
    ordered = sorted((document or 0, digest) for document, digest in entries)
    return hashlib.sha256(_encode(ordered)).hexdigest()


def is_hidden(command: str | None) -> bool:
    """Whether a command is told by its hash alone."""
    return command is not None and _HIDDEN.fullmatch(command) is not None


def hidden(command: str) -> str:
    """A command told by its hash. A link covers this, so that a command can be hidden that names what was withdrawn."""
    return command if is_hidden(command) else f"sha256:{hashlib.sha256(command.encode()).hexdigest()}"


def link(batch: Sequence[Any], content: str, previous: str) -> Link:
    """The link of a batch, given by its row: number, at, action, actor, command, reader."""
    number, at, action, actor, command, reader = batch
    covered = (number, at, action, actor, command and hidden(command), reader)
    sealed = hashlib.sha256(_encode(("batch", *covered, content, previous))).hexdigest()
    return Link(int(batch[0]), content, previous, sealed)
