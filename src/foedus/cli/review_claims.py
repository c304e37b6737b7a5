"""`foedus review accept|correct|reject|split|merge|add`: judgements of claims."""

import shlex
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.review_lines import tell_judgements
from foedus.cli.reviewer import ReviewerOption, reviewer
from foedus.model.errors import UsageError

if TYPE_CHECKING:
    from foedus.ledger.review.desk import Seen
    from foedus.model.review import Addition

Ids = Annotated[list[str], typer.Argument(metavar="ID…", help="Claims by id or its beginning; ID.1 for a twin.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="The claim by id or its beginning; ID.1 for a twin.")]
Reason = Annotated[str | None, typer.Option(metavar="WORDS", help="Why; kept with the judgement.")]
Expect = Annotated[
    int | None,
    typer.Option(metavar="READING", help="The reading that you saw: if the claim has another by now, nothing is done."),
]
Opinion = Annotated[
    bool, typer.Option("--opinion", help="Only note what you think, for the agreement; the claim stays as it is.")
]
Given = Annotated[list[str], typer.Argument(metavar="FIELD=VALUE…", help="What is right instead.")]


def accept(
    ids: Ids,
    *,
    expect: Expect = None,
    opinion: Opinion = False,
    reason: Reason = None,
    by: ReviewerOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Accept claims as they stand, all or none.

    \b
    Examples:
      foedus review accept 81c2 5f0a
      foedus review accept 81c2 --reason "read the communiqué"
    """
    with open_ledger(ledger) as store:
        desk = store.review(reviewer(by), command="review accept")
        tell_judgements(desk.accept(*_seen(ids, expect), reason=reason, opinion=opinion))


def reject(
    ids: Ids,
    *,
    expect: Expect = None,
    opinion: Opinion = False,
    reason: Reason = None,
    by: ReviewerOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Reject claims that the text does not make, all or none.

    They are kept, with what was said of them, and left out of every view unless asked for.

    \b
    Examples:
      foedus review reject 81c2 --reason "a drill, no delivery"
    """
    with open_ledger(ledger) as store:
        desk = store.review(reviewer(by), command="review reject")
        tell_judgements(desk.reject(*_seen(ids, expect), reason=reason, opinion=opinion))


def correct(
    id: Id,
    given: Given,
    *,
    expect: Expect = None,
    opinion: Opinion = False,
    reason: Reason = None,
    by: ReviewerOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Correct fields of a claim; the reader's values stay.

    FIELD=VALUE sets a field, ROLE=VALUE a role; ROLE+=VALUE adds a filler, ROLE-=VALUE takes one out, ROLE= empties it.
    A filler is a key or a name (recipient=ARM), words of the text (item=GM200), or both (recipient=ARM=Yerevan); words
    may be START:END. Fields: type, stage, polarity, certainty, standing, zone, quoted, alternative, quantity, value,
    when, due, trigger, attribution, evidence.

    \b
    Examples:
      foedus review correct 81c2 stage=ordered when=2022-05
      foedus review correct 81c2 recipient=ARM "item+=GM200" quantity=4
      foedus review correct 81c2 "quantity=20=a score" "attribution=person:=the envoy"
    """
    from foedus.asked.review.fields import correction, said_already  # noqa: PLC0415 - loads the entities

    with open_ledger(ledger) as store:
        desk = store.review(reviewer(by), command="review correct")
        seen = store.version(id)
        change = correction(seen.claim, store.document(seen.claim.document.sha256).text, given)
        expected = seen.reading if expect is None else expect
        judged = desk.correct(id, change, reason=reason, expected=expected, opinion=opinion)
        tell_judgements([judged], said_already(given, judged.detail["fields"]))


def split(
    id: Id,
    *,
    part: Annotated[
        list[str],
        typer.Option(metavar="CHANGES", help="What is a part's own: FIELD=VALUE … in quotes; give two or more."),
    ],
    expect: Expect = None,
    reason: Reason = None,
    by: ReviewerOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Split a claim that is several, as one an item.

    Each --part is the claim with a correction, written as for `correct`; the first keeps the id.

    \b
    Examples:
      foedus review split 81c2 --part "item=tanks quantity=12" --part "item=guns quantity=4"
    """
    from foedus.asked.review.fields import correction  # noqa: PLC0415 - loads the entities

    with open_ledger(ledger) as store:
        desk = store.review(reviewer(by), command="review split")
        seen = store.version(id)
        text = store.document(seen.claim.document.sha256).text
        parts = [correction(seen.claim, text, _words(one)) for one in part]
        expected = seen.reading if expect is None else expect
        tell_judgements([desk.split(id, parts, reason=reason, expected=expected)])


def merge(
    kept: Annotated[str, typer.Argument(metavar="ID", help="The claim that stays, with the evidence of all.")],
    others: Annotated[list[str], typer.Argument(metavar="OTHER…", help="The claims that are the same statement.")],
    *,
    expect: Expect = None,
    reason: Reason = None,
    by: ReviewerOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Merge claims of one document that are one.

    The first stays, with the sentences of all; the ids of the others lead to it.

    \b
    Examples:
      foedus review merge 81c2 5f0a
    """
    with open_ledger(ledger) as store:
        desk = store.review(reviewer(by), command="review merge")
        first = kept if expect is None else (kept, expect)
        tell_judgements([desk.merge(first, *others, reason=reason)])


def add(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The document by id or its beginning.")],
    given: Annotated[
        list[str] | None, typer.Argument(metavar="[FIELD=VALUE…]", help="Further fields, written as for correct.")
    ] = None,
    *,
    trigger: Annotated[str, typer.Option(metavar="WORDS", help="The words that make the claim, or START:END.")],
    type: Annotated[str, typer.Option(metavar="TYPE", help="Type: transfer, deployment, agreement …")],
    stage: Annotated[str, typer.Option(metavar="STAGE", help="Stage: ordered, delivered, signed …")],
    role: Annotated[
        list[str] | None, typer.Option(metavar="ROLE=VALUE", help="Who fills a role, written as for correct.")
    ] = None,
    reason: Reason = None,
    by: ReviewerOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Add a claim that the reader missed.

    It counts as reviewed and stays when the text is read again. Its sentence is the one that the trigger stands in.

    \b
    Examples:
      foedus review add 3f9a --trigger "signed" --type transfer --stage ordered --role supplier=FRA --role item=GM200
      foedus review add 3f9a quantity=12 --trigger 120:129 --type transfer --stage delivered --role recipient=ARM
    """
    from foedus.asked.review.missed import addition  # noqa: PLC0415 - loads the entities

    with open_ledger(ledger) as store:
        desk = store.review(reviewer(by), command="review add")
        found = store.document(document)
        several = [*(role or ()), *(given or ())]
        made: Addition = addition(found, trigger, type, stage, several)
        tell_judgements([desk.add(found.id, made, reason=reason)])


def _seen(ids: list[str], expect: int | None) -> list["Seen"]:
    if expect is None:
        return list(ids)
    if len(ids) > 1:
        raise UsageError("--expect goes with one claim: judge the others by themselves")
    return [(ids[0], expect)]


def _words(part: str) -> list[str]:
    try:
        found = shlex.split(part)
    except ValueError as error:
        raise UsageError(f"--part {part!r}: {error}") from error
    if not found:
        raise UsageError("--part is empty: say what is this part's own")
    for one in found:
        if "=" not in one:
            raise UsageError(
                f"--part {part!r}: {one!r} belongs to no field: put quotes around a value of several words, "
                "as in --part \"item='heavy tanks' quantity=12\""
            )
    return found
