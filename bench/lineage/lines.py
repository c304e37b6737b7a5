"""Edges: which page a page came from, how, and in which direction.

Judged by pair of pages: where two edges join one pair (a rewrite that also cites), one right kind is enough. An edge of
an event told twice joins nothing and is judged with the pairs.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from bench.lineage.corpus import Member, by_id
from bench.lineage.naming import known_as, within
from bench.lineage.score import Score
from bench.lineage.told import Answer
from foedus.model.story import is_placeholder

_Ends = tuple[str, str]
"""The copy's id and the origin's, or of whom it cites what `known_as` makes of the name."""


class Edges(NamedTuple):
    """Scores of edges."""

    parent: Score
    """The right page or cited name, in the right direction, of whatever kind."""
    kind: Score
    """The same, and of a right kind."""
    direction: Score
    """Of the pairs of pages that are joined in truth and by the engine: those whose origin is the true one."""


def wanted(members: Sequence[Member]) -> dict[_Ends, set[str]]:
    """The true edges: ends → kinds. Whoever cites the outlet of a parent by its name cites that parent."""
    pages = by_id(members)
    found: defaultdict[_Ends, set[str]] = defaultdict(set)
    for member in members:
        here = [pages[one.document] for one in member.parents if one.document]
        outlets = {known_as(page.document.outlet): page.document.id for page in here if page.document.outlet}
        for parent in member.parents:
            name = known_as(parent.cites or "")
            found[member.document.id, parent.document or outlets.get(name, name)].add(parent.kind)
    return dict(found)


def told(members: Sequence[Member], answer: Answer) -> dict[_Ends, set[str]]:
    """The edges of the answer: ends → kinds. A cited name goes by the true one that it is a part of, or the reverse."""
    true = wanted(members)
    found: defaultdict[_Ends, set[str]] = defaultdict(set)
    for link in answer.links:
        if link.kind != "same_event":
            said = link.origin or known_as(link.cites or "")
            names = [origin for copy, origin in true if copy == link.copy and within(said, origin)]
            found[link.copy, names[0] if names else said].add(link.kind)
    return dict(found)


def edge_scores(members: Sequence[Member], answer: Answer) -> Edges:
    """The scores over all edges."""
    true, said = wanted(members), told(members, answer)
    both = true.keys() & said.keys()
    turned = sum((origin, copy) in said and (copy, origin) not in said for copy, origin in true)
    joined = sum(not is_placeholder(origin) for _, origin in both)
    return Edges(
        Score(len(both), len(said), len(true)),
        Score(sum(bool(true[ends] & said[ends]) for ends in both), len(said), len(true)),
        Score(joined, joined + turned, joined + turned),
    )
