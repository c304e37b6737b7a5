"""Running the installed command as a user does, in a folder of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

COMMAND = str(Path(sys.executable).with_name("foedus"))

_CHANGING = ("FOEDUS_DEBUG", "NO_COLOR", "COLUMNS", "LC_ALL", "LC_MESSAGES", "LANG")


class Ran(NamedTuple):
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def errors(self) -> list[str]:
        """Lines on standard error."""
        return self.err.splitlines()


def environment(**more: str) -> dict[str, str]:
    """This process's environment without what changes the command's output."""
    return {name: value for name, value in os.environ.items() if name not in _CHANGING} | more


def foedus(*words: str | Path, cwd: Path, stdin: bytes = b"", env: dict[str, str] | None = None) -> Ran:
    """Run `foedus` with the words; every line on standard error must be ours, never a traceback."""
    done = subprocess.run(
        [COMMAND, *map(str, words)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env=env or environment(),
        timeout=120,
        check=False,
    )
    ran = Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert all(line.startswith("foedus: ") for line in ran.errors), ran.err
    return ran
