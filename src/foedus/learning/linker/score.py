"""How well roles are linked where the triggers are known: fillers found, and whole cores right."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from foedus.learning.linker.material import Case
from foedus.learning.linker.rows import Laid, Rows
from foedus.reader.linker.choose import Chosen, choose
from foedus.reader.linker.mention import Key

LEVELS = [step / 20 for step in range(2, 9)]


class Judged(NamedTuple):
    """One event's links against its gold."""

    case: Case
    right: bool
    """Whether all core roles are as the gold has them."""


def best_listed(rows: Rows, shares: np.ndarray) -> float:
    """The level of list members with most whole cores right on the dev part; the highest of equals."""
    dev = [laid for laid in rows.laid if laid.told.passage.lesson.part == "dev"]

    def right(level: float) -> int:
        return sum(one.right for laid in dev for one in judged(rows, laid, shares, level))

    return max(LEVELS, key=lambda level: (right(level), level))


def judged(rows: Rows, laid: Laid, shares: np.ndarray, listed: float) -> Iterator[Judged]:
    """The events of a passage, each with whether its core is right."""
    keys = rows.keys_of(laid)
    here = shares[laid.start : laid.start + len(keys)].tolist()
    made = rows.made[laid.start : laid.start + len(keys)].tolist()
    by_event: list[dict[str, dict[Key, float]]] = [{} for _ in laid.slates]
    right: list[dict[tuple[str, Key], bool]] = [{} for _ in laid.slates]
    for (number, role, key), share, label in zip(keys, here, made, strict=True):
        by_event[number].setdefault(role, {})[key] = share
        right[number][role, key] = label
    for number, (case, slates) in enumerate(zip(laid.told.cases, laid.slates, strict=True)):
        if case.core:
            chosen = choose(slates, by_event[number], laid.lists[number], listed)
            yield Judged(case, _is_right(case, chosen, right[number]))


def _is_right(case: Case, chosen: Chosen, right: dict[tuple[str, Key], bool]) -> bool:
    for role in chosen.shares:
        links = chosen.links.get(role, ())
        if len(links) != len(case.roles.get(role, ())) or not all(right[role, link.candidate.key] for link in links):
            return False
    return True
