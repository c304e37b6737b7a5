"""`foedus show`: one claim, with the words that decided each part of it."""

import os
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from foedus.asked.moments import Moment, moment
from foedus.cli.claim_page import page
from foedus.cli.config import pipeline_choices
from foedus.cli.console import out_is_terminal, tell, write
from foedus.cli.filter_options import AsOfOption
from foedus.cli.judgement_words import saying
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.lexicon_option import LexiconOption, lexicon_folder
from foedus.cli.models_folder import models_folder
from foedus.cli.outlets_option import OutletsOption, knowledge
from foedus.cli.review_of import moved, readers_claim, reviewed
from foedus.cli.user_language import user_language
from foedus.model.errors import LedgerError, UsageError
from foedus.telling.wording import load_voice_reasons

if TYPE_CHECKING:
    from foedus.ledger.store import Ledger
    from foedus.lineage.grading.reliability import Knowledge
    from foedus.model.claim import Claim
    from foedus.model.document import Document


def show(
    id: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, or its beginning; ID.1 for a twin.")],
    *,
    ledger: LedgerOption = None,
    lexicon: LexiconOption = None,
    outlets: OutletsOption = None,
    lang: Annotated[
        str | None,
        typer.Option(metavar="LANG", help="Language of the reasons: en or fr. Else that of the locale, or English."),
    ] = None,
    as_of: AsOfOption = None,
) -> None:
    """Print one claim and the words that decided it.

    What people judged of it, with what the reader gave where they corrected it.
    Its sentence with the cues marked, every role with its offsets, and for stage, polarity, certainty, standing,
    quotation and zone the words or the rule that decided it. With who says it come, apart from each other, how
    reliable the source is and how credible the information, in the light of what else the ledger holds.
    Last, why the trigger makes the claim, and why each core role has its filler or nobody: its report is read again,
    and the strongest reasons are told.

    \b
    Examples:
      foedus show 81c2
      foedus show 81c2 --lang fr
      foedus show 81c2 --as-of 2024-06-30
    """
    told_in = user_language(lang, load_voice_reasons().languages())
    known, at = knowledge(outlets), moment(as_of, "--as-of", latest=True)
    with open_ledger(ledger) as store:
        claim, address = _found(store, id, at)
        document = _document(store, claim, at)
        review = reviewed(claim, store.history(address, at), told_in)
        elsewhere = moved(id, claim, store.history(id, at), told_in)
        graded = _graded(claim, store, known, told_in, whole=document is not None and at is None)
    if elsewhere:
        review = review._replace(lines=(elsewhere, *review.lines))
    colour = out_is_terminal() and not os.environ.get("NO_COLOR")
    text = document.text if document else None
    write(page(claim, colour=colour, lang=told_in, text=text, graded=graded, review=review).encode())
    if document is None:
        return
    if review.differs:
        write(f"\n{saying(told_in)('explains')}\n".encode())
    write(_why(readers_claim(claim, review.differs), document, lexicon).encode())


def _found(store: "Ledger", id: str, at: Moment) -> tuple["Claim", str]:
    """The claim that is meant, and its address."""
    if "." not in id:
        claim = store.claim(id, at)
        return claim, claim.id
    if at is not None:
        raise UsageError(f"--as-of takes an id without the number of a twin, not {id}")
    held = store.version(id)
    return held.claim, str(held.address)


def _document(store: "Ledger", claim: "Claim", at: Moment) -> "Document | None":
    """The claim's document; None, which is told, where the ledger has it without its text."""
    try:
        return store.document(claim.document.sha256, at)
    except LedgerError as error:
        tell(f"{error}: the claim is told from its own record, without grades and without why")
        return None


def _graded(claim: "Claim", store: "Ledger", known: "Knowledge", lang: str, *, whole: bool) -> list[str]:
    """The two grades and the certainty of the text, a line each; in English where they have no such language.

    The last alone unless the ledger is there whole, as it is now: the grades weigh a claim against all of it.
    """
    from foedus.cli.grade_lines import grade_lines, likelihood_line  # noqa: PLC0415 - lineage is slow to import

    told: Literal["en", "fr"] = "fr" if lang == "fr" else "en"
    return list(grade_lines(claim, store, known, told)) if whole else [likelihood_line(claim, told)]


def _why(claim: "Claim", document: "Document", lexicon: str | None) -> str:
    """The claim explained by the reader that would read now."""
    from foedus import __version__  # noqa: PLC0415 - as the next
    from foedus.cli.why import section  # noqa: PLC0415 - the reader is slow to import
    from foedus.reader.read import Reader  # noqa: PLC0415 - slow to import too

    reader = Reader.choosing(pipeline_choices(()), lexicon_folder(lexicon), models_folder())
    place = (document, claim.trigger.start, claim.trigger.end, claim.type)
    return section(claim, reader.explain(*place), reader.explain_links(*place), f"{reader.name} {__version__}")
