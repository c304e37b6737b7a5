"""Files of the store: each is there whole or not at all, of bounded size; one that is broken is told and skipped."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")

MOST_BYTES = 64_000_000
"""Largest file of the store that is read: a request holds a passage and its prompt, a page its whole text."""


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in its place at once; OSError, with its name, where that cannot be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        error.filename = str(path)
        raise
    finally:
        temporary.unlink(missing_ok=True)


def write_once(path: Path, content: bytes) -> None:
    """Put a file in its place unless it stands there with this content."""
    if not path.exists() or path.read_bytes() != content:
        write_whole(path, content)


def read_json(path: Path, kind: type[T], tell: Callable[[str], None]) -> T | None:
    """What a file says; None where there is none, and where it is broken, which is told."""
    try:
        if path.stat().st_size > MOST_BYTES:
            tell(f"{path} left out: larger than {MOST_BYTES // 1_000_000} MB")
            return None
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:  # msgspec's and UTF-8's errors are ValueErrors
        tell(f"{path} left out: it cannot be read ({error}); delete it, and its document will be asked again")
        return None
