"""Bytes of a binary file to its text, parsed in the one limited process of this run."""

import atexit
import os
import threading

from msgspec import Struct
from msgspec.structs import replace

from foedus.ingest.confined.messages import Reply, Request
from foedus.ingest.confined.worker import EndedError, TimeUpError, Worker
from foedus.ingest.extracted import Extracted
from foedus.model.document import Note
from foedus.model.errors import InputError


class ParsingLimits(Struct, frozen=True):
    """What the parsing process may use: `seconds` of processor time a file, `megabytes` of memory in all."""

    seconds: int = 60
    megabytes: int = 1_000


class _Run:
    """The process of this run, started at the first file that needs it; one file at a time."""

    def __init__(self) -> None:
        self.limits = ParsingLimits()
        self.forget()

    def forget(self) -> None:
        """A forked child must neither speak into its parent's pipe nor end its parent's process."""
        self.lock = threading.Lock()
        self.worker: Worker | None = None

    def ask(self, request: Request) -> Reply:
        """The answer; after EndedError or TimeUpError the next question starts a new process."""
        self.worker = self.worker or Worker(self.limits.megabytes * 1_000_000)
        try:
            return self.worker.ask(request)
        except (EndedError, TimeUpError):
            self.worker = None
            raise
        except BaseException:  # broken off from outside: its answer would come to the next question
            self.end()
            raise

    def end(self) -> None:
        """Ends the process, where there is one."""
        if self.worker is not None:
            self.worker.end()
        self.worker = None


_RUN = _Run()
atexit.register(_RUN.end)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_RUN.forget)


def set_limits(limits: ParsingLimits) -> None:
    """Limits of all files from now on; a process with other limits is ended."""
    with _RUN.lock:
        if limits != _RUN.limits:
            _RUN.end()
            _RUN.limits = limits


def limits() -> ParsingLimits:
    """Those that hold now, for processes elsewhere that are to have the same."""
    return _RUN.limits


def parse(parser: str, raw: bytes, item: str) -> Extracted:
    """What `module:function` extracts of the bytes; InputError where it refuses, crashes or goes over a limit."""
    with _RUN.lock:
        request = Request(parser, raw, item, _RUN.limits.seconds)
        reply = _answer(request)
        missing = _RUN.worker.missing if _RUN.worker else ()
    if reply.extracted is None:
        raise InputError(reply.refused or f"{item} cannot be parsed: its parser gave nothing")
    if not missing:
        return reply.extracted
    note = Note("limits", f"parsed without limits that this system does not have: {', '.join(missing)}")
    return replace(reply.extracted, notes=(*reply.extracted.notes, note))


def _answer(request: Request) -> Reply:
    """A file is asked of a new process once more where what earlier files left in memory may be to blame."""
    used = _RUN.worker is not None and _RUN.worker.answered > 0
    reply = _attempt(request)
    if used and (reply is None or reply.starved):
        _RUN.end()
        reply = _attempt(request)
    if reply is None:
        return _refusal(request, "makes its parser crash: it is damaged; open it in its program and save it anew")
    if reply.starved:
        _RUN.end()
        limit = _RUN.limits.megabytes
        return _refusal(
            request, f"needs more than {limit} MB of memory to parse: split it, or allow more by --limit parse-memory=N"
        )
    return reply


def _attempt(request: Request) -> Reply | None:
    """The reply; None where the process died over it."""
    try:
        return _RUN.ask(request)
    except EndedError:
        return None
    except TimeUpError:
        return _refusal(
            request, f"takes more than {request.seconds} s to parse: split it, or allow more by --limit parse-seconds=N"
        )


def _refusal(request: Request, why: str) -> Reply:
    return Reply(refused=f"{request.item} {why}")
