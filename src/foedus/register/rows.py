"""Claims of transfers to the rows of a register.

The shape and the habits are those of the SIPRI Arms Transfers Database, as its public methodology describes its
trade registers: one row a supplier, recipient and designation; order and delivery kept apart; parentheses round
what is uncertain. Unlike there, nothing is estimated: a row says only what claims say, with their ids.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from foedus.model.claim import Claim
from foedus.model.row import RegisterRow, RowParty
from foedus.model.vocabulary import ClaimType
from foedus.register.cell import Cell, ids, outlets
from foedus.register.groups import Group, groups
from foedus.register.heads import UNKNOWN
from foedus.register.known import Described, Known, describe, home, nobody
from foedus.register.local import Making, local_production
from foedus.register.numbers import numbers
from foedus.register.origins import CountOrigins
from foedus.register.standing import Weighed, weigh
from foedus.register.status import flags, status
from foedus.register.surety import confidence, row_to_check
from foedus.register.terms import Span, roles_told, shared_sums, worth
from foedus.register.years import MADE, delivery_years, order_years

READS: tuple[ClaimType, ...] = ("transfer", "production")
"""Types of claims that make a difference."""

_HEADS = ("supplier", "recipient", "item")


def register_rows(
    claims: Iterable[Claim], *, sure: float, known: Known = nobody, origins: CountOrigins | None = None
) -> list[RegisterRow]:
    """Rows of the transfer register, by supplier, recipient and item.

    Claims of transfers make the rows, those of production tell of local production, others are passed over; in which
    order they come makes no difference. `known` describes items and tells whose a company is; `origins` tells from
    how many origins claims come: without it nothing is said of them. No stage is upgraded: an order never counts as a
    delivery, nor a rumour as anything plain. Rows of which some claim's confidence reaches `sure` (0 to 1) come first,
    then those to check; either are ordered by the names of their heads, unknown ones last.
    """
    given = list(claims)
    grouped = groups(given)
    beside = _Beside(Making.of(given), shared_sums(group.claims for group in grouped), known, origins, sure)
    return sorted((_row(group, beside) for group in grouped), key=lambda row: row.to_check)


class _Beside(NamedTuple):
    """What a row needs besides its own claims."""

    making: Making
    shared: frozenset[Span]
    known: Known
    origins: CountOrigins | None
    sure: float


def _row(group: Group, beside: _Beside) -> RegisterRow:
    making, shared, known, count, sure = beside
    weighed = [weigh(claim) for claim in group.claims]
    ordered, delivered = numbers(weighed, ("ordered",)), numbers(weighed, MADE)
    when_ordered, when_delivered = order_years(weighed), delivery_years(weighed)
    local, price = local_production(group, making, known), worth(weighed, shared)
    stage = status(weighed)
    flagged = flags(weighed, stage.says)
    check = row_to_check(group.claims, stage, sure)
    denying = [one for one in weighed if one.weight == "denied"]
    what = describe(group.item, known)
    cells: dict[str, Cell[object]] = {
        **{head: _head(group, head) for head in _HEADS},
        "description": _described(what, group),
        "number_ordered": ordered,
        "number_delivered": delivered,
        "order_years": when_ordered,
        "delivery_years": when_delivered,
        "local_production": local,
        "worth": price,
        "via": roles_told(weighed, "via"),
        "purpose": roles_told(weighed, "purpose"),
        "status": stage,
        "flags": _joined(flagged),
        "contradicting": _denied(denying),
        "to_check": check,
    }
    behind = {claim.id: claim for claim in (*making.by_item.get(group.key.item, ()), *group.claims)}
    origins = _origins(cells, group, behind, count) if count else {}
    if count:
        cells["origins"] = _all_origins(group, count)
    return RegisterRow(
        supplier=group.supplier,
        recipient=group.recipient,
        item=group.item,
        supplier_state=_state(group.supplier, known),
        recipient_state=_state(group.recipient, known),
        description=what.description,
        category=what.category,
        number_ordered=ordered.says.counts,
        number_delivered=delivered.says.counts,
        order_years=when_ordered.says,
        delivery_years=when_delivered.says,
        orders=ordered.says.lots,
        deliveries=delivered.says.lots,
        local_production=local.says,
        worth=price.says,
        uncertain=_uncertain(cells),
        status=stage.says,
        flags=tuple(flag.says for flag in flagged),
        claims=ids(group.claims),
        outlets=outlets(group.claims),
        contradicting=ids(denying),
        confidence=confidence(group.claims),
        to_check=check.says,
        comment=_comment(cells),
        cells={field: cell.claims for field, cell in cells.items()},
        sources={field: outlets([behind[claim] for claim in cell.claims]) for field, cell in cells.items()},
        against={field: cell.against for field, cell in cells.items()},
        reasons={field: cell.reason for field, cell in cells.items()},
        origins=origins,
    )


def _head(group: Group, role: str) -> Cell[str]:
    """A head and the claims that name it; all claims of a row name the same, or none names any."""
    party = getattr(group, role)
    if party == UNKNOWN:
        return Cell(party.name, (), f"no claim of the row says which {role}", notable=True)
    how = f"entity {party.entity}" if party.entity else "words of the text, linked to no entity"
    return Cell(party.name, ids(group.claims), how)


def _described(what: Described, group: Group) -> Cell[str]:
    """Known of the item, whatever the claims say; theirs is only which item it is."""
    return Cell(what.description or "", ids(group.claims) if what.description else (), what.reason)


def _state(party: RowParty, known: Known) -> str | None:
    return home(party.entity, known) if party.entity else None


def _joined(flagged: Sequence[Cell[str]]) -> Cell[str]:
    found = tuple(dict.fromkeys(claim for flag in flagged for claim in flag.claims))
    reasons = [flag.reason for flag in flagged]
    return Cell("", found, "; ".join(reasons) or "nothing beyond the status", notable=bool(reasons))


def _denied(denying: Sequence[Weighed]) -> Cell[str]:
    stages = ", ".join(dict.fromkeys(one.claim.stage for one in denying))
    reason = f"denied or negated: {stages}" if denying else "no claim denies"
    return Cell("", ids(denying), reason, notable=bool(denying))


def _origins(
    cells: Mapping[str, Cell[object]], group: Group, behind: Mapping[str, Claim], count: CountOrigins
) -> dict[str, int]:
    """How many origins tell each field, and all claims."""
    told = {field: [behind[claim] for claim in cell.claims] for field, cell in cells.items()} | {"claims": group.claims}
    return {field: count(some).number for field, some in told.items()}


def _all_origins(group: Group, count: CountOrigins) -> Cell[object]:
    """Why the row has so many; who is not independent of whom must be seen."""
    found = count(group.claims)
    return Cell(found.number, ids(group.claims), found.reason, notable=found.bound)


def _uncertain(cells: Mapping[str, Cell[object]]) -> tuple[str, ...]:
    """Fields of which some value stands in parentheses."""
    return tuple(
        field for field, cell in cells.items() if any(getattr(one, "uncertain", False) for one in _values(cell))
    )


def _values(cell: Cell[object]) -> tuple[object, ...]:
    says = getattr(cell.says, "counts", cell.says)
    return says if isinstance(says, tuple) else (says,)


def _comment(cells: Mapping[str, Cell[object]]) -> str:
    """The reasons that a reader of the row must see, with the field they belong to."""
    named = ((field.replace("_", " "), cell) for field, cell in cells.items() if cell.notable)
    return "; ".join(f"{field}: {cell.reason}" for field, cell in named)
