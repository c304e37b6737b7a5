"""Words that are part of a name: the treaty in "Collective Security Treaty Organization" tells of no signing."""

from foedus.reader.lexicon import Lexicon
from foedus.reader.view import View

KINDS = frozenset({"organisation", "treaty", "place", "person", "company", "exercise", "mission", "base"})
BODIES = ("institutions", "officials", "organisation_nouns")


def is_named(lexicon: Lexicon, view: View, i: int) -> bool:
    """Whether the word at i belongs to a name of several words, or only says what a body or official is for
    ("procurement agency")."""
    name = view.name_at(i)
    if name is not None and len(name.tokens) > 1 and name.mention.senses[0].kind in KINDS:
        return True
    token = view.tokens[i]
    if token.dep != "compound":
        return False
    head = view.tokens[token.head].lemma.lower()
    return any(head in lexicon.cues(words) for words in BODIES)
