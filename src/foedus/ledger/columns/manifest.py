"""Which files make up the columns, and of which moment of which ledger they are."""

import os
from pathlib import Path

import msgspec
from msgspec import Struct

from foedus.ledger.columns.scheme import FORMAT

_NAME = "manifest.json"


class Segment(Struct, frozen=True):
    """A part of the rows: a folder with a file for each column, and the file of the batches that ended them."""

    folder: str
    ended: str
    rows: int


class Manifest(Struct, frozen=True):
    """Up to `batch`, whose link of the chain has the hash `link`; `reading` is the last version looked at."""

    ledger: str
    scheme: str
    batch: int = 0
    link: str = ""
    reading: int = 0
    heads: str = ""
    segments: tuple[Segment, ...] = ()
    generation: int = 0
    format: int = FORMAT

    @property
    def files(self) -> set[str]:
        """Names of files and folders that are in use."""
        named = {name for segment in self.segments for name in (segment.folder, segment.ended)}
        return {_NAME, self.heads, *named} - {""}


def read_manifest(folder: Path) -> Manifest | None:
    """None where there is none that this version can read."""
    try:
        found = msgspec.json.decode((folder / _NAME).read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError):
        return None
    return found if found.format == FORMAT else None


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """From now on these files count."""
    write_whole(folder / _NAME, msgspec.json.encode(manifest))


def write_whole(file: Path, content: bytes) -> None:
    """A file is there whole or not at all, also after a power cut."""
    beside = file.with_name(f"{file.name}.new")
    with beside.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(file)
