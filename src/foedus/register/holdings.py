"""What claims tell of who has what where: the stages that say so, and those that end it."""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Literal, NamedTuple

from msgspec.structs import replace

from foedus.model.claim import Claim, Filler
from foedus.register.heads import Head, heads
from foedus.register.known import Known, home
from foedus.register.moments import Moment, moment
from foedus.register.standing import Weighed, weigh

Basis = Literal["deployment", "holding"]

_TAKES = {
    "deployment": ("deployment", "actor", "to"),
    "possession": ("holding", "holder", "place"),
    "transfer": ("holding", "recipient", ""),
}
"""By type of claim: what it is the basis of, who has, and where."""

_HAS = {
    "deployment": ("done", "ongoing", "withdrawing"),
    "possession": ("held", "in_service", "used"),
    "transfer": ("delivering", "delivered"),
}
_ENDS = {"deployment": ("withdrawn",), "possession": ("lost",), "transfer": ()}
STATUSES = ("delivered", "delivering", "held", "in_service", "used", "done", "ongoing", "withdrawing")
"""Stages that speak for a position; where several are of one day the last of these is shown."""
_LASTING = ("ongoing", "held", "in_service", "used", "delivering", "withdrawing")
"""Stages that tell of a state: an interval says from when until when."""


class Place(NamedTuple):
    """Identities of holder, item and place; empty where unknown."""

    basis: Basis
    holder: str
    item: str
    place: str

    def may_be(self, other: "Place") -> bool:
        """Whether the other, which leaves something open or is told of another place role, may mean this one."""
        same = self.basis == other.basis and self.holder == other.holder
        items = self.item == other.item or "" in (self.item, other.item)
        return same and items and (self.place == other.place or "" in (self.place, other.place))


class Event(NamedTuple):
    """What one claim says of one place: that it is so, that it has ended, or (weight `denied`) that it is not so."""

    at: Place
    heads: tuple[Head, Head, Head]
    weighed: Weighed
    moment: Moment
    ends: bool

    @property
    def stage(self) -> str:
        return self.weighed.claim.stage


def events(claims: Iterable[Claim], known: Known) -> Iterator[Event]:
    """Every statement of a having or an end of it; plans, wishes and other types of claims are passed over."""
    for claim in claims:
        if claim.type not in _TAKES:
            continue
        ends = claim.stage in _ENDS[claim.type]
        if not ends and claim.stage not in _HAS[claim.type]:
            continue
        stays = ends and claim.polarity == "negated"
        weighed = weigh(replace(claim, polarity="affirmed"))._replace(claim=claim) if stays else weigh(claim)
        for place, named in _places(claim, known):
            yield Event(place, named, weighed, moment(claim, lasting=claim.stage in _LASTING), ends and not stays)


def _places(claim: Claim, known: Known) -> Iterator[tuple[Place, tuple[Head, Head, Head]]]:
    basis, who, where = _TAKES[claim.type]
    spots = heads(_most_exact(claim.fillers(where), known))
    for holder, item, place in product(heads(claim.fillers(who)), heads(claim.fillers("item")), spots):
        taken: Basis = "deployment" if basis == "deployment" else "holding"
        yield Place(taken, holder[0], item[0], place[0]), (holder, item, place)


def _most_exact(fillers: tuple[Filler, ...], known: Known) -> tuple[Filler, ...]:
    """Without a state of which another filler names a place: the text means that place."""
    homes = {home(one.entity, known) for one in fillers if one.entity and one.kind != "state"}
    return tuple(one for one in fillers if one.kind != "state" or one.entity not in homes)
