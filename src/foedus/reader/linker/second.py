"""What the first pass says around a candidate: its rivals, its other roles, other events, the event continued."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from foedus.gazetteer.entities import Entities
from foedus.reader.linker.event import Event
from foedus.reader.linker.memory import EMPTY, Continued, Shares, Top, continued, shared_roles, tops
from foedus.reader.linker.mention import Key

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
    by_role: dict[tuple[str, str, Key], list[tuple[int, float]]] = defaultdict(list)
    by_key: dict[Key, list[tuple[int, str, float]]] = defaultdict(list)
    for number, (event, roles) in enumerate(zip(events, shares, strict=True)):
        for role, some in roles.items():
            for key, share in some.items():
                weighed = share * event.probability
                by_role[event.type, role, key].append((number, weighed))
                if weighed > LEAST and key != EMPTY:
                    by_key[key].append((number, f"{event.type}.{role}", weighed))
    made = []
    for number, roles in enumerate(shares):
        rows: dict[str, dict[Key, list[float]]] = {}
        for role, some in roles.items():
            around = _Around(events, shares, found, goes_on, taken_up, by_role, by_key, number, role, entities)
            rows[role] = {key: around.row(key, share, some, lists[number]) for key, share in some.items()}
        made.append(rows)
    return made


class _Around:
    """The document seen from one role of one event."""

    def __init__(  # noqa: PLR0917
        self,
        events: Sequence[Event],
        shares: Sequence[Shares],
        found: Sequence[Mapping[str, Top]],
        goes_on: Sequence[Continued | None],
        taken_up: Mapping[int, int],
        by_role: Mapping[tuple[str, str, Key], Sequence[tuple[int, float]]],
        by_key: Mapping[Key, Sequence[tuple[int, str, float]]],
        number: int,
        role: str,
        entities: Entities,
    ) -> None:
        self.events, self.shares, self.found = events, shares, found
        self.goes_on, self.taken_up = goes_on, taken_up
        self.by_role, self.by_key = by_role, by_key
        self.number, self.role, self.event = number, role, events[number]
        item = found[number].get("item")
        self.entities = entities
        self.makers = set(entities.makers(item.key[1])) if item and item.key[0] == "entity" else set()
        self.category = entities.category(item.key[1]) if item and item.key[0] == "entity" else None
        some = shares[number][role]
        self.ranked = sorted(some.values(), reverse=True)
        self.total = sum(self.ranked)
        self.others = [top for name, top in found[number].items() if name != role]
        self.last = next((k for k in range(number - 1, -1, -1) if events[k].type == self.event.type), None)

    def row(self, key: Key, share: float, some: Mapping[Key, float], lists: Mapping[Key, int]) -> list[float]:
        """The numbers of one candidate."""
        name = f"{self.event.type}.{self.role}"
        view = self.event.view
        rival = self.ranked[1] if share >= self.ranked[0] and len(self.ranked) > 1 else self.ranked[0]
        own = max(
            (there.get(key, 0.0) for role, there in self.shares[self.number].items() if role != self.role), default=0.0
        )
        same = [(k, p) for k, p in self.by_role[self.event.type, self.role, key] if k != self.number]
        elsewhere = [(k, role, p) for k, role, p in self.by_key.get(key, ()) if k != self.number]
        best = self.found[self.number][self.role].key
        return [
            share,
            some.get(EMPTY, 0.0),
            float(self.ranked.index(share)),
            rival if len(self.ranked) > 1 else 0.0,
            self.total,
            own if key != EMPTY else -1.0,
            max((top.share for top in self.others), default=0.0),
            min((top.share for top in self.others), default=0.0),
            max((p for k, p in same if k < self.number), default=-1.0),
            max((p for k, p in same if k > self.number), default=-1.0),
            max((p for k, p in same if self.events[k].view == view), default=-1.0),
            *self._last(key),
            *self._continued(key),
            max((p for k, role, p in elsewhere if self.events[k].view == view and role != name), default=0.0),
            max((p for _, _, p in elsewhere), default=0.0),
            float(key != best and key in lists and lists[key] == lists.get(best)),
            float(sum(p for _, p in same)),
            float(sum(p for _, role, p in elsewhere if role != name)),
            self._makes(key),
            float(self.category is not None and self.entities.category(key[1]) == self.category),
        ]

    def _makes(self, key: Key) -> float:
        """1 where the party, or the state that it belongs to, makes the likeliest item, -1 where others do."""
        if not self.makers or self.role == "item" or key[0] != "entity":
            return 0.0
        return 1.0 if {key[1], self.entities.state(key[1])} & self.makers else -1.0

    def _last(self, key: Key) -> list[float]:
        if self.last is None:
            return [-1.0, -1.0]
        distance = float(self.event.view - self.events[self.last].view)
        last = self.events[self.last]
        return [self.shares[self.last].get(self.role, {}).get(key, 0.0) * last.probability, distance]

    def _continued(self, key: Key) -> list[float]:
        one = self.goes_on[self.number]
        after = self.taken_up.get(self.number)
        later = -1.0
        if after is not None:
            later = self._share(after, key)
        if one is None:
            return [-1.0, -1.0, -1.0, later]
        return [
            self._share(one.number, key),
            one.agreement,
            float(self.event.view - self.events[one.number].view),
            later,
        ]

    def _share(self, number: int, key: Key) -> float:
        """How likely the referent has the role in the other event."""
        roles = shared_roles(self.event.type, self.events[number].type)
        role = roles.get(self.role) if roles is not None else None
        if not role:
            return -1.0
        return self.shares[number].get(role, {}).get(key, 0.0) * self.events[number].probability
