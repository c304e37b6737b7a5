"""What a cue makes of the statement that its frame takes: voice, polarity, certainty, by its kind and its own negation.

Kinds are FactBank's classes of source-introducing and factuality-changing predicates (Saurí and Pustejovsky 2012), with
those that arms news adds: no comment, non-confirmation, rumour.
"""

from collections.abc import Mapping
from typing import NamedTuple

from foedus.language.parse import Token
from foedus.model.claim import Attribution, Cue
from foedus.model.vocabulary import Certainty, CueKind, Standing
from foedus.reader.lexicon import Lexicon
from foedus.reader.lexicon.words import normal
from foedus.reader.unit import VoiceCueKind
from foedus.reader.view import View
from foedus.reader.voice.cues import Found
from foedus.reader.voice.effect import Effect
from foedus.reader.voice.speakers import Speakers
from foedus.reader.voice.way import CLAUSE

SAYING: frozenset[VoiceCueKind] = frozenset(
    {"say", "claim", "know", "announce", "confirm", "think", "doubt", "warn", "ask", "promise", "deny", "order", "wish"}
)
"""Kinds whose subject speaks."""
NAMED: frozenset[VoiceCueKind] = frozenset({"source_unnamed", "outlet", "document"})
"""Nouns that are themselves the speaker: "a note according to which …"."""
RAISING: frozenset[VoiceCueKind] = frozenset(
    {
        "think",
        "wish",
        "ask",
        "order",
        "promise",
        "modal_future",
        "modal_plan",
        "modal_ability",
        "modal_obligation",
        "neg",
        "fail",
        "hedge_probable",
        "hedge_possible",
    }
)
"""Kinds whose own negation negates what they govern: "does not expect them to deliver"."""
HEDGING: frozenset[VoiceCueKind] = frozenset(
    {
        "think",
        "doubt",
        "ask",
        "claim",
        "promise",
        "hedge_probable",
        "hedge_possible",
        "modal_ability",
        "unknown",
        "rumour",
        "modal_plan",
        "warn",
    }
)
"""Kinds that make a statement at most as sure as the lexicon says of the cue. Future, order, duty are stages of the
contract, certain as such."""
UNDECIDED: frozenset[VoiceCueKind] = frozenset({"ask", "promise", "modal_plan", "wish", "order", "think", "warn"})
"""Kinds that a stage of what is not yet (sought, intended, offered …) says already."""
GOES_ON = "the last speaker"
"""Reason of an effect whose speaker is the last one: "selon lui", "мол"."""
SHOWN: Mapping[VoiceCueKind, CueKind] = {
    "neg": "negation",
    "fail": "negation",
    "restrict": "negation",
    "deny": "negation",
    "not_confirm": "hedge",
    "refuse_comment": "hedge",
    "hedge_probable": "hedge",
    "hedge_possible": "hedge",
    "unknown": "hedge",
    "modal_ability": "hedge",
    "modal_obligation": "hedge",
    "modal_future": "tense",
    "modal_plan": "operator",
    "rumour": "rumour",
    "condition": "condition",
    "hypothesis": "condition",
}
"""The contract's kind of cue for each kind of ours; the rest are voices."""


class Spoken(NamedTuple):
    """A cue with its speaker's word (None where nobody is named), and the word that negates the cue itself."""

    found: Found
    speaker: Token | None
    negation: Token | None
    clause: bool = False
    """Whether the cue governs a finite clause."""
    nominal: bool = False
    """Whether it governs a noun."""


def effects_of(view: View, speakers: Speakers, lexicon: Lexicon, spoken: Spoken) -> list[Effect]:
    """The effects of a cue on what it governs: the cue's own, and that of its negation."""
    cue, negation = spoken.found.cue, spoken.negation
    shown = shown_cue(view, spoken.found)
    effects = [_own(view, speakers, lexicon, spoken, shown)]
    if negation is not None and cue.kind in RAISING:
        effects.append(Effect(word_cue("negation", negation), "the word over it is negated", flips=True))
    return effects


