"""What an address asks of the register: parties, status, year, category, order; and whether claims are filtered too."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from msgspec import Struct

from foedus.asked.names import entities
from foedus.ledger.filters import ClaimFilter
from foedus.model.errors import UsageError
from foedus.model.vocabulary import ClaimType
from foedus.serve.asking import Asking
from foedus.serve.views.deal_address import NOBODY, identities
from foedus.serve.views.register_choice import Question
from foedus.serve.views.register_links import STATUSES
from foedus.serve.views.register_order import Sort

PARTIES = ("supplier", "recipient", "item")
STANDINGS = ("stated", "attributed", "unnamed", "rumoured")
"""From the strongest voice to the weakest."""
_TRANSFER: ClaimType = "transfer"


class Words(Struct, frozen=True):
    """The register's own filters as the address has them; `weakest` is the weakest standing allowed."""

    supplier: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    item: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    weakest: str | None = None
    held: bool = False
    sort: Sort = "pair"


class Wanted(NamedTuple):
    """The question of links, and the filter of claims; `whole` says that no claim is left out but by day."""

    question: Question
    which: ClaimFilter
    whole: bool
    notes: tuple[str, ...]


def wanted(words: Words, asked: Asking) -> Wanted:
    """What the words mean; UsageError where they mean nothing."""
    notes = list(asked.notes)
    given = {role: _keys(getattr(words, role), notes) for role in PARTIES}
    for role, key in asked.which.roles:
        if role in given:
            given[role] = (*given[role], key)
    question = Question(
        **{role: _identities(parts) for role, parts in given.items()},
        status=_of_list("status", words.status, STATUSES),
        category=words.category,
        year=tuple(map(_year, words.year)),
        held=words.held,
        sort=words.sort,
    )
    if asked.which.types and _TRANSFER not in asked.which.types:
        raise UsageError(
            f"the register is made of transfers, not of {', '.join(asked.which.types)}: leave the type out"
        )
    which = replace(asked.which, types=(_TRANSFER,), roles=_roles(given, asked.which))
    if words.weakest:
        _of_list("standing", (words.weakest,), STANDINGS)
        which = replace(which, standing=STANDINGS[: STANDINGS.index(words.weakest) + 1])
    return Wanted(question, which, _is_whole(which), tuple(dict.fromkeys(notes)))


def _is_whole(which: ClaimFilter) -> bool:
    """Whether the filter asks nothing but what is kept of each link: days, and who, to whom, what."""
    others = tuple((role, key) for role, key in which.roles if role not in PARTIES)
    rest = replace(which, types=(), as_of=None, published_by=None, roles=others)
    return rest == ClaimFilter()


def _keys(names: Iterable[str], notes: list[str]) -> tuple[str, ...]:
    found: list[str] = []
    for name in names:
        found += [name] if name == NOBODY or name.startswith("name:") else entities([name], notes.append)
    return tuple(dict.fromkeys(found))


def _roles(given: dict[str, tuple[str, ...]], which: ClaimFilter) -> tuple[tuple[str, str], ...]:
    """Roles that claims can be asked for; of parties that are no entity, links are asked."""
    roles = [pair for pair in which.roles if pair[0] not in PARTIES]
    for role, parts in given.items():
        if all(part != NOBODY and not part.startswith("name:") for part in parts):
            roles += [(role, part) for part in parts]
    return tuple(roles)


def _identities(parts: Iterable[str]) -> frozenset[str]:
    return frozenset(one for part in parts for one in identities(part))


def _of_list(what: str, given: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    for one in given:
        if one not in known:
            raise UsageError(f"{one!r} is no {what} of the register; known are {', '.join(known)}")
    return tuple(given)


def _year(text: str) -> int:
    if not (text.isdecimal() and len(text) == 4):
        raise UsageError(f"year {text!r} is no year: give one like 2022")
    return int(text)
