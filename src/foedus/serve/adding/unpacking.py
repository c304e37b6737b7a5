"""Archives that were brought: their files into the folder, none beyond the caps, none outside of it."""

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from foedus.ingest.formats import TEXTUAL
from foedus.model.errors import InputError
from foedus.serve.adding.caps import ENTRIES, UNPACKED_BYTES
from foedus.serve.adding.names import MANIFEST, safe_name

_PIECE = 1 << 20
_BAD = (zipfile.BadZipFile, OSError, EOFError, zlib.error, NotImplementedError, RuntimeError, ValueError)
"""What damaged, encrypted or unusual archives raise."""


class Unpacking:
    """Counts what all archives of a form give together."""

    def __init__(self, folder: Path, taken: set[str]) -> None:
        """`taken` are names that are there already."""
        self._folder = folder
        self._taken = taken
        self._left = UNPACKED_BYTES

    def unpack(self, archive: Path) -> Iterator[str]:
        """Names of the files in it that may be reports; InputError where it is damaged or over a cap."""
        try:
            if archive.suffix.lower() == ".gz":
                yield self._gzip(archive)
            else:
                yield from self._zip(archive)
        except InputError:
            raise
        except _BAD as error:
            told = " ".join(str(error).split()) or type(error).__name__
            raise InputError(f"{archive.name} cannot be unpacked: {told}; unpack it and send the files") from error

    def _gzip(self, archive: Path) -> str:
        name = safe_name(archive.stem, self._taken)
        with gzip.open(archive, "rb") as packed:
            self._copy(packed, name, archive.name)
        return name

    def _zip(self, archive: Path) -> Iterator[str]:
        with zipfile.ZipFile(archive) as packed:
            entries = packed.infolist()
            if len(entries) > ENTRIES:
                raise InputError(f"{archive.name} holds {len(entries):,} files, more than {ENTRIES:,}: split it")
            if sum(entry.file_size for entry in entries) > self._left:
                raise self._over(archive.name)
            for entry in entries:
                if not entry.is_dir() and _is_report(entry.filename):
                    name = safe_name(entry.filename, self._taken)
                    with packed.open(entry) as stream:
                        self._copy(stream, name, archive.name)
                    yield name

    def _copy(self, stream: IO[bytes] | gzip.GzipFile, name: str, archive: str) -> None:
        """What an archive says of its sizes is not believed: it is counted."""
        with (self._folder / name).open("xb") as file:
            while piece := stream.read(_PIECE):
                self._left -= len(piece)
                if self._left < 0:
                    raise self._over(archive)
                file.write(piece)

    def _over(self, archive: str) -> InputError:
        return InputError(f"{archive} unpacks to more than {UNPACKED_BYTES / 1e6:g} MB: split it")


def is_archive(name: str) -> bool:
    """By its name; others are read as they are."""
    return Path(name).suffix.lower() in (".zip", ".gz")


def _is_report(inside: str) -> bool:
    path = Path(inside)
    hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in path.parts)
    return not hidden and (path.suffix.lower() in TEXTUAL or path.name == MANIFEST)
