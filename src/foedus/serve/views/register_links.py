"""The whole network as links (supplier, recipient, item) with what the register is filtered and ordered by.

Links are counted from columns: those beside the ledger, or such as some claims give. Nothing is weighed up here.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from foedus.ledger.columns.grouping import Array, links_of, reduced, runs_of
from foedus.ledger.columns.scheme import STAGES, Fact, Head
from foedus.model.claim import Claim
from foedus.model.row import STATUSES as _KNOWN
from foedus.register.network import facts, scheme
from foedus.register.standing import HALTS, LADDER

STATUSES = (*LADDER, *HALTS, *(one for one in _KNOWN if one not in (*LADDER, *HALTS)))
"""By their code: the ladder, halts, and what stands where nothing is said plainly."""

ENTERING = ("ordered", "delivering", "delivered")
"""Stages that bring an item into the register, where a claim says one of them plainly."""

_WEIGHTS = scheme().weights
_PLAIN, _DENIED = _WEIGHTS.index("plain"), _WEIGHTS.index("denied")
_HEDGES = ("possible", "rumoured", "unclear", "denied")


@dataclass(frozen=True, eq=False)
class Links:
    """Links by column.

    `supplier`, `recipient` and `item` are places in `heads`. `status` is a code of STATUSES, `entered` says whether an
    order or a delivery is said plainly. `first` and `last` are years of orders and deliveries, 0 where nobody says;
    `ordered` and `delivered` the most pieces that a claim says, not-a-number likewise. `readings` are those of all
    claims, link by link, each link's from `begins` on, as many as `claims`. `kept` holds what is computed from all this
    when it is first asked for, `kept_of_heads` what the heads alone give, whatever the links.
    """

    heads: Sequence[Head]
    supplier: Array
    recipient: Array
    item: Array
    status: Array
    entered: Array
    first: Array
    last: Array
    ordered: Array
    delivered: Array
    claims: Array
    begins: Array
    readings: Array
    kept_of_heads: dict[object, Array]
    kept: dict[object, Array] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.claims)

    def once(self, name: object, make: Callable[[], Array]) -> Array:
        """Something computed from the links that stays as long as they do."""
        return _once(self.kept, name, make)

    def once_for_heads(self, name: object, make: Callable[[], Array]) -> Array:
        """Something computed from the heads."""
        return _once(self.kept_of_heads, name, make)

    def behind(self, place: int) -> list[int]:
        """The readings of a link's claims, those that the ledger learned last first."""
        begin = int(self.begins[place])
        found: list[int] = np.sort(self.readings[begin : begin + int(self.claims[place])])[::-1].tolist()
        return found

    def key(self, place: int) -> tuple[Head, Head, Head]:
        """Supplier, recipient and item of a link."""
        supplier, recipient, item = (int(one[place]) for one in (self.supplier, self.recipient, self.item))
        return self.heads[supplier], self.heads[recipient], self.heads[item]


def links(
    heads: Sequence[Head], column: Callable[[str], Array], kept_of_heads: dict[object, Array] | None = None
) -> Links:
    """Links of the rows whose columns a function gives by name, as `foedus.ledger.columns.scheme` describes them."""
    grouped = runs_of(column)
    runs = grouped.columns
    found = links_of(runs)
    first_run = found["first_run"]
    rows = np.concatenate(([0], np.cumsum(found["claims"], dtype=np.int64)))[:-1]
    said = runs["weight"] != _DENIED
    entering = np.isin(runs["stage"], [STAGES.index(stage) for stage in ENTERING])
    plain = runs["weight"] == _PLAIN
    years = said & entering
    latest = grouped.most(column("last"))
    high = grouped.most(column("high"))
    ordered = said & (runs["stage"] == STAGES.index("ordered"))
    made = years & ~ordered
    return Links(
        heads,
        found["supplier"],
        found["recipient"],
        found["item"],
        _status(runs, first_run, latest),
        reduced(np.logical_or, plain & entering, first_run),
        _least(np.where(years, grouped.least(column("first")), 0), first_run),
        reduced(np.maximum, np.where(years, latest, 0), first_run),
        reduced(np.fmax, np.where(ordered, high, np.nan), first_run),
        reduced(np.fmax, np.where(made, high, np.nan), first_run),
        found["claims"],
        rows,
        column("reading")[grouped.order],
        {} if kept_of_heads is None else kept_of_heads,
    )


def links_of_claims(claims: Iterable[Claim]) -> Links:
    """Links that some claims tell of; a claim's reading is its place among them."""
    heads: dict[str, int] = {}
    listed: list[Head] = []
    rows: list[tuple[int, int, int, int, int, int, float, int, int]] = []

    def number(head: Head) -> int:
        if head.identity not in heads:
            heads[head.identity] = len(listed)
            listed.append(head)
        return heads[head.identity]

    for place, claim in enumerate(claims):
        for fact in facts(claim):
            parties = number(fact.supplier), number(fact.recipient), number(fact.item)
            rows.append((*parties, STAGES.index(claim.stage), _WEIGHTS.index(fact.weight), place, *_told(fact)))
    names = ("supplier", "recipient", "item", "stage", "weight", "reading", "high", "first", "last")
    columns = {name: [row[at] for row in rows] for at, name in enumerate(names)}
    kinds = {"high": "f4", "first": "i2", "last": "i2", "stage": "u1", "weight": "u1"}
    return links(listed, lambda name: np.array(columns[name], dtype=kinds.get(name, "i4")))


def _told(fact: Fact) -> tuple[float, int, int]:
    return (np.nan if fact.high is None else fact.high, fact.first or 0, fact.last or 0)


def _status(runs: dict[str, Array], first_run: Array, last: Array) -> Array:
    """How far each link has come, as the register says it, to the year."""
    plain = runs["weight"] == _PLAIN
    rank = np.array([STATUSES.index(stage) for stage in STAGES], dtype=np.int16)[runs["stage"]]
    goes, halts = plain & (rank < len(LADDER)), plain & (rank >= len(LADDER))
    reached = reduced(np.maximum, np.where(goes, rank, -1), first_run)
    halted = reduced(np.maximum, np.where(halts, rank, -1), first_run)
    went_on = reduced(np.maximum, np.where(goes, last, 0), first_run)
    stopped = reduced(np.maximum, np.where(halts, last, 0), first_run)
    hedge = np.array([_HEDGES.index(one) if one in _HEDGES else len(_HEDGES) for one in _WEIGHTS])
    nearest = reduced(np.minimum, hedge[runs["weight"]], first_run)
    unsure = np.array([*(STATUSES.index(one) for one in _HEDGES), 0])[nearest]
    holds = (halted >= 0) & (reached != LADDER.index("delivered"))
    holds &= (stopped == 0) | (went_on == 0) | (stopped >= went_on)
    return np.where(holds, halted, np.where(reached >= 0, reached, unsure)).astype("u1")


def _least(years: Array, first_run: Array) -> Array:
    unknown = np.iinfo(years.dtype).max
    found = reduced(np.minimum, np.where(years == 0, unknown, years), first_run)
    return np.where(found == unknown, 0, found)


def _once(kept: dict[object, Array], name: object, make: Callable[[], Array]) -> Array:
    found = kept.get(name)
    if found is None:
        found = kept[name] = make()
    return found
