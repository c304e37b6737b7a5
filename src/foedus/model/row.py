"""A row of the transfer register, with the claims behind every cell.

The shape is that of the SIPRI Arms Transfers Database's trade register, as its public methodology describes
it: supplier, recipient, designation, number ordered, year of order, years of delivery, number delivered, and
parentheses round what is uncertain.
"""

from msgspec import Struct

from foedus.model.vocabulary import TYPES, Kind

STATUSES = (*TYPES["transfer"].stages, "possible", "rumoured", "unclear", "denied")
"""A stage that some claim says plainly, or why none does: the row's claims hedge, or only deny."""


class RowParty(Struct, frozen=True):
    """Who or what heads a row; no entity and the name `unknown` where the claims leave it open."""

    entity: str | None
    name: str
    kind: Kind | None

    def __str__(self) -> str:
        return self.name


class Count(Struct, frozen=True):
    """How many, in one unit (None is pieces); an end that the claims leave open is None."""

    low: float | int | None
    high: float | int | None
    unit: str | None
    uncertain: bool

    def __str__(self) -> str:
        if self.low is None:
            text = f"up to {self.high}"
        elif self.high is None:
            text = f"{self.low} or more"
        else:
            text = f"{self.low}" if self.low == self.high else f"{self.low}–{self.high}"
        text = f"{text} × {self.unit}" if self.unit else text
        return f"({text})" if self.uncertain else text


class Years(Struct, frozen=True):
    """One year, or a span of years that one claim gives; an open end is None; `planned` is what is only due."""

    first: int | None
    last: int | None
    uncertain: bool
    planned: bool = False

    def __str__(self) -> str:
        if self.first is None:
            text = f"by {self.last}"
        elif self.last is None:
            text = f"from {self.first}"
        else:
            text = f"{self.first}" if self.first == self.last else f"{self.first}–{self.last}"
        text = f"{text} planned" if self.planned else text
        return f"({text})" if self.uncertain else text


class Lot(Struct, frozen=True):
    """One order or delivery that claims date: its years, how many, and the ids of the claims that tell of it."""

    years: Years
    count: Count
    claims: tuple[str, ...]


class LocalProduction(Struct, frozen=True):
    """The recipient makes the item, or has a part in it: stage of the making, and whether the supplier has a part."""

    stage: str
    with_supplier: bool
    uncertain: bool

    def __str__(self) -> str:
        text = f"{self.stage}, with the supplier" if self.with_supplier else self.stage
        return f"({text})" if self.uncertain else text


class Worth(Struct, frozen=True):
    """What the deal is said to cost; `currency` is ISO 4217."""

    amount: float | int
    currency: str | None
    uncertain: bool

    def __str__(self) -> str:
        whole = int(self.amount) if self.amount == int(self.amount) else self.amount
        text = f"{whole:,} {self.currency or ''}".rstrip()
        return f"({text})" if self.uncertain else text


class RegisterRow(Struct, frozen=True):
    """One supplier, one recipient, one item.

    `supplier_state` and `recipient_state` are keys of the states that those belong to, `description` and `category`
    say what the item is, all None where nobody knows. `orders` and `deliveries` are the dated lots behind the numbers.
    `uncertain` names the fields that stand in parentheses. `status` is one of STATUSES, `flags` name what it does not:
    halts, hedged further stages, denials, unnamed sources. `claims` are the ids of all claims that speak of the row,
    `contradicting` of those that deny. `confidence` is the highest of its claims, None where none bears one; `to_check`
    says that no claim is sure. `cells` gives the claim ids behind each field, `sources` the outlets that say so,
    `against` the ids of claims that say otherwise, `reasons` why each says what it says, `comment` the reasons that a
    reader must see. `origins` counts the independent stories behind each field, and behind all `claims`, where stories
    were given.
    """

    supplier: RowParty
    recipient: RowParty
    item: RowParty
    supplier_state: str | None
    recipient_state: str | None
    description: str | None
    category: str | None
    number_ordered: tuple[Count, ...]
    number_delivered: tuple[Count, ...]
    order_years: tuple[Years, ...]
    delivery_years: tuple[Years, ...]
    orders: tuple[Lot, ...]
    deliveries: tuple[Lot, ...]
    local_production: LocalProduction | None
    worth: tuple[Worth, ...]
    uncertain: tuple[str, ...]
    status: str
    flags: tuple[str, ...]
    claims: tuple[str, ...]
    outlets: tuple[str, ...]
    contradicting: tuple[str, ...]
    confidence: float | None
    to_check: bool
    comment: str
    cells: dict[str, tuple[str, ...]]
    sources: dict[str, tuple[str, ...]]
    against: dict[str, tuple[str, ...]]
    reasons: dict[str, str]
    origins: dict[str, int]

    def texts(self) -> dict[str, str]:
        """The cells that a table shows, as text, several values parted by `; `."""
        shown: dict[str, str] = {"supplier": str(self.supplier), "recipient": str(self.recipient)}
        shown["item"] = str(self.item)
        for name in ("number_ordered", "order_years", "number_delivered", "delivery_years"):
            shown[name] = "; ".join(str(value) for value in getattr(self, name))
        shown["status"] = self.status
        for name in ("flags", "outlets", "claims", "contradicting"):
            shown[name] = "; ".join(getattr(self, name))
        return shown | {"comment": self.comment}
