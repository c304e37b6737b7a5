"""A row of the register in cells; parentheses mark what is uncertain, as in SIPRI's registers."""

from collections.abc import Iterable

from foedus.cli.ids import short_ids
from foedus.model.row import RegisterRow
from foedus.publish.claims import TO_CHECK

LEGEND = (
    "(…): uncertain; local: made by, with or in the recipient; “unknown”: no claim of the row says; "
    "claims: ids for `foedus show`, and how many more; "
    "to check: no claim of the row is sure; why each cell says what it says: --format csv or jsonl"
)
"""What the cells of the table mean."""


def short_cells(row: RegisterRow) -> dict[str, str]:
    """For a screen: how many and when, each once; the reasons are left to the other formats."""
    return {
        "supplier": str(row.supplier),
        "recipient": str(row.recipient),
        "item": str(row.item),
        "what": _beyond_the_name(row),
        "ordered": _many_in(row.number_ordered, row.order_years),
        "delivered": _many_in(row.number_delivered, row.delivery_years),
        "local": _or_nothing(row.local_production),
        "status": _status(row),
        **({"origins": str(row.origins["claims"])} if row.origins else {}),
        "claims": short_ids(row.claims),
        "mark": _mark(row),
    }


def _many_in(numbers: Iterable[object], years: Iterable[object]) -> str:
    """`6, in 2022`; a cell without a number holds the years alone."""
    when = _list(years)
    return ", ".join(filter(None, (_list(numbers), f"in {when}" if when.lstrip("(")[:1].isdigit() else when)))


def _status(row: RegisterRow) -> str:
    """With the number of claims that deny it, unless all do."""
    against = len(row.contradicting)
    return f"{row.status}, {against} against" if 0 < against < len(row.claims) else row.status


def _mark(row: RegisterRow) -> str:
    return TO_CHECK if row.to_check else ""


def _beyond_the_name(row: RegisterRow) -> str:
    """What a designation stands for; a class of arms says it itself."""
    what = row.description or row.category or ""
    return "" if what == row.item.name else what


def _or_nothing(value: object) -> str:
    return "" if value is None else str(value)


def _list(parts: Iterable[object]) -> str:
    return "; ".join(map(str, parts))
