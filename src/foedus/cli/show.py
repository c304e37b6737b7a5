"""`foedus show`: one claim, with the words that decided each part of it."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.claim_page import page
from foedus.cli.config import pipeline_choices
from foedus.cli.console import out_is_terminal, write
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.lexicon_option import LexiconOption, lexicon_folder
from foedus.cli.outlets_option import OutletsOption, knowledge
from foedus.cli.user_language import user_language
from foedus.cli.voice_reasons import load_voice_reasons

if TYPE_CHECKING:
    from foedus.ledger.store import Ledger
    from foedus.lineage.grading.reliability import Knowledge
    from foedus.model.claim import Claim
    from foedus.model.document import Document


def show(
    id: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, or its beginning.")],
    ledger: LedgerOption = None,
    lexicon: LexiconOption = None,
    outlets: OutletsOption = None,
    lang: Annotated[
        str | None,
        typer.Option(metavar="LANG", help="Language of the reasons: en or fr. Else that of the locale, or English."),
    ] = None,
) -> None:
    """Print one claim and the words that decided it.

    Its sentence with the cues marked, every role with its offsets, and for stage, polarity, certainty, standing,
    quotation and zone the words or the rule that decided it. With who says it come, apart from each other, how
    reliable the source is and how credible the information, in the light of what else the ledger holds.
    Last, why the trigger makes the claim, and why each core role has its filler or nobody: its report is read again,
    and the strongest reasons are told.

    \b
    Examples:
      foedus show 81c2
      foedus show 81c2 --lang fr
    """
    told_in = user_language(lang, load_voice_reasons().languages())
    known = knowledge(outlets)
    with open_ledger(ledger) as store:
        claim = store.claim(id)
        document = store.document(claim.document.sha256)
        graded = _graded(claim, store, known, told_in)
    colour = out_is_terminal() and not os.environ.get("NO_COLOR")
    write(page(claim, colour=colour, lang=told_in, text=document.text, graded=graded).encode())
    write(_why(claim, document, lexicon).encode())


def _graded(claim: "Claim", store: "Ledger", known: "Knowledge", lang: str) -> list[str]:
    """The two grades and the certainty of the text, a line each; in English where they have no such language."""
    from foedus.cli.grade_lines import grade_lines  # noqa: PLC0415 - the rooms of lineage are slow to import

    return list(grade_lines(claim, store, known, "fr" if lang == "fr" else "en"))


def _why(claim: "Claim", document: "Document", lexicon: str | None) -> str:
    """The claim explained by the reader that would read now."""
    from foedus import __version__  # noqa: PLC0415 - as the next
    from foedus.cli.why import section  # noqa: PLC0415 - the reader is slow to import
    from foedus.reader.read import Reader  # noqa: PLC0415 - slow to import too

    reader = Reader.choosing(pipeline_choices(()), lexicon_folder(lexicon))
    place = (document, claim.trigger.start, claim.trigger.end, claim.type)
    return section(claim, reader.explain(*place), reader.explain_links(*place), f"{reader.name} {__version__}")
