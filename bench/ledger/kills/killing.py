"""Running an installed command, and killing it: after some seconds, or at one of the statements that it runs."""

import re
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

FOEDUS = str(Path(sys.executable).with_name("foedus"))
_SECONDS = 300.0
# what every process can be counted by: its statements before and after they run, and its commits
_COUNTED = """
import os, signal, sys
from sqlalchemy import Engine, event
last, seen = int(sys.argv.pop(1)), 0

def step(*_):
    global seen
    seen += 1
    if seen == last:
        os.kill(os.getpid(), signal.SIGKILL)

for moment in ("before_cursor_execute", "after_cursor_execute", "commit"):
    event.listen(Engine, moment, step)
sys.argv[0] = "foedus"
from foedus.cli.app import main
try:
    main()
finally:
    print(f"steps {seen}", file=sys.stderr)
"""


class Ran(NamedTuple):
    """How a command ended: by itself, unless it was killed."""

    killed: bool
    code: int
    told: str


class Length(NamedTuple):
    """How long a command runs undisturbed, in seconds and in steps of its database."""

    seconds: float
    steps: int


def run(words: Sequence[str], folder: Path) -> Ran:
    """Run a command to its end."""
    done = subprocess.run([FOEDUS, *words], cwd=folder, capture_output=True, text=True, timeout=_SECONDS, check=False)
    return Ran(killed=False, code=done.returncode, told=done.stderr.strip())


def length(words: Sequence[str], folder: Path) -> Length:
    """Run a command to its end and measure it."""
    start = time.monotonic()
    done = _counting(words, folder, 0)
    found = re.findall(r"^steps (\d+)$", done.told, re.MULTILINE)
    if done.code or not found:
        raise RuntimeError(f"foedus {' '.join(words)} ended with {done.code}: {done.told}")
    return Length(time.monotonic() - start, int(found[0]))


def kill(words: Sequence[str], folder: Path, long: Length, chance: Random) -> Ran:
    """Run a command and kill it: at a moment of its whole run, or, in half of all cases, at a step of its database."""
    if chance.random() < 0.5:
        return _counting(words, folder, chance.randint(1, max(long.steps, 1)))
    process = subprocess.Popen(
        [FOEDUS, *words], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    with process:
        try:
            _, told = process.communicate(timeout=chance.uniform(0, long.seconds))
        except subprocess.TimeoutExpired:
            process.kill()
            return Ran(killed=True, code=process.wait(), told="")
    return Ran(killed=False, code=process.returncode, told=told.strip())


def _counting(words: Sequence[str], folder: Path, last: int) -> Ran:
    command = [sys.executable, "-c", _COUNTED, str(last), *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_SECONDS, check=False)
    return Ran(killed=done.returncode < 0, code=done.returncode, told=done.stderr.strip())
