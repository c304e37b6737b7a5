"""Cases that were judged, by what they would hear: of a new claim only those are asked again that it bears on."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from foedus.judge.docket import NAMED, Heard, bears
from foedus.judge.judging import Judged
from foedus.judge.rules.found import Occasion, RuleRow
from foedus.judge.said import Said
from foedus.judge.trial import Trial


class Tried(NamedTuple):
    """A case, what it heard, and how it was judged."""

    trial: Trial
    heard: Heard
    judged: Judged


def same(trial: Trial) -> tuple[object, ...]:
    """What two cases have in common that differ at most in what they heard."""
    duty = trial.duty
    return (duty.obligation.id, duty.version.since, trial.parties, trial.days)


class Cases:
    """Rows with their cases."""

    def __init__(self) -> None:
        self._next = 0
        self._rows: dict[int, tuple[Occasion, list[int]]] = {}
        """By the identity of a row, with the numbers of its cases."""
        self._tried: dict[int, tuple[Occasion, Tried]] = {}
        self._by_key: dict[str, set[int]] = {}
        self._by_set: dict[frozenset[str], set[int]] = {}
        self._by_claim: dict[str, set[int]] = {}
        """Rows by the claims that they name or their cases heard."""

    def add(self, row: Occasion, tried: Iterable[Tried]) -> None:
        """A row with its cases."""
        numbers: list[int] = []
        self._rows[id(row)] = row, numbers
        for one in tried:
            number, self._next = self._next, self._next + 1
            numbers.append(number)
            self._tried[number] = row, one
            for known in self._places(one.heard):
                known.add(number)
        for known in self._citing(row, numbers):
            known.add(id(row))

    def drop(self, row: RuleRow) -> Iterator[Tried]:
        """Take off a row: its cases; none of a row that has none."""
        _, numbers = self._rows.pop(id(row), (row, None))
        if numbers is None or not isinstance(row, Occasion):
            return
        for known in self._citing(row, numbers):
            known.discard(id(row))
        for number in numbers:
            _, one = self._tried.pop(number)
            for where in self._places(one.heard):
                where.discard(number)
            yield one

    def touched(self, came: Iterable[Said], ids: Iterable[str]) -> list[Occasion]:
        """The rows with a case that hears something else now: `ids` are of claims that went or were replaced."""
        rows = set[int]().union(*(self._by_claim.get(id_, ()) for id_ in ids))
        for one in came:
            near = (self._tried[number] for number in self._near(one))
            rows |= {id(row) for row, some in near if id(row) not in rows and bears(one, some.trial, some.heard)}
        return [self._rows[row][0] for row in rows]

    def _near(self, one: Said) -> set[int]:
        """Cases in which somebody is whom a claim names."""
        keys = frozenset[str]().union(*one.keys.values())
        found = set[int]().union(*(self._by_key.get(key, ()) for key in keys))
        return found.union(*(numbers for some, numbers in self._by_set.items() if not some.isdisjoint(keys)))

    def _places(self, heard: Heard) -> Iterator[set[int]]:
        """Where a case stands; sets that many cases have in common are looked through once each."""
        for key in heard.named:
            yield self._by_key.setdefault(key, set())
        for who, some in heard.people.items():
            if some and who not in NAMED:
                yield self._by_set.setdefault(some, set())

    def _citing(self, row: Occasion, numbers: Iterable[int]) -> Iterator[set[int]]:
        """Where a row stands."""
        ids = frozenset(row.claims).union(*(self._tried[number][1].heard.ids for number in numbers))
        return (self._by_claim.setdefault(id_, set()) for id_ in ids)
