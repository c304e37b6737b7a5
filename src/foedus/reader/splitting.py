"""One predicate, several claims: a list whose members have numbers of their own is split ("ten tanks and two guns")."""

from collections.abc import Iterator
from dataclasses import replace

from foedus.model.claim import Quantity
from foedus.reader.draft import Draft
from foedus.reader.lexicon import Lexicon
from foedus.reader.quantities import quantity_of


def split(lexicon: Lexicon, draft: Draft) -> Iterator[Draft]:
    """The draft, or one draft for each item where at least two items have each its own number."""
    items = draft.roles.get("item", [])
    numbers = [_number(lexicon, draft, number) for number in range(len(items))]
    places = {number.start for number in numbers if number}
    if len(items) < 2 or len(places) < 2:
        yield draft
        return
    last: Quantity | None = None
    groups: list[tuple[Quantity | None, list[int]]] = []
    for place, number in enumerate(numbers):
        if groups and (number is None or (last is not None and number.start == last.start)):
            groups[-1][1].append(place)  # "two S-400 and Pantsir batteries": one number over both
            continue
        groups.append((number, [place]))
        last = number or last
    for number, members in groups:
        roles = {**draft.roles, "item": [items[place] for place in members]}
        yield replace(draft, roles=roles, quantity=number, cues=list(draft.cues), also=list(draft.also))


def _number(lexicon: Lexicon, draft: Draft, place: int) -> Quantity | None:
    item = draft.roles["item"][place]
    inside = draft.view.sentence.start <= item.start < draft.view.sentence.end
    return quantity_of(lexicon, draft.view, item) if inside else None
