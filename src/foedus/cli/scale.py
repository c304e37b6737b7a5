"""`foedus scale`: reports read on a cluster."""

import time
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.console import counted, tell
from foedus.cli.errors import DONE, INTERRUPTED, NOTHING_READ, PARTLY
from foedus.cli.input_options import MapOption, MaxSizeOption
from foedus.cli.limits_option import LimitOption
from foedus.model.errors import UsageError

if TYPE_CHECKING:
    from foedus.scale.job import Done

app = typer.Typer(name="scale", no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback()
def scale() -> None:
    """Read very many reports on a cluster.

    Spark reads them on as many machines as it has, into Parquet files of claims, documents and problems by day, which
    foedus import takes into a ledger and other programs open as they are.

    \b
    Examples:
      foedus scale submit crawl/ --out claims-2024
      foedus import parquet claims-2024 --ledger case.db
    """


@app.command()
def submit(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT", help="Files, folders or patterns, as paths or URLs that Spark reaches."),
    ],
    *,
    out: Annotated[str, typer.Option("--out", metavar="URL", help="The folder to write to: new, or this job's.")],
    master: Annotated[
        str | None,
        typer.Option("--master", metavar="URL", help="Spark's master; else as Spark is set up, else this machine."),
    ] = None,
    checkpoint: Annotated[
        str | None,
        typer.Option(
            "--checkpoint", metavar="URL", help="Where to note what is done.", show_default="_foedus within --out"
        ),
    ] = None,
    conf: Annotated[
        list[str] | None, typer.Option("--conf", metavar="NAME=VALUE", help="A setting of Spark's; may be repeated.")
    ] = None,
    commit_every: Annotated[
        int | None,
        typer.Option(
            "--commit-every", metavar="FILES", min=1, help="Files of a round.", show_default="as the cluster is large"
        ),
    ] = None,
    map: MapOption = None,
    max_size: MaxSizeOption = 20,
    limit: LimitOption = None,
) -> None:
    """Read reports on a cluster.

    The files are read in rounds. A round that is done stays done: whatever was killed, the same command goes on
    where it was, and reads files that have come since. What cannot be read is a row of the table of problems.

    \b
    Examples:
      foedus scale submit crawl/ --out claims-2024
      foedus scale submit 's3a://news/2024/*.warc.gz' --out s3a://news/claims --master spark://head:7077
      foedus scale submit hdfs:///news/articles.parquet --out hdfs:///claims --master yarn --map text=body
    """
    from foedus.cli.read_options import read_options  # noqa: PLC0415 - the rooms below are slow to import
    from foedus.ingest.options import Metadata  # noqa: PLC0415 - as above
    from foedus.scale.errors import check_programs  # noqa: PLC0415 - as above

    options = read_options(Metadata(), columns=map, megabytes=max_size, limits=limit)
    settings = _settings(conf or ())
    check_programs()
    from foedus.scale.job import run  # noqa: PLC0415 - needs an extra
    from foedus.scale.session import session  # noqa: PLC0415 - needs an extra

    began = time.monotonic()
    try:
        with session(master, settings) as spark:
            done = run(spark, inputs, out, checkpoint=checkpoint, options=options, most=commit_every, tell=tell)
    except KeyboardInterrupt:
        tell(f"interrupted: rounds that are done are in {out}; run the same command again to go on")
        raise typer.Exit(INTERRUPTED) from None
    tell(_summary(done, out, time.monotonic() - began))
    raise typer.Exit(_exit_code(done))


def _settings(options: "list[str] | tuple[()]") -> dict[str, str]:
    """Settings by name; UsageError where one has no value."""
    found = {}
    for option in options:
        name, equals, value = option.partition("=")
        if not equals or not name:
            raise UsageError(f"--conf {option!r} is no setting: write it like spark.executor.memory=4g")
        found[name] = value
    return found


def _summary(done: "Done", out: str, seconds: float) -> str:
    rows = done.rows
    before = done.files - done.read
    files = f"{counted(done.read, 'file')} read{f', {before:,} before' if before else ''}"
    left_out = f", {done.left_out:,} left out (named above)" if done.left_out else ""
    problems = f", {counted(rows['problems'], 'problem')}" if rows["problems"] else ""
    return (
        f"{files}{left_out}; {out} holds {counted(rows['documents'], 'document')}, "
        f"{counted(rows['claims'], 'claim')}{problems}; {seconds:.1f} s"
    )


def _exit_code(done: "Done") -> int:
    if not done.rows["documents"]:
        return NOTHING_READ
    return PARTLY if done.rows["problems"] or done.left_out else DONE
