"""What the first pass says around a candidate: its rivals, its other roles, other events, the event continued."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.reader.linker.event import Event
from foedus.reader.linker.memory import EMPTY, Continued, Shares, Top, continued, shared_roles, tops
from foedus.reader.linker.mention import Key
from foedus.reader.linker.series import NOWHERE, Elsewhere, Series

LEAST = 0.2
"""How likely a referent must hold a role elsewhere to be looked at."""
NAMES = (
    "first",
    "empty first",
    "rank",
    "best rival",
    "sum",
    "best in another role",
    "best of other roles",
    "least of other roles",
    "same role before",
    "same role after",
    "same role in sentence",
    "last event's role",
    "last event's distance",
    "continued role",
    "continued agreement",
    "continued distance",
    "continued to",
    "other role in sentence",
    "any role elsewhere",
    "joined with best",
    "role in all events",
    "other role in all events",
    "makes the likely item",
    "is likely item's class",
)


def second_rows(
    events: Sequence[Event], shares: Sequence[Shares], lists: Sequence[Mapping[Key, int]], entities: Entities
) -> list[dict[str, dict[Key, list[float]]]]:
    """For each event, role and referent the numbers of NAMES; `lists` give the word that heads the list
    in which a referent stands."""
    found = [tops(one) for one in shares]
    goes_on = continued(events, found)
    taken_up: dict[int, int] = {}
    for number, one in enumerate(goes_on):
        if one is not None:
            taken_up.setdefault(one.number, number)
    document = _Document(events, shares, found, goes_on, taken_up, _told(events, shares), _last_of_type(events))
    made = []
    for number, roles in enumerate(shares):
        rows: dict[str, dict[Key, list[float]]] = {}
        for role, some in roles.items():
            around = _Around(document, number, role, lists[number], entities)
            rows[role] = {key: around.row(key, share) for key, share in some.items()}
        made.append(rows)
    return made


class _Told(NamedTuple):
    """How often the first pass gives a referent a role of a type, over the document, and in all other roles where it
    is likely."""

    in_role: Mapping[tuple[str, Key], Series]
    """By type with role, and referent."""
    elsewhere: Mapping[Key, Elsewhere]


class _Document(NamedTuple):
    """The first pass over all events of a document."""

    events: Sequence[Event]
    shares: Sequence[Shares]
    found: Sequence[Mapping[str, Top]]
    goes_on: Sequence[Continued | None]
    taken_up: Mapping[int, int]
    told: _Told
    last: Sequence[int | None]
    """The event of the same type before each."""


def _told(events: Sequence[Event], shares: Sequence[Shares]) -> _Told:
    in_role: dict[tuple[str, Key], Series] = {}
    elsewhere: dict[Key, Elsewhere] = {}
    for number, (event, roles) in enumerate(zip(events, shares, strict=True)):
        for role, some in roles.items():
            name = f"{event.type}.{role}"
            for key, share in some.items():
                weighed = share * event.probability
                series = in_role.get((name, key))
                if series is None:
                    series = in_role[name, key] = Series()
                series.add(number, event.view, weighed)
                if weighed > LEAST and key != EMPTY:
                    if key not in elsewhere:
                        elsewhere[key] = Elsewhere()
                    elsewhere[key].add(name, number, event.view, weighed)
    return _Told(in_role, elsewhere)


def _last_of_type(events: Sequence[Event]) -> list[int | None]:
    held: dict[str, int] = {}
    found = []
    for number, event in enumerate(events):
        found.append(held.get(event.type))
        held[event.type] = number
    return found


class _Around:
    """The document seen from one role of one event."""

    def __init__(
        self, document: _Document, number: int, role: str, lists: Mapping[Key, int], entities: Entities
    ) -> None:
        found, shares = document.found[number], document.shares
        self.document, self.number, self.role, self.event = document, number, role, document.events[number]
        self.name = f"{self.event.type}.{role}"
        self.entities = entities
        item = found.get("item")
        self.makers = set(entities.makers(item.key[1])) if item and item.key[0] == "entity" else set()
        self.category = entities.category(item.key[1]) if item and item.key[0] == "entity" else None
        some = shares[number][role]
        self.empty = some.get(EMPTY, 0.0)
        self.ranked = sorted(some.values(), reverse=True)
        self.ranks = {share: float(rank) for rank, share in reversed(list(enumerate(self.ranked)))}
        self.total = sum(self.ranked)
        others = [top.share for name, top in found.items() if name != role]
        self.others = max(others, default=0.0), min(others, default=0.0)
        self.beside = [there for name, there in shares[number].items() if name != role]
        self.best = found[role].key
        self.lists = lists
        self.listed = lists.get(self.best)
        self.told = document.told
        self.last = self._other(document.last[number])
        one = document.goes_on[number]
        self.before = self._other(one.number if one else None)
        self.agreement = one.agreement if one else -1.0
        self.after = self._other(document.taken_up.get(number))

    def row(self, key: Key, share: float) -> list[float]:
        """The numbers of one candidate."""
        name, ranked = self.name, self.ranked
        several = len(ranked) > 1
        rival = ranked[1] if share >= ranked[0] and several else ranked[0]
        own = max([there.get(key, 0.0) for there in self.beside], default=0.0) if key != EMPTY else -1.0
        same = self.told.in_role[name, key].without(self.number, self.event.view)
        elsewhere = self.told.elsewhere.get(key)
        there = elsewhere.without(name, self.number, self.event.view) if elsewhere else NOWHERE
        return [
            share,
            self.empty,
            self.ranks[share],
            rival if several else 0.0,
            self.total,
            own,
            *self.others,
            same.before,
            same.after,
            same.here,
            self.last.share(key) if self.last else -1.0,
            self.last.distance if self.last else -1.0,
            self.before.share(key) if self.before else -1.0,
            self.agreement,
            self.before.distance if self.before else -1.0,
            self.after.share(key) if self.after else -1.0,
            there.here,
            there.best,
            float(key != self.best and key in self.lists and self.lists[key] == self.listed),
            same.total,
            there.total,
            self._makes(key),
            float(self.category is not None and self.entities.category(key[1]) == self.category),
        ]

    def _makes(self, key: Key) -> float:
        """1 where the party, or the state that it belongs to, makes the likeliest item, -1 where others do."""
        if not self.makers or self.role == "item" or key[0] != "entity":
            return 0.0
        return 1.0 if {key[1], self.entities.state(key[1])} & self.makers else -1.0

    def _other(self, number: int | None) -> "_Other | None":
        if number is None:
            return None
        other = self.document.events[number]
        roles = shared_roles(self.event.type, other.type)
        role = roles.get(self.role) if roles is not None else None
        shares = self.document.shares[number].get(role, {}) if role else None
        return _Other(shares, other.probability, float(self.event.view - other.view))


class _Other(NamedTuple):
    """Another event as a role sees it: how likely each is in the same role there; None where it has no such role."""

    shares: Mapping[Key, float] | None
    probability: float
    distance: float

    def share(self, key: Key) -> float:
        """How likely the referent has the role, -1 where there is none."""
        return -1.0 if self.shares is None else self.shares.get(key, 0.0) * self.probability
