"""A unit's frame over its arguments: relation by relation to roles, in the trigger's own construction.

After it come the fallbacks inside the sentence (`nearby`) and what is known of arms and makers (`knowing`). What is
still unsaid is left to memory and salience.
"""

from foedus.model.vocabulary import TYPES
from foedus.reader.filled import SHARED_ROLES, Filled
from foedus.reader.kinds import PARTIES, kinds_for
from foedus.reader.knowing import apply_knowledge
from foedus.reader.matching import Hit
from foedus.reader.nearby import fill_by_preposition, fill_item
from foedus.reader.phrases import Phrases
from foedus.reader.relations import NOMINAL, Argument
from foedus.reader.slots import roles_of, slots_of
from foedus.reader.unit import Unit
from foedus.reader.view import View


def fill(phrases: Phrases, view: View, hit: Hit[Unit], unit: Unit, *, agent: str) -> Filled:
    """Roles that the sentence gives the hit when it is read as `unit`."""
    filled = Filled(unit, {}, {}, {}, {}, set(), 0)
    for argument in slots_of(phrases, view, hit, agent):
        _fill_slot(phrases, view, filled, argument)
    _own_items(phrases, view, hit, filled)
    filled = filled._replace(direct=len(filled.roles) + len(filled.pronouns))
    fill_by_preposition(phrases, view, hit, filled)
    if "item" not in filled.occupied:
        fill_item(phrases, view, hit, filled)
    apply_knowledge(phrases, view, filled)
    return filled


def _fill_slot(phrases: Phrases, view: View, filled: Filled, argument: Argument) -> None:
    """Give the argument to the first role of its slot that can take it; a common noun that none takes occupies it."""
    for role in roles_of(phrases, filled.unit, argument):
        if role in filled.roles and role not in SHARED_ROLES and not _again(filled, role, argument):
            continue
        kinds = kinds_for(filled.unit.type, role)
        fillers = phrases.fillers(view, argument.token, kinds, filled.unit.type, role)
        if not fillers and kinds & PARTIES and phrases.is_anaphor(view, argument.token):
            filled.pronouns.setdefault(role, argument.token)
            return
        if fillers:
            filled.roles.setdefault(role, []).extend(filler for filler in fillers if filler not in filled.roles[role])
            if role not in SHARED_ROLES:
                filled.pronouns.pop(role, None)
            filled.reasons[role] = f"{argument.relation} ({argument.how})"
            filled.slots[role] = argument
            return
        if argument.how == "clause" and view.tokens[argument.token].upos in ("NOUN", "PROPN"):
            filled.occupied.add(role)


def _again(filled: Filled, role: str, argument: Argument) -> bool:
    """Whether the slot has given items already: two objects of one verb are a list that the parse broke."""
    slot = filled.slots.get(role)
    return role == "item" and slot is not None and (slot.relation, slot.how) == (argument.relation, argument.how)


def _own_items(phrases: Phrases, view: View, hit: Hit[Unit], filled: Filled) -> None:
    """Arms that stand in the unit itself: "livrer des armes", "arms deal"."""
    if "item" not in TYPES[filled.unit.type].core or "item" in filled.roles:
        return
    for i in hit.tokens:
        if filled.unit.type == "deployment" and phrases.is_force(view, i):
            filled.roles["item"] = [phrases.words(view, i)]
            filled.reasons["item"] = "in the unit itself"
            return
        if i == hit.anchor or view.tokens[i].upos not in NOMINAL:
            continue
        fillers = phrases.fillers(view, i, kinds_for(filled.unit.type, "item"), filled.unit.type, "item")
        if fillers:
            filled.roles["item"] = fillers
            filled.reasons["item"] = "in the unit itself"
            return
