"""`foedus document`: one document of the ledger, as stored."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.claim_list import claim_list
from foedus.cli.console import tell, write
from foedus.cli.judged import judgements_of
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.model.errors import NoTextError

if TYPE_CHECKING:
    from foedus.model.document import Document


def document(
    id: Annotated[str, typer.Argument(metavar="ID", help="The document's id, or its beginning.")],
    text: Annotated[
        bool, typer.Option("--text", help="Print the stored text and nothing else, to the character.")
    ] = False,
    ledger: LedgerOption = None,
) -> None:
    """Print one document: metadata, history and claims.

    The history has other pages with the same text, what was corrected and by what command, and who has read it.
    With --text its text alone, to which the offsets of its claims refer. Where the ledger was copied without texts,
    the rest is told, and that the text is not there.

    \b
    Examples:
      foedus document 3f9a
      foedus document 3f9a --text > report.txt
    """
    from foedus.cli.document_history import named_by, page_facts, read_facts  # noqa: PLC0415 - with the ledger
    from foedus.ledger.filters import ClaimFilter  # noqa: PLC0415 - slow to import as well

    with open_ledger(ledger) as store:
        try:
            found = store.document(id)
        except NoTextError as error:
            if text:
                raise
            tell(f"{error}: the rest that is known of it follows")
            found = named_by(store.page_versions(error.document))
        if text:
            write(found.text.encode())
            return
        history = [*page_facts(store.page_versions(found.id)), *read_facts(store.read_by(found.id))]
        write(_facts(found, history).encode())
        which = ClaimFilter(document=found.id)
        write(b"\n" + claim_list(list(store.claims(which)), judged=judgements_of(store, which)))


def _facts(document: "Document", history: Iterable[tuple[str, str]]) -> str:
    facts = {
        "document": document.id,
        "title": document.title,
        "published": document.published,
        "outlet": document.outlet,
        "url": document.url,
        "lang": document.lang,
        "characters": f"{len(document.text):,}" if document.text else None,
        "source": document.source,
        "extractor": document.extractor,
        "sha256": document.sha256,
        "of bytes": document.raw_sha256,
    }
    known = [(name, fact) for name, fact in facts.items() if fact]
    notes = [("note", note.text) for note in document.notes]
    return "".join(f"{name:<10}  {fact}\n" for name, fact in [*known, *history, *notes])
