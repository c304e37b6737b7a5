"""Speech that goes on: who speaks in a sentence, whether anybody else begins to, and whose a whole text is."""

from collections.abc import Iterator

from foedus.careful.proof.ground import Ground
from foedus.careful.proof.same_voice import is_another
from foedus.careful.proof.voice_words import VoiceWords
from foedus.careful.proof.words import Span
from foedus.model.claim import Attribution
from foedus.reader.lexicon.words import normal
from foedus.reader.relations import SUBJECTS
from foedus.reader.unit import VoiceCueKind
from foedus.reader.view import View
from foedus.reader.voice.effects import NAMED, SAYING

_TEXTS: frozenset[VoiceCueKind] = frozenset({"document", "vehicle"})
"""Kinds of words for what holds or carries somebody's words."""
_NAMING = ("flat", "appos", "compound", "nmod", "amod")
_ACTING = (*SUBJECTS, "obl:agent")


def speaks(ground: Ground, words: VoiceWords) -> bool:
    """Whether a voice speaks where its words stand: by a verb of saying, its own reporting words, or what it is: a
    document, an outlet, a source."""
    view = ground.view_at(words.span.start)
    if view is None:
        return False
    span = words.span
    if any(span.overlaps((said.attribution.start, said.attribution.end)) for said in ground.spoken[view.index]):
        return True
    if words.cue is not None and words.whose == "its":
        return True
    cues = ground.hearing.here(view.index).cues
    phrase = _phrase(view, span)
    if any(one.cue.kind in NAMED | _TEXTS for i in phrase for one in cues.at.get(i, ())):
        return True
    acting = [view.tokens[i] for i in phrase if view.tokens[i].dep.startswith(_ACTING)]
    return any(one.cue.kind in SAYING for token in acting for one in cues.at.get(token.head, ()))


def _phrase(view: View, span: Span) -> list[int]:
    """The words of a voice, and those that they only name closer: "the *analyst* Reed", "a Reuters *inquiry*"."""
    found = list(view.sentence.covering(*span))
    head = view.sentence.head_of(*span)
    while head is not None and view.tokens[head].dep.startswith(_NAMING):
        head = view.tokens[head].head
        found.append(head)
    return found


def last_to_speak(ground: Ground, voice: Attribution, own: View, home: View) -> bool:
    """Whether nobody else begins to speak behind the voice's sentence and up to the trigger's."""
    between = (said.attribution for index in range(own.index + 1, home.index + 1) for said in ground.spoken[index])
    return not any(is_another(ground, other, voice) for other in between)


def is_text_of(ground: Ground, words: VoiceWords) -> bool:
    """Whether the headline says that the text is somebody's words, and the voice stands there or acts in the lead."""
    if not any(True for _ in _texts(ground)):
        return False
    if words.sentence.zone == "headline":
        return True
    view = ground.view_at(words.span.start)
    head = view.sentence.head_of(*words.span) if view is not None else None
    return words.sentence.zone == "lead" and view is not None and head is not None and view.is_subject(head)


def speaks_of_itself(ground: Ground, home: View) -> bool:
    """Whether "I" or "we" acts in a paragraph outside of quotations: somebody's own words, not a report."""
    for view in ground.analysis.views:
        if view.paragraph != home.paragraph:
            continue
        first = ground.tools_of(view).lexicon.cues("first_person")
        for token in view.tokens:
            acts = token.dep.startswith("nsubj") and normal(token.text) in first
            if acts and ground.analysis.quote_at(token.start, token.end) is None:
                return True
    return False


def _texts(ground: Ground) -> Iterator[str]:
    """The headline's words for a text or what carries words."""
    for view in ground.analysis.views:
        if view.zone == "headline":
            for i, some in ground.hearing.here(view.index).cues.at.items():
                if any(one.cue.kind in _TEXTS for one in some):
                    yield view.tokens[i].text
