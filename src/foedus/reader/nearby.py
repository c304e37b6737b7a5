"""Fallbacks inside the sentence: a preposition of the frame that the parse attached elsewhere, the nearest arms."""

from foedus.model.vocabulary import TYPES
from foedus.reader.filled import Filled
from foedus.reader.kinds import kinds_for
from foedus.reader.matching import Hit
from foedus.reader.phrases import Phrases
from foedus.reader.relations import Argument, slot
from foedus.reader.slots import roles_of
from foedus.reader.unit import Unit
from foedus.reader.view import Anchored, View


def fill_by_preposition(phrases: Phrases, view: View, hit: Hit[Unit], filled: Filled) -> None:
    """Phrases after the trigger whose preposition the frame knows, wherever the parse hung them."""
    for name in _free_names(view, hit, filled):
        if name.head < hit.anchor:
            continue
        lead = slot(view.sentence, name.head)
        if lead is None or (lead in ("de", "of") and filled.unit.type != "deployment"):
            continue
        for role in roles_of(phrases, filled.unit, Argument(lead, name.head, "nearby")):
            if role in filled.roles or role in filled.pronouns or _crosses_verb(view, hit.anchor, name.head):
                continue
            fillers = phrases.fillers(view, name.head, kinds_for(filled.unit.type, role), filled.unit.type, role)
            if fillers:
                filled.roles[role] = fillers
                filled.reasons[role] = f"{lead} (nearby)"
                break


def fill_item(phrases: Phrases, view: View, hit: Hit[Unit], filled: Filled) -> None:
    """The nearest arms that no role holds, for a trigger whose item slot is empty; not across a finite verb."""
    if "item" not in TYPES[filled.unit.type].core or "item" in filled.roles:
        return
    kinds = kinds_for(filled.unit.type, "item")
    for name in _free_names(view, hit, filled):
        if _crosses_verb(view, hit.anchor, name.head):
            continue
        fillers = phrases.fillers(view, name.head, kinds, filled.unit.type, "item")
        if fillers:
            filled.roles["item"] = fillers
            filled.reasons["item"] = "nearest arms in the clause"
            return


def _free_names(view: View, hit: Hit[Unit], filled: Filled) -> list[Anchored]:
    """Names that no role holds yet, nearest to the trigger first."""
    used = {(filler.start, filler.end) for fillers in filled.roles.values() for filler in fillers}
    free = [
        name
        for name in view.names
        if not any(name.mention.start < end and name.mention.end > start for start, end in used)
        and name.head not in hit.tokens
    ]
    return sorted(free, key=lambda name: abs(name.head - hit.anchor))


def _crosses_verb(view: View, left: int, right: int) -> bool:
    """Whether a finite verb stands between: the phrase then belongs to another clause."""
    low, high = sorted((left, right))
    between = view.tokens[low + 1 : high]
    return any(token.upos in ("VERB", "AUX") and token.feats.get("VerbForm") == "Fin" for token in between)
