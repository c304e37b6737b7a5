"""`foedus review queue|history|agreement|undo`: what waits, what became of a claim, and taking a judgement back."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from foedus.asked.levels import sure_level
from foedus.cli.console import tell
from foedus.cli.filter_options import with_filters
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit
from foedus.cli.review_claims import Id, Reason
from foedus.cli.review_lines import agreement_cells, step_cells, tell_judgements, waiting_card, waiting_cells
from foedus.cli.reviewer import ReviewerOption, reviewer
from foedus.model.errors import UsageError

if TYPE_CHECKING:
    from foedus.ledger.filters import ClaimFilter


@with_filters
def queue(
    which: "ClaimFilter",
    *,
    doubtful: Annotated[
        bool, typer.Option("--doubtful", help="The claims below the level `sure`, instead of the sure ones.")
    ] = False,
    second: Annotated[
        bool, typer.Option("--second", help="What others have judged and you have not, instead of what nobody has.")
    ] = False,
    limit: Annotated[int, typer.Option(metavar="N", help="How many at most.")] = 20,
    after: Annotated[
        str | None, typer.Option(metavar="CURSOR", help="Go on behind the page that named this cursor.")
    ] = None,
    by: ReviewerOption = None,
    ledger: LedgerOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """List the claims that wait for a person.

    The sure ones, or with --doubtful the others; by date and place in the text, so that a document's claims come
    together. `reading` is what --expect takes.

    \b
    Examples:
      foedus review queue --type transfer
      foedus review queue --doubtful --limit 50 --format csv --out doubtful.csv
    """
    name = reviewer(by) if second else None
    with open_ledger(ledger) as store:
        page = store.review_queue(which, level=sure_level(), doubtful=doubtful, second=name, after=after, limit=limit)
    look: Look[Any] = Look(waiting_cells, card=waiting_card)  # Any: NamedTuples in a table, records of theirs in JSON
    records: list[Any] = list(page.waiting)
    if format is Format.JSONL:
        records = [one._asdict() for one in page.waiting]
    emit(records, look, format=format, out=out, nothing="no claim waits")
    if page.next is not None:
        tell(f"more wait: go on with --after {page.next}")


def history(id: Id, ledger: LedgerOption = None, format: FormatOption = Format.TABLE, out: OutOption = None) -> None:
    """Show every version and judgement of a claim.

    In order: who did what when, what changed, and in which fields a person's value stands instead of the machine's.

    \b
    Examples:
      foedus review history 81c2
      foedus review history 81c2 --format jsonl
    """
    with open_ledger(ledger) as store:
        steps = store.history(id)
    emit(steps, Look(step_cells), format=format, out=out)


def agreement(ledger: LedgerOption = None, format: FormatOption = Format.TABLE, out: OutOption = None) -> None:
    """Tell how far reviewers of the same claims agree.

    Krippendorff's alpha over verdicts (accept, correct, reject) and over the values of corrected fields, all and by
    type: 1 is full agreement, 0 what chance would give.

    \b
    Examples:
      foedus review agreement
    """
    with open_ledger(ledger) as store:
        found = store.agreement()
    emit(found, Look(agreement_cells), format=format, out=out)


def undo(
    number: Annotated[
        int | None, typer.Argument(metavar="[NUMBER]", help="The judgement's number, as `history` has it.")
    ] = None,
    last: Annotated[bool, typer.Option("--last", help="Your own last judgement that is in force.")] = False,
    reason: Reason = None,
    by: ReviewerOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Take back a judgement, by its number or the last.

    What it found holds again. If somebody has judged the claim since, the line says what is to be undone first.

    \b
    Examples:
      foedus review undo 12 --reason "wrong claim"
      foedus review undo --last
    """
    if (number is None) is not last:
        raise UsageError("say which judgement: give its NUMBER, or --last for your own last one")
    with open_ledger(ledger) as store:
        tell_judgements([store.review(reviewer(by), command="review undo").undo(number, reason=reason)])
