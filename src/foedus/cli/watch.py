"""`foedus watch`: feeds and folders looked at again and again, what is new in them into the ledger."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.config import ledger_path, pipeline_choices
from foedus.cli.console import tell
from foedus.cli.errors import INTERRUPTED
from foedus.cli.input_options import MaxSizeOption
from foedus.cli.ledger_option import LedgerOption, shown_ledger
from foedus.cli.lexicon_option import LexiconOption, lexicon_folder
from foedus.cli.limits_option import LimitOption
from foedus.cli.pipeline_option import PipelineOption

if TYPE_CHECKING:
    from foedus.watching.clock import SystemClock


def watch(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FEED|FOLDER]", help="Addresses of feeds and folders; else those of foedus.toml."),
    ] = None,
    *,
    ledger: LedgerOption = None,
    once: Annotated[bool, typer.Option("--once", help="Look once at everything, and end.")] = False,
    every: Annotated[
        float | None,
        typer.Option(metavar="MINUTES", help="Between two looks at a feed, at least.", show_default="15"),
    ] = None,
    pages: Annotated[
        bool | None,
        typer.Option("--pages/--no-pages", help="Fetch the page where a feed has only a teaser.", show_default="no"),
    ] = None,
    contact: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Mail or page by which servers that are asked can reach you.")
    ] = None,
    allow_private: Annotated[
        bool | None,
        typer.Option("--allow-private/--no-allow-private", help="Fetch from private networks too.", show_default="no"),
    ] = None,
    state: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="What has been seen; else a file beside the ledger."),
    ] = None,
    pipeline: PipelineOption = None,
    lexicon: LexiconOption = None,
    max_size: MaxSizeOption = 20,
    limit: LimitOption = None,
) -> None:
    """Read what is new in feeds and folders.

    They are looked at again and again until Ctrl-C. Feeds are asked politely: only for what is new, no more often
    than they wish, later where they fail. What was seen is remembered, so that a later watch goes on.

    \b
    Examples:
      foedus watch https://gazette.example/feed inbox/ --ledger case.db
      foedus watch https://gazette.example/feed --pages --contact desk@example.org --every 30
      foedus watch --once
    """
    from foedus.cli.read_options import read_options  # noqa: PLC0415 - with the reader
    from foedus.cli.watch_parts import Parts, watching  # noqa: PLC0415 - with the rooms below
    from foedus.cli.watch_settings import watch_settings  # noqa: PLC0415 - slow to import as well
    from foedus.cli.watch_summary import exit_code, watch_summary  # noqa: PLC0415 - slow to import as well
    from foedus.ingest.options import Metadata  # noqa: PLC0415 - slow to import as well
    from foedus.watching.clock import SystemClock  # noqa: PLC0415 - slow to import as well

    how = watch_settings(
        sources or (), every=every, pages=pages, contact=contact, allow_private=allow_private, state=state
    )
    where = ledger_path(ledger)
    clock = SystemClock()
    parts = Parts(
        how,
        read_options(Metadata(), columns=None, megabytes=max_size, limits=limit),
        where,
        clock,
        pipeline_choices(pipeline or ()),
        lexicon_folder(lexicon),
    )
    began = time.monotonic()
    with _ended_by_signals(clock), watching(parts, tell) as (look, watched):
        if once:
            look.once()
        else:
            look.run()
    tell(watch_summary(watched, shown_ledger(where), time.monotonic() - began))
    if once:
        raise typer.Exit(INTERRUPTED if clock.is_ended else exit_code(watched))


@contextmanager
def _ended_by_signals(clock: "SystemClock") -> Iterator[None]:
    """The first Ctrl-C or SIGTERM lets what is under way be kept; a second one is as everywhere."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def end(number: int, _frame: object) -> None:
        clock.end()
        tell("ending: what is being read is kept first")
        signal.signal(number, before[signal.Signals(number)])

    for number in before:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
