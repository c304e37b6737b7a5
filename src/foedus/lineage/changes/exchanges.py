"""Who gives and who takes where something changes hands: "sold to Israel" is the reverse of "bought from Israel"."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from foedus.language.knowledge import rows
from foedus.lineage.changes.forms import Forms
from foedus.lineage.changes.predicates import Predicate

FILE = "exchanges.tsv"
_TO = frozenset({"dat", "iobj", "obj", "to", "à", "for", "pour"})
"""Relations of who takes, at a word of giving."""
_FROM = frozenset({"from", "de", "à", "auprès_de", "у+gen", "от+gen", "out_of"})
"""Relations of who gives, at a word of taking."""


class Exchange(NamedTuple):
    """Givers and takers that an action names, by key."""

    givers: frozenset[str]
    takers: frozenset[str]


def turned(first: Sequence[Predicate], second: Sequence[Predicate]) -> frozenset[str]:
    """Who gives in the one and takes in the other; empty where nobody does, or somebody also stays where they were."""
    one, other = list(_exchanges(first)), list(_exchanges(second))
    for before in one:
        for after in other:
            swapped = (before.givers & after.takers) | (before.takers & after.givers)
            stays = (before.givers & after.givers) | (before.takers & after.takers)
            if swapped and not stays and (len(swapped) > 1 or len(one) == len(other) == 1):
                return swapped
    return frozenset()


def _exchanges(some: Iterable[Predicate]) -> Iterator[Exchange]:
    for one in some:
        token = one.line.view.tokens[one.anchor]
        side = next((found.key for found in _forms().find(one.line) if found.start <= token.start < found.end), None)
        if side is not None:
            doers = _keys(one, frozenset({"subj"}))
            others = _keys(one, _TO if side == "gives" else _FROM) - doers
            if doers or others:
                yield Exchange(doers, others) if side == "gives" else Exchange(others, doers)


def _keys(one: Predicate, relations: frozenset[str]) -> frozenset[str]:
    return frozenset(key for relation, keys in one.who if relation in relations for key in keys)


@cache
def _forms() -> Forms:
    return Forms((cells[0], cells[1:]) for cells in rows(files("foedus") / "data" / "lineage" / FILE))
