"""What `foedus model export` does: reads the documents, writes the requests, and says what it left out."""

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import typer

from foedus.careful.budget import Prices, Tokens
from foedus.careful.request import Asked
from foedus.cli.atomic import whole_file
from foedus.cli.config import FILE
from foedus.cli.console import counted, out_is_terminal, tell, write
from foedus.cli.errors import DONE, INTERRUPTED, NOTHING_READ, PARTLY
from foedus.cli.progress import progress
from foedus.ingest.options import Options
from foedus.ingest.sources import read_sources
from foedus.intake.answers.exporting import Exported, ExportJob
from foedus.intake.answers.store import AnswerStore
from foedus.intake.given import Given
from foedus.reader.read import Reader


class ExportPlan(NamedTuple):
    """How to read and what to ask; `answers` is the folder that keeps documents and requests."""

    options: Options
    asked: Asked
    prices: Prices | None
    answers: Path
    only_relevant: bool
    max_documents: int | None
    lexicon: Path | None
    out: Path | None


def export_requests(paths: Sequence[str], plan: ExportPlan) -> int:
    """Write the requests; the command's exit code."""
    began = time.monotonic()
    job = ExportJob(
        Reader.choosing({}, plan.lexicon),
        plan.asked,
        AnswerStore(plan.answers, tell),
        Given(plan.options.metadata),
        tell=tell,
        only_relevant=plan.only_relevant,
        max_documents=plan.max_documents,
    )
    try:
        with ExitStack() as stack:
            put = write if plan.out is None else stack.enter_context(whole_file(plan.out)).write
            shown = plan.out is not None or not out_is_terminal()
            items = stack.enter_context(progress(read_sources(paths, plan.options), shown=shown))
            for request in job.lines(items):
                put(request)
    except KeyboardInterrupt:
        tell("interrupted: run the same command again")
        raise typer.Exit(INTERRUPTED) from None
    for line in _summary(job.tally, plan, time.monotonic() - began):
        tell(line)
    return _exit_code(job.tally)


def _summary(tally: Exported, plan: ExportPlan, seconds: float) -> Iterator[str]:
    if tally.irrelevant:
        yield f"{counted(tally.irrelevant, 'document')} without words that could make a claim left out: --all asks too"
    if tally.beyond:
        yield f"{counted(tally.beyond, 'document')} left out: --max-documents allows {plan.max_documents}"
    if tally.unread:
        yield f"{counted(tally.unread, 'document')} left out: there is no lexicon for their language"
    of = f" about {counted(tally.documents, 'document')}, for {plan.asked.model}"
    answered = f"; {tally.answered:,} answered already" if tally.answered else ""
    repeated = f"; {tally.repeated:,} the same as others" if tally.repeated else ""
    failed = f"; {tally.failed:,} not read (named above)" if tally.failed else ""
    yield f"{counted(tally.requests, 'request')}{of}{answered}{repeated}{failed}; {seconds:.1f} s"
    if tally.requests:
        yield f"about {tally.tokens_in:,} tokens to be read and {tally.tokens_out:,} to be written{_cost(tally, plan)}"
    if tally.documents:
        yield f"answers are read by `foedus model import FILE`, with the documents kept in {plan.answers}"


def _cost(tally: Exported, plan: ExportPlan) -> str:
    """What that costs, where foedus.toml names prices."""
    if plan.prices is None:
        return ""
    return f", for {plan.prices.cost(Tokens(tally.tokens_in, tally.tokens_out)):.2f} at the prices of {FILE}"


def _exit_code(tally: Exported) -> int:
    if tally.failed:
        return PARTLY if tally.documents else NOTHING_READ
    return DONE
