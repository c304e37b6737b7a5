"""How sure an action is told to be, as one number."""

from foedus.lineage.changes.predicates import Predicate
from foedus.model.claim import Cue
from foedus.model.vocabulary import CueKind
from foedus.reader.voice.composing import ORDER

_SHOWN: frozenset[CueKind] = frozenset({"hedge", "rumour"})


def doubt(one: Predicate) -> int | None:
    """From 0, certain, up; None where it cannot be set against another: an infinitive, a wish, a condition, a question,
    or a doubt that no word of the sentence shows."""
    heard = one.heard
    if not one.finite or not heard.asserted:
        return None
    if any(_is_known(one, cue) for cue in heard.cues):
        return None
    level = max(ORDER.index(heard.certainty), ORDER.index("possible") if heard.standing == "rumoured" else 0)
    shown = any(cue.kind in _SHOWN and one.line.start <= cue.start < one.line.end for cue in heard.cues)
    return level if shown or not level else None


def _is_known(one: Predicate, cue: Cue) -> bool:
    """Whether a word of hearsay ("people say") has an article here that points to somebody named before."""
    here = [token for token in one.line.view.tokens if cue.start <= token.start < cue.end]
    told = (word for token in here for word in one.line.view.sentence.dependents(token.i, "det"))
    return cue.kind == "rumour" and any(word.feats.get("Definite") == "Def" for word in told)


def surety(level: int) -> str:
    """The level in words."""
    return ORDER[level]
