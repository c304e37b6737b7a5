"""The claims of the corpus's pages, read once and kept in a folder where one is given."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from bench.lineage.corpus import Member
from bench.lineage.told import Read
from foedus import __version__
from foedus.model.claim import Claim
from foedus.model.claim_json import from_json, to_json
from foedus.model.document import Document


class _Reading(Protocol):
    @property
    def claims(self) -> list[Claim]: ...


class Reads(Protocol):
    """Whatever finds the claims of a document."""

    def read(self, document: Document, /) -> _Reading:
        """The claims, in text order."""


def load_reader() -> Reads:
    """The project's reader; loaded here, so that help and a full cache do without it."""
    from foedus.reader.read import Reader  # noqa: PLC0415 - slow to import

    return Reader.load()


def read_all(members: Sequence[Member], reader: Callable[[], Reads], cache: Path | None = None) -> list[Read]:
    """Each page with its claims; those that lie in `cache` are taken from there, whatever the reader has learnt since.

    Kept by document and version: empty the folder when the reader has changed.
    """
    return [Read(member, _claims(member.document, reader, cache)) for member in members]


def _claims(document: Document, reader: Callable[[], Reads], cache: Path | None) -> tuple[Claim, ...]:
    if cache is None:
        return tuple(reader().read(document).claims)
    key = hashlib.sha256(msgspec.json.encode(document) + __version__.encode()).hexdigest()[:32]
    path = cache / f"{key}.jsonl"
    if not path.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        lines = [to_json(claim) for claim in reader().read(document).claims]
        path.write_bytes(b"".join(line + b"\n" for line in lines))
    return tuple(from_json(line) for line in path.read_bytes().splitlines())
