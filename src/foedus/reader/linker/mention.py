"""A place of the text that may fill a role, and the referent: all places that mean the same."""

from typing import Literal, NamedTuple

from foedus.model.vocabulary import Kind, Via

How = Literal[
    "name",
    "metonym",
    "demonym",
    "title",
    "person",
    "institution",
    "member",
    "ground",
    "class",
    "force",
    "guess",
    "pronoun",
    "possessive",
    "speaker",
    "addressee",
    "description",
    "noun",
]
"""What the words are; `guess` is a name that the gazetteer does not know, `noun` a phrase without a name."""
ANAPHORS = frozenset({"pronoun", "possessive", "speaker", "addressee", "description"})
"""Words that mean somebody named elsewhere."""
Key = tuple[str, str]
"""A referent: its kind of key ("entity", "guess", "words") and the entity, the folded name, or the place."""


class Mention(NamedTuple):
    """One place. `head` is its token in the sentence `view`; the span is the document's.

    `rank` says which of several antecedents of an anaphor this is (0 the likeliest); `agrees` whether gender and number
    fit it (1), clash (-1) or tell nothing (0). `likeness` is below 1 where an unknown name was taken for a spelling of
    a known one: its score.
    """

    view: int
    head: int
    start: int
    end: int
    how: How
    kind: Kind
    entity: str | None
    via: Via | None
    key: Key
    rank: int = 0
    agrees: int = 0
    likeness: float = 1.0


class Referent(NamedTuple):
    """Somebody or something that the document speaks of; mentions in text order."""

    key: Key
    kind: Kind
    entity: str | None
    mentions: tuple[Mention, ...]

    @property
    def is_named(self) -> bool:
        """Whether some place names it."""
        return self.key[0] != "words"
