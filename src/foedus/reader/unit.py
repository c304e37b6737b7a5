"""A lexicon unit: the words that evoke a claim, its type and stage, and which relation fills which role."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from foedus.model.vocabulary import Certainty, ClaimType, Polarity

Pos = Literal["verb", "noun", "adjective"]
Gate = Literal["always", "arms", "force", "party", "mil"]
Frame = Mapping[str, tuple[str, ...]]

POS_TAGS: Mapping[str, frozenset[str]] = {
    "verb": frozenset({"VERB", "AUX"}),
    "noun": frozenset({"NOUN", "PROPN"}),
    "adjective": frozenset({"ADJ", "VERB"}),
}
REFLEXIVES = frozenset({"se", "s'"})


class Words(NamedTuple):
    """A unit taken apart: the lemma that anchors it in a parse, the words that must hang below, reflexive or not."""

    anchor: str
    rest: tuple[str, ...]
    reflexive: bool


class Unit(NamedTuple):
    """One unit in one sense. `frame` gives for each relation the roles it may fill, likeliest first.

    `habitual` is the stage of a plain present without an event ("sells arms"), `participle` that of a past participle
    beside its noun ("systems acquired from"); both None where they are as in a past statement.
    """

    id: str
    text: str
    pos: Pos
    type: ClaimType
    stage: str
    habitual: str | None
    participle: str | None
    frame: Frame
    gate: Gate
    words: Words


class Operator(NamedTuple):
    """A verb, noun or adjective over a trigger that changes its stage, polarity or certainty.

    `control` is the operator's relation whose filler becomes the subject of the complement; None where nobody does.
    """

    id: str
    text: str
    pos: Pos
    stages: Mapping[str, str]
    buying: str | None
    control: str | None
    certainty: Certainty | None
    polarity: Polarity | None
    words: Words


def split_words(text: str, pos: Pos, small: "SmallWords") -> Words:
    """Anchor and rest of a unit as written in the lexicon.

    A verbal unit is anchored in its first word; a noun in its last word before any preposition where the language puts
    the head last, else in its first. Determiners count for nothing, a preposition at the end belongs to the frame.
    """
    words = [word for word in re.split(r"\s+|(?<=')", text.lower()) if word]
    reflexive = bool(words) and words[0] in REFLEXIVES
    words = [word for word in words[int(reflexive) :] if word not in small.determiners]
    while len(words) > 1 and words[-1] in small.prepositions and pos != "verb":
        words.pop()
    if len(words) > 1 and words[-1] in small.trailing:
        words.pop()
    place = 0
    if pos == "noun" and small.head_last:
        inner = [i for i, word in enumerate(words) if word in small.prepositions]
        place = (inner[0] if inner else len(words)) - 1
    place = max(place, 0)
    return Words(words[place], tuple(words[:place] + words[place + 1 :]), reflexive)


class SmallWords(NamedTuple):
    """A language's function words as the matcher needs them."""

    determiners: frozenset[str]
    prepositions: frozenset[str]
    trailing: frozenset[str]
    head_last: bool
