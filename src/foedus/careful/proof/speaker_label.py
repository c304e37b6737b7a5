"""Labels of speakers: in minutes and interviews a name opens the paragraph of whoever speaks there."""

import re

from foedus.careful.numbering import NumberedSentence
from foedus.careful.proof.ground import Ground
from foedus.careful.proof.words import Span
from foedus.model.vocabulary import VoiceKind
from foedus.reader.relations import VERBAL

_TURN = re.compile(r"[—–-]\s|[^\W\d_]{1,2}\s?[:.]\s|[^\n:.]{0,20}\b[^\W\d_a-zà-ÿа-яё]{3,}\.\s")
"""How a turn of an interview or hearing begins: a dash, the letter of question or answer, a name in capitals."""
_LABEL = re.compile(r"[^\W\d_][^\n:–—]{1,60}?(?:\.\s?[–—-]|\s?:)\s")
"""A speaker's name before their words."""
_LONGEST = 6
"""Words of a label that is a sentence by itself, at most."""


def is_label(ground: Ground, named: NumberedSentence, span: Span) -> bool:
    """Whether the words are the label of a speaker that opens a paragraph, as in minutes: "Mrs Reed. – We have …"."""
    end = _label_end(ground, named)
    return end is not None and span.start == named.start and span.end <= end


def labelled_between(ground: Ground, first: NumberedSentence, last: NumberedSentence) -> bool:
    """Whether another speaker's label stands behind a label and before or at a sentence."""
    between = ground.numbered.sentences[first.number : last.number]
    return any(_label_end(ground, sentence) is not None for sentence in between)


def takes_turn(ground: Ground, place: int, kind: VoiceKind) -> bool:
    """Whether the line of a place is a turn of a conversation that a voice of the kind may speak."""
    start = ground.text.text.rfind("\n", 0, place) + 1
    return kind in ("person", "unnamed") and _TURN.match(ground.text.text, start, place + 1) is not None


def _label_end(ground: Ground, sentence: NumberedSentence) -> int | None:
    before, after = (ground.numbered.at(sentence.number + step) for step in (-1, 1))
    if before is not None and before.paragraph == sentence.paragraph:
        return None
    label = _LABEL.match(ground.text.text, sentence.start)
    if label is not None:
        return label.end()
    spoken = after is not None and after.paragraph == sentence.paragraph
    return sentence.end if spoken and _is_name_alone(ground, sentence) else None


def _is_name_alone(ground: Ground, sentence: NumberedSentence) -> bool:
    """Whether a sentence is nothing but a name or an office: "The general."."""
    view = ground.view_at(sentence.start)
    ends = ground.text.words((sentence.start, sentence.end)).endswith(".")
    if view is None or sentence.zone == "headline" or not ends:
        return False
    words = [token for token in view.tokens if token.upos != "PUNCT" or token.text not in ".,"]
    speakers = ground.hearing.here(view.index).speakers
    somebody = any(speakers.may_speak(token) for token in words)
    plain = all(token.upos not in VERBAL and token.upos not in ("PUNCT", "NUM", "ADV", "ADP") for token in words)
    return len(words) <= _LONGEST and plain and somebody
