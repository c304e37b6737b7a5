"""`--origins`: which documents are one story, so that copies count as one origin."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from foedus.ledger.filters import ClaimFilter
    from foedus.ledger.store import Ledger

OriginsOption = Annotated[
    bool, typer.Option("--origins", help="Count independent origins: copies and translations are one.")
]


def stories_of(store: "Ledger", which: "ClaimFilter") -> Mapping[str, str]:
    """Document id to story id, of all documents that the ledger knew at the filter's moment."""
    from foedus.ledger.filters import ClaimFilter  # noqa: PLC0415 - slow to import as well
    from foedus.lineage.copies import copies  # noqa: PLC0415 - slow to import as well
    from foedus.lineage.stories import stories  # noqa: PLC0415 - slow to import as well
    from foedus.lineage.translations import translations  # noqa: PLC0415 - slow to import as well

    documents, claims = list(store.documents(which.as_of)), list(store.claims(ClaimFilter(as_of=which.as_of)))
    return stories(documents, [*copies(documents), *translations(documents, claims)])
