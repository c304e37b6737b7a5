"""`foedus model`: requests to a language model as a file, and its answers from one."""

from typing import Annotated

import typer

from foedus.cli.answers_option import AnswersOption, answers_folder
from foedus.cli.config import ledger_path, pipeline_choices
from foedus.cli.input_options import (
    LangOption,
    MapOption,
    MaxSizeOption,
    OutletOption,
    PathsArgument,
    PublishedOption,
    UrlOption,
)
from foedus.cli.ledger_option import LedgerOption
from foedus.cli.lexicon_option import LexiconOption, lexicon_folder
from foedus.cli.model_options import AnswersRead, AnswersReadOption, MaxDocumentsOption, ModelOption, RelevantOption
from foedus.cli.output import OutOption
from foedus.cli.pipeline_option import PipelineOption
from foedus.cli.read import ReadFormat
from foedus.model.errors import UsageError

app = typer.Typer(name="model", no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback()
def model() -> None:
    """Write requests to a language model, take in answers.

    By way of files: for batch services, and for machines that no network reaches. foedus read --reader model asks
    an endpoint at once.

    \b
    Examples:
      foedus model export reports/ --model NAME > requests.jsonl
      foedus model import answers.jsonl --ledger case.db
    """


@app.command()
def export(
    paths: PathsArgument,
    *,
    model: ModelOption = None,
    out: OutOption = None,
    only_relevant: RelevantOption = True,
    max_documents: MaxDocumentsOption = None,
    answers: AnswersOption = None,
    ledger: LedgerOption = None,
    published: PublishedOption = None,
    url: UrlOption = None,
    outlet: OutletOption = None,
    lang: LangOption = None,
    map: MapOption = None,
    lexicon: LexiconOption = None,
    max_size: MaxSizeOption = 20,
) -> None:
    """Write what a language model is to be asked about reports.

    One request a line, in the form that OpenAI's batch service and its kin take. The reports are kept beside the
    answers: an import needs the answers alone. What is answered already is not written again.

    \b
    Examples:
      foedus model export reports/ --model NAME > requests.jsonl
      foedus model export report.txt --published 2022-05-19 --model NAME --out requests.jsonl
      foedus model export news.jsonl --model NAME --all --max-documents 200 --out requests.jsonl
    """
    from foedus.cli.model_export import ExportPlan, export_requests  # noqa: PLC0415 - the rooms below are slow to import
    from foedus.cli.model_settings import model_settings  # noqa: PLC0415 - slow to import as well
    from foedus.cli.read_options import read_options, single_metadata  # noqa: PLC0415 - slow to import as well

    metadata = single_metadata(paths, published=published, url=url, outlet=outlet, lang=lang)
    known = model_settings()
    plan = ExportPlan(
        read_options(metadata, columns=map, megabytes=max_size),
        known.asked(model),
        known.prices(),
        answers_folder(answers, ledger_path(ledger)),
        only_relevant=only_relevant,
        max_documents=max_documents,
        lexicon=lexicon_folder(lexicon),
        out=out,
    )
    raise typer.Exit(export_requests(paths, plan))


@app.command("import")
def import_(
    files: Annotated[
        list[str], typer.Argument(metavar="ANSWERS", help="JSON lines of answers, as a batch service gives them, or -.")
    ],
    *,
    answers: AnswersOption = None,
    ledger: LedgerOption = None,
    no_ledger: Annotated[bool, typer.Option("--no-ledger", help="Keep no claims: only show them.")] = False,
    partly: Annotated[
        bool, typer.Option("--partly", help="Read documents too of which not every passage is answered yet.")
    ] = False,
    format: Annotated[
        ReadFormat | None,
        typer.Option("--format", help="table for reading, jsonl for one claim a line.", show_default="table"),
    ] = None,
    reader: AnswersReadOption = AnswersRead.MODEL,
    pipeline: PipelineOption = None,
    lexicon: LexiconOption = None,
) -> None:
    """Take in what a language model answered: prove it, print and keep what holds.

    Answers may come in any order, in parts and twice. A document is read once all its passages are answered. What
    cannot be proven is kept out: foedus rejected lists it.

    \b
    Examples:
      foedus model import answers.jsonl --ledger case.db
      foedus model import part-1.jsonl part-2.jsonl --partly --reader both
      foedus model import answers.jsonl --no-ledger --format jsonl > claims.jsonl
    """
    from foedus.cli.model_import import ImportPlan, import_answers  # noqa: PLC0415 - the rooms below are slow to import

    if ledger is not None and no_ledger:
        raise UsageError("--ledger and --no-ledger contradict each other: give one of them")
    place = ledger_path(ledger)
    plan = ImportPlan(
        answers_folder(answers, place),
        None if no_ledger else place,
        format,
        partly=partly,
        with_built_in=reader is AnswersRead.BOTH,
        choices=pipeline_choices(pipeline or ()),
        lexicon=lexicon_folder(lexicon),
    )
    raise typer.Exit(import_answers(files, plan))
