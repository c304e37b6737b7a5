"""`foedus contradictions`: pairs of claims that cannot both be right."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from foedus.cli.cards import Card, Line
from foedus.cli.claim_cells import confidence, marked_confidence, said, what
from foedus.cli.filter_options import with_filters
from foedus.cli.ids import short_id
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit
from foedus.model.claim import Claim

if TYPE_CHECKING:
    from foedus.ledger.filters import ClaimFilter
    from foedus.model.contradiction import Contradiction


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
      foedus contradictions --about Iran --with Russia
    """
    from foedus.lineage.contradictions import contradictions as compare  # noqa: PLC0415 - slow to import as well

    with open_ledger(ledger) as store:
        claims = {claim.id: claim for claim in store.claims(which)}
        found = compare(claims.values(), store.documents(which.as_of))
    look: Look[Contradiction] = Look(
        lambda pair: _row(pair, claims),
        card=lambda pair: _card(pair, claims),
        # two sentences with their sources are more than a line can hold
        always_cards=True,
    )
    emit(found, look, format=format, out=out, nothing="no claims contradict each other")


def _row(pair: "Contradiction", claims: Mapping[str, Claim]) -> dict[str, str]:
    cells = {
        f"{place} {name}": cell
        for place, claim in (("first", claims[pair.first]), ("second", claims[pair.second]))
        for name, cell in _cells(claim).items()
    }
    return {"kind": pair.kind, **cells, "reason": pair.reason}


def _cells(claim: Claim) -> dict[str, str]:
    says = f"{_says(claim)}: {claim.evidence[0].text}"
    return {"claim": claim.id, "where": _where(claim), "says": says, "confidence": confidence(claim)}


def _card(pair: "Contradiction", claims: Mapping[str, Claim]) -> Card:
    sides = [claims[pair.first], claims[pair.second]]
    return [Line(f"{pair.kind}: {pair.reason}"), *(line for claim in sides for line in _side(claim))]


def _side(claim: Claim) -> list[Line]:
    head = " · ".join(filter(None, (short_id(claim.id), _where(claim), _says(claim), marked_confidence(claim))))
    return [Line(head, 1), Line(claim.evidence[0].text, 2)]


def _where(claim: Claim) -> str:
    return ", ".join(filter(None, (claim.document.published, claim.document.outlet)))


def _says(claim: Claim) -> str:
    return f"{what(claim)} ({said(claim)})"
