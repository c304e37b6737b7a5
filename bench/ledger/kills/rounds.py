"""Rounds of kills: each command of a case is killed, looked after, killed again, and at last run to its end."""

from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from bench.ledger.kills.cases import Case, Links, LostError
from bench.ledger.kills.killing import Length, kill, length, run

_PER_COMMAND = 5
"""Kills before a command may end, at most: the later ones meet what the first left."""


class Kill(NamedTuple):
    """One kill; `lost` says what was not as it must be. A command that was faster ended by itself."""

    case: str
    killed: bool
    lost: str | None


class Undisturbed(NamedTuple):
    """How long each command runs, and what the ledger gives after them, where nobody kills them."""

    long: list[Length]
    export: bytes


def rounds(case: Case, fresh: Callable[[], str], kills: int, seed: int) -> Iterator[Kill]:
    """So many kills of a case's commands, in places that `fresh` gives; after them all is as it is undisturbed."""
    chance = Random(f"{seed} {case.name}")  # noqa: S311 - chosen moments, to be chosen again
    place = fresh()
    case.prepare(place)
    long = [length(words, case.folder) for words in case.commands(place)]
    undisturbed = Undisturbed(long, case.export(place))
    left = kills
    while left > 0:
        for one in _round(case, fresh(), undisturbed, min(left, _PER_COMMAND * len(long)), chance):
            left -= 1
            yield one


def _round(case: Case, place: str, undisturbed: Undisturbed, kills: int, chance: Random) -> Iterator[Kill]:
    """As many kills as asked for, spread over the commands; the last of them bears the blame for a wrong end."""
    case.prepare(place)
    held = case.links(place)
    pending: Kill | None = None
    for number, words in enumerate(case.commands(place)):
        share = kills // len(undisturbed.long) + (number < kills % len(undisturbed.long))
        for _ in range(share):
            if pending is not None:
                yield pending
            ran = kill(words, case.folder, undisturbed.long[number], chance)
            held, lost = _after(case, place, held)
            if lost is None and not ran.killed and ran.code != 0:
                lost = f"before it was killed it ended with {ran.code}: {ran.told}"
            pending = Kill(case.name, ran.killed, lost)
        again = run(words, case.folder)
        if again.code != 0 and pending is not None and pending.lost is None:
            pending = pending._replace(lost=f"the same command again ended with {again.code}: {again.told}")
        held, lost = _after(case, place, held)
        if pending is not None and pending.lost is None:
            pending = pending._replace(lost=lost)
    if pending is not None:
        if pending.lost is None and case.export(place) != undisturbed.export:
            pending = pending._replace(lost="the claims are not those of an undisturbed run")
        yield pending


def _after(case: Case, place: str, held: Links) -> tuple[Links, str | None]:
    """What is kept after a kill, and what was lost by it."""
    try:
        now = case.links(place)
    except LostError as error:
        return held, str(error)
    if now[: len(held)] != held:
        return now, f"batches that were kept are gone or changed: {len(held)} before, {len(now)} after"
    return now, None
