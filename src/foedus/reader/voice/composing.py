"""Effects over a statement to its polarity, certainty and standing.

Polarity and certainty are FactBank's values of the event itself (Saurí and Pustejovsky 2009): each effect, nearest
first, turns the polarity or lowers the certainty.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from foedus.model.claim import Attribution, Cue
from foedus.model.vocabulary import Certainty, Polarity, Standing
from foedus.reader.voice.effect import Effect

ORDER: tuple[Certainty, ...] = ("certain", "probable", "possible", "unknown")


class Heard(NamedTuple):
    """Who says a statement, and how surely; `flips` counts what turned its polarity, `reasons` go with the cues.

    `voices` are nearest first. `asserted` is False where the text does not claim it: wish, condition, question.
    """

    standing: Standing
    voices: tuple[Attribution, ...]
    quoted: bool
    asserted: bool
    polarity: Polarity
    certainty: Certainty
    flips: int
    cues: tuple[Cue, ...]
    reasons: tuple[str, ...]


def composed(effects: Sequence[Effect], *, quoted: bool) -> Heard:
    """What the effects, nearest first, make of a statement."""
    voices = _voices(effects)
    rumour = next((effect for effect in effects if effect.standing == "rumoured"), None)
    standing = _standing(effects, voices, rumour)
    certainty = _surest(effect.certainty for effect in effects if effect is not rumour)
    if rumour is not None:
        certainty = _surest([certainty, "possible" if standing == "rumoured" else "probable"])
    flips = sum(effect.flips for effect in effects)
    return Heard(
        standing,
        voices,
        quoted,
        not any(effect.unasserted for effect in effects),
        "negated" if flips % 2 else "affirmed",
        certainty,
        flips,
        tuple(effect.cue for effect in effects),
        tuple(effect.reason for effect in effects),
    )


def _voices(effects: Iterable[Effect]) -> tuple[Attribution, ...]:
    found: dict[tuple[int, int], Attribution] = {}
    for effect in effects:
        if effect.voice is not None:
            found.setdefault((effect.voice.start, effect.voice.end), effect.voice)
    return tuple(found.values())


def _standing(effects: Sequence[Effect], voices: Sequence[Attribution], rumour: Effect | None) -> Standing:
    """The nearest voice's; a rumour's where no voice is in reach."""
    if voices:
        return "unnamed" if voices[0].kind == "unnamed" else "attributed"
    if rumour is not None:
        return "rumoured"
    return next((effect.standing for effect in effects if effect.standing), "stated")


def _surest(certainties: Iterable[Certainty | None]) -> Certainty:
    """The least sure of them."""
    return max((one for one in certainties if one), key=ORDER.index, default="certain")
