"""A unit's frame over its arguments: relation by relation to roles, in the trigger's own construction.

After it come the two fallbacks inside the sentence: a preposition of the frame that the parse attached elsewhere, and
the item or adjective of origin that stands beside. What is still unsaid is left to memory.
"""

from typing import NamedTuple

from foedus.model.claim import Filler
from foedus.model.vocabulary import TYPES, Kind
from foedus.reader.kinds import PARTIES, kinds_for
from foedus.reader.matcher import Hit
from foedus.reader.phrases import Phrases
from foedus.reader.relations import NOMINAL, Argument, arguments, preposition
from foedus.reader.unit import Unit
from foedus.reader.view import Anchored, View

SHARED_ROLES = frozenset({"party", "participant", "member"})
"""Roles that several hold in one claim: every slot adds to them."""


class Filled(NamedTuple):
    """Roles of one hit in one sense; `pronouns` are roles with a pronoun in their slot; `reasons` say what filled what."""

    unit: Unit
    roles: dict[str, list[Filler]]
    pronouns: dict[str, int]
    reasons: dict[str, str]
    occupied: set[str]
    """Roles whose slot holds a common noun that cannot fill them."""
    direct: int
    """How many roles the trigger's own construction filled."""


def fill(phrases: Phrases, view: View, hit: Hit[Unit], unit: Unit, *, agent: str) -> Filled:
    """Roles that the sentence gives the hit when it is read as `unit`."""
    filled = Filled(unit, {}, {}, {}, set(), 0)
    for argument in _arguments(phrases, view, hit, agent):
        _fill_slot(phrases, view, filled, argument)
    _own_items(phrases, view, hit, filled)
    filled = filled._replace(direct=len(filled.roles) + len(filled.pronouns))
    _loose_prepositions(phrases, view, hit, filled)
    if "item" not in filled.occupied:
        _loose_items(phrases, view, hit, filled)
    _by_maker(phrases, filled)
    _seller_and_buyer(phrases, filled)
    _origin(phrases, view, filled)
    _owner(phrases, view, filled)
    _whose_was_hit(phrases, view, filled)
    return filled


def _arguments(phrases: Phrases, view: View, hit: Hit[Unit], agent: str) -> list[Argument]:
    """Arguments of the anchor, then those of the unit's other nouns ("passer commande de X", "faire don de X")."""
    intransitive = phrases.lexicon.cues("intransitive")
    found = arguments(view.sentence, hit.anchor, agent=agent, intransitive=intransitive)
    for i in hit.tokens:
        if view.tokens[i].upos != "NOUN":
            continue
        if i != hit.anchor:
            nominal = arguments(view.sentence, i, agent=agent, intransitive=intransitive)
            found += [argument for argument in nominal if not argument.how.startswith("above")]
        found += _origins(view, i)
    return [argument for argument in found if argument.token not in hit.tokens]


def _origins(view: View, i: int) -> list[Argument]:
    """Adjectives of origin beside a noun, even where the parser took one for a participle ("offensive russe")."""
    return [
        Argument("poss", child, "adjective")
        for child in view.sentence.children[i]
        if (name := view.name_at(child)) and name.head == child and name.mention.senses[0].via == "demonym"
    ]


def _slot_roles(phrases: Phrases, unit: Unit, argument: Argument) -> tuple[str, ...]:
    frame, relation = unit.frame, argument.relation
    if argument.how.startswith("above ") and relation == "subj":  # the doer of a support verb: "lancer une attaque"
        support = argument.how.removeprefix("above ") in phrases.lexicon.cues("support_verbs")
        return (
            (*frame.get("subj", ()), *frame.get("par", frame.get("by", frame.get("poss", ()))))[:1] if support else ()
        )
    if relation == "subj" and unit.pos == "noun" and argument.how == "apposition" and "subj" not in frame:
        return ()
    if relation in frame:
        return frame[relation]
    if relation == "iobj":
        return frame.get("à") or frame.get("to") or ()
    if relation == "compound":
        return (*frame.get("of", frame.get("de", ())), *frame.get("poss", ()))
    first = relation.split("_", maxsplit=1)[0]
    return frame.get(first, ()) if first != relation else ()


def _own_items(phrases: Phrases, view: View, hit: Hit[Unit], filled: Filled) -> None:
    """Arms that stand in the unit itself: "livrer des armes", "arms deal"."""
    if "item" not in TYPES[filled.unit.type].core or "item" in filled.roles:
        return
    for i in hit.tokens:
        name = view.name_at(i)
        filler = phrases.of_name(name, kinds_for(filled.unit.type, "item")) if name and i != hit.anchor else None
        if filler:
            filled.roles["item"] = [filler]
            filled.reasons["item"] = "in the unit itself"
            return


def _fill_slot(phrases: Phrases, view: View, filled: Filled, argument: Argument) -> None:
    """Give the argument to the first role of its slot that can take it; a common noun that none takes occupies the slot."""
    for role in _slot_roles(phrases, filled.unit, argument):
        if role in filled.roles and role not in SHARED_ROLES:
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
            return
        if argument.how == "clause" and view.tokens[argument.token].upos in ("NOUN", "PROPN"):
            filled.occupied.add(role)


def _used(filled: Filled) -> set[tuple[int, int]]:
    return {(filler.start, filler.end) for fillers in filled.roles.values() for filler in fillers}


