"""What `foedus model import` does: answers into the store, and the documents that they complete into the ledger."""

import shlex
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, NamedTuple

import typer

from foedus.careful.codebook import load_codebook
from foedus.careful.mark import reader_name
from foedus.cli.console import counted, tell
from foedus.cli.errors import INTERRUPTED, NOTHING_READ, PARTLY
from foedus.cli.ledger_option import shown_ledger
from foedus.cli.models_folder import models_folder
from foedus.cli.read import ReadFormat
from foedus.cli.read_summary import interrupted, summary
from foedus.cli.sinks import Lines, OpenSink, Tables
from foedus.ingest.sources import STANDARD_INPUT, Item
from foedus.intake.answers.answered import AnsweredReader, KeptGiving
from foedus.intake.answers.importing import Imported, Ready, by_reader, ready, take_in
from foedus.intake.answers.records import KeptPage
from foedus.intake.answers.store import AnswerStore
from foedus.intake.read_job import ReadJob
from foedus.intake.tally import Tally
from foedus.intake.turns import LONGEST
from foedus.ledger.reading.incoming import ReaderVersion
from foedus.ledger.store import Ledger
from foedus.reader.read import READABLE, Reader

_NAMED = 5


class ImportPlan(NamedTuple):
    """Where answers are kept, where claims go and how they are shown.

    `partly` takes documents that lack answers, `with_built_in` also what the built-in reader alone makes.
    """

    answers: Path
    ledger: str | None
    format: ReadFormat | None
    partly: bool
    with_built_in: bool
    choices: dict[str, str]
    lexicon: Path | None


def import_answers(files: Sequence[str], plan: ImportPlan) -> int:
    """Take the answers in; the command's exit code."""
    store = AnswerStore(plan.answers, tell)
    opened = _Files()
    came = take_in(store, opened.streams(files), tell)
    found = ready(store, came.requests, partly=plan.partly)
    codes = [
        _read(plan, store, group, pages, files) for group, pages in by_reader(found.pages, load_codebook().version)
    ]
    for line in _summary(came, found, plan):
        tell(line)
    if not came.requests:
        return NOTHING_READ
    return max([PARTLY if came.faults or opened.missing else 0, *codes])


class _Files:
    """The files of answers, opened one after the other."""

    def __init__(self) -> None:
        self.missing = 0
        """Files that could not be opened; each is told."""

    def streams(self, files: Sequence[str]) -> Iterator[tuple[str, BinaryIO]]:
        """Name and stream of each."""
        for name in files:
            if name == STANDARD_INPUT:
                yield "standard input", sys.stdin.buffer
                continue
            try:
                with Path(name).open("rb") as stream:
                    yield name, stream
            except OSError as error:
                self.missing += 1
                tell(f"{name} cannot be read: {error.strerror or error}; check the path")


def _read(
    plan: ImportPlan, store: AnswerStore, group: tuple[str, str], pages: Sequence[KeptPage], files: Sequence[str]
) -> int:
    """Prove the pages that one model answered by one codebook, and keep what holds."""
    began = time.monotonic()
    model, codebook = group
    built_in = Reader.choosing(plan.choices, plan.lexicon, models_folder())
    reader = AnsweredReader(store, pages, built_in, with_built_in=plan.with_built_in)
    shown = shown_ledger(plan.ledger) if plan.ledger else None
    tally: Tally | None = None
    try:
        with ExitStack() as stack:
            ledger = None
            if plan.ledger:
                ledger = stack.enter_context(Ledger.open(plan.ledger, create=True, lock_seconds=LONGEST))
            sink: OpenSink = Lines() if plan.format is ReadFormat.JSONL else Tables()
            job = ReadJob(
                reader,
                readable=READABLE,
                ledger=ledger,
                sink=stack.enter_context(sink),
                min_confidence=None,
                note=shlex.join(["model", "import", *files]),
                version=ReaderVersion(reader_name(model), codebook),
                tell=tell,
                given=KeptGiving(pages),
            )
            tally = job.tally
            job.run(Item(page.file, page.document) for page in pages)
    except KeyboardInterrupt:
        tell(interrupted(tally, shown))
        raise typer.Exit(INTERRUPTED) from None
    for line in summary(tally, shown, time.monotonic() - began):
        tell(line)
    if reader.rejected:
        tell(
            f"{counted(reader.rejected, 'told claim')} could not be proven and stayed out: `foedus rejected` lists why"
        )
    return tally.exit_code


def _summary(came: Imported, found: Ready, plan: ImportPlan) -> Iterator[str]:
    for page, missing in found.waiting[:_NAMED]:
        name = page.document.source or page.file
        yield f"{name} lacks {counted(missing, 'answer')} of {len(page.requests)} (by {page.model})"
    if found.waiting:
        more = "" if plan.partly else "; --partly reads them as far as they are answered"
        yield f"{counted(len(found.waiting), 'document')} lack {counted(found.missing, 'answer')}{more}"
    faults = f", {counted(came.faults, 'line')} left out (named above)" if came.faults else ""
    yield f"{counted(came.new, 'new answer')}, {came.known:,} known{faults}; kept in {plan.answers}"
