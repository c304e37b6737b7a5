"""Mentions that a name makes by itself: each thing that its words can stand for, and for whom a person acts."""

from collections.abc import Iterator
from datetime import date

from foedus.gazetteer.entities import Entities
from foedus.gazetteer.mention import Sense
from foedus.model.vocabulary import Kind, Via
from foedus.reader.kinds import ITEMS, PARTIES
from foedus.reader.linker.mention import How, Mention
from foedus.reader.view import Anchored, View

_GROUPS: tuple[frozenset[Kind], ...] = (
    PARTIES,
    ITEMS,
    frozenset({"place", "base"}),
    frozenset({"treaty"}),
    frozenset({"exercise"}),
    frozenset({"mission"}),
    frozenset({"force"}),
    frozenset({"person"}),
)
"""Kinds of which one name gives one mention each."""
_HOW: dict[Via | None, How] = {"metonym": "metonym", "demonym": "demonym", "title": "title", "member": "member"}


def mentions_of_name(entities: Entities, view: View, name: Anchored, on: date | None) -> Iterator[Mention]:
    """What the name may mean: one mention for each group of kinds, sure senses before doubtful ones."""
    senses = name.mention.senses
    sure = [sense for sense in senses if sense.certain] or list(senses)
    for group in _GROUPS:
        sense = next((one for one in sure if one.kind in group), None)
        if sense is None or (sense.kind == "item_class" and not entities.is_arms(sense.entity)):
            continue
        yield _mention(view, name, sense)
        if sense.kind == "person" and sense.certain:  # "in May" is no prime minister
            yield from _acting(entities, view, name, sense, on)


def _mention(view: View, name: Anchored, sense: Sense) -> Mention:
    how: How = "class" if sense.kind == "item_class" else _HOW.get(sense.via, "name")
    mention = name.mention
    key = ("entity", sense.entity)
    return Mention(view.index, name.head, mention.start, mention.end, how, sense.kind, sense.entity, sense.via, key)


def _acting(entities: Entities, view: View, name: Anchored, person: Sense, on: date | None) -> Iterator[Mention]:
    """The state for which a person in office acts."""
    owners = entities.acts_for(person.entity, on) or entities.acts_for(person.entity)
    state = next((owner for owner in owners if entities.kind(owner) == "state"), None)
    if state:
        start, end = name.mention.start, name.mention.end
        yield Mention(view.index, name.head, start, end, "person", "state", state, "title", ("entity", state))
