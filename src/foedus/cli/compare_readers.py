"""`foedus compare-readers`: the built-in reader and a language model side by side."""

from pathlib import Path
from typing import Annotated

import typer

from foedus.cli.answers_option import AnswersOption, answers_folder
from foedus.cli.config import ledger_path
from foedus.cli.lexicon_option import LexiconOption, lexicon_folder
from foedus.cli.model_options import EndpointOption, ModelOption, ReaderChoice, RelevantOption
from foedus.cli.output import Format, FormatOption, OutOption
from foedus.model.errors import UsageError


def compare_readers(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH", help="Files and folders, as for read; else the gold's texts.")
    ] = None,
    *,
    readers: Annotated[
        str, typer.Option("--readers", metavar="NAME,…", help="Two or three of built-in, model, both.")
    ] = "built-in,model",
    gold: Annotated[
        Path | None, typer.Option("--gold", metavar="DIR", help="Score them against the gold files of this folder.")
    ] = None,
    model: ModelOption = None,
    endpoint: EndpointOption = None,
    only_relevant: RelevantOption = True,
    answers: AnswersOption = None,
    lexicon: LexiconOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """Compare readers on the same documents.

    What each finds and how long it takes, where each two differ, with the words of both; with a gold, how right each
    is. A language model is asked where an endpoint is named, else its answers must be there. Nothing is written to a
    ledger.

    \b
    Examples:
      foedus compare-readers reports/ --model NAME
      foedus compare-readers --gold gold/ --readers built-in,model,both --format md
      foedus compare-readers reports/ --model NAME --format jsonl --out compared.jsonl
    """
    from foedus.cli.compare_readers_job import ComparePlan, run  # noqa: PLC0415 - the rooms below are slow to import
    from foedus.cli.model_settings import model_settings  # noqa: PLC0415 - slow to import as well

    if not paths and gold is None:
        raise UsageError("compare-readers needs documents: name files or folders, or a gold with --gold")
    if format is Format.CSV:
        raise UsageError("--format csv holds one table and this has several: take table, md or jsonl")
    plan = ComparePlan(
        tuple(paths or ()),
        _chosen(readers),
        gold,
        model,
        endpoint,
        model_settings(),
        answers_folder(answers, ledger_path(None)),
        only_relevant=only_relevant,
        lexicon=lexicon_folder(lexicon),
        format=format,
        out=out,
    )
    raise typer.Exit(run(plan))


def _chosen(names: str) -> tuple[ReaderChoice, ...]:
    known = {str(choice): choice for choice in ReaderChoice}
    asked = tuple(dict.fromkeys(name.strip() for name in names.split(",") if name.strip()))
    if strange := [name for name in asked if name not in known]:
        raise UsageError(f"--readers {strange[0]!r}: there is no such reader; there are {', '.join(known)}")
    if len(asked) < 2:
        raise UsageError("--readers wants two or three to compare, as built-in,model")
    return tuple(known[name] for name in asked)
