"""One event told by nested words: "sign a contract for the delivery of tanks" is one claim, not three.

The inner word has the roles, the outer one the stage: the outer draft goes, and what only it knows moves inwards.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from foedus.model.claim import Cue
from foedus.reader.draft import Draft
from foedus.reader.relations import preposition

STEPS = 4
ADJUNCTS = frozenset({"in", "under", "dans", "via", "through", "en", "après", "after"})
"""Prepositions that make an event noun a circumstance of the verb: "ordered 26 jets in a deal worth …"."""
DOWN = frozenset({"obj", "nmod", "obl", "obl:arg", "acl", "xcomp", "nsubj:pass", "compound", "appos"})


def innermost(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts without those that only frame another of their type in the same sentence, in text order."""
    holders: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        for i in draft.hit.tokens:
            holders[draft.view.index, i].append(number)
    gone: set[int] = set()
    for number, inner in enumerate(drafts):
        for above, adjunct in _above(inner, holders):
            outer = drafts[above]
            if {above, number} & gone or above == number:
                continue
            if outer.unit.type == inner.unit.type and not _conflict(outer, inner):
                kept, left = (outer, inner) if adjunct else (inner, outer)
                _move(left, kept)
                gone.add(number if adjunct else above)
    return [draft for number, draft in enumerate(drafts) if number not in gone]


def _above(inner: Draft, holders: Mapping[tuple[int, int], Sequence[int]]) -> Iterator[tuple[int, bool]]:
    """Drafts whose words stand above the inner one's anchor, a few steps up; True where the inner is a mere adjunct."""
    view, i = inner.view, inner.hit.anchor
    adjunct = False
    for _ in range(STEPS):
        token = view.tokens[i]
        lead = preposition(view.sentence, i)
        if token.head == i or token.dep not in DOWN or lead in ("par", "by"):
            return
        if i == inner.hit.anchor and token.dep == "acl" and token.feats.get("VerbForm") != "Inf":
            return  # "received the jets ordered in 2016": two events
        adjunct = adjunct or (lead is not None and lead.split("_")[0] in ADJUNCTS)
        i = token.head
        for number in holders.get((view.index, i), ()):
            yield number, adjunct


def _conflict(outer: Draft, inner: Draft) -> bool:
    """Whether the two name different things: then they are two events."""
    items, others = outer.entities("item"), inner.entities("item")
    return bool(items and others and not items & others)


def _move(outer: Draft, inner: Draft) -> None:
    """Give the draft that stays what only the one that goes knows.

    An operator's stage moves, not a plain one, and so does that of the surer word.
    """
    for role, fillers in outer.roles.items():
        present = {filler.entity for held in inner.roles.values() for filler in held}
        if role not in inner.roles and not any(filler.entity in present for filler in fillers):
            inner.roles[role] = fillers
    surer = outer.probability > inner.probability
    if (inner.stage == inner.unit.stage or surer) and outer.stage != inner.stage:
        start, end = outer.span
        inner.stage = outer.stage
        inner.cues.append(Cue("operator", inner.view.text[start:end], start, end))
