"""`foedus search`: claims and documents by their words, and claims by the names of entities."""

from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.console import tell
from foedus.cli.filter_options import with_filters
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.output import Format, FormatOption, OutOption, emit
from foedus.model.errors import UsageError

if TYPE_CHECKING:
    from foedus.ledger.filters import ClaimFilter


@with_filters
def search(
    which: "ClaimFilter",
    words: Annotated[list[str], typer.Argument(metavar="WORDS…", help='Words, "phrases", beginnings*; -- -without.')],
    *,
    documents: Annotated[
        bool, typer.Option("--documents", help="Search the whole texts of documents instead of claims.")
    ] = False,
    limit: Annotated[int, typer.Option(metavar="N", help="So many at once, up to 1,000.")] = 20,
    after: Annotated[
        str | None, typer.Option(metavar="CURSOR", help="Go on behind the cursor that was told last.")
    ] = None,
    ledger: LedgerOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """Search claims, or whole documents, by words.

    All words must be there; case and accents do not matter. "Words in quotation marks" stand side by side, a star
    ends the beginning of a word, a minus goes before what must not be there (put -- before words that begin with
    one). A name of an entity also finds claims that name it otherwise or in another script. What was published last
    comes first. The filters are those of the other views.

    \b
    Examples:
      foedus search Belarus "air defence"
      foedus search 'missil*' --type transfer --from 2022
      foedus search --documents -- ammunition -parade
    """
    from foedus.cli.search_cells import CLAIMS, DOCUMENTS  # noqa: PLC0415 - slow to import as well

    if which.text is not None:
        raise UsageError("--text and the words of a search are the same: give the words only")
    asked = " ".join(map(_phrased, words))
    with open_ledger(ledger) as store:
        if documents:
            texts = store.search_documents(asked, which, after, limit)
            emit(texts.hits, DOCUMENTS, format=format, out=out, nothing="no document matches")
            follows = texts.next
        else:
            found = store.search(asked, which, after, limit)
            emit(found.hits, CLAIMS, format=format, out=out, nothing="no claim matches")
            follows = found.next
    if follows:
        tell(f"there are more: add --after {follows}")


def _phrased(word: str) -> str:
    """A word as the search reads it: what the shell keeps together is a phrase."""
    if " " not in word or '"' in word:
        return word
    return f'-"{word[1:]}"' if word.startswith("-") else f'"{word}"'
