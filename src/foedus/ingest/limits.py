"""What unpacking may cost: bytes counted as they come out of archives, and a stop before they are too many."""

import io
import lzma
import tarfile
import zipfile
import zlib
from typing import BinaryIO

from foedus.ingest.options import Options
from foedus.model.errors import InputError

_HARMLESS = 10_000_000
"""So much may come of any file, however small it was."""
DAMAGED = (
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
    tarfile.TarError,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    NotImplementedError,
)
"""What the readers of archives raise where bytes are damaged, encrypted or packed in an unknown way."""


class Budget:
    """Counts what one file of the user's grows to, over all archives in it."""

    def __init__(self, item: str, size: int | None, options: Options) -> None:
        """`size` is that of the file as it lies there; None where nobody knows it, as of standard input."""
        self._item = item
        self._total = options.max_total_bytes
        self._ratio = options.max_ratio
        self._expanded = max(size * options.max_ratio, _HARMLESS) if size is not None else self._total
        self._spent = 0

    @property
    def is_spent(self) -> bool:
        """Whether nothing more may be unpacked."""
        return self._spent > min(self._total, self._expanded)

    def spend(self, size: int) -> None:
        """Count bytes that were unpacked; InputError once they are too many."""
        self._spent += size
        if self._spent > self._total:
            raise InputError(
                f"{self._item} unpacks to more than {self._total / 1e9:g} GB; the rest is left out: "
                "split it, or raise it by --limit total-size=GB"
            )
        if self._spent > self._expanded:
            raise InputError(
                f"{self._item} unpacks to more than {self._ratio} times its size, as a bomb does; "
                "the rest is left out: raise it by --limit ratio=N if you trust it"
            )


class Counted(io.RawIOBase):
    """A stream whose bytes are counted, and whose damage is told in one line."""

    def __init__(self, stream: BinaryIO, item: str, budget: Budget) -> None:
        self._stream = stream
        self._item = item
        self._budget = budget

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # typeshed: Any writable buffer
        """Some bytes; InputError where they are damaged or too many."""
        try:
            piece = self._stream.read(len(buffer))
        except InputError:
            raise
        except DAMAGED as error:
            raise InputError(f"{self._item} {damage(error)}") from error
        self._budget.spend(len(piece))
        buffer[: len(piece)] = piece
        return len(piece)


def damage(error: Exception) -> str:
    """What to say of an item whose bytes cannot be unpacked."""
    told = " ".join(str(error).split()) or type(error).__name__
    if "password" in told or "encrypt" in told:
        return "is locked with a password: unpack it yourself and give the files"
    return f"is damaged: {told}; get it anew, or unpack what can be saved of it yourself"
