"""The command `foedus`: its commands, and how every error becomes one line and an exit code."""

import contextlib
import logging
import os
import sys
from collections.abc import Iterator
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from foedus.cli import (
    audit,
    backup,
    changes,
    claims,
    compare_readers,
    contradictions,
    desk,
    diff,
    doctor,
    document,
    entities,
    export,
    findings,
    forget,
    import_,
    judge,
    lexicon,
    memberships,
    migrate,
    model,
    network,
    outlets,
    pipelines,
    positions,
    read,
    register,
    rejected,
    related,
    reread,
    restore,
    review,
    samples,
    scale,
    search,
    serve,
    show,
    sources,
    stories,
    story,
    timeline,
    tolls,
    train,
    treaty,
    watch,
)
from foedus.cli.console import tell
from foedus.cli.errors import EXIT_CODES, INTERNAL, INTERRUPTED
from foedus.model.errors import FoedusError, UsageError

_EPILOG = f"""\
\b
Examples:
  foedus read reports/ --ledger case.db
  foedus claims --about BLR --type transfer --from 2022
  foedus register --format csv --out register.csv
  foedus read report.txt --no-ledger --format jsonl

\b
{EXIT_CODES}
"""

# every wrong option or argument; typer names only this one of its kin in public
_CommandLineError: type[Exception] = typer.BadParameter.__mro__[2]


@contextlib.contextmanager
def _interruptible() -> Iterator[None]:
    """Tells of an interruption that no command has told of: typer by itself ends without a word."""
    try:
        yield
    except KeyboardInterrupt:
        tell("interrupted")
        raise typer.Exit(INTERRUPTED) from None


class _Commands(TyperGroup):
    """The commands, told of when they are interrupted."""

    def make_context(self, *args: Any, **more: Any) -> Any:  # noqa: ANN401 - typer keeps the types to itself
        """What is asked for."""
        with _interruptible():
            return super().make_context(*args, **more)

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - typer keeps the types to itself
        """Do it."""
        with _interruptible():
            return super().invoke(ctx)


app = typer.Typer(
    name="foedus",
    cls=_Commands,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for command in (
    read.read,
    watch.watch,
    reread.reread,
    rejected.rejected,
    compare_readers.compare_readers,
    document.document,
    claims.claims,
    search.search,
    show.show,
    register.register,
    network.network,
    timeline.timeline,
    positions.positions,
    memberships.memberships,
    tolls.tolls,
    contradictions.contradictions,
    related.related,
    diff.diff,
    sources.sources,
    stories.stories,
    story.story,
    changes.changes,
    treaty.treaty,
    judge.judge,
    findings.findings,
    outlets.outlets,
    entities.entities,
    serve.serve,
    train.train,
    backup.backup,
    restore.restore,
    forget.forget,
    migrate.migrate,
    samples.samples,
    doctor.doctor,
):
    app.command()(command)
app.add_typer(export.app)
app.add_typer(import_.app)
app.add_typer(scale.app)
app.add_typer(model.app)
app.add_typer(review.app)
app.add_typer(audit.app)
app.add_typer(desk.app)
app.add_typer(lexicon.app)
app.add_typer(pipelines.app)


@app.callback(invoke_without_command=True, epilog=_EPILOG)
def foedus(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    """Read reports about arms and alliances, and keep a ledger of who claims what, with the exact words."""
    if version:
        from foedus import __version__  # noqa: PLC0415 - reads the package's metadata

        typer.echo(f"foedus {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main() -> None:
    """Run the command line; ends with one of the exit codes that `foedus --help` names."""
    debug = bool(os.environ.get("FOEDUS_DEBUG"))
    # libraries log to standard error when nobody listens; what matters comes as a note or an error
    logging.basicConfig(level=logging.DEBUG if debug else logging.CRITICAL + 1)
    sys.exit(_run(debug=debug))


def _run(*, debug: bool) -> int:
    try:
        code: object = app(standalone_mode=False)
        sys.stdout.flush()
    except FoedusError as error:
        tell(str(error))
        return error.exit_code
    except _CommandLineError as error:
        return _wrong_call(error)
    except KeyboardInterrupt:
        tell("interrupted")
        return INTERRUPTED
    except OSError as error:
        if debug:
            raise
        place = f"{error.filename}: " if error.filename else ""
        tell(f"{place}{error.strerror or error}; free or choose another place, then run the same command again")
        _abandon_output()
        return 5
    except Exception as error:
        if debug:
            raise
        tell(f"internal error: {type(error).__name__}: {error} (run with FOEDUS_DEBUG=1 for the traceback)")
        return INTERNAL
    return code if isinstance(code, int) else 0


def _abandon_output() -> None:
    """What could not be written must not be tried again when the interpreter ends: that would be a second error."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _wrong_call(error: Exception) -> int:
    """A wrong option, argument or command in one line, with the command whose help says more."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "foedus"
    message = error.format_message() if hasattr(error, "format_message") else str(error)
    tell(f"{message.rstrip('.')}: see `{command} --help`")
    return UsageError.exit_code
