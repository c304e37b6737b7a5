"""The walk along the hash chain that the page has asked for: one at a time, beside the server, with a limit."""

import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime
from threading import Lock, Thread
from typing import Literal

import msgspec
from msgspec import Struct

from foedus.ledger.proof.chain import Link

SECONDS = 600
"""After which a walk is given up: a large ledger is verified with `foedus audit verify`."""

State = Literal["none", "running", "whole", "faulty", "late", "failed"]


class Verified(Struct, frozen=True):
    """How far the last walk is: its faults so far, and the last link where it came to its end."""

    state: State = "none"
    began: str | None = None
    ended: str | None = None
    faults: tuple[str, ...] = ()
    link: Link | None = None


class Verifying:
    """Started with `start`, asked with `now`, ended with `stop`."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._now = Verified()
        self._process: subprocess.Popen[bytes] | None = None

    def now(self) -> Verified:
        """The walk under way, or the last one."""
        with self._lock:
            return self._now

    def start(self, place: str) -> None:
        """Begin where none is under way."""
        with self._lock:
            if self._now.state == "running":
                return
            self._now = Verified("running", began=_time())
            command = [sys.executable, "-m", "foedus.serve.verify_worker"]
            self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE)  # noqa: S603 - our own module
            if self._process.stdin is not None:  # not among the arguments: it may hold a password
                self._process.stdin.write(place.encode())
                self._process.stdin.close()
            Thread(target=self._follow, args=(self._process,), name="verifying", daemon=True).start()
            watch = Thread(target=self._limit, args=(self._process,), name="verifying limit", daemon=True)
            watch.start()

    def stop(self) -> None:
        """End what is under way."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()

    def _follow(self, process: subprocess.Popen[bytes]) -> None:
        last: object = ""
        if process.stdout is None:
            return
        with process.stdout as lines, suppress(msgspec.DecodeError):  # the last line may be cut off
            for last in map(msgspec.json.decode, lines):
                if isinstance(last, str):
                    with self._lock:
                        self._now = msgspec.structs.replace(self._now, faults=(*self._now.faults, last))
        late = process.wait() < 0
        with self._lock:
            faults = self._now.faults
            whole = not isinstance(last, str)
            link = msgspec.convert(last, Link) if isinstance(last, list) else None
            state: State = "late" if late else "failed" if not whole else "faulty" if faults else "whole"
            self._now = msgspec.structs.replace(self._now, state=state, ended=_time(), link=link)

    def _limit(self, process: subprocess.Popen[bytes]) -> None:
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            process.terminate()


def _time() -> str:
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
