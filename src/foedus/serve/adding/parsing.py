"""The worker's parent: starts it on the uploads of an order, and gives what it wrote as far as it came."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from foedus.ingest.problem import Problem
from foedus.ingest.sources import Item
from foedus.model.document import Document
from foedus.serve.adding.caps import DOCUMENTS, PARSING_SECONDS, PROCESSOR_SECONDS
from foedus.serve.adding.order import Line, Order, Parsed

UPLOADS, _RESULTS = "uploads", "parsed.jsonl"
"""In the job's folder: what was brought, and what became of it."""
_KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "PYTHONPATH")
"""Of the environment: nothing that could let the worker in anywhere."""
_line = msgspec.json.Decoder(Line)


class Found:
    """What the worker found; iterated, it gives the items, and `fields` is about the one given last."""

    def __init__(self, results: Path, documents: int, end: str | None) -> None:
        self._results = results
        self._end = end
        self._given: frozenset[str] = frozenset()
        self.documents = documents

    def __iter__(self) -> Iterator[Item]:
        for line in _lines(self._results):
            if isinstance(line, Parsed):
                self._given = line.given
                yield Item(line.file, line.document)
            else:
                yield Item(line.item, Problem(line.item, line.message))
        if self._end:
            yield Item("", Problem("", self._end))

    def fields(self, file: str, document: Document) -> frozenset[str]:  # noqa: ARG002 - as `intake.given.Given`
        """Which fields of the document somebody gave."""
        return self._given


def parse(order: Order) -> Found:
    """Parse all uploads; how far it came where the worker was stopped."""
    results = Path(order.folder) / _RESULTS
    environment = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    with results.open("wb") as out:
        try:
            # -P: what was brought must not be taken for a module
            done = subprocess.run(
                [sys.executable, "-P", "-m", "foedus.serve.adding.worker"],
                cwd=Path(order.folder) / UPLOADS,
                input=msgspec.json.encode(order.uploads) + b"\n",
                stdout=out,
                stderr=None if os.environ.get("FOEDUS_DEBUG") else subprocess.DEVNULL,
                env=environment,
                timeout=PARSING_SECONDS,
                check=False,
            )
            code = done.returncode
        except subprocess.TimeoutExpired:
            code = -signal.SIGXCPU
    lines = documents = 0
    for line in _lines(results):
        lines += 1
        documents += isinstance(line, Parsed)
    return Found(results, documents, _end(code, lines))


def _end(code: int, lines: int) -> str | None:
    if lines >= DOCUMENTS:
        return f"more than {DOCUMENTS:,} documents at once: the rest is left out, send it apart"
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return f"parsing took more than {PROCESSOR_SECONDS} s: what comes after is left out, send it in smaller parts"
    return f"parsing was stopped by its limits (exit {code}): what comes after is left out" if code else None


def _lines(results: Path) -> Iterator[Line]:
    with results.open("rb") as file:
        for line in file:
            if line.endswith(b"\n"):  # the last one may be cut
                yield _line.decode(line)
