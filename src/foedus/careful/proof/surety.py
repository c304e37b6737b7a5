"""Polarity, mood and certainty as told, against the cues that the reader finds over the trigger."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from foedus.careful.proof.fault import Fault
from foedus.careful.proof.governing import doubt_governs
from foedus.careful.proof.ground import Ground, steps_between
from foedus.careful.proof.placing import Placed
from foedus.careful.proven import Mended
from foedus.language.parse import Token
from foedus.model.vocabulary import NEGATIVE_STAGES, Certainty
from foedus.reader.lexicon.words import normal
from foedus.reader.matching import Hit
from foedus.reader.settling import NOT_YET
from foedus.reader.unit import Unit, VoiceCueKind
from foedus.reader.view import View
from foedus.reader.voice import UNDECIDED, Heard
from foedus.reader.voice.composing import ORDER

DENYING: frozenset[VoiceCueKind] = frozenset({"fail", "deny"})
"""Kinds of cue whose words can deny a statement wherever they stand near it."""
CONDITIONAL = frozenset({"a condition", "under a condition", "a hypothesis under a condition"})
"""Reasons of what is heard in a clause of condition, or beside one."""
NEAR = 3
"""Steps in the parse from the trigger within which a word that denies may mean it, though no rule says that it does."""


class Surety(NamedTuple):
    """What is heard over the trigger, the certainty that holds, and what was mended."""

    heard: Heard
    certainty: Certainty
    mended: tuple[Mended, ...]


def surety_of(ground: Ground, one: Placed, view: View) -> Surety:
    """What holds of a claim's polarity and certainty; Fault where the text says it otherwise."""
    told = one.told
    target = view.sentence.covering(*one.trigger)
    if not any(character.isalnum() for character in ground.text.words(one.trigger)) or not target:
        raise Fault("not_read", ground.text.words(one.trigger))
    skipped = frozenset(UNDECIDED) if told.stage in NOT_YET else frozenset[str]()
    heard = ground.heard(view, target, skipped)
    if not heard.asserted and _is_told_condition(ground, one, heard):
        heard = ground.heard(view, target, skipped | CONDITIONAL)
    if not heard.asserted and told.stage not in NOT_YET:
        raise Fault("not_asserted", "; ".join(cue.text for cue in heard.cues) or ground.text.words(one.trigger))
    _check_polarity(ground, one, view, heard)
    held = max(told.certainty, heard.certainty, key=ORDER.index)
    if held == told.certainty or not doubt_governs(view, one.trigger, heard):
        return Surety(heard, told.certainty, ())
    cues = "; ".join(cue.text for cue in heard.cues)
    return Surety(heard, held, (Mended("certainty", told.certainty, held, cues),))


def _is_told_condition(ground: Ground, one: Placed, heard: Heard) -> bool:
    """Whether the condition is told as what it is: a role of the claim, or in a voice's words ("if one believes X")."""
    spans = [filler.span for filler in one.fillers if filler.told.role == "condition"]
    for voice in one.told.voices:
        named = ground.numbered.at(voice.sentence)
        spans += ground.text.places(voice.cue, named.start, named.end) if named and voice.cue else []
    conditions = [cue for cue, why in zip(heard.cues, heard.reasons, strict=True) if why in CONDITIONAL]
    return bool(conditions) and all(any(span.overlaps((cue.start, cue.end)) for span in spans) for cue in conditions)


def _check_polarity(ground: Ground, one: Placed, view: View, heard: Heard) -> None:
    told = one.told
    hits = ground.hits(view, one.trigger, told.type)
    can_be = set(_polarities(ground, one, view, hits, heard.flips))
    if told.polarity in can_be:
        return
    about = "; ".join(cue.text for cue in heard.cues if cue.kind in ("negation", "operator", "hedge"))
    if told.polarity == "affirmed":
        raise Fault("negated", about or ground.text.words(one.trigger))
    if not may_deny(ground, one, view):
        raise Fault("not_negated", ground.text.words(one.trigger))


def _polarities(ground: Ground, one: Placed, view: View, hits: Sequence[Hit[Unit]], flips: int) -> list[str]:
    """The polarities that the words can give: a negative stage is affirmed where one negation made it."""
    stage = one.told.stage
    if one.told.type == "accusation":
        return ["affirmed", "negated"] if flips else ["affirmed"]  # who denies it rejects what was said, not the saying
    if _has_negation(ground, view, one) and not any(hit.anchor == view.sentence.head_of(*one.trigger) for hit in hits):
        return ["affirmed", "negated"]  # an idiom with its own negation that the lexicon does not know
    if stage not in NEGATIVE_STAGES or not flips:
        return ["negated" if flips % 2 else "affirmed"]
    own = _has_negation(ground, view, one)
    made = {own or unit.stage != stage for hit in hits[:1] for unit in hit.senses} or {True, False}
    return ["negated" if (flips - by_negation) % 2 else "affirmed" for by_negation in made]


def _has_negation(ground: Ground, view: View, one: Placed) -> bool:
    """Whether the trigger's own words hold a negation."""
    negations = ground.tools_of(view).lexicon.cues("negations")
    return any(normal(view.tokens[i].text) in negations for i in view.sentence.covering(*one.trigger))


def may_deny(ground: Ground, one: Placed, view: View) -> bool:
    """Whether a word near the trigger in the parse can deny it: a negation of the trigger or of a word over it, a verb
    of denial or failure; or the told voice denies."""
    head = view.sentence.head_of(*one.trigger)
    above = None if head is None else {head, *(token.i for token in view.sentence.ancestors(head))}
    near = [token for token in view.tokens if head is None or steps_between(view.sentence, head, token.i) <= NEAR]
    at_hand = [token for token in near if above is None or {token.i, token.head} & above]
    if any(_is_negation(ground, view, token) for token in at_hand):
        return True
    if _denies(ground, view, [token.i for token in at_hand], DENYING | {"neg"}):
        return True
    return _denies(ground, view, [token.i for token in near], DENYING) or any(
        _denies_by(ground, one, voice.sentence, voice.cue) for voice in one.told.voices if voice.cue
    )


def _is_negation(ground: Ground, view: View, token: Token) -> bool:
    negations = ground.tools_of(view).lexicon.cues("negations")
    return normal(token.text) in negations or token.feats.get("Polarity") == "Neg"


def _denies(ground: Ground, view: View, tokens: Iterable[int], kinds: Collection[VoiceCueKind]) -> bool:
    """Whether one of the words is a cue of such a kind, or another that turns what it is said of."""
    at = ground.hearing.here(view.index).cues.at
    found = (one.cue for i in tokens for one in at.get(i, ()))
    return any(
        cue.kind in kinds or (cue.polarity == "negated" and cue.kind not in ("restrict", "neg")) for cue in found
    )


def _denies_by(ground: Ground, one: Placed, number: int, words: str) -> bool:
    """Whether the reporting words of a told voice deny: "such talk the ministry rejects"."""
    for named in (ground.numbered.at(number), one.sentence):
        for place in ground.text.places(words, named.start, named.end) if named else ():
            view = ground.view_at(place.start)
            if view is not None and _denies(ground, view, view.sentence.covering(*place), DENYING):
                return True
    return False
