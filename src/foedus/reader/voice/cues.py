"""The cues of voice in a sentence, found where they stand."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from foedus.language.parse import Sentence
from foedus.reader.lexicon.words import normal
from foedus.reader.matching import Hit, Matcher
from foedus.reader.relations import uncontracted
from foedus.reader.unit import VoiceCue, VoiceCueKind

NOUNS: frozenset[VoiceCueKind] = frozenset({"vehicle", "outlet", "document", "source_unnamed"})
"""Kinds of words for who or what speaks: in a longer phrase they are still that."""
BESIDE = NOUNS | {"rumour"}
"""Kinds whose longer phrases leave the words in them their own meaning: "told reporters", "in a televised address"."""
SLOT = 6
"""How many words may stand in the slot of a phrase."""


class Found(NamedTuple):
    """One cue in one sense, with the words that it stands for (token indices)."""

    cue: VoiceCue
    anchor: int
    tokens: tuple[int, ...]


class Cues(NamedTuple):
    """The cues of a sentence by each of their words that carry meaning, longest first, and by anchor."""

    at: Mapping[int, Sequence[Found]]
    anchored: Mapping[int, Sequence[Found]]


def cues_in(matcher: Matcher[VoiceCue], sentence: Sentence) -> Cues:
    """All cues of the sentence; one whose words a longer one holds counts for nothing."""
    at: dict[int, list[Found]] = defaultdict(list)
    anchored: dict[int, list[Found]] = defaultdict(list)
    hits = sorted(
        (hit for hit in matcher.hits(sentence) if _in_order(sentence, hit)), key=lambda hit: -len(hit.content)
    )
    for number, hit in enumerate(hits):
        if any(_holds(longer, hit) for longer in hits[:number]):
            continue
        for one in _senses(sentence, hit):
            anchored[one.anchor].append(one)
            for i in hit.content:
                at[i].append(one)
    return Cues(at, anchored)


def _senses(sentence: Sentence, hit: Hit[VoiceCue]) -> list[Found]:
    return [Found(sense, hit.anchor, hit.tokens) for sense in hit.senses if _as_written(sentence, hit, sense)]


def _holds(longer: Hit[VoiceCue], hit: Hit[VoiceCue]) -> bool:
    """Whether a longer cue stands for the words of a shorter one; the verb that speaks stays beside its outlet."""
    inside = len(longer.content) > len(hit.content) and set(hit.content) <= set(longer.content)
    return (
        inside
        and longer.senses[0].kind not in BESIDE
        and not (hit.senses[0].kind in NOUNS and hit.senses[0].pos == "noun")
    )


def _in_order(sentence: Sentence, hit: Hit[VoiceCue]) -> bool:
    """Whether the words of an adverb or phrase stand in its order, without others between but at a slot."""
    cue = hit.senses[0]
    if cue.pos != "adverb" or len(hit.tokens) == 1:
        return True
    farthest = SLOT if "_" in cue.text else 1
    for last, i in pairwise(hit.tokens):
        between = sentence.tokens[last + 1 : i]
        if len(between) > farthest or (farthest == 1 and any(word.upos not in ("DET", "PUNCT") for word in between)):
            return False
    return True


def _as_written(sentence: Sentence, hit: Hit[VoiceCue], cue: VoiceCue) -> bool:
    """Whether the nouns of a phrase have its own forms: "according to reports" is no "according to a report"."""
    if cue.pos != "adverb" or len(hit.tokens) != len(cue.words.words):
        return cue.pos != "adverb" or len(hit.tokens) == 1
    tokens = [sentence.tokens[i] for i in hit.tokens]
    if any(
        token.upos == "NOUN" and normal(token.text) != word for token, word in zip(tokens, cue.words.words, strict=True)
    ):
        return False
    ways = zip(tokens, cue.words.accepted, strict=True)
    return all({normal(token.text), normal(token.lemma), uncontracted(token)} & some for token, some in ways)
