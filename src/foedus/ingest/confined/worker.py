"""The other end of the parsing process: starts it, asks it, and ends it when it takes too long."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from foedus.ingest.confined.messages import Hello, Reply, Request, receive, send

_KEPT = ("HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PATH", "PYTHONHOME", "PYTHONPATH", "SYSTEMROOT", "VIRTUAL_ENV")
_START_SECONDS = 60
_FAREWELL_SECONDS = 5
_PATIENCE = 4
"""Seconds by the clock for each second of processor time: other work may hold the machine."""


_Answer = TypeVar("_Answer")


class EndedError(Exception):
    """The process is gone without an answer."""


class TimeUpError(Exception):
    """The process was ended because its time was up."""


class Worker:
    """One parsing process; `missing` names the limits that this system has not, `answered` counts its answers.

    EndedError where it does not start.
    """

    def __init__(self, memory: int) -> None:
        self.answered = 0
        self._late = False
        # only what Python needs to start: a key in the environment is none of a stranger's file's business
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        self._process = subprocess.Popen(  # noqa: S603 - this Python and our own module
            [sys.executable, "-B", "-P", "-m", "foedus.ingest.confined.process", str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        assert self._process.stdin and self._process.stdout  # noqa: S101 - both are pipes
        self._outbox, self._inbox = self._process.stdin, self._process.stdout
        self.missing = self._within(_START_SECONDS, lambda: receive(self._inbox, Hello)).missing

    def ask(self, request: Request) -> Reply:
        """The answer; EndedError where the process died, TimeUpError where its time was up: then it is gone."""

        def exchange() -> Reply:
            send(self._outbox, request)
            return receive(self._inbox, Reply)

        reply = self._within(request.seconds * _PATIENCE, exchange)
        self.answered += 1
        return reply

    def end(self) -> None:
        """Ends the process and closes its pipes."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._outbox, self._inbox):
            with suppress(OSError):  # what was not yet sent to a dead process
                pipe.close()

    def _within(self, seconds: float, exchange: Callable[[], _Answer]) -> _Answer:
        timer = threading.Timer(seconds, self._kill_late)
        timer.start()
        try:
            return exchange()
        except (EOFError, OSError):
            raise self._why() from None
        finally:
            timer.cancel()

    def _kill_late(self) -> None:
        self._late = True
        self._process.kill()

    def _why(self) -> EndedError | TimeUpError:
        """The system ends a process that is over its processor time by a signal of its own."""
        with suppress(subprocess.TimeoutExpired):  # it may still be there, and have sent what is no message
            self._process.wait(_FAREWELL_SECONDS)
        over = self._process.returncode == -getattr(signal, "SIGXCPU", signal.SIGTERM)
        self.end()
        return TimeUpError() if over or self._late else EndedError()
