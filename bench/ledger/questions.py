"""Questions that users ask of a ledger, drawn as names and words are spread over it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from sqlalchemy import func, select

from bench.ledger.generate import FIRST_DAY, YEARS
from bench.ledger.sentences import LANGS
from bench.ledger.world import World
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
from foedus.ledger.tables import claims

TARGETS = {
    "permalink": 1.0,
    "pair of states, as of a day": 30.0,
    "search with facets": 100.0,
    "network as of a day": 1000.0,
}
"""Milliseconds that an answer may take."""
BUSY_TARGET = 50.0
"""The same at the 95th percentile while another process writes."""

Question = Callable[[], object]


class Drawn(NamedTuple):
    """A ledger to ask, and what questions are drawn from."""

    ledger: Ledger
    world: World
    rng: Random
    ids: list[str]


def drawn(ledger: Ledger, world: World, rng: Random) -> Drawn:
    """With the ids of some claims, wherever they lie."""
    with ledger._store.reading() as connection:
        most = connection.scalar(select(func.max(claims.c.reading))) or 0
        places = [rng.randint(1, most) for _ in range(2_000)]
        asked = select(claims.c.id).where(claims.c.reading.in_(places))
        return Drawn(ledger, world, rng, sorted(connection.scalars(asked)))


def questions(of: Drawn) -> Mapping[str, Question]:
    """By name, each drawn anew at every call."""
    states = of.world.states()

    def permalink() -> object:
        return of.ledger.claim(of.rng.choice(of.ids))

    def pair() -> object:
        one = other = of.rng.choice(states)
        while other == one:
            other = of.rng.choice(states)
        return of.ledger.page_of_claims(ClaimFilter(about=(one,), with_=(other,), as_of=day_of(of.rng)))

    def search() -> object:
        words = of.world.words(of.rng, of.rng.choice(LANGS), of.rng.choice((1, 2)))
        types = of.rng.choice(((), ("transfer",), ("attack", "deployment")))
        of.ledger.facets(ClaimFilter(text=words, types=types))
        return of.ledger.search(words, ClaimFilter(types=types))

    return dict(zip(TARGETS, (permalink, pair, search), strict=False))


def day_of(rng: Random) -> date:
    """Some day of the years that made-up reports are of."""
    return FIRST_DAY + timedelta(days=rng.randrange(YEARS * 365))
