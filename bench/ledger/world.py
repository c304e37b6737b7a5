"""Who and what made-up reports speak of: the gazetteer's entities, some named far more often than others.

The ranks are drawn once from the seed; the k-th of a kind is named in proportion to 1/k, as names in news are.
"""

from collections import defaultdict
from collections.abc import Sequence
from random import Random
from typing import NamedTuple, TypeVar, cast, get_args

import msgspec

from bench.ledger.sentences import LANGS, load
from foedus.gazetteer.source import folder
from foedus.model.entity import Entity
from foedus.model.vocabulary import FREE_TEXT_ROLES, Kind

T = TypeVar("T")

_DRAWS = 1 << 16
"""Draws made in advance, so that naming somebody costs a look into a list."""
_VOCABULARY = 20_000
"""Invented words of a language."""
_KINDS: dict[str, tuple[Kind, ...]] = {
    "item": ("system", "system", "system", "item_class"),
    "weapon": ("system",),
    "hit": ("item_class",),
    "exercise": ("exercise",),
    "instrument": ("treaty",),
    "organisation": ("organisation",),
    "place": ("place",),
    "to": ("place",),
    "from": ("place",),
    "voice": ("state", "organisation"),
}
"""What fills a role where it is no state."""


class Named(NamedTuple):
    """An entity with its usual name in each language."""

    key: str
    kind: Kind
    names: dict[str, str]


class World:
    """Entities and invented words to draw from; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        """Draws once for all; about a second."""
        rng = chance(seed)
        kinds = sorted({"state", *(kind for some in _KINDS.values() for kind in some)})
        known = _known()
        self._drawn = {kind: _draws(rng, known[kind]) for kind in kinds}
        self._words = {lang: _draws(rng, _invented(rng, load().syllables[lang])) for lang in LANGS}

    def named(self, rng: Random, role: str) -> Named:
        """Somebody or something that can fill a role."""
        kinds = _KINDS.get(role, ("state",))
        kind = kinds[rng.getrandbits(8) % len(kinds)]
        return self._drawn[kind][rng.getrandbits(16)]

    def states(self) -> list[str]:
        """Keys of states as often as they are named."""
        return [one.key for one in self._drawn["state"]]

    def words(self, rng: Random, lang: str, count: int) -> str:
        """Invented words with a space between."""
        drawn = self._words[lang]
        bits = rng.getrandbits(16 * count)
        return " ".join([drawn[(bits >> (16 * place)) & 0xFFFF] for place in range(count)])


def chance(*parts: int) -> Random:
    """Draws that are the same for the same numbers."""
    return Random(" ".join(map(str, parts)))  # noqa: S311 - made-up reports keep no secret


def is_free(role: str) -> bool:
    """Whether a role is filled with words that are nobody's name."""
    return role in FREE_TEXT_ROLES


def _known() -> dict[str, list[Named]]:
    """What the gazetteer knows under a name in each language, by kind; its aliases are not needed."""
    entities = msgspec.json.decode((folder() / "compiled" / "entities.json").read_bytes(), type=list[Entity])
    found: dict[str, list[Named]] = defaultdict(list)
    for one in sorted(entities, key=lambda one: one.key):
        if all(lang in one.names for lang in LANGS) and one.kind in get_args(Kind):
            kind = cast("Kind", one.kind)
            found[kind].append(Named(one.key, kind, {lang: one.names[lang][0] for lang in LANGS}))
    return found


def _invented(rng: Random, syllables: Sequence[str]) -> list[str]:
    return ["".join(rng.choices(syllables, k=rng.randint(1, 4))) for _ in range(_VOCABULARY)]


def _draws(rng: Random, ranked: Sequence[T]) -> list[T]:
    order = rng.sample(ranked, len(ranked))
    return rng.choices(order, [1 / rank for rank in range(1, len(order) + 1)], k=_DRAWS)
