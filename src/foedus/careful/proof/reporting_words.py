"""Whose reporting words are: a told voice's, nobody's by name, or somebody else's.

Reporting words have a speaker of their own in the parse. Where that is somebody else by name, they are not the voice's;
a pronoun, a description ("the minister") or a verb without a subject may stand for whoever was named before.
"""

from typing import Literal

from foedus.careful.proof.ground import Ground
from foedus.careful.proof.same_voice import is_same
from foedus.careful.proof.words import Span
from foedus.language.parse import Token
from foedus.model.claim import Attribution, Cue
from foedus.reader.lexicon.words import normal
from foedus.reader.relations import VERBAL
from foedus.reader.view import View
from foedus.reader.voice.collecting import Here

_BESIDE = 6
"""Words between a voice and its reporting words, at most: "said on Monday the minister of defence, Mr Reed"."""
_APART = frozenset('«»“”"„;:()')
_LOOSE = ("Inf", "Part", "Conv")
"""Forms of a verb without a subject of its own."""
_CLAUSES = ("acl", "acl:relcl", "parataxis", "advcl", "ccomp")

Whose = Literal["its", "open", "another's"]
"""Reporting words are the voice's; of nobody named, so that they may be; or of somebody else by name."""


def whose_words(ground: Ground, span: Span, voice: Attribution, cue: Cue) -> Whose:
    """Whose reporting words are: the voice's where they stand at its side or have it as their speaker."""
    view = ground.view_at(cue.start)
    if view is None:
        return "open"
    here = ground.hearing.here(view.index)
    speaker = _speaker(here, cue)
    if _is_beside(view, span, cue) or (speaker is not None and _means(ground, here, speaker, span, voice)):
        return "its"
    if speaker is None or _may_mean(here, speaker, voice):
        return "open"
    beside = ground.view_at(span.start) is view and not _is_called(view, speaker)
    return "open" if beside else "another's"  # the name may stand in apposition to the speaker


def _means(ground: Ground, here: Here, speaker: Token, span: Span, voice: Attribution) -> bool:
    """Whether a speaker's words are the voice's."""
    view = here.view
    if any(span.overlaps((view.tokens[i].start, view.tokens[i].end)) for i in _phrase(view, speaker)):
        return True
    head = view.sentence.head_of(*span) if ground.view_at(span.start) is view else None
    above = head is not None and any(head == token.i for token in view.sentence.ancestors(speaker.i))
    named_again = speaker.upos in ("NOUN", "PROPN") and normal(speaker.text) in map(normal, voice.text.split())
    return above or named_again or is_same(here.speakers.attribution(speaker, ""), voice)


def _may_mean(here: Here, speaker: Token, voice: Attribution) -> bool:
    """Whether a speaker without a name may be somebody named before: a pronoun, or a description that is not new ("a
    minister" is). No state is "the minister" or "the magazine"."""
    view = here.view
    if speaker.upos in ("PRON", "DET", "NUM"):
        human = normal(speaker.text).strip("-") in here.lexicon.cues("human_pronouns")
        return not (human and voice.kind == "state")
    if voice.kind == "state" or _is_called(view, speaker):
        return False
    marks = list(view.sentence.dependents(speaker.i, "det", "nmod:poss"))
    several = not marks and speaker.feats.get("Number") == "Plur"
    new = several or any(mark.feats.get("Definite") == "Ind" for mark in marks)
    return not (new and here.lexicon.words["articles"])


def _is_called(view: View, speaker: Token) -> bool:
    """Whether a name stands in a speaker's words."""
    return any(view.tokens[i].upos == "PROPN" or view.name_at(i) for i in _phrase(view, speaker))


def _is_beside(view: View, span: Span, cue: Cue) -> bool:
    """Whether a voice stands at the side of reporting words, with nothing between that could be another's."""
    before = cue.end <= span.start
    low, high = (cue.end, span.start) if before else (span.end, cue.start)
    between = [token for token in view.tokens if low <= token.start < high]
    if not view.sentence.start <= span.start < view.sentence.end or len(between) > _BESIDE or low > high:
        return False
    if any(token.upos in VERBAL or token.text in _APART for token in between):
        return False
    if not before:
        return not any(token.text == "," for token in between)
    verb = view.sentence.head_of(cue.start, cue.end)
    finite = verb is not None and view.tokens[verb].feats.get("VerbForm") not in ("Inf", "Conv")
    return not between or not (finite and between[-1].upos == "ADP")


def _speaker(here: Here, cue: Cue) -> Token | None:
    """The word that the reporting words have as their speaker; of a relative clause the word that it tells of."""
    sentence, tokens = here.view.sentence, here.view.tokens
    words = set(sentence.covering(cue.start, cue.end))
    aside = next((one for one in here.asides if words & set(one.tokens)), None)
    head = sentence.head_of(cue.start, cue.end)
    if aside is not None or head is None:
        return aside.speaker if aside else None
    if tokens[head].upos not in VERBAL:
        return here.speakers.of_phrase(sorted(words))
    found = next(iter(here.cues.anchored.get(head, ())), None)
    speaker = here.speakers.of_verb(tokens[head], found.cue.speaker if found else ())
    shared = speaker is not None and speaker.head != head and tokens[head].feats.get("VerbForm") in _LOOSE
    if speaker is None or shared:
        return None  # "to hear him, Moscow will deliver": who is heard is not the subject of what he says
    if speaker.feats.get("PronType") != "Rel":
        return speaker
    clause = next((one for one in (tokens[head], *sentence.ancestors(head)) if one.dep == "acl:relcl"), None)
    return tokens[clause.head] if clause is not None else None


def _phrase(view: View, speaker: Token) -> list[int]:
    """The words of a speaker, without clauses that tell of them."""
    inside = set(view.sentence.subtree(speaker.i))
    for child in view.sentence.dependents(speaker.i, *_CLAUSES):
        inside -= set(view.sentence.subtree(child.i))
    return sorted(inside)
