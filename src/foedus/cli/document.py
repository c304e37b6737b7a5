"""`foedus document`: one document of the ledger, as stored."""

from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.claim_list import claim_list
from foedus.cli.console import write
from foedus.cli.ledger_option import LedgerOption, open_ledger

if TYPE_CHECKING:
    from foedus.model.document import Document


def document(
    id: Annotated[str, typer.Argument(metavar="ID", help="The document's id, or its beginning.")],
    text: Annotated[
        bool, typer.Option("--text", help="Print the stored text and nothing else, to the character.")
    ] = False,
    ledger: LedgerOption = None,
) -> None:
    """Print one document: metadata, notes and claims.

    With --text its text alone, to which the offsets of its claims refer.

    \b
    Examples:
      foedus document 3f9a
      foedus document 3f9a --text > report.txt
    """
    from foedus.ledger.filters import ClaimFilter  # noqa: PLC0415 - slow to import as well

    with open_ledger(ledger) as store:
        found = store.document(id)
        if text:
            write(found.text.encode())
            return
        write(_facts(found).encode())
        claims = list(store.claims(ClaimFilter(document=found.id)))
        write(b"\n" + claim_list(claims))


def _facts(document: "Document") -> str:
    facts = {
        "document": document.id,
        "title": document.title,
        "published": document.published,
        "outlet": document.outlet,
        "url": document.url,
        "lang": document.lang,
        "characters": f"{len(document.text):,}",
        "source": document.source,
        "extractor": document.extractor,
        "sha256": document.sha256,
        "of bytes": document.raw_sha256,
    }
    lines = [f"{name:<10}  {fact}" for name, fact in facts.items() if fact]
    notes = [f"{'note':<10}  {note.text}" for note in document.notes]
    return "".join(f"{line}\n" for line in lines + notes)
