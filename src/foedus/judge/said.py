"""A claim as the judge weighs it: who says it, of whom, in which days; nothing of its words."""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.judge.viewpoints import viewpoints
from foedus.model.claim import Claim
from foedus.model.edtf import parse
from foedus.model.vocabulary import Certainty, ClaimType, Polarity, Standing

NEWS = timedelta(days=90)
"""For so long what happened is told without its date."""
_NUMBER = re.compile(r"\d+")
TOLD_LATER = frozenset({"commitment", "accusation", "transfer", "agreement"})
"""What is said of these may be told at any time after it began."""
OriginOf = Callable[[Claim], str]
"""A claim to the name of its origin, so that copies count once."""


class Said(NamedTuple):
    """One claim. `keys` are the entities of each role, with the states that they belong to or act for."""

    id: str
    type: ClaimType
    stage: str
    polarity: Polarity
    certainty: Certainty
    standing: Standing
    viewpoints: frozenset[str]
    """Whose word it is; empty for rumours and for sources without a name."""
    keys: dict[str, frozenset[str]]
    articles: frozenset[str]
    """Numbers of the articles that it names."""
    first: date | None
    last: date | None
    """Days of what it tells; without a date of its own, until the day of publication."""
    dated: bool
    items: tuple[frozenset[str], ...]
    """Of each item handed over, its key and the classes above it; empty where nothing known stands there."""
    origin: str

    def within(self, since: date, until: date) -> bool:
        """Whether it can be about days from `since` to `until`.

        An event without a date is news when it was published; what is said of duties and deals may come years later.
        """
        if self.dated:
            return (self.last is None or self.last >= since) and (self.first is None or self.first <= until)
        if self.last is None:
            return True
        return since <= self.last and (self.type in TOLD_LATER or self.last <= until + NEWS)


def said(claims: Iterable[Claim], entities: Entities, origin: OriginOf) -> list[Said]:
    """Claims as the judge weighs them, in their order."""
    return [_said(claim, entities, origin) for claim in claims]


def _said(claim: Claim, entities: Entities, origin: OriginOf) -> Said:
    first, last = _days(claim)
    on = last or first
    return Said(
        claim.id,
        claim.type,
        claim.stage,
        claim.polarity,
        claim.certainty,
        claim.standing,
        viewpoints(claim, entities, on),
        {role: _keys(claim, role, entities, on) for role in claim.roles},
        frozenset(_NUMBER.findall(" ".join(filler.text for filler in claim.fillers("clause")))),
        first,
        last,
        claim.when is not None and (first is not None or last is not None),
        tuple(_classes(filler.entity, entities) for filler in claim.fillers("item")),
        origin(claim),
    )


def _days(claim: Claim) -> tuple[date | None, date | None]:
    if claim.when is not None:
        bounds = parse(claim.when.edtf)
        if bounds.earliest or bounds.latest:
            return bounds.earliest, bounds.latest
    published = parse(claim.document.published) if claim.document.published else None
    return None, published.latest if published else None


def _classes(item: str | None, entities: Entities) -> frozenset[str]:
    return frozenset((item, *entities.broader(item))) if item else frozenset()


def _keys(claim: Claim, role: str, entities: Entities, on: date | None) -> frozenset[str]:
    named = [filler.entity for filler in claim.fillers(role) if filler.entity]
    return frozenset(key for entity in named for key in (entity, *belongs_to(entity, entities, on)))


def belongs_to(entity: str, entities: Entities, on: date | None) -> tuple[str, ...]:
    """States and organisations that an entity acts for or belongs to on a day; none for a weapon system."""
    kind = entities.kind(entity)
    if kind == "person":
        return entities.acts_for(entity, on)
    if kind in ("system", "item_class", "place"):
        return ()
    state = entities.state(entity)
    return (state,) if state and state != entity else ()
