"""What is known of arms fills roles: adjectives of origin, makers of systems, owners of forces."""

from foedus.model.claim import Filler
from foedus.model.vocabulary import Kind
from foedus.reader.filled import Filled
from foedus.reader.kinds import PARTIES
from foedus.reader.phrases import Phrases
from foedus.reader.relations import NOMINAL
from foedus.reader.view import View

STATES: frozenset[Kind] = frozenset({"state"})
BOTH_SIDES = frozenset({"supplier", "recipient"})
MAKER_SELLS = "maker of the item among the parties"


def apply_knowledge(phrases: Phrases, view: View, filled: Filled) -> None:
    """Settle who sells among parties, then fill supplier, actor and target from what is known."""
    _by_maker(phrases, filled)
    _seller_and_buyer(phrases, filled)
    _origin(phrases, view, filled)
    _owner(phrases, view, filled)
    _whose_was_hit(phrases, view, filled)


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
    either = set(filled.unit.frame.get("subj", ())) == BOTH_SIDES
    for role, other in (("recipient", "supplier"), ("supplier", "recipient")):
        parties = filled.roles.get(role, [])
        sellers = [party for party in parties if _makes(phrases, party, makers)]
        buyers = [party for party in parties if party not in sellers]
        if other in filled.roles or not sellers or not (buyers or (either and role == "recipient")):
            continue
        filled.roles["supplier"] = sellers
        filled.roles.pop("recipient", None)
        if buyers:
            filled.roles["recipient"] = buyers
        filled.reasons["supplier"] = MAKER_SELLS
        filled.slots.pop("supplier", None)
        return
    if _taken_the_wrong_way(phrases, filled, makers):
        filled.roles.update(supplier=filled.roles["recipient"], recipient=filled.roles["supplier"])
        filled.reasons.update(supplier=MAKER_SELLS, recipient="the maker's partner")
        for role in BOTH_SIDES:
            del filled.slots[role]


def _taken_the_wrong_way(phrases: Phrases, filled: Filled, makers: set[str]) -> bool:
    """Whether "X signed with Y" gave the maker as buyer, from two slots that either side can take."""
    slots = [filled.slots.get(role) for role in BOTH_SIDES]
    if not all(slot and set(filled.unit.frame.get(slot.relation, ())) == BOTH_SIDES for slot in slots):
        return False
    sides = {role: all(_makes(phrases, party, makers) for party in filled.roles[role]) for role in BOTH_SIDES}
    return sides["recipient"] and not sides["supplier"]


def _makes(phrases: Phrases, party: Filler, makers: set[str]) -> bool:
    """Whether the party, or the state it stands for, is among the makers."""
    return phrases.entities.state(party.entity or "") in makers


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
                origin = phrases.of_name(name, STATES) if name and view.tokens[top].upos in NOMINAL else None
                if origin and origin.via == "demonym" and origin.entity not in taken:
                    filled.roles["supplier"] = [origin]
                    filled.reasons["supplier"] = "adjective of origin beside the item"
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


def _whose_was_hit(phrases: Phrases, view: View, filled: Filled) -> None:
    """Equipment that is struck is its owner's: "nine Azerbaijani drones were shot down" names the target."""
    if filled.unit.type != "attack" or "target" in filled.roles:
        return
    for hit in filled.roles.get("hit", ()):
        head = view.sentence.head_of(hit.start, hit.end)
        owner = phrases.fillers(view, head, STATES, "attack", "attacker") if head is not None else []
        if owner and owner[0].entity:
            filled.roles["target"] = owner[:1]
            filled.reasons["target"] = "owner of what was hit"
            return
