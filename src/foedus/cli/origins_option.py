"""`--origins`: which documents come from one text and which sources from another, so that they count as one origin."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.cli.comparing import tell_uncompared

if TYPE_CHECKING:
    from foedus.ledger.filters import ClaimFilter, Moment
    from foedus.ledger.store import Ledger
    from foedus.model.claim import Claim
    from foedus.register.origins import Counted, CountOrigins

OriginsOption = Annotated[
    bool,
    typer.Option("--origins", help="Count independent origins: copies, translations, dependent sources are one."),
]


def counting(store: "Ledger", which: "ClaimFilter") -> "CountOrigins":
    """By the stories that the ledger knew at the filter's moment, and all sources that were marked by then."""
    from foedus.lineage.independent import Independence  # noqa: PLC0415 - slow to import as well
    from foedus.register.origins import Counted  # noqa: PLC0415 - slow to import as well

    documents = list(store.documents(which.as_of))
    edges = store.edges((document.id for document in documents), which.as_of)
    tell_uncompared(store)
    independence = Independence(documents, edges, dependent_sources(store, which.as_of))

    def count(some: "Iterable[Claim]") -> "Counted":
        told = independence.count(some)
        return Counted(len(told.stories), told.reason, bound=bool(told.ties))

    return count


def dependent_sources(store: "Ledger", as_of: "Moment" = None) -> list[tuple[str, str]]:
    """The sources that were marked as dependent at a moment, each with the one that it depends on."""
    return [(one.source, one.on) for one in store.dependences(as_of)]
