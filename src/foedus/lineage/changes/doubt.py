"""How sure an action is told to be, as one number."""

from foedus.lineage.changes.predicates import Predicate
from foedus.model.vocabulary import CueKind
from foedus.reader.voice.composing import ORDER

_SHOWN: frozenset[CueKind] = frozenset({"hedge", "rumour"})


def doubt(one: Predicate) -> int | None:
    """From 0, certain, up; None where it cannot be set against another: an infinitive, a wish, a condition, a question,
    or a doubt that no word of the sentence shows."""
    heard = one.heard
    if not one.finite or not heard.asserted:
        return None
    level = max(ORDER.index(heard.certainty), ORDER.index("possible") if heard.standing == "rumoured" else 0)
    shown = any(cue.kind in _SHOWN and one.line.start <= cue.start < one.line.end for cue in heard.cues)
    return level if shown or not level else None


def surety(level: int) -> str:
    """The level in words."""
    return ORDER[level]
