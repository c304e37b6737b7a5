"""`foedus contradictions`: pairs of claims that cannot both be right."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from foedus.cli.claim_cells import said, what
from foedus.cli.filter_options import with_filters
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.output import Format, FormatOption, OutOption, emit
from foedus.model.claim import Claim

if TYPE_CHECKING:
    from foedus.ledger.filters import ClaimFilter


@with_filters
def contradictions(
    which: "ClaimFilter", ledger: LedgerOption = None, format: FormatOption = Format.TABLE, out: OutOption = None
) -> None:
    """List claims that contradict each other.

    Each pair with its reason: one says what the other denies, or numbers, dates or parties do not fit together.

    \b
    Examples:
      foedus contradictions
      foedus contradictions --about Mali --format md
    """
    from foedus.lineage.contradictions import contradictions as compare  # noqa: PLC0415

    with open_ledger(ledger) as store:
        claims = {claim.id: claim for claim in store.claims(which)}
        found = compare(claims.values(), store.documents())
    emit(
        found,
        format=format,
        out=out,
        short=lambda pair: {"kind": pair.kind, **_both(claims, pair.first, pair.second), "reason": pair.reason},
        nothing="no claims contradict each other",
    )


def _both(claims: Mapping[str, Claim], first: str, second: str) -> dict[str, str]:
    return {
        f"{place} {name}": cell
        for place, claim in (("first", claims[first]), ("second", claims[second]))
        for name, cell in _cells(claim).items()
    }


def _cells(claim: Claim) -> dict[str, str]:
    where = ", ".join(filter(None, (claim.document.published, claim.document.outlet)))
    return {"claim": claim.id, "where": where, "says": f"{what(claim)} ({said(claim)}): {claim.evidence[0].text}"}