def _free_names(view: View, hit: Hit[Unit], filled: Filled) -> list[Anchored]:
    """Names that no role holds yet, nearest to the trigger first."""
    used = _used(filled)
    free = [
        name
        for name in view.names
        if not any(name.mention.start < end and name.mention.end > start for start, end in used)
        and name.head not in hit.tokens
    ]
    return sorted(free, key=lambda name: abs(name.head - hit.anchor))


def _loose_prepositions(phrases: Phrases, view: View, hit: Hit[Unit], filled: Filled) -> None:
    """Phrases after the trigger whose preposition the frame knows, wherever the parse hung them."""
    for name in _free_names(view, hit, filled):
        if name.head < hit.anchor:
            continue
        lead = preposition(view.sentence, name.head)
        if lead is None or lead in ("de", "of"):
            continue
        for role in _slot_roles(phrases, filled.unit, Argument(lead, name.head, "nearby")):
            if role in filled.roles or role in filled.pronouns or _crosses_verb(view, hit.anchor, name.head):
                continue
            fillers = phrases.fillers(view, name.head, kinds_for(filled.unit.type, role), filled.unit.type, role)
            if fillers:
                filled.roles[role] = fillers
                filled.reasons[role] = f"{lead} (nearby)"
                break


def _crosses_verb(view: View, left: int, right: int) -> bool:
    """Whether a finite verb stands between: the phrase then belongs to another clause."""
    low, high = sorted((left, right))
    between = view.tokens[low + 1 : high]
    return any(token.upos in ("VERB", "AUX") and token.feats.get("VerbForm") == "Fin" for token in between)


def _loose_items(phrases: Phrases, view: View, hit: Hit[Unit], filled: Filled) -> None:
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


def _origin(phrases: Phrases, view: View, filled: Filled) -> None:
    """In a stated transfer an item's adjective of origin names the supplier: "a acheté 26 Rafale français"."""
    if filled.unit.type != "transfer" or "supplier" in filled.roles or "supplier" in filled.pronouns:
        return
    taken = {filler.entity for filler in filled.roles.get("recipient", ())}
    for item in filled.roles.get("item", ()):
        head = view.sentence.head_of(item.start, item.end)
        if head is None:
            continue
        for top in (head, view.tokens[head].head):
            for child in view.sentence.dependents(top, "amod", "compound"):
                name = view.name_at(child.i)
                origin = phrases.of_name(name, _STATES) if name and view.tokens[top].upos in NOMINAL else None
                if origin and origin.via == "demonym" and origin.entity not in taken:
                    filled.roles["supplier"] = [origin]
                    filled.reasons["supplier"] = "adjective of origin beside the item"
                    return


def _by_maker(phrases: Phrases, filled: Filled) -> None:
    """In a list of systems a state supplies its own: those that only others make belong to another supplier."""
    suppliers = {filler.entity for filler in filled.roles.get("supplier", ()) if filler.kind == "state"}
    items = filled.roles.get("item", [])
    makers = [set(phrases.entities.makers(item.entity or "")) for item in items]
    if len(items) < 2 or len(suppliers) != 1 or not any(suppliers & made for made in makers):
        return
    filled.roles["item"] = [item for item, made in zip(items, makers, strict=True) if not made or suppliers & made]


def _seller_and_buyer(phrases: Phrases, filled: Filled) -> None:
    """Of two parties to one contract the item's maker sells: "Moscow and Delhi signed a contract for S-400s"."""
    if filled.unit.type != "transfer":
        return
    makers = {maker for item in filled.roles.get("item", ()) for maker in phrases.entities.makers(item.entity or "")}
    for role, other in (("recipient", "supplier"), ("supplier", "recipient")):
        parties = filled.roles.get(role, [])
        sellers = [party for party in parties if phrases.entities.state(party.entity or "") in makers]
        if len(parties) > 1 and other not in filled.roles and 0 < len(sellers) < len(parties):
            filled.roles["supplier"] = sellers
            filled.roles["recipient"] = [party for party in parties if party not in sellers]
            filled.reasons["supplier"] = "maker of the item among the parties"
            return


def _whose_was_hit(phrases: Phrases, view: View, filled: Filled) -> None:
    """Equipment that is struck is its owner's: "nine Azerbaijani drones were shot down" names the target."""
    if filled.unit.type != "attack" or "target" in filled.roles:
        return
    for hit in filled.roles.get("hit", ()):
        head = view.sentence.head_of(hit.start, hit.end)
        owner = phrases.fillers(view, head, _STATES, "attack", "attacker") if head is not None else []
        if owner and owner[0].entity:
            filled.roles["target"] = owner[:1]
            filled.reasons["target"] = "owner of what was hit"
            return


def _owner(phrases: Phrases, view: View, filled: Filled) -> None:
    """Troops that move are their state's: "les soldats français", "Russian troops" give the actor."""
    if filled.unit.type != "deployment" or "actor" in filled.roles or "actor" in filled.pronouns:
        return
    for item in filled.roles.get("item", ()):
        head = view.sentence.head_of(item.start, item.end)
        owner = phrases.fillers(view, head, PARTIES, "deployment", "actor") if head is not None else []
        if owner:
            filled.roles["actor"] = owner[:1]
            filled.reasons["actor"] = "owner of the forces"
            return


_STATES: frozenset[Kind] = frozenset({"state"})
