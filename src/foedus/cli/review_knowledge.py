"""`foedus review link|unlink|depend|independ`: what a person knows of names and sources."""

from typing import Annotated

import typer

from foedus.asked.moments import moment
from foedus.cli.filter_options import AsOfOption
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit
from foedus.cli.review_claims import Reason
from foedus.cli.review_lines import tell_judgements
from foedus.cli.reviewer import ReviewerOption, reviewer

Name = Annotated[str, typer.Argument(metavar="NAME", help="The name as texts have it; case and accents do not matter.")]
Source = Annotated[str, typer.Argument(metavar="SOURCE", help="An outlet of the ledger in any case, or a name or key.")]
On = Annotated[str, typer.Argument(metavar="ON", help="The source that it depends on, named likewise.")]


def link(
    name: Name,
    entity: Annotated[str, typer.Argument(metavar="ENTITY", help="Key or name of the entity that it means.")],
    reason: Reason = None,
    by: ReviewerOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Link a name to an entity wherever it has none.

    In every claim of the ledger now, and in what is read later. What the reader itself links stays as it is.

    \b
    Examples:
      foedus review link "Mosgrad" RUS --reason "the capital's old name"
    """
    from foedus.asked.review.names import entity as named  # noqa: PLC0415 - loads the entities
    from foedus.asked.review.names import linkable  # noqa: PLC0415 - as the one before

    with open_ledger(ledger) as store:
        desk = store.review(reviewer(by), command="review link")
        tell_judgements([desk.link(name, linkable(named(entity, "ENTITY")), reason=reason)])


def unlink(name: Name, reason: Reason = None, by: ReviewerOption = None, ledger: LedgerOption = None) -> None:
    """Take back the link of a name.

    \b
    Examples:
      foedus review unlink "Mosgrad"
    """
    with open_ledger(ledger) as store:
        tell_judgements([store.review(reviewer(by), command="review unlink").unlink(name, reason=reason)])


def depend(
    source: Source,
    on: On,
    reason: Annotated[str, typer.Option(metavar="WORDS", help="Why; it must be said.")],
    by: ReviewerOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Mark a source as not independent of another.

    \b
    Examples:
      foedus review depend "The Copyist" "The Gazette" --reason "same owner, reprints it"
    """
    from foedus.asked.review.sources import source as named  # noqa: PLC0415 - loads the entities

    with open_ledger(ledger) as store:
        desk = store.review(reviewer(by), command="review depend")
        tell_judgements([desk.depend(named(store, source, "SOURCE"), named(store, on, "ON"), reason=reason)])


def independ(
    source: Source, on: On, reason: Reason = None, by: ReviewerOption = None, ledger: LedgerOption = None
) -> None:
    """Take back that a source depends on another.

    \b
    Examples:
      foedus review independ "The Copyist" "The Gazette"
    """
    from foedus.asked.review.sources import source as named  # noqa: PLC0415 - loads the entities

    with open_ledger(ledger) as store:
        desk = store.review(reviewer(by), command="review independ")
        tell_judgements([desk.independ(named(store, source, "SOURCE"), named(store, on, "ON"), reason=reason)])


def dependences(
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """List the sources that depend on others, and why.

    `foedus sources` counts their stories as one.

    \b
    Examples:
      foedus review dependences
    """
    with open_ledger(ledger) as store:
        found = store.dependences(moment(as_of, "--as-of", latest=True))
    records = [one._asdict() for one in found]
    emit(records, Look(dict), format=format, out=out, nothing="no source is marked as dependent on another")
