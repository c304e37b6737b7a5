"""`foedus read`: documents in, claims out and into the ledger."""

import shlex
import time
from collections.abc import Iterable
from contextlib import AbstractContextManager, ExitStack, nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from foedus.asked.levels import WORDS, level
from foedus.cli.answers_option import AnswersOption
from foedus.cli.config import ledger_path, pipeline_choices
from foedus.cli.console import out_is_terminal, tell
from foedus.cli.errors import INTERRUPTED
from foedus.cli.input_options import (
    LangOption,
    MapOption,
    MaxSizeOption,
    OutletOption,
    PathsArgument,
    PublishedOption,
    UrlOption,
)
from foedus.cli.ledger_option import LedgerOption, shown_ledger
from foedus.cli.levels import METAVAR
from foedus.cli.lexicon_option import LexiconOption, lexicon_folder
from foedus.cli.limits_option import LimitOption
from foedus.cli.model_options import (
    EndpointOption,
    MaxCostOption,
    MaxDocumentsOption,
    ModelOption,
    ReaderChoice,
    ReaderOption,
    RelevantOption,
    YesOption,
)
from foedus.cli.models_folder import models_folder
from foedus.cli.pipeline_option import PipelineOption
from foedus.cli.reader_named import reader_named
from foedus.cli.workers_option import WorkersOption, crew_for
from foedus.model.errors import UsageError

if TYPE_CHECKING:
    from foedus.cli.careful_options import Careful
    from foedus.cli.careful_reading import CarefulReading
    from foedus.cli.sinks import OpenSink
    from foedus.ingest.options import Options
    from foedus.ingest.sources import Item
    from foedus.intake.crew import Crew
    from foedus.intake.given import Given
    from foedus.intake.readers import BroughtReader
    from foedus.intake.tally import Tally
    from foedus.ledger.reading.incoming import ReaderVersion
    from foedus.ledger.store import Ledger
    from foedus.reader.read import Reader


class ReadFormat(StrEnum):
    """How a reading is shown."""

    TABLE = "table"
    JSONL = "jsonl"


def read(
    paths: PathsArgument,
    *,
    ledger: LedgerOption = None,
    no_ledger: Annotated[bool, typer.Option("--no-ledger", help="Keep nothing: only show the claims.")] = False,
    format: Annotated[
        ReadFormat | None,
        typer.Option("--format", help="table for reading, jsonl for one claim a line.", show_default="table"),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Write STEM.jsonl there for each input file, instead of printing."),
    ] = None,
    published: PublishedOption = None,
    url: UrlOption = None,
    outlet: OutletOption = None,
    lang: LangOption = None,
    map: MapOption = None,
    min_confidence: Annotated[
        str | None,
        typer.Option(
            metavar=METAVAR,
            help=f"Show only claims at least so sure: {WORDS}. The ledger keeps those from the default level on.",
            show_default="default",
        ),
    ] = None,
    pipeline: PipelineOption = None,
    lexicon: LexiconOption = None,
    max_size: MaxSizeOption = 20,
    limit: LimitOption = None,
    reader: ReaderOption = ReaderChoice.BUILT_IN.value,
    endpoint: EndpointOption = None,
    model: ModelOption = None,
    only_relevant: RelevantOption = True,
    max_documents: MaxDocumentsOption = None,
    max_cost: MaxCostOption = None,
    answers: AnswersOption = None,
    yes: YesOption = False,
    workers: WorkersOption = None,
) -> None:
    """Read reports: print and keep what they claim.

    What cannot be read is named on standard error, and the rest is read. A folder's manifest.yaml may say
    when, by whom and in which language its files were published.

    \b
    Examples:
      foedus read report.txt --published 2022-05-19 --outlet "The Harbour Gazette"
      foedus read reports/ page.html news.jsonl --ledger case.db
      foedus read news.jsonl --map text=body,published=date --format jsonl --no-ledger
      curl -s https://example.org/report | foedus read - --no-ledger
      foedus read reports/ --reader both --endpoint http://localhost:11434/v1 --model qwen3:32b
    """
    from foedus.cli.careful_options import careful  # noqa: PLC0415 - with the reader
    from foedus.cli.read_options import read_options, single_metadata  # noqa: PLC0415 - with the reader
    from foedus.cli.read_summary import summary  # noqa: PLC0415 - with the reader

    metadata = single_metadata(paths, published=published, url=url, outlet=outlet, lang=lang)
    options = read_options(metadata, columns=map, megabytes=max_size, limits=limit)
    least = level(min_confidence)
    if out is not None and format is ReadFormat.TABLE:
        raise UsageError("--out writes JSON lines: leave --format table out, or print without --out")
    if ledger is not None and no_ledger:
        raise UsageError("--ledger and --no-ledger contradict each other: give one of them")
    by = reader_named(reader)
    if by.brought and (pipeline or lexicon):
        raise UsageError(f"--pipeline and --lexicon are of Foedus's own readers: leave them out with --reader {reader}")
    if workers and (by.brought or by.choice is not ReaderChoice.BUILT_IN):
        raise UsageError(f"--workers is of the built-in reader: leave it out with --reader {reader}")
    began = time.monotonic()
    where = None if no_ledger else ledger_path(ledger)
    plan = _Plan(
        options,
        where,
        _sink(format, out),
        least,
        progress=out is not None or not out_is_terminal(),
        choices=pipeline_choices(pipeline or ()),
        lexicon=lexicon_folder(lexicon),
        careful=careful(
            by.choice,
            endpoint=endpoint,
            model=model,
            max_cost=max_cost,
            max_documents=max_documents,
            only_relevant=only_relevant,
            answers=answers,
            yes=yes,
            ledger=where,
        ),
        brought=by.brought,
        workers=workers,
    )
    tally, asked = _run(paths, plan)
    for line in (*(asked.summary(tally) if asked else ()), *summary(tally, plan.shown, time.monotonic() - began)):
        tell(line)
    if asked and asked.asking.ended:
        raise asked.asking.ended
    raise typer.Exit(tally.exit_code)


