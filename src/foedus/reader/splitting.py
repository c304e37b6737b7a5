"""One predicate, several claims: a list whose members have numbers of their own is split ("ten tanks and two guns")."""

from collections.abc import Iterator
from dataclasses import replace

from foedus.model.claim import Quantity
from foedus.reader.draft import Draft
from foedus.reader.timing import Dates
from foedus.reader.tools import Tools


def split(dates: Dates, tools: Tools, draft: Draft) -> Iterator[Draft]:
    """The draft, or one draft for each item where at least two items have each its own number."""
    items = draft.roles.get("item", [])
    if len(items) < 2:
        yield draft
        return
    counted, sentence = dates.counted(draft, tools), draft.view.sentence
    numbers = [counted.of_item(item) if sentence.start <= item.start < sentence.end else None for item in items]
    places = {number.start for number in numbers if number}
    if len(places) < 2:
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
