"""One statement, one claim: a statement made twice in a document keeps the fuller place and both evidences."""

from collections import defaultdict
from collections.abc import Sequence

from foedus.model.claim import Quantity
from foedus.model.vocabulary import FREE_TEXT_ROLES, TYPES
from foedus.reader.draft import Draft

STEM = 4
"""How many letters make the stem of a unit's anchor."""


def merge(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts without repetitions, in text order; a headline that says more or surer than its body stays apart."""
    kept: dict[object, list[Draft]] = defaultdict(list)
    for draft in drafts:
        alike = kept[draft.unit.type, draft.stage, draft.polarity, draft.standing, _voice(draft)]
        twin = next((other for other in alike if _same(other, draft)), None)
        if twin is None:
            alike.append(draft)
            continue
        fuller, other = (draft, twin) if _weight(draft) > _weight(twin) else (twin, draft)
        fuller.also += [other.view, *other.also]
        fuller.quantity = fuller.quantity or other.quantity
        fuller.when = fuller.when or other.when
        fuller.due = fuller.due or other.due
        alike[alike.index(twin)] = fuller
    return sorted((draft for alike in kept.values() for draft in alike), key=lambda draft: draft.span)


def _same(first: Draft, second: Draft) -> bool:
    """Whether two drafts of one type, stage, polarity, standing and voice make one statement."""
    if _differ(first, second):
        return False
    pairs = [
        (first.entities(role), second.entities(role))
        for role in TYPES[first.unit.type].core
        if role not in FREE_TEXT_ROLES
    ]
    if _kindred(first, second):
        return all(_compatible(*pair) for pair in pairs)
    # "a contract for the purchase": two words of one sentence that say the same of the same
    return first.view is second.view and all(one and one == other for one, other in pairs)


def _kindred(first: Draft, second: Draft) -> bool:
    """The same word, or words of one stem ("livrer", "livraison"): another predicate makes another statement."""
    one, two = first.unit.words.head, second.unit.words.head
    return one[:STEM] == two[:STEM]


def _compatible(first: frozenset[str], second: frozenset[str]) -> bool:
    return not first or not second or first <= second or second <= first


def _voice(draft: Draft) -> str | None:
    return next((voice.attribution.name for voice in draft.voices if voice.attribution), None)


def _differ(first: Draft, second: Draft) -> bool:
    """Different numbers or dates tell of different events."""
    numbers = first.quantity and second.quantity and _figures(first.quantity) != _figures(second.quantity)
    dates = first.when and second.when and first.when.edtf != second.when.edtf
    return bool(numbers or dates)


def _figures(quantity: Quantity) -> tuple[float | None, ...]:
    return quantity.value, quantity.min, quantity.max


def _weight(draft: Draft) -> tuple[int, int]:
    direct = sum(filler.via != "unexpressed" for fillers in draft.roles.values() for filler in fillers)
    return direct, len(draft.roles)
