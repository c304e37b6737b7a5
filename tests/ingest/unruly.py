"""Parsers that do what a hostile file may make a real one do; for the parsing process in tests."""

import os
import resource
import time
from pathlib import Path

from foedus.ingest.extracted import Extracted
from foedus.model.errors import InputError


def obedient(raw: bytes, item: str) -> Extracted:
    """The bytes as text, said aloud on the stream that carries the messages."""
    print(raw)
    return Extracted(raw.decode(), title=item)


def refuses(raw: bytes, item: str) -> Extracted:
    """No text, and the reason."""
    raise InputError(f"{item} holds nothing")


def raises(raw: bytes, item: str) -> Extracted:
    """What no parser foresaw."""
    raise ZeroDivisionError("over\ntwo lines")


def crashes(raw: bytes, item: str) -> Extracted:
    """As native code does over a bad pointer."""
    os.abort()


def loops(raw: bytes, item: str) -> Extracted:
    """Computes for ever."""
    while True:
        pass


def works(raw: bytes, item: str) -> Extracted:
    """Needs more than half a second of processor time."""
    end = time.process_time() + 0.6
    while time.process_time() < end:
        pass
    return Extracted("done")


def swells(raw: bytes, item: str) -> Extracted:
    """Wants more memory than there is."""
    return Extracted(str(len([bytes(10_000_000) for _ in range(10_000)])))


def writes(raw: bytes, item: str) -> Extracted:
    """Writes where it is told to."""
    Path(raw.decode()).write_bytes(b"written")
    return Extracted("written")


def tells(raw: bytes, item: str) -> Extracted:
    """Which process it is, what it may use, and what of the environment it sees."""
    core = resource.getrlimit(resource.RLIMIT_CORE)[0]
    return Extracted(f"{os.getpid()} {core} {os.environ.get('SOME_KEY')}")
