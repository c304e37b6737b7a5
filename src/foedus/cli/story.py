"""`foedus story`: the family tree of one story."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.asked.moments import moment
from foedus.cli.comparing import tell_uncompared
from foedus.cli.config import pipeline_choices
from foedus.cli.console import tell
from foedus.cli.filter_options import AsOfOption
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.lexicon_option import LexiconOption, lexicon_folder
from foedus.cli.models_folder import models_folder
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit
from foedus.cli.pipeline_option import PipelineOption
from foedus.cli.story_cells import branch_cells, full_branch_cells, legend_of
from foedus.model.errors import UsageError

if TYPE_CHECKING:
    from foedus.intake.stories import Telling
    from foedus.intake.taking import DocumentReader
    from foedus.ledger.store import Ledger


def story(
    name: Annotated[
        str,
        typer.Argument(metavar="ID|FILE", help="A story (s-…), or a document or claim of it; or one report in a file."),
    ],
    *,
    as_of: AsOfOption = None,
    pipeline: PipelineOption = None,
    lexicon: LexiconOption = None,
    ledger: LedgerOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """Print a story as a family tree.

    A story is the pages whose telling comes from one text: copies, excerpts, translations, rewrites, versions. Each
    page stands under the one that it comes from, with the evidence for it. A report in a file that the ledger does not
    hold is compared with it, and kept nowhere.

    \b
    Examples:
      foedus story s-3f9a12bc
      foedus story 77c0 --as-of 2024-06-30 --format csv
      foedus story leak.html
    """
    from foedus.lineage.tree import branches  # noqa: PLC0415 - lineage is slow to import

    is_file = Path(name).is_file()
    if is_file and as_of is not None:
        raise UsageError("--as-of looks at the ledger's past, and a report in a file has none there: leave it out")
    then = moment(as_of, "--as-of", latest=True)
    with open_ledger(ledger) as store:
        if is_file:
            telling = _of_file(store, name, pipeline_choices(pipeline or ()), lexicon_folder(lexicon))
        else:
            from foedus.intake.stories import story as held  # noqa: PLC0415 - slow to import as well

            telling = held(store, name, then)
        tell_uncompared(store)
    found = branches(telling.story, telling.documents)
    emit(found, Look(branch_cells, full_branch_cells), format=format, out=out, legend=legend_of(telling.story))


def _of_file(store: "Ledger", file: str, choices: dict[str, str], lexicon: Path | None) -> "Telling":
    from foedus.intake.one_report import story_of_report  # noqa: PLC0415 - slow to import as well

    def reader() -> "DocumentReader":
        from foedus.reader.read import Reader  # noqa: PLC0415 - only for what the ledger does not hold

        return Reader.choosing(choices, lexicon, models_folder())

    telling, held = story_of_report(store, file, reader)
    if not held:
        tell(f"{file} is not in this ledger: shown as it would stand there")
    return telling
