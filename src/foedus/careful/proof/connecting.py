"""What of the language connects a told voice with a statement: without one of these ties it speaks for nothing.

- The voice stands in the trigger's sentence, or with its reporting words in one of the BEFORE sentences before or the
  AFTER sentences after it; of a quotation the speaker may stand farther away in the paragraph.
- Reporting words beside the trigger are nobody's by name: "he said", "the minister said", a verb without a subject.
  Whoever was named before may be meant.
- The sentence behind brings the news: "so says X", "it is X that writes it". What a headline says, its lead may tell
  the source of.
- Speech goes on: the voice speaks in a sentence before, and nobody else begins to between; words that keep distance
  ("aurait", "якобы") need somebody's word, so whoever is named shortly before them will do.
- The headline says that the text is somebody's (a statement, an answer, a report): theirs who is named in the headline
  or acts in the lead.
- The paragraph says "I" or "we" outside of quotations: the words of a person whom headline or lead names.
- The label that opens a paragraph, or any turn of a conversation.

Reporting words that are somebody else's by name tie nothing.
"""

from foedus.careful.numbering import NumberedSentence
from foedus.careful.proof.ground import BRACKET, Ground
from foedus.careful.proof.placing import Placed
from foedus.careful.proof.prose import REPORTED
from foedus.careful.proof.running import is_text_of, last_to_speak, speaks, speaks_of_itself
from foedus.careful.proof.speaker_label import is_label, labelled_between, takes_turn
from foedus.careful.proof.voice_words import BEFORE, VoiceWords
from foedus.careful.proof.words import Span
from foedus.model.claim import Cue
from foedus.reader.lexicon.words import normal
from foedus.reader.relations import SUBJECTS
from foedus.reader.view import View
from foedus.reader.voice import Heard
from foedus.reader.voice.effects import SAYING

AFTER = 2
QUOTED = 6
_CLAUSES = (REPORTED, "csubj")


def is_connected(ground: Ground, one: Placed, words: VoiceWords, heard: Heard) -> bool:
    """Whether the text connects a told voice with the trigger."""
    if words.whose == "another's":
        return False
    away = words.sentence.number - one.sentence.number
    if heard.quoted and words.sentence.paragraph == one.sentence.paragraph and abs(away) <= QUOTED:
        return True
    if away == 0:
        return True
    if words.cue is not None and -BEFORE <= away <= AFTER:
        return True
    if away > 0:
        return _brings(ground, one, words)
    far = words.voice.kind in ("person", "unnamed") or away >= -QUOTED
    return (
        (words.cue is not None and far and _holds(one.sentence, words.cue))
        or (away >= -BEFORE and _is_told_by_nobody_named(ground, one, words, heard))
        or _goes_on(ground, one, words, heard)
        or takes_turn(ground, one.trigger.start, words.told.kind)
    )


def _holds(sentence: NumberedSentence, cue: Cue) -> bool:
    return sentence.start <= cue.start and cue.end <= sentence.end


def _is_told_by_nobody_named(ground: Ground, one: Placed, words: VoiceWords, heard: Heard) -> bool:
    """Whether the trigger's sentence has reporting words whose speaker is a pronoun or stands in no word of it."""
    view = ground.view_at(one.trigger.start)
    if view is None:
        return False
    if not heard.voices and SAYING & set(heard.reasons):
        return True
    near = words.sentence.paragraph == one.sentence.paragraph
    return (near and _is_reported(view, one.trigger)) or _pronoun_says(ground, view, words)


def _is_reported(view: View, trigger: Span) -> bool:
    """Whether the words stand in a clause that says what somebody says."""
    head = view.sentence.head_of(*trigger)
    return head is not None and any(
        token.dep == REPORTED for token in (view.tokens[head], *view.sentence.ancestors(head))
    )


def _pronoun_says(ground: Ground, view: View, words: VoiceWords) -> bool:
    """Whether "he says" or "it writes" stands in the sentence: of a state only where the pronoun is not a person's."""
    here = ground.hearing.here(view.index)
    for i, some in here.cues.anchored.items():
        if not any(one.cue.kind in SAYING and one.cue.pos == "verb" for one in some):
            continue
        for subject in view.sentence.dependents(i, *SUBJECTS):
            said = normal(subject.text).strip("-")
            human = said in here.lexicon.cues("human_pronouns")
            if said in here.lexicon.cues("third_person") and not (human and words.voice.kind == "state"):
                return True
    return False


def _brings(ground: Ground, one: Placed, words: VoiceWords) -> bool:
    """Whether a voice behind the trigger is the source of what was said before it."""
    view = ground.view_at(words.span.start)
    if view is None:
        return False
    if one.sentence.zone == "headline":
        return words.sentence.zone in ("headline", "lead") and speaks(ground, words)
    if words.sentence.number != one.sentence.number + 1:
        return False
    here = ground.hearing.here(view.index)
    if any(normal(token.text) in here.lexicon.cues("pointing_back") for token in view.tokens):
        return True
    sayings = [i for i, some in here.cues.anchored.items() if any(found.cue.kind in SAYING for found in some)]
    reports = any(any(view.sentence.dependents(i, *_CLAUSES)) for i in sayings)
    return bool(sayings) and not reports and speaks(ground, words)


def _goes_on(ground: Ground, one: Placed, words: VoiceWords, heard: Heard) -> bool:
    """Whether a voice before still speaks at the trigger."""
    home, own = ground.view_at(one.trigger.start), ground.view_at(words.span.start)
    if home is None or own is None or own.index > home.index or BRACKET in (home.zone, own.zone):
        return False
    if is_label(ground, words.sentence, words.span):
        return not labelled_between(ground, words.sentence, one.sentence)
    opening = words.sentence.zone in ("headline", "lead") and words.told.kind in ("person", "unnamed")
    if opening and speaks_of_itself(ground, home):
        return True
    if not last_to_speak(ground, words.voice, own, home):
        return False
    near = one.sentence.number - words.sentence.number <= BEFORE
    keeps_distance = heard.standing == "rumoured" and not heard.voices
    if speaks(ground, words) or (near and keeps_distance) or is_text_of(ground, words):
        return True
    between = ground.analysis.views[own.index + 1 : home.index]
    return any(_pronoun_says(ground, view, words) for view in between)
