"""Which tokens a unit's words are: near each other in the tree, else side by side in their order.

The tree comes first, so that other words may stand between; a parser's slip must not lose a fixed expression.
"""

from collections.abc import Mapping, Sequence

from foedus.language.parse import Token
from foedus.reader.unit import Words

FARTHEST = 12
"""Tokens between two words of a unit, at most."""
NEAR = 6
"""The same where the tree links them only over a third word."""
SLACK = 2
"""How many words may come between where the tree does not link them at all."""
_LINKED, _RELATED, _APART = 0, 1, 2


def link(
    tokens: Sequence[Token], words: Words, place: int, at: int, where: Mapping[str, Sequence[int]]
) -> tuple[int, ...] | None:
    """Token indices of a unit's words in its order, word `place` being token `at`; None where one lacks."""
    chosen = {place: at}
    order = sorted(
        (k for k in range(len(words.words)) if k != place), key=lambda k: (k not in words.content, abs(k - place))
    )
    for k in order:
        found = _nearest(tokens, words, k, chosen, where)
        if found is None:
            return None
        chosen[k] = found
    return tuple(chosen[k] for k in range(len(words.words)))


def _nearest(
    tokens: Sequence[Token], words: Words, k: int, chosen: Mapping[int, int], where: Mapping[str, Sequence[int]]
) -> int | None:
    used = chosen.values()
    beside = min(chosen, key=lambda other: abs(other - k))
    gap, origin = k - beside, chosen[beside]
    best: tuple[float, int] | None = None
    for form in words.accepted[k]:
        for i in where.get(form, ()):
            distance = i - origin
            if i in used or abs(distance) > FARTHEST:
                continue
            linked = min(_related(tokens, i, other) for other in used)
            in_order = distance * gap > 0
            if linked == _LINKED:
                cost = 0.0 if in_order else 1.0
            elif k in words.content and linked == _RELATED and abs(distance) <= NEAR:
                cost = 2.0
            elif in_order and abs(distance) <= abs(gap) + SLACK:
                cost = 1.5 + (linked == _APART)
            else:
                continue
            cost += abs(distance) / 20
            if best is None or (cost, i) < best:
                best = (cost, i)
    return best[1] if best else None


def _related(tokens: Sequence[Token], i: int, k: int) -> int:
    above, over = tokens[i].head, tokens[k].head
    if above == k or over == i:
        return _LINKED
    if above == over or tokens[above].head == k or tokens[over].head == i:
        return _RELATED
    return _APART
