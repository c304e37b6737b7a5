"""`foedus reread`: stored documents read again with the present reader."""

import shlex
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from foedus.asked.levels import WORDS, level
from foedus.cli.answers_option import AnswersOption, answers_folder
from foedus.cli.config import ledger_path, pipeline_choices
from foedus.cli.console import out_is_terminal, tell
from foedus.cli.errors import INTERRUPTED
from foedus.cli.ledger_option import LedgerOption, shown_ledger
from foedus.cli.levels import METAVAR
from foedus.cli.lexicon_option import LexiconOption, lexicon_folder
from foedus.cli.models_folder import models_folder
from foedus.cli.pipeline_option import PipelineOption
from foedus.model.errors import UsageError

if TYPE_CHECKING:
    from foedus.intake.answers.reproving import Reproving
    from foedus.ledger.reading.incoming import ReaderVersion
    from foedus.ledger.store import Ledger
    from foedus.model.document import Document
    from foedus.reader.read import Reader

_WHICH = "say which documents: their ids, --older for those that this reader has not read yet, or --all"
_AT_ONCE = 50
"""Texts in memory at a time."""


def reread(
    documents: Annotated[
        list[str] | None, typer.Argument(metavar="DOCUMENT", help="Ids of documents, or their beginnings.")
    ] = None,
    *,
    all: Annotated[bool, typer.Option("--all", help="Every document, whoever read it last.")] = False,
    older: Annotated[
        bool,
        typer.Option("--older", help="Documents that this reader has not read, or that were corrected since."),
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and write nothing.")] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Do not ask before the reader's value beside a reviewed claim changes.")
    ] = False,
    built_in: Annotated[
        bool,
        typer.Option("--built-in", help="Read with the built-in reader too what a model read; what it told ends."),
    ] = False,
    answers: AnswersOption = None,
    min_confidence: Annotated[
        str | None,
        typer.Option(
            metavar=METAVAR,
            help=f"Take new claims at least so sure: {WORDS}. What is kept already stays while it is read at all.",
            show_default="default",
        ),
    ] = None,
    pipeline: PipelineOption = None,
    lexicon: LexiconOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Read stored documents again with this reader.

    Needs no files. Shows which claims are new, changed field by field, or gone. A reviewed claim stays as
    reviewed; before what the reader says beside it changes, you are asked. What a language model read is proven
    again from its answers. Killed, --older goes on where it stopped.

    \b
    Examples:
      foedus reread --older --dry-run
      foedus reread --older --yes
      foedus reread 3f9a 77c0 --lexicon words/
    """
    if sum((bool(documents), all, older)) != 1:
        raise UsageError(_WHICH)
    which = _Which(tuple(documents or ()), older=older)
    plan = _Plan(
        ledger_path(ledger),
        which,
        level(min_confidence),
        choices=pipeline_choices(pipeline or ()),
        lexicon=lexicon_folder(lexicon),
        answers=None if built_in else answers_folder(answers, ledger_path(ledger)),
        dry=dry_run,
        yes=yes,
    )
    raise typer.Exit(_run(plan))


class _Which(NamedTuple):
    """Documents by their ids, else what this reader has not read yet (`older`), else all."""

    ids: tuple[str, ...]
    older: bool

    @property
    def command(self) -> str:
        """What a batch is remembered by."""
        return shlex.join(["reread", *(self.ids or ["--older" if self.older else "--all"])])


class _Plan(NamedTuple):
    """What to read again and how; `answers` are those of a model, None where the built-in reader reads all."""

    ledger: str
    which: _Which
    min_confidence: float | None
    choices: dict[str, str]
    lexicon: Path | None
    answers: Path | None
    dry: bool
    yes: bool


def _run(plan: _Plan) -> int:
    from foedus import __version__  # noqa: PLC0415 - reads the package's metadata
    from foedus.cli import reread_report as report  # noqa: PLC0415 - the rooms below are slow to import
    from foedus.cli.progress import progress  # noqa: PLC0415 - slow to import as well
    from foedus.cli.reread_job import RereadJob  # noqa: PLC0415 - slow to import as well
    from foedus.intake.turns import LONGEST  # noqa: PLC0415 - slow to import as well
    from foedus.ledger.reading.incoming import ReaderVersion  # noqa: PLC0415 - slow to import as well
    from foedus.ledger.store import Ledger  # noqa: PLC0415 - slow to import as well
    from foedus.reader.read import Reader  # noqa: PLC0415 - slow to import as well

    began = time.monotonic()
    job = None
    try:
        with Ledger.open(plan.ledger, create=False, lock_seconds=LONGEST) as store:
            reader = Reader.choosing(plan.choices, plan.lexicon, models_folder())
            version = ReaderVersion(reader.name, __version__)
            job = RereadJob(
                reader,
                store,
                version,
                level=plan.min_confidence,
                show=report.show,
                ask=lambda judged: plan.yes or report.agreed(judged),
                command=plan.which.command,
                dry=plan.dry,
                reproving=_reproving(plan, store, reader),
            )
            with progress(_chosen(store, plan.which, version), shown=not out_is_terminal()) as documents:
                job.run(documents)
    except KeyboardInterrupt:
        tell(report.interrupted(job.tally if job else None, shown_ledger(plan.ledger)))
        return INTERRUPTED
    for line in report.summary(job.tally, version, time.monotonic() - began, dry=plan.dry, answers=plan.answers):
        tell(line)
    return job.tally.exit_code


def _reproving(plan: _Plan, ledger: "Ledger", reader: "Reader") -> "Reproving | None":
    from foedus.intake.answers.reproving import Reproving  # noqa: PLC0415 - slow to import
    from foedus.intake.answers.store import AnswerStore  # noqa: PLC0415 - slow to import as well

    return Reproving(AnswerStore(plan.answers, tell), ledger, reader, dry=plan.dry) if plan.answers else None


def _chosen(store: "Ledger", which: _Which, version: "ReaderVersion") -> "Iterator[Document]":
    """The documents, loaded a few at a time; one in a language that is not read would only lose its claims."""
    from foedus.reader.read import READABLE  # noqa: PLC0415 - slow to import

    if which.ids:
        for document in {one.id: one for one in map(store.document, which.ids)}.values():
            if document.lang in READABLE:
                yield document
            else:
                tell(f"{document.id} left out: there is no lexicon for {document.lang!r}")
        return
    numbers = store.readable(READABLE, version if which.older else None)
    for start in range(0, len(numbers), _AT_ONCE):
        yield from store.texts(numbers[start : start + _AT_ONCE])
