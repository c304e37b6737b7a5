"""A lexicon unit: the words that evoke a claim, its type and stage, and which relation fills which role."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from foedus.model.vocabulary import Certainty, ClaimType, Polarity, Standing

Pos = Literal["verb", "noun", "adjective", "adverb"]
Gate = Literal["always", "arms", "force", "party", "mil"]
Form = Literal["active", "passive", "reflexive", "attributive", "predicative", "infinitive", "singular", "plural"]
Frame = Mapping[str, tuple[str, ...]]
VoiceCueKind = Literal[
    "say",
    "claim",
    "know",
    "announce",
    "confirm",
    "think",
    "doubt",
    "wish",
    "warn",
    "ask",
    "order",
    "promise",
    "deny",
    "refuse_comment",
    "not_confirm",
    "source_unnamed",
    "outlet",
    "document",
    "vehicle",
    "rumour",
    "neg",
    "fail",
    "restrict",
    "hedge_probable",
    "hedge_possible",
    "unknown",
    "modal_future",
    "modal_plan",
    "modal_ability",
    "modal_obligation",
    "condition",
    "hypothesis",
]
"""What a cue of voice does: a kind of saying, of source, of negation or of surety."""


class Words(NamedTuple):
    """A unit's words in their order, without determiners; contractions are undone.

    `accepted` gives for each the lemmas and forms that it may stand as; `content` are the places of the words that
    carry its meaning, `anchor` the place of the one that heads them.
    """

    words: tuple[str, ...]
    accepted: tuple[frozenset[str], ...]
    content: tuple[int, ...]
    anchor: int
    reflexive: bool

    @property
    def head(self) -> str:
        """The word that heads the unit."""
        return self.words[self.anchor]


class Unit(NamedTuple):
    """One unit in one sense. `frame` gives for each relation the roles it may fill, likeliest first.

    `habitual` is the stage of a plain present without an event ("sells arms"), `participle` that of a past participle
    beside its noun ("systems acquired from"); both None where they are as in a past statement. Of `forms` one must be
    that of the words in the text, where any are given; a `weak` unit seldom means this by its words alone.
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
    weak: bool
    forms: frozenset[Form]
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
    forms: frozenset[Form]
    words: Words


class VoiceCue(NamedTuple):
    """Words that say who speaks, how surely, or that it is not so.

    `speaker`, `statement`, `addressee` are relations, of the cue to its speaker, to what is said, to whom ("subj",
    "que", "de", "head": what the adjective qualifies, "main": the clause it stands in); `standing`, `certainty`,
    `polarity` are what it makes of the statement, None where nothing.
    """

    id: str
    text: str
    pos: Pos
    kind: VoiceCueKind
    speaker: frozenset[str]
    statement: frozenset[str]
    addressee: frozenset[str]
    standing: Standing | None
    certainty: Certainty | None
    polarity: Polarity | None
    forms: frozenset[Form]
    words: Words


class SmallWords(NamedTuple):
    """A language's function words: determiners count for nothing in a unit, the others carry no meaning of their own.

    `reflexives` before a verb make the unit a reflexive one; `contracted` undoes forms like "du"; nouns of a language
    with `head_last` are headed by their last word before a preposition. `stop` are lemmas that no word of the
    language's units is given beside the word itself, since other common words have them too ("men" is no "man").
    """

    determiners: frozenset[str]
    prepositions: frozenset[str]
    particles: frozenset[str]
    reflexives: frozenset[str]
    contracted: Mapping[str, str]
    head_last: bool
    stop: frozenset[str]

    @property
    def function(self) -> frozenset[str]:
        """All words without a meaning of their own."""
        return self.determiners | self.prepositions | self.particles | self.reflexives
