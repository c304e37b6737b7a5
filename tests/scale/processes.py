"""Processes below this one, found and killed as an operating system does it when memory runs out."""

import os
import signal
from pathlib import Path
from threading import Event, Thread


def below(pid: int) -> dict[int, str]:
    """All processes that descend from one, with their command lines."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:  # it has ended meanwhile
                continue
    found: dict[int, str] = {}
    wanted = {pid}
    while wanted:
        wanted = {child for child, parent in parents.items() if parent in wanted} - found.keys()
        found |= {child: _command(child) for child in wanted}
    return found


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


class Killer:
    """Kills one of a cluster's workers, with its Python, as soon as it has one at work."""

    def __init__(self) -> None:
        self.killed: int | None = None
        self._stop = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "Killer":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stop.wait(0.1):
            for worker, command in below(os.getpid()).items():
                at_work = [pid for pid, what in below(worker).items() if "pyspark.daemon" in what]
                if "CoarseGrainedExecutorBackend" in command and len(at_work) > 1:  # the daemon and its child
                    self.killed = worker
                    os.kill(worker, signal.SIGKILL)
                    return
