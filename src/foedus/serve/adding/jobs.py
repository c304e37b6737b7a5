"""The server's jobs: one at a time is read, the others wait; each in a folder that goes when it ends."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from copy import copy
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from threading import Lock, Timer

import msgspec

from foedus.model.errors import FoedusError, UnknownError
from foedus.serve.adding.caps import READING_SECONDS, REMEMBERED, WAITING
from foedus.serve.adding.order import Event, Order
from foedus.serve.adding.parsing import UPLOADS
from foedus.serve.adding.progress import Progress

_event = msgspec.json.Decoder(Event)
_KEPT = "whole batches of documents that were read before are kept"


class TooManyError(FoedusError):
    """Too much waits already."""


class Jobs:
    """Started with `start`, asked about with `progress`; `close` ends those under way."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._jobs: dict[str, Progress] = {}
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._turns = ThreadPoolExecutor(1, thread_name_prefix="adding")

    @staticmethod
    def folder() -> Path:
        """A new folder for uploads, open to nobody else; `start` takes it over."""
        made = Path(tempfile.mkdtemp(prefix="foedus-add-"))
        (made / UPLOADS).mkdir()
        return made

    def start(self, order: Order, by: str) -> str:
        """The id of a new job. TooManyError where too many wait already; then the folder is gone."""
        job = Progress(token_hex(8), by, f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}", _names(order))
        with self._lock:
            if sum(not one.is_over for one in self._jobs.values()) > WAITING:
                shutil.rmtree(order.folder, ignore_errors=True)
                raise TooManyError("too many documents wait to be read already: send these when some are done")
            over = [one.id for one in self._jobs.values() if one.is_over]
            for old in over[: max(0, len(self._jobs) - REMEMBERED)]:
                del self._jobs[old]
            self._jobs[job.id] = job
        self._turns.submit(self._run, job, order)
        return job.id

    def progress(self, id: str) -> Progress:
        """How far a job is, now. UnknownError where there is none."""
        with self._lock:
            job = self._jobs.get(id)
            if job is None:
                raise UnknownError(f"nothing was read as {id} since the server was started: look among the documents")
            return self._now(job)

    def recent(self, limit: int) -> list[Progress]:
        """The newest first."""
        with self._lock:
            return [self._now(job) for job in list(self._jobs.values())[::-1][:limit]]

    def stop(self, id: str) -> None:
        """End a job where it is; nothing where it has ended."""
        with self._lock:
            job = self._jobs.get(id)
            if job is None or job.is_over:
                return
            job.state, job.message = "stopped", f"stopped; {_KEPT}"
            process = self._processes.get(id)
        if process is not None:
            _end(process)

    def close(self) -> None:
        """End them all: the server stops."""
        self._turns.shutdown(wait=False, cancel_futures=True)
        for job in self.recent(REMEMBERED + WAITING):
            self.stop(job.id)

    @staticmethod
    def _now(job: Progress) -> Progress:
        found = copy(job)
        found.documents, found.lines = list(job.documents), list(job.lines)
        return found

    def _run(self, job: Progress, order: Order) -> None:
        try:
            with self._lock:
                if job.is_over:
                    return
                job.state = "parsing"
                process = self._processes[job.id] = _started()
            self._follow(job, order, process)
        except Exception as error:  # whatever it is, the job must not seem to go on
            self._failed(job, f"what was sent cannot be read here ({' '.join(str(error).split())}); {_KEPT}")
        finally:
            self._processes.pop(job.id, None)
            shutil.rmtree(order.folder, ignore_errors=True)

    def _follow(self, job: Progress, order: Order, process: "subprocess.Popen[bytes]") -> None:
        limit = Timer(READING_SECONDS, _end, [process])
        limit.daemon = True
        limit.start()
        try:
            self._listen(job, order, process)
        finally:
            limit.cancel()
        self._failed(job, f"the process that read ended before its time (exit {process.returncode}); {_KEPT}")

    def _listen(self, job: Progress, order: Order, process: "subprocess.Popen[bytes]") -> None:
        with process:
            assert process.stdin is not None and process.stdout is not None  # noqa: S101 - both are pipes
            with suppress(BrokenPipeError):
                process.stdin.write(msgspec.json.encode(order) + b"\n")
                process.stdin.close()
            for line in process.stdout:
                with self._lock:
                    if not job.is_over:
                        job.learn(_event.decode(line))

    def _failed(self, job: Progress, message: str) -> None:
        with self._lock:
            if not job.is_over:
                job.state, job.message = "failed", message


def _names(order: Order) -> tuple[str, ...]:
    return tuple(upload.name for upload in order.uploads)


def _started() -> "subprocess.Popen[bytes]":
    """In the server's folder, for paths may be relative to it; in a session of its own, for Ctrl-C is the server's."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "foedus.serve.adding.job"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if os.environ.get("FOEDUS_DEBUG") else subprocess.DEVNULL,
        start_new_session=True,
    )


def _end(process: "subprocess.Popen[bytes]") -> None:
    """With the worker that it may have started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
