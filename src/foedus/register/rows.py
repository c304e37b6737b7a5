"""Claims of transfers to the rows of a register.

The shape and the habits are those of the SIPRI Arms Transfers Database, as its public methodology describes its
trade registers: one row a supplier, recipient and designation; order and delivery kept apart; parentheses round
what is uncertain. Unlike there, nothing is estimated: a row says only what claims say, with their ids.
"""

from collections.abc import Iterable, Sequence

from foedus.model.claim import Claim
from foedus.model.row import RegisterRow
from foedus.register.cell import Cell, ids
from foedus.register.groups import UNKNOWN, Group, groups
from foedus.register.numbers import numbers
from foedus.register.standing import Weighed, weigh
from foedus.register.status import flags, status
from foedus.register.surety import confidence, row_to_check
from foedus.register.years import delivery_years, order_years

_HEADS = ("supplier", "recipient", "item")


def register_rows(claims: Iterable[Claim], *, sure: float) -> list[RegisterRow]:
    """Rows of the transfer register, by supplier, recipient and item; claims of other types are passed over.

    No stage is upgraded: an order never counts as a delivery, nor a rumour as anything plain. Rows of which some
    claim's confidence reaches `sure` (0 to 1) come first, then those to check; either are ordered by the names of
    their heads, unknown ones last. Claims within a row stay in the order given.
    """
    return sorted((_row(group, sure) for group in groups(claims)), key=lambda row: row.to_check)


def _row(group: Group, sure: float) -> RegisterRow:
    weighed = [weigh(claim) for claim in group.claims]
    ordered = numbers(weighed, ("ordered",))
    delivered = numbers(weighed, ("delivering", "delivered"))
    when_ordered, when_delivered = order_years(weighed), delivery_years(weighed)
    stage = status(weighed)
    flagged = flags(weighed, stage.says)
    check = row_to_check(group.claims, stage, sure)
    denials = [one for one in weighed if one.weight == "denied"]
    cells: dict[str, Cell[object]] = {
        **{head: _head(group, head) for head in _HEADS},
        "number_ordered": ordered,
        "number_delivered": delivered,
        "order_years": when_ordered,
        "delivery_years": when_delivered,
        "status": stage,
        "flags": _joined(flagged),
        "contradicting": _denied(denials),
        "to_check": check,
    }
    return RegisterRow(
        supplier=group.supplier,
        recipient=group.recipient,
        item=group.item,
        number_ordered=ordered.says,
        number_delivered=delivered.says,
        order_years=when_ordered.says,
        delivery_years=when_delivered.says,
        status=stage.says,
        flags=tuple(flag.says for flag in flagged),
        claims=ids(group.claims),
        outlets=tuple(sorted({claim.document.outlet for claim in group.claims if claim.document.outlet})),
        contradicting=ids(denials),
        confidence=confidence(group.claims),
        to_check=check.says,
        comment=_comment(cells),
        cells={field: cell.claims for field, cell in cells.items()},
        reasons={field: cell.reason for field, cell in cells.items()},
    )


def _head(group: Group, role: str) -> Cell[str]:
    """A head and the claims that name it; all claims of a row name the same, or none names any."""
    party = getattr(group, role)
    if party == UNKNOWN:
        return Cell(party.name, (), f"no claim of the row says which {role}", notable=True)
    how = f"entity {party.entity}" if party.entity else "words of the text, linked to no entity"
    return Cell(party.name, ids(group.claims), how)


def _joined(flagged: Sequence[Cell[str]]) -> Cell[str]:
    found = tuple(dict.fromkeys(claim for flag in flagged for claim in flag.claims))
    reasons = [flag.reason for flag in flagged]
    return Cell("", found, "; ".join(reasons) or "nothing beyond the status", notable=bool(reasons))


def _denied(denials: Sequence[Weighed]) -> Cell[str]:
    stages = ", ".join(dict.fromkeys(one.claim.stage for one in denials))
    reason = f"denied or negated: {stages}" if denials else "no claim denies"
    return Cell("", ids(denials), reason, notable=bool(denials))


def _comment(cells: dict[str, Cell[object]]) -> str:
    """The reasons that a reader of the row must see, with the field they belong to."""
    named = ((field.replace("_", " "), cell) for field, cell in cells.items() if cell.notable)
    return "; ".join(f"{field}: {cell.reason}" for field, cell in named)
