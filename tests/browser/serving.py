"""The page as its user starts it: `foedus serve` in a process of its own, on a free port."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.request import urlopen

COMMAND = str(Path(sys.executable).with_name("foedus"))
_SECONDS = 20


class Site(NamedTuple):
    """A running server: its address without a slash at the end, and the one that opens it for writing, once."""

    base: str
    opening: str

    def json(self, path: str) -> Any:  # noqa: ANN401 - whatever the view has
        """A view as data."""
        with urlopen(f"{self.base}{path}", timeout=60) as answer:  # noqa: S310 - our own server
            return json.load(answer)


@contextmanager
def serving(ledger: str | Path, *, cwd: Path, name: str = "anna") -> Iterator[Site]:
    """The server until the end of the block; its first line comes when it listens."""
    command = [COMMAND, "serve", "--ledger", str(ledger), "--port", "0", "--as", name]
    told = (cwd / "serve.log").open("ab")
    with told, subprocess.Popen(command, cwd=cwd, env=_environment(), stdout=subprocess.PIPE, stderr=told) as process:
        try:
            assert process.stdout is not None
            opening = process.stdout.readline().decode().strip()
            assert opening, (cwd / "serve.log").read_text(encoding="utf-8")
            yield Site(opening.partition("/?")[0].rstrip("/"), opening)
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


def _environment() -> dict[str, str]:
    """This process's own; numbers are computed in one thread, for several servers share the cores."""
    return os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "LC_ALL": "C.UTF-8"}
