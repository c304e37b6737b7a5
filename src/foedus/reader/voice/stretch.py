"""Which stretches of a sentence somebody speaks for, whatever is said there: for whom "we" is."""

from collections.abc import Iterator
from typing import NamedTuple

from foedus.model.claim import Attribution
from foedus.reader.voice.collecting import Here
from foedus.reader.voice.effect import Effect
from foedus.reader.voice.effects import SAYING, word_cue

_REPORTED = ("ccomp", "xcomp", "csubj", "csubj:pass", "parataxis")


class Stretch(NamedTuple):
    """Text[start:end] and who speaks for it."""

    start: int
    end: int
    attribution: Attribution


def stretches_of(here: Here) -> Iterator[tuple[int, int, Effect]]:
    """Start, end and voice of each stretch of a sentence."""
    tokens, sentence = here.view.tokens, here.view.sentence
    for aside in here.asides:
        yield tokens[aside.first].start, tokens[aside.last - 1].end, _effect(here, min(aside.words), aside.speaker.i)
    taken = {i for aside in here.asides for i in aside.words}
    for i, some in here.cues.anchored.items():
        saying = next((one for one in some if one.cue.kind in SAYING and one.cue.pos == "verb"), None)
        if saying is None or i in taken:
            continue
        speaker = here.speakers.of_verb(tokens[i], saying.cue.speaker)
        for clause in sentence.dependents(i, *_REPORTED) if speaker is not None else ():
            inside = sentence.subtree(clause.i)
            if speaker is not None and speaker.i not in inside:
                yield tokens[inside[0]].start, tokens[inside[-1]].end, _effect(here, i, speaker.i)


def _effect(here: Here, cue: int, speaker: int) -> Effect:
    tokens = here.view.tokens
    voice = here.speakers.attribution(tokens[speaker], tokens[cue].text)
    return Effect(word_cue("voice", tokens[cue]), "speaks", voice=voice)
