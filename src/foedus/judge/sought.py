"""What a duty's lines of evidence look for, so that claims can be found by it instead of being looked through."""

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from foedus.judge.evidence import Line, People, table
from foedus.judge.occasions import BY_OBLIGOR
from foedus.judge.said import Said
from foedus.model.treaty import Obligation, ObligationKind

Kind = tuple[str, str, str]
"""Type, stage and polarity of a claim."""
_BY_KIND: Final = "conduct"
_BY_TRIGGER: Final = "trigger"
_OF_THE_DAYS: Final = frozenset({_BY_KIND, _BY_TRIGGER, "scope", "request", "implied", "exercises"})
"""Parts of the table that ask for claims of the case's days; the others, such as permissions, for those of any day."""
_BOTH: Final = ("obligor", "beneficiary")
_NOT_SET_OFF: Final = BY_OBLIGOR | {"presence"}
"""Kinds of duty that are set off by nothing of the table, unless the treaty file names it."""


class Sought(NamedTuple):
    """Claims of some kinds, with somebody of the case in each of some roles."""

    kinds: tuple[Kind, ...]
    roles: tuple[tuple[str, str], ...]
    """A role, and who has to be in it, by the words of the table."""
    of_any_day: bool = False

    def means(self, one: Said, people: People) -> bool:
        """Whether a claim of one of the kinds is meant."""
        return all(not keys.isdisjoint(one.keys.get(role, ())) for role, who in self.roles for keys in of(who, people))


_ORDERS: Final = Sought(
    (("transfer", "ordered", "affirmed"),), (("supplier", "obligor"), ("recipient", "toward")), of_any_day=True
)
"""A contract may be older than the case."""


def of(who: str, people: People) -> tuple[frozenset[str], ...]:
    """The keys that are meant; of several sets one of each has to be there."""
    return tuple(people[one] for one in _BOTH) if who == "both" else (people[who],)


def sought(obligation: Obligation) -> tuple[Sought, ...]:
    """All that is looked for when a duty is judged; rather too much, for the judge leaves aside what does not fit."""
    return _sought(obligation.kind, _is_set_off(obligation))


def seekers(obligation: Obligation, one: Said) -> tuple[Sought, ...]:
    """The part of it that looks for claims of this one's type, stage and polarity."""
    return _by_kind(obligation.kind, _is_set_off(obligation)).get((one.type, one.stage, one.polarity), ())


def _is_set_off(obligation: Obligation) -> bool:
    return obligation.kind not in _NOT_SET_OFF or obligation.trigger in table().trigger


@cache
def _sought(kind: ObligationKind, triggers: bool) -> tuple[Sought, ...]:
    return (*dict.fromkeys(_lines(kind, triggers=triggers)), _ORDERS)


@cache
def _by_kind(kind: ObligationKind, triggers: bool) -> dict[Kind, tuple[Sought, ...]]:
    found: dict[Kind, list[Sought]] = {}
    for one in _sought(kind, triggers):
        for each in one.kinds:
            found.setdefault(each, []).append(one)
    return {each: tuple(some) for each, some in found.items()}


def _lines(kind: ObligationKind, *, triggers: bool) -> Iterator[Sought]:
    """Every line of the table, but those of the conduct of other duties, and of triggers where nothing sets it off."""
    for part in type(table()).__struct_fields__:
        lines = table().conduct[kind] if part == _BY_KIND else getattr(table(), part)
        if part != _BY_TRIGGER or triggers:
            yield from (_of_line(line, of_any_day=part not in _OF_THE_DAYS) for line in _within(lines))


def _of_line(line: Line, *, of_any_day: bool) -> Sought:
    needed = tuple((role, who) for role, who in line.roles.items() if who != "-" and not who.endswith("?"))
    return Sought(tuple((line.type, stage, line.polarity) for stage in line.stages), needed, of_any_day)


def _within(part: object) -> Iterator[Line]:
    """Lines, however a part of the table holds them; what is no line is passed over."""
    if isinstance(part, Line):
        yield part
    elif isinstance(part, dict):
        yield from (line for some in part.values() for line in _within(some))
    elif isinstance(part, tuple):
        yield from (line for some in part for line in _within(some))
