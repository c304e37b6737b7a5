"""`foedus train`: the reader's small models learn from a ledger, and the models before come back."""

from pathlib import Path
from typing import Annotated

import typer

from foedus.cli.answers_option import AnswersOption, answers_folder
from foedus.cli.config import FILE, ledger_path
from foedus.cli.console import tell
from foedus.cli.ledger_option import LedgerOption, shown_ledger
from foedus.cli.models_folder import models_folder
from foedus.cli.output import Format, Look, emit
from foedus.model.errors import UsageError

DEFAULT = Path("foedus-models")


def train(
    *,
    from_ledger: Annotated[
        bool, typer.Option("--from-ledger", help="Learn from what was proven and judged in the ledger.")
    ] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Go back to the models before; nothing is deleted.")] = False,
    material: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The project's own texts; else the folder training of its clone."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help=f"Where models are kept, each training in a folder; {DEFAULT}.")
    ] = None,
    weight: Annotated[
        float,
        typer.Option(
            metavar="W", min=0.01, max=100, help="How much a document of the ledger counts beside one of the project's."
        ),
    ] = 1.0,
    answers: AnswersOption = None,
    yes: Annotated[bool, typer.Option("--yes", help="Take the new models without being asked.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Train the reader's small models on the ledger too.

    On documents whose claims were all proven by the careful reader or judged by people, beside the project's own
    texts. Shows what the models were worth before and are after, and asks before they are taken. Takes minutes.

    \b
    Examples:
      foedus train --from-ledger --ledger case.db
      foedus train --from-ledger --material foedus-clone/training --yes
      foedus train --undo
    """
    if from_ledger == undo:
        raise UsageError("say --from-ledger to train, or --undo to go back to the models before")
    if undo:
        _undo()
        return
    from foedus.cli.train_job import TrainPlan, run  # noqa: PLC0415 - the rooms below are slow to import

    place = ledger_path(ledger)
    plan = TrainPlan(place, shown_ledger(place), material, out or DEFAULT, answers_folder(answers, place), weight)
    done = run(plan, models_folder())
    emit(done.rows(), Look(lambda row: row), format=Format.TABLE, out=None)
    if yes or _agreed():
        done.take()
        tell(f"{FILE} now names the models in {done.folder}; foedus train --undo goes back to those before")
    else:
        tell(f'not taken: models = "{done.folder.as_posix()}" in {FILE} takes them')


def _agreed() -> bool:
    """Ask whether the models are to be taken; no, where nobody is there to be asked."""
    import sys  # noqa: PLC0415 - only here

    return sys.stdin.isatty() and typer.confirm("foedus: take the new models?", default=False, err=True)


def _undo() -> None:
    from foedus.cli.train_job import go_back  # noqa: PLC0415 - the rooms below are slow to import

    tell(go_back(models_folder()))
