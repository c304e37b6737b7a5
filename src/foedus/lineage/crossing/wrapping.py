"""A page that holds another's text as a part, with much of its own around it."""

from collections.abc import Sequence

from foedus.lineage.crossing.facts import Facts
from foedus.lineage.crossing.weights import Key, Weights
from foedus.lineage.edges import Passage

MOST_HELD = 0.45
"""Share of the longer page's length below which the shared part is wrapped in other text."""
_LEAST_FACTS = 3


def wrapped(one: Facts, other: Facts, weights: Weights) -> tuple[Passage, ...]:
    """The part that answers to the other page, from the first to the last sentence with a rare fact of both.

    Empty where neither page has much beside it.
    """
    shared = [key for key in one.first.keys() & other.first.keys() if weights.is_rare(key)]
    if len(shared) < _LEAST_FACTS:
        return ()
    first, second = _part(one, shared), _part(other, shared)
    longer, part = (one, first) if one.length > other.length else (other, second)
    if (part[1] - part[0]) / max(1, longer.length) >= MOST_HELD:
        return ()
    return (Passage(*first, *second),)


def _part(facts: Facts, shared: Sequence[Key]) -> tuple[int, int]:
    """From the sentence with the first of the facts to that with the last."""
    held = set(shared)
    places = [at for at, sentence in enumerate(facts.by_sentence) if held & sentence]
    return facts.sentences[places[0]].start, facts.sentences[places[-1]].end
