"""Gates: what must stand near a trigger before it counts: arms, troops, a party, a military context."""

from foedus.model.vocabulary import TYPES
from foedus.reader.filled import Filled
from foedus.reader.kinds import ITEMS, PARTIES
from foedus.reader.lexicon import Lexicon
from foedus.reader.view import View


def passes(lexicon: Lexicon, view: View, before: View | None, filled: Filled) -> bool:
    """Whether the unit's gate is met by its own roles or, where these are silent, by its sentence."""
    gate = filled.unit.gate
    if gate == "always":
        return True
    kinds = {filler.kind for fillers in filled.roles.values() for filler in fillers}
    if gate == "arms":
        return bool(kinds & ITEMS)
    if gate == "force":
        return bool(kinds & (ITEMS | {"force"})) or _has_word(view, lexicon.cues("forces"))
    if gate == "party":
        return bool(kinds & PARTIES) or bool(filled.pronouns)
    return bool(kinds & ITEMS) or _military(lexicon, view) or (before is not None and _military(lexicon, before))


def has_party(filled: Filled) -> bool:
    """Whether at least one core role holds, or may come to hold, a party."""
    core = TYPES[filled.unit.type].core
    return any(role in filled.roles or role in filled.pronouns for role in core)


def _military(lexicon: Lexicon, view: View) -> bool:
    if any(sense.kind in ITEMS and sense.certain for name in view.names for sense in name.mention.senses):
        return True
    return _has_word(view, lexicon.cues("forces")) or _has_word(view, lexicon.cues("military"))


def _has_word(view: View, words: frozenset[str]) -> bool:
    return any(token.lemma.lower() in words for token in view.tokens)
