"""Local production: whether the recipient makes, or helps to make, what it gets from the supplier."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from foedus.model.claim import Claim, Filler
from foedus.model.row import LocalProduction
from foedus.register.cell import Cell, doubts, ids
from foedus.register.groups import Group
from foedus.register.heads import heads, identity
from foedus.register.known import Known, home, is_maker
from foedus.register.order import in_order
from foedus.register.standing import Weighed, weigh

_FURTHEST = ("unspecified", "planned", "ongoing", "done", "ended")
"""Stages of production, each further than the one before."""

_SIDES = ("producer", "partner", "place")


class Making(NamedTuple):
    """Claims of production by the identity of their item."""

    by_item: Mapping[str, Sequence[Claim]]

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> "Making":
        """Those claims that tell of production."""
        found: dict[str, list[Claim]] = {}
        for claim in in_order(one for one in claims if one.type == "production"):
            for item, _ in heads(claim.fillers("item")):
                found.setdefault(item, []).append(claim)
        return cls(found)


def local_production(group: Group, making: Making, known: Known) -> Cell[LocalProduction | None]:
    """The furthest stage told of the row's item being made by, with or in the recipient; None where nothing is told."""
    if not group.key.item or not group.key.recipient:
        return Cell(None, (), "not asked: recipient or item is unknown")
    told = [claim for claim in making.by_item.get(group.key.item, ()) if _sides(claim, group, known)]
    weighed = [weigh(claim) for claim in told]
    saying = [one for one in weighed if one.weight != "denied"]
    against = ids([one for one in weighed if one.weight == "denied"])
    if not saying:
        return Cell(None, (), "no claim tells that the recipient makes it", notable=bool(against), against=against)
    plain = [one for one in saying if one.weight == "plain"]
    stage = max(((one.claim.stage) for one in plain or saying), key=_FURTHEST.index)
    behind = [one for one in plain or saying if one.claim.stage == stage]
    uncertain = not any(one.sure for one in behind)
    roles = tuple(role for role in _SIDES if any(role in _sides(one.claim, group, known) for one in behind))
    reason = f"{stage}, the recipient being {' and '.join(roles)}"
    if uncertain:
        reason += f"; uncertain: {', '.join(doubts(behind))}"
    return Cell(
        LocalProduction(stage, _supplier_takes_part(behind, group, known), uncertain=uncertain),
        ids(behind),
        reason + _own_design(group, known),
        notable=True,
        against=against,
    )


def _sides(claim: Claim, group: Group, known: Known) -> list[str]:
    """Roles that the recipient, or a company, force or place of it, has in the making."""
    return [role for role in _SIDES if any(_is_of(one, group, known) for one in claim.fillers(role))]


def _is_of(one: Filler, group: Group, known: Known) -> bool:
    recipient = group.recipient.entity
    if identity(one) == group.key.recipient:
        return True
    return recipient is not None and one.entity is not None and home(one.entity, known) == recipient


def _supplier_takes_part(weighed: Sequence[Weighed], group: Group, known: Known) -> bool:
    """Whether the supplier, or a company of it, is named in the making too: licence, kits or a joint work."""
    supplier = group.supplier.entity
    states = {supplier, home(supplier, known)} - {None} if supplier else set()
    for one in weighed:
        for filler in (*one.claim.fillers("producer"), *one.claim.fillers("partner")):
            key = filler.entity
            if key is not None and (key in states or home(key, known) in states):
                return True
    return False


def _own_design(group: Group, known: Known) -> str:
    """Said where the making may have nothing to do with the supplier."""
    recipient, item = group.recipient.entity, group.item.entity
    own = recipient is not None and item is not None and is_maker(recipient, item, known)
    return "; the gazetteer has the recipient as a maker of it, so that it may be no licence" if own else ""
