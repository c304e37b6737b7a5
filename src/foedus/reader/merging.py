"""One statement, one claim: a statement made twice in a document keeps the fuller place and both evidences."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from foedus.model.claim import Quantity
from foedus.model.vocabulary import FREE_TEXT_ROLES, TYPES
from foedus.reader.draft import Draft

FEW = 12
"""Drafts that are looked at one by one."""
STEM = 4
"""How many letters make the stem of a unit's anchor."""


def merge(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts without repetitions, in text order; a headline that says more or surer than its body stays apart."""
    kept: dict[object, _Alike] = defaultdict(_Alike)
    for draft in drafts:
        alike = kept[draft.unit.type, draft.stage, draft.polarity, draft.standing, _voice(draft)]
        place = alike.twin_of(draft)
        if place is None:
            alike.add(draft)
            continue
        twin = alike.drafts[place]
        fuller, other = (draft, twin) if _weight(draft) > _weight(twin) else (twin, draft)
        fuller.also += [other.view, *other.also]
        fuller.quantity = fuller.quantity or other.quantity
        fuller.when = fuller.when or other.when
        fuller.due = fuller.due or other.due
        alike.put(place, fuller)
    return sorted((draft for alike in kept.values() for draft in alike.drafts), key=lambda draft: draft.span)


class _Alike:
    """Drafts of one type, stage, polarity, standing and voice, filed under what a twin must share with them.

    Only those that agree with a draft in its rarest trait are looked at, so that work does not grow with the square of
    a document's claims.
    """

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._filed: dict[tuple[str, object], set[int]] = {}

    def add(self, draft: Draft) -> None:
        """One more."""
        self.drafts.append(draft)
        if len(self.drafts) == FEW + 1:
            for place, one in enumerate(self.drafts):
                self._file(place, one)
        else:
            self.put(len(self.drafts) - 1, draft)

    def put(self, place: int, draft: Draft) -> None:
        """The draft in the place of another that it has taken in, filed under its traits too."""
        self.drafts[place] = draft
        if len(self.drafts) > FEW:
            self._file(place, draft)

    def twin_of(self, draft: Draft) -> int | None:
        """The place of the first that makes one statement with the draft."""
        places = self._sharing(draft) if len(self.drafts) > FEW else range(len(self.drafts))
        return next((place for place in places if _same(self.drafts[place], draft)), None)

    def _file(self, place: int, draft: Draft) -> None:
        for name, values in _traits(draft).items():
            for value in values or (None,):
                self._filed.setdefault((name, value), set()).add(place)

    def _sharing(self, draft: Draft) -> Sequence[int]:
        """Places of those that have the draft's rarest trait or lack it."""
        rarest = min(
            (
                [self._filed.get((name, value), _NONE) for value in (*values, None)]
                for name, values in _traits(draft).items()
                if values
            ),
            key=lambda some: sum(map(len, some)),
        )
        return sorted(set().union(*rarest))


_NONE: frozenset[int] = frozenset()


def _traits(draft: Draft) -> dict[str, Collection[object]]:
    """What twins have in common, or one of them lacks: a filler of each role, number and date; a stem or sentence."""
    traits: dict[str, Collection[object]] = {role: draft.entities(role) for role in _compared(draft)}
    traits["its words"] = (draft.unit.words.head[:STEM], draft.view.index)
    traits["its number"] = (_figures(draft.quantity),) if draft.quantity else ()
    traits["its date"] = (draft.when.edtf,) if draft.when else ()
    return traits


def _compared(draft: Draft) -> list[str]:
    return [role for role in TYPES[draft.unit.type].core if role not in FREE_TEXT_ROLES]


def _same(first: Draft, second: Draft) -> bool:
    """Whether two drafts of one type, stage, polarity, standing and voice make one statement."""
    if _differ(first, second):
        return False
    pairs = [(first.entities(role), second.entities(role)) for role in _compared(first)]
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
    return draft.voices[0].name if draft.voices else None


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
