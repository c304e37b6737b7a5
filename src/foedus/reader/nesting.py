"""One event told by nested words: "sign a contract for the delivery of tanks" is one claim, not three.

The inner word has the roles, the outer one the stage: the outer draft goes, and what only it knows moves inwards.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from foedus.model.claim import Cue
from foedus.reader.draft import Draft
from foedus.reader.relations import preposition

STEPS = 4
DOWN = frozenset({"obj", "nmod", "obl", "obl:arg", "acl", "xcomp", "nsubj:pass", "compound", "appos"})


def innermost(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts without those that govern another of their type in the same sentence, in text order."""
    holders: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        for i in draft.hit.tokens:
            holders[draft.view.index, i].append(number)
    outer: set[int] = set()
    for number, inner in enumerate(drafts):
        for above in _above(inner, holders):
            draft = drafts[above]
            if above not in {number, *outer} and draft.unit.type == inner.unit.type and not _conflict(draft, inner):
                _move(draft, inner)
                outer.add(above)
    return [draft for number, draft in enumerate(drafts) if number not in outer]


def _above(inner: Draft, holders: Mapping[tuple[int, int], Sequence[int]]) -> Iterator[int]:
    """Numbers of the drafts whose words stand above the inner one's anchor, a few steps up."""
    view, i = inner.view, inner.hit.anchor
    for _ in range(STEPS):
        token = view.tokens[i]
        if token.head == i or token.dep not in DOWN or preposition(view.sentence, i) in ("par", "by"):
            return
        i = token.head
        yield from holders.get((view.index, i), ())


def _conflict(outer: Draft, inner: Draft) -> bool:
    """Whether the two name different things: then they are two events."""
    items, others = outer.entities("item"), inner.entities("item")
    return bool(items and others and not items & others)


def _move(outer: Draft, inner: Draft) -> None:
    for role, fillers in outer.roles.items():
        present = {filler.entity for held in inner.roles.values() for filler in held}
        if role not in inner.roles and not any(filler.entity in present for filler in fillers):
            inner.roles[role] = fillers
            inner.filled.reasons[role] = f"from {outer.unit.text!r} above"
    if inner.stage == inner.unit.stage and outer.stage != inner.stage:
        start, end = outer.span
        inner.stage = outer.stage
        inner.cues.append(Cue("operator", inner.view.text[start:end], start, end))
    if outer.polarity == "negated":
        inner.polarity = outer.polarity
