"""Standing, certainty and the attribution chain of a draft, from the voices that govern it."""

from collections.abc import Sequence

from foedus.language.parse import Token
from foedus.model.claim import Cue
from foedus.model.vocabulary import Standing
from foedus.reader.analysis import Analysis
from foedus.reader.draft import Draft
from foedus.reader.lexicon import Lexicon
from foedus.reader.tools import Tools
from foedus.reader.view import View
from foedus.reader.voice import Voice, governing

LONGEST = 40
"""How many sentences a quotation is followed over: work must not grow with the square of the document."""


def settle(draft: Draft, tools: Tools, analysis: Analysis, voices: Sequence[Sequence[Voice]]) -> None:
    """Set quoted, standing, certainty, polarity and voices of the draft, with the cues that decided them."""
    start, end = draft.span
    quote = analysis.quote_at(start, end)
    draft.quoted = quote is not None
    found = governing(voices[draft.view.index], start, end)
    named = [voice for voice in found if voice.attribution]
    if quote is not None and not named:
        named = _of_quotation(draft.view, tools, analysis, quote.start, quote.end)
    rumour = next((voice for voice in found if voice.standing == "rumoured"), None)
    conditional = _hearsay(tools.lexicon, draft)
    draft.voices = named
    if named:
        draft.standing = named[0].standing
        if named[0].denies and draft.polarity == "affirmed":
            draft.polarity = "negated"
        draft.cues += [voice.cue for voice in named]
    if rumour and not named:
        draft.standing, draft.certainty = "rumoured", "possible"
        draft.cues.append(rumour.cue)
    elif rumour or conditional:
        if not named:
            draft.standing, draft.certainty = "rumoured", "possible"
        elif draft.certainty == "certain":
            draft.certainty = "probable"
        if rumour:
            draft.cues.append(rumour.cue)
        elif conditional:
            draft.cues.append(Cue("rumour", conditional.text, conditional.start, conditional.end))


def _of_quotation(view: View, tools: Tools, analysis: Analysis, start: int, end: int) -> list[Voice]:
    """The speaker of a quotation: named in a sentence that it touches, or in the next or last one of the paragraph."""
    near = analysis.views[max(0, view.index - LONGEST) : view.index + LONGEST + 1]
    touching = [other for other in near if other.sentence.end > start and other.sentence.start < end + 2]
    around = [
        other
        for other in near
        if other.paragraph == view.paragraph and 0 < abs(other.index - view.index) <= 2 and other not in touching
    ]
    for other in [*touching, *sorted(around, key=lambda other: abs(other.index - view.index))]:
        speaker = tools.voices.speaker_of(other, (start, end))
        if speaker:
            token, verb = speaker
            attribution = tools.voices.attribution(other, token, verb)
            cue = Cue("voice", verb.text, verb.start, verb.end)
            standing: Standing = "unnamed" if attribution.kind == "unnamed" else "attributed"
            return [Voice(start, end, standing, attribution, cue, denies=False)]
    return []


def _hearsay(lexicon: Lexicon, draft: Draft) -> Token | None:
    """The verb that puts the trigger in the hearsay conditional: conditional mood in a main clause, no condition."""
    if not lexicon.words.get("hearsay_conditional"):
        return None
    view = draft.view
    anchor = view.tokens[draft.hit.anchor]
    group = [anchor, *view.sentence.dependents(anchor.i, "aux", "aux:pass", "cop")]
    if anchor.dep == "xcomp":
        group.append(view.tokens[anchor.head])
    for token in group:
        if token.feats.get("Mood") == "Cnd" and token.lemma.lower() not in lexicon.cues("modals"):
            above = view.tokens[anchor.head] if anchor.head != anchor.i else None
            past = above is not None and above.feats.get("Tense") in ("Imp", "Past") and anchor.dep == "ccomp"
            return None if past else token
    return None
