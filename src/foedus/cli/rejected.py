"""`foedus rejected`: what a language model told and proof kept out of the ledger."""

from typing import Annotated

import typer

from foedus.cli.answers_option import AnswersOption, answers_folder
from foedus.cli.config import ledger_path
from foedus.cli.console import tell
from foedus.cli.in_option import InOption, told_in
from foedus.cli.ledger_option import LedgerOption
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit
from foedus.model.errors import UsageError


def rejected(
    about: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only where quoted words can mean this; repeatable.")
    ] = None,
    *,
    document: Annotated[
        str | None, typer.Option(metavar="ID", help="Only of this document: its id or the beginning of it.")
    ] = None,
    code: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Only what failed this check; repeatable.")
    ] = None,
    lang: InOption = None,
    answers: AnswersOption = None,
    ledger: LedgerOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """List what a model told and nothing proves.

    Each claim that foedus read --reader model or foedus model import kept out of the ledger: the check that it
    failed, on which words, the sentence that the model named, and what it told.

    \b
    Examples:
      foedus rejected
      foedus rejected --about Armenia --in fr
      foedus rejected --code not_in_text --format jsonl
    """
    from foedus.asked.names import entities  # noqa: PLC0415 - slow to import, as the next
    from foedus.careful.proof.fault import reasons  # noqa: PLC0415 - slow to import as well
    from foedus.cli.rejected_cells import Shown, card, cells, shown  # noqa: PLC0415 - slow to import as well
    from foedus.intake.answers.about import is_about  # noqa: PLC0415 - slow to import as well
    from foedus.intake.answers.store import AnswerStore  # noqa: PLC0415 - slow to import as well

    if strange := [one for one in code or () if one not in reasons()]:
        raise UsageError(f"--code {strange[0]!r}: there is no such check; there are {', '.join(reasons())}")
    keys = entities(about or (), tell)
    language = told_in(lang)
    store = AnswerStore(answers_folder(answers, ledger_path(ledger)), tell)
    found = (
        shown(one, language)
        for one in store.rejected()
        if one.document.id.startswith(document or "")
        and (not code or one.code in code)
        and (not keys or is_about(one, keys))
    )
    look: Look[Shown] = Look(cells, card=card)
    emit(found, look, format=format, out=out, nothing=f"nothing that was kept out stands in {store.folder}")