def _own(view: View, speakers: Speakers, lexicon: Lexicon, spoken: Spoken, shown: Cue) -> Effect:
    cue, negated = spoken.found.cue, spoken.negation is not None
    certainty = _certainty(view, lexicon, spoken)
    flips = cue.polarity == "negated" and not (cue.kind == "deny" and negated)
    voice: Attribution | None = None
    standing: Standing | None = None
    rumoured = spoken.speaker is not None and speakers.is_rumour(spoken.speaker)
    if rumoured or (cue.kind == "rumour" and cue.standing):
        standing, certainty = "rumoured" if cue.standing != "unnamed" else "unnamed", "possible"
        shown = word_cue("rumour", spoken.speaker) if rumoured and spoken.speaker is not None else shown
    elif spoken.speaker is not None and _gives_voice(spoken):
        voice = speakers.attribution(spoken.speaker, shown.text, spoken.found.anchor)
    elif cue.standing == "unnamed":
        standing = "unnamed"
    elif cue.kind in SAYING and cue.pos == "adverb" and set(cue.words.words) & lexicon.cues("speaking_again"):
        return Effect(shown, GOES_ON, flips, certainty, standing="attributed")
    unasserted = cue.kind == "hypothesis" or (cue.kind == "wish" and spoken.clause) or _permits(lexicon, spoken)
    return Effect(shown, cue.kind, flips, certainty, unasserted, standing, voice)


def _certainty(view: View, lexicon: Lexicon, spoken: Spoken) -> Certainty | None:
    """How sure a statement is at most under the cue; None where the cue leaves that as it is."""
    cue, negated = spoken.found.cue, spoken.negation is not None
    if cue.kind in ("deny", "wish"):
        return "possible" if negated or cue.kind == "wish" else None  # "does not rule out"
    undecided = cue.kind in ("promise", "modal_plan") and cue.certainty != "possible"
    surely_not = negated and cue.kind in ("doubt", "modal_ability", "hedge_possible")  # what cannot be is surely not
    thing = cue.kind == "think" and spoken.nominal
    if cue.kind not in HEDGING or undecided or surely_not or thing or _is_scheduled(view, lexicon, spoken):
        return None
    return cue.certainty


def _is_scheduled(view: View, lexicon: Lexicon, spoken: Spoken) -> bool:
    """ "Doit être livré en mai": a date that is set; "devrait" is an expectation."""
    anchor = view.tokens[spoken.found.anchor]
    return normal(anchor.lemma) in lexicon.cues("scheduling") and anchor.feats.get("Mood") != "Cnd"


def _gives_voice(spoken: Spoken) -> bool:
    """Whether the cue's subject speaks for what it governs: a promise or an order to do it is an act of its own, and
    what one knows, regrets or condemns as a thing is taken as a fact."""
    kind = spoken.found.cue.kind
    if kind == "think" and spoken.nominal:
        return False
    if kind in ("promise", "order", "know"):
        telling = spoken.found.cue.statement & (CLAUSE | {"quote"})  # "admits the delivery", not "condemns" it
        return bool(telling) or not spoken.nominal if kind == "know" else spoken.clause
    return kind in SAYING | NAMED


def _permits(lexicon: Lexicon, spoken: Spoken) -> bool:
    """A law that allows something claims nothing of it."""
    lawful = spoken.speaker is not None and normal(spoken.speaker.lemma) in lexicon.cues("laws")
    return spoken.found.cue.kind == "order" and lawful


def shown_cue(view: View, found: Found) -> Cue:
    """The words of a cue as the claim shows them."""
    tokens = view.tokens
    first, last = tokens[min(found.tokens)], tokens[max(found.tokens)]
    kind = SHOWN.get(found.cue.kind, "voice")
    return Cue(kind, view.text[first.start : last.end], first.start, last.end)


def word_cue(kind: CueKind, token: Token) -> Cue:
    """One word as a cue."""
    return Cue(kind, token.text, token.start, token.end)
