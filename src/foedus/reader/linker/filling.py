"""A chosen candidate as a filler of the record: its words, by which way, and whom they mean.

A pronoun and what is unsaid show the naming mention, nearest before, else nearest after; every other way shows the
words themselves (docs/claims.md).
"""

from foedus.model.claim import Filler
from foedus.reader.linker.candidates import Candidate, Stand
from foedus.reader.linker.mention import ANAPHORS, Mention
from foedus.reader.phrases import Phrases

NAMING = frozenset({"name", "metonym", "demonym", "title", "person", "guess", "class", "institution", "force"})


def filler_of(stand: Stand, one: Candidate) -> Filler:
    """The filler of a candidate."""
    mention, view = one.mention, stand.views[one.mention.view]
    phrases = Phrases(stand.lexicons[stand.langs[view.index]], stand.entities)
    if mention.how == "noun":
        words = phrases.words(view, mention.head)
        if one.here is None:
            return Filler(None, words.name, words.kind, words.text, words.start, words.end, "unexpressed")
        return words
    shown, via = mention, mention.via
    if one.here is None:
        shown, via = _naming(one, mention.start + 1) or mention, "unexpressed"
    elif mention.how in ANAPHORS and mention.how != "description":
        shown = _naming(one, mention.start) or mention
    text = view.text[shown.start : shown.end]
    name = stand.entities.english_name(one.referent.entity) if one.referent.entity else text
    kind = mention.kind
    return Filler(one.referent.entity, name, kind, text, shown.start, shown.end, via)


def _naming(one: Candidate, place: int) -> Mention | None:
    """The mention that names the referent nearest before the place, else nearest after."""
    some = [mention for mention in one.referent.mentions if mention.how in NAMING]
    before = [mention for mention in some if mention.start < place]
    return before[-1] if before else (some[0] if some else None)
