"""A claim as rows of the views `claim`, `role`, `act` and `cites`."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Final, NamedTuple

from foedus.judge.views.days import bounds
from foedus.judge.views.world import World
from foedus.model.claim import Attribution, Claim, Filler
from foedus.model.vocabulary import ClaimType

Row = tuple[object, ...]
Named = Mapping[str, Sequence[tuple[str, str | None]]]
"""Keys by which claims name an instrument, with its id and the article's number."""

_DIRECTION: Final[dict[ClaimType, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "transfer": (("supplier",), ("recipient",)),
    "production": (("producer",), ("partner", "place")),
    "possession": (("holder",), ("place",)),
    "deployment": (("actor",), ("host", "to")),
    "exercise": (("participant",), ("place",)),
    "agreement": (("party",), ("party",)),
    "membership": (("member",), ("organisation",)),
    "commitment": (("obligor",), ("beneficiary",)),
    "assistance": (("provider",), ("recipient",)),
    "attack": (("attacker",), ("target", "place")),
    "hostilities": (("party",), ("party",)),
    "control": (("holder",), ("loser", "place")),
    "displacement": (("people",), ("from",)),
    "sanction": (("imposer",), ("target",)),
    "meeting": (("participant",), ("participant",)),
    "diplomacy": (("actor",), ("target",)),
    "accusation": (("accuser",), ("accused",)),
}
"""Roles of who acts and of whom it reaches; where the first of the latter are open, the next."""
_WHERE = frozenset({"place", "to", "from", "host", "via"})
"""Roles in which a base or a place counts for the state that it lies in, not for its owner."""
_INSTRUMENTS = frozenset({"treaty", "instrument", "organisation", "clause", "obligor"})
_NUMBER = re.compile(r"\d+(?:\.\d+)*")


class ClaimRows(NamedTuple):
    """The rows of one claim."""

    claim: Row
    roles: list[Row]
    acts: list[Row]
    cites: list[Row]


def rows_of(number: int, claim: Claim, world: World, named: Named) -> ClaimRows:
    """The rows of a claim with its number, in the order of the views' columns."""
    published = bounds(claim.document.published)[0]
    first, last = bounds(claim.when.edtf) if claim.when else (None, None)
    on = next((day for day in (last, first, published) if day is not None), None)
    states = {
        role: [_counts_for(filler, role, on, world) for filler in fillers] for role, fillers in claim.roles.items()
    }
    roles: list[Row] = [
        (number, role, one.entity, one.kind, state, _family(one, world), one.name)
        for role, fillers in claim.roles.items()
        for one, state in zip(fillers, states[role], strict=True)
    ]
    dated = first is not None or last is not None
    begins, ends = (first if first is not None else last, last if last is not None else first)
    told = (claim.type, claim.stage, claim.polarity, claim.certainty, claim.standing)
    days = (begins, ends, 1) if dated else (published, published, 0)
    acts: list[Row] = [(number, claim.document.id, *told, who, whom, *days) for who, whom in _pairs(claim, states)]
    due = bounds(claim.due.edtf) if claim.due else (None, None)
    voice = claim.attribution[0] if claim.attribution else None
    row = (
        number,
        claim.id,
        claim.document.id,
        claim.document.outlet,
        *told,
        published,
        _said(voice, published),
        first,
        last,
        *due,
        *_voice(voice, on, world),
    )
    return ClaimRows(row, roles, acts, _cites(number, claim, named))


def _counts_for(filler: Filler, role: str, on: int | None, world: World) -> str | None:
    if filler.entity is None:
        return None
    if role in _WHERE:
        return world.lies_in(filler.entity) or world.side(filler.entity, on)
    return world.side(filler.entity, on)


def _family(filler: Filler, world: World) -> str:
    return world.family(filler.entity) if filler.entity else filler.name.casefold()


def _pairs(claim: Claim, states: Mapping[str, Sequence[str | None]]) -> Iterable[tuple[str | None, str | None]]:
    """Who and whom, each pair once; None where the text leaves it open."""
    acting, reached = _DIRECTION[claim.type]
    who = _first(acting, states)
    if acting == reached:
        pairs = [pair for pair in product(who, who) if pair[0] != pair[1]]
        return pairs or product(who, (None,))
    if claim.type == "deployment":
        whom: Sequence[str | None] = _all(reached, states)
    else:
        whom = _first(reached, states)
    pairs = [pair for pair in product(who, whom) if pair[0] != pair[1]]
    return dict.fromkeys(pairs) or product(who, (None,))


def _first(roles: Sequence[str], states: Mapping[str, Sequence[str | None]]) -> Sequence[str | None]:
    for role in roles:
        found = [state for state in states.get(role, ()) if state is not None]
        if found:
            return list(dict.fromkeys(found))
    return (None,)


def _all(roles: Sequence[str], states: Mapping[str, Sequence[str | None]]) -> Sequence[str | None]:
    found = [state for role in roles for state in states.get(role, ()) if state is not None]
    return list(dict.fromkeys(found)) or (None,)


def _said(voice: Attribution | None, published: int | None) -> int | None:
    told = bounds(voice.said_when)[0] if voice and voice.said_when else None
    return published if told is None else told


def _voice(voice: Attribution | None, on: int | None, world: World) -> tuple[str | None, str | None, str | None]:
    """Speaker, whom it speaks for, and its kind."""
    if voice is None:
        return None, None, None
    if voice.entity is None or voice.kind in ("outlet", "document"):
        return voice.entity, None, voice.kind
    return voice.entity, world.side(voice.entity, on), voice.kind


def _cites(number: int, claim: Claim, named: Named) -> list[Row]:
    """Instruments and articles that a claim names; the words of a clause are looked through for its numbers."""
    naming = [fillers for role, fillers in claim.roles.items() if role in _INSTRUMENTS]
    if not naming:
        return []
    found = {pair for some in naming for one in some if one.entity for pair in named.get(one.entity, ())}
    articles = sorted({article for one in claim.fillers("clause") for article in _NUMBER.findall(one.text)})
    exact = {(treaty, article) for treaty, article in found if article is not None}
    whole = {treaty for treaty, article in found if article is None} - {treaty for treaty, _ in exact}
    exact |= {(treaty, article) for treaty in whole for article in (articles or [None])}
    if not exact:
        return [(number, None, article) for article in articles]
    return [(number, treaty, article) for treaty, article in sorted(exact, key=str)]
