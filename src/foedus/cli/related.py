"""`foedus related`: how other claims stand to one."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Annotated

import typer

from foedus.asked.moments import Moment, moment
from foedus.cli.cards import Card, Line
from foedus.cli.claim_cells import said, what
from foedus.cli.filter_options import AsOfOption
from foedus.cli.ids import short_id
from foedus.cli.ledger_option import LedgerOption, open_ledger
from foedus.cli.output import Format, FormatOption, Look, OutOption, emit
from foedus.model.claim import Claim

if TYPE_CHECKING:
    from foedus.ledger.store import Ledger
    from foedus.lineage.relations import Relation


def related(
    id: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, or its beginning.")],
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
    format: FormatOption = Format.TABLE,
    out: OutOption = None,
) -> None:
    """List how other claims stand to one.

    Those that say the same, more or less exactly, a later state of it, or the contrary, each with its reason. Claims of
    its type with two of its parties are compared.

    \b
    Examples:
      foedus related 81c2
      foedus related 81c2 --format csv --out related.csv
    """
    from foedus.lineage.relations import relations  # noqa: PLC0415 - slow to import

    at = moment(as_of, "--as-of", latest=True)
    with open_ledger(ledger) as store:
        one = store.claim(id, at)
        others = {claim.id: claim for claim in _beside(store, one, at)} | {one.id: one}
    found = relations(one, others.values())
    look: Look[Relation] = Look(
        lambda pair: _row(pair, one, others), card=lambda pair: _card(pair, one, others), always_cards=True
    )
    emit(found, look, format=format, out=out, nothing="no other claim of its parties has to do with it")


def _beside(store: "Ledger", claim: Claim, as_of: Moment) -> Iterator[Claim]:
    from foedus.ledger.filters import ClaimFilter  # noqa: PLC0415 - slow to import
    from foedus.lineage.sameness import named  # noqa: PLC0415 - the same

    for one, other in combinations(sorted({part.entity for part in named(claim)}), 2):
        yield from store.claims(ClaimFilter(types=(claim.type,), about=(one,), with_=(other,), as_of=as_of))


def _other(pair: "Relation", one: Claim, others: Mapping[str, Claim]) -> Claim:
    return others[pair.second if pair.first == one.id else pair.first]


def _row(pair: "Relation", one: Claim, others: Mapping[str, Claim]) -> dict[str, str]:
    other = _other(pair, one, others)
    order = "later" if pair.first == one.id else "earlier"
    return {"kind": pair.kind, "claim": other.id, "told": order, "says": other.evidence[0].text, "reason": pair.reason}


def _card(pair: "Relation", one: Claim, others: Mapping[str, Claim]) -> Card:
    other = _other(pair, one, others)
    place = " · ".join(
        filter(None, (short_id(other.id), other.document.published, other.document.outlet, what(other), said(other)))
    )
    return [Line(f"{pair.kind}: {pair.reason}"), Line(place, 1), Line(other.evidence[0].text, 2)]
