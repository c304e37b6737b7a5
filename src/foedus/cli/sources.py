"""`foedus sources`: how well each statement is sourced."""

from typing import TYPE_CHECKING

from foedus.cli.filter_options import with_filters
from foedus.cli.ids import short_ids
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit

if TYPE_CHECKING:
    from foedus.ledger.filters import ClaimFilter
    from foedus.lineage.sourcing import Sourced


@with_filters
def sources(
    which: "ClaimFilter", ledger: LedgerOption = None, format: FormatOption = Format.TABLE, out: OutOption = None
) -> None:
    """List how each statement is sourced.

    On how many pages it stands, from how many stories (copies and translations of one text are one story), the
    best standing that it has, and who says it; what most stories say comes first.

    \b
    Examples:
      foedus sources --about "S-400"
      foedus sources --type transfer --format csv --out sources.csv
    """
    from foedus.lineage.copies import copies  # noqa: PLC0415
    from foedus.lineage.sourcing import sourcing  # noqa: PLC0415
    from foedus.lineage.translations import translations  # noqa: PLC0415

    with open_ledger(ledger) as store:
        documents = list(store.documents())
        edges = [*copies(documents), *translations(documents, store.claims())]
        found = sourcing(store.claims(which), documents, edges)
    emit(found, Look(_short, _full), format=format, out=out, nothing="no claim matches")


def _short(one: "Sourced") -> dict[str, str]:
    return {
        "statement": one.label,
        "pages": str(len(one.pages)),
        "stories": str(len(one.stories)),
        "best": one.highest,
        "said by": ", ".join(one.voices),
        "claims": short_ids(one.claims),
    }


def _full(one: "Sourced") -> dict[str, str]:
    standings = "; ".join(f"{standing} {count}" for standing, count in one.standings.items())
    return _short(one) | {
        "standings": standings,
        "claims": " ".join(one.claims),
        "documents": " ".join(one.pages),
        "reason": one.reason,
    }
