"""The document as a set of open events: what a trigger leaves unsaid it takes from the event that it goes on with.

A draft goes on with an earlier event of its type when the roles that both have agree; it then takes the roles it lacks.
What no event before it gives, one after it in the same paragraph may (a participle before its sentence's main verb).
"""

from collections.abc import Iterator, Sequence

from foedus.model.claim import Filler
from foedus.model.vocabulary import FREE_TEXT_ROLES, TYPES
from foedus.reader.draft import Draft

REACH = 4
"""How many sentences back an event stays open."""
MOST = 40
"""How many events are looked at: many more would be another matter, and work must not grow with the square."""


def complete(drafts: Sequence[Draft]) -> None:
    """Fill what drafts leave unsaid, in text order; each filler so taken is marked `unexpressed`."""
    for number, draft in enumerate(drafts):
        _name_item(draft, drafts, number)
        lacking = _lacking(draft)
        if not lacking:
            continue
        for other in [*_before(drafts, number), *_after(drafts, number)]:
            if not lacking:
                break
            if other.unit.type == draft.unit.type and _agree(draft, other):
                _take(draft, other, lacking)
                lacking = _lacking(draft)


def _before(drafts: Sequence[Draft], number: int) -> Iterator[Draft]:
    """Drafts told before, nearest first, as far as memory reaches."""
    for place in range(number - 1, max(-1, number - 1 - MOST), -1):
        if drafts[number].view.index - drafts[place].view.index > REACH:
            return
        yield drafts[place]


def _after(drafts: Sequence[Draft], number: int) -> Iterator[Draft]:
    """Drafts told later in the same sentence."""
    for other in drafts[number + 1 : number + 1 + MOST]:
        if other.view.index != drafts[number].view.index:
            return
        yield other


def _name_item(draft: Draft, drafts: Sequence[Draft], number: int) -> None:
    """A definite class noun goes back to the system named before: "ces appareils", "the aircraft", "les lanceurs"."""
    items = draft.roles.get("item", [])
    if len(items) != 1 or items[0].kind != "item_class" or not _definite(draft, items[0]):
        return
    for other in _before(drafts, number):
        systems = [filler for filler in other.roles.get("item", ()) if filler.kind == "system"]
        if systems:
            item = items[0]
            draft.roles["item"] = [
                Filler(known.entity, known.name, known.kind, item.text, item.start, item.end, "description")
                for known in systems
            ]
            draft.filled.reasons["item"] = f"{item.text!r} goes back to {systems[0].text!r}"
            return


def _definite(draft: Draft, filler: Filler) -> bool:
    """Whether a determiner says that the thing is known: the, this, his."""
    head = draft.view.sentence.head_of(filler.start, filler.end)
    if head is None:
        return False
    determiners = list(draft.view.sentence.dependents(head, "det", "nmod:poss"))
    marks = {token.feats.get("Definite") for token in determiners} | {
        token.feats.get("PronType") for token in determiners
    }
    return bool(marks & {"Def", "Dem"}) or any(token.feats.get("Poss") == "Yes" for token in determiners)


def _lacking(draft: Draft) -> list[str]:
    core = [role for role in TYPES[draft.unit.type].core if role not in FREE_TEXT_ROLES]
    return [role for role in core if role not in draft.roles and role != "hit"]


def _agree(draft: Draft, other: Draft) -> bool:
    """Whether the two can be one event: at least one role in common or a bare trigger, none in conflict."""
    shared = False
    for role in draft.roles:
        if role in FREE_TEXT_ROLES or role not in other.roles:
            continue
        if not draft.entities(role) & other.entities(role):
            return False
        shared = True
    bare = not any(role in draft.roles for role in TYPES[draft.unit.type].core)
    return shared or bare


def _take(draft: Draft, other: Draft, lacking: list[str]) -> None:
    present = {filler.entity for fillers in draft.roles.values() for filler in fillers if filler.entity}
    for role in lacking:
        given = [filler for filler in other.roles.get(role, ()) if filler.entity not in present]
        if given and role not in draft.filled.pronouns and role not in draft.filled.occupied:
            draft.roles[role] = [_unexpressed(filler) for filler in given]
            draft.filled.reasons[role] = f"unsaid: from {other.unit.text!r} in sentence {other.view.index + 1}"


def _unexpressed(filler: Filler) -> Filler:
    return Filler(filler.entity, filler.name, filler.kind, filler.text, filler.start, filler.end, "unexpressed")