class _Plan(NamedTuple):
    """How to read: `progress` where results do not stand in its way."""

    options: "Options"
    ledger: str | None
    sink: "OpenSink"
    min_confidence: float | None
    progress: bool
    choices: dict[str, str]
    lexicon: Path | None
    careful: "Careful | None"
    brought: "BroughtReader | None"
    """Who reads instead of ours."""
    workers: int | None
    """How many processes read; None leaves it to how much there is."""

    @property
    def shown(self) -> str | None:
        """The ledger as messages name it."""
        return shown_ledger(self.ledger) if self.ledger else None


def _run(paths: list[str], plan: _Plan) -> "tuple[Tally, CarefulReading | None]":
    from foedus import __version__  # noqa: PLC0415 - reads the package's metadata
    from foedus.cli.progress import progress  # noqa: PLC0415 - the rooms below are slow to import
    from foedus.cli.read_summary import interrupted  # noqa: PLC0415 - slow to import as well
    from foedus.ingest.sources import read_sources  # noqa: PLC0415 - slow to import as well
    from foedus.intake.given import Given  # noqa: PLC0415 - slow to import as well
    from foedus.intake.read_job import ReadJob  # noqa: PLC0415 - slow to import as well
    from foedus.ledger.reading.incoming import ReaderVersion  # noqa: PLC0415 - slow to import as well
    from foedus.reader.read import READABLE, Reader  # noqa: PLC0415 - slow to import as well

    job = None
    try:
        reader = Reader.choosing(plan.choices, plan.lexicon, models_folder())
        with ExitStack() as stack:
            crew = stack.enter_context(_crew(paths, plan))
            store = stack.enter_context(_patient_ledger(plan.ledger)) if plan.ledger else None
            stack.enter_context(plan.sink)
            given = Given(plan.options.metadata)
            items = read_sources(paths, plan.options)
            asked = stack.enter_context(_asking(plan.careful, reader, items, given, store))
            job = ReadJob(
                plan.brought or (asked.reader if asked else reader),
                readable=plan.brought.languages if plan.brought else READABLE,
                ledger=store,
                sink=plan.sink,
                min_confidence=plan.min_confidence,
                note=_command(paths, plan),
                version=_version(plan, asked) or ReaderVersion(reader.name, __version__),
                tell=tell,
                given=given,
                crew=crew,
            )
            job.run(stack.enter_context(progress(asked.plan.items if asked else items, shown=plan.progress)))
    except KeyboardInterrupt:
        tell(interrupted(job.tally if job else None, plan.shown))
        if plan.careful:
            tell(f"what the model has answered is kept in {plan.careful.answers}, and is not asked again")
        raise typer.Exit(INTERRUPTED) from None
    return job.tally, asked


def _crew(paths: list[str], plan: _Plan) -> "AbstractContextManager[Crew | None]":
    """Processes of the built-in reader; a model answers one document after the other, and so does who is brought."""
    if plan.careful or plan.brought:
        return nullcontext()
    return crew_for(paths, plan.workers, plan.choices, plan.lexicon)


def _version(plan: _Plan, asked: "CarefulReading | None") -> "ReaderVersion | None":
    """As the ledger notes whose reading it is; None for the built-in reader."""
    from foedus.ledger.reading.incoming import ReaderVersion  # noqa: PLC0415 - slow to import

    if plan.brought:
        return ReaderVersion(plan.brought.name, plan.brought.version)
    return asked.version if asked else None


def _asking(
    how: "Careful | None", reader: "Reader", items: "Iterable[Item]", given: "Given", ledger: "Ledger | None"
) -> "AbstractContextManager[CarefulReading | None]":
    """A model's questions under way; None where none is to be asked."""
    if how is None:
        return nullcontext()
    from foedus.cli.careful_reading import careful_reading  # noqa: PLC0415 - slow to import

    return careful_reading(how, reader, items, given, ledger)


def _command(paths: list[str], plan: _Plan) -> str:
    """What a batch is remembered by: the command with what it gave of the document, and which model was asked."""
    from msgspec.structs import asdict  # noqa: PLC0415 - with the rooms below

    asked = {"reader": plan.careful.reader.value, "model": plan.careful.asked.model} if plan.careful else {}
    brought = {"reader": plan.brought.name} if plan.brought else {}
    given = {**asdict(plan.options.metadata), **asked, **brought}
    options = [word for name, value in given.items() if value for word in (f"--{name}", value)]
    return shlex.join(["read", *paths, *options])


def _patient_ledger(where: str) -> "Ledger":
    """The ledger, made where it is missing; a batch waits longer for its turn than other commands' writes."""
    from foedus.intake.turns import LONGEST  # noqa: PLC0415 - slow to import as well
    from foedus.ledger.store import Ledger  # noqa: PLC0415 - slow to import as well

    return Ledger.open(where, create=True, lock_seconds=LONGEST)


def _sink(format: ReadFormat | None, out: Path | None) -> "OpenSink":
    from foedus.cli.sinks import Folder, Lines, Tables  # noqa: PLC0415 - slow to import as well

    if out is not None:
        return Folder(out)
    return Lines() if format is ReadFormat.JSONL else Tables()
