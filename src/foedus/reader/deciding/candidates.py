"""What may be a trigger: every anchor of hits with the types that its words can have there.

Units bring their own types. An operator or pro-verb ("decided", "so did") takes those of the hits under it, or, where
none is, those of the sentence before.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from foedus.language.parse import Sentence
from foedus.model.vocabulary import ClaimType
from foedus.reader.matching import Hit
from foedus.reader.unit import Operator, Unit

DEPTH = 3
"""How far below an operator its complement is looked for."""


class Candidate(NamedTuple):
    """A word that may make a claim of a type. `unit` is the sense with the most words; None where an operator takes
    the type from `source`, the token below it or None for the sentence before."""

    anchor: int
    type: ClaimType
    unit: Unit | None
    hit: Hit[Unit] | Hit[Operator]
    source: int | None = None

    @property
    def is_weak(self) -> bool:
        """Whether the unit seldom means this by its words alone."""
        return self.unit is not None and self.unit.weak


class Found(NamedTuple):
    """Hits of one sentence."""

    units: Sequence[Hit[Unit]]
    operators: Sequence[Hit[Operator]]


def candidates(sentence: Sentence, found: Found, before: Iterable[ClaimType]) -> dict[int, list[Candidate]]:
    """Candidates of one sentence by anchor; `before` are the types of the sentence before."""
    by_anchor: dict[int, dict[ClaimType, Candidate]] = {}
    for hit in found.units:
        types = by_anchor.setdefault(hit.anchor, {})
        for unit in hit.senses:
            held = types.get(unit.type)
            if held is None or _better(hit, unit, held):
                types[unit.type] = Candidate(hit.anchor, unit.type, unit, hit)
    units = {anchor: tuple(types) for anchor, types in by_anchor.items()}
    for operator in found.operators:
        below = _below(sentence, operator.anchor, units)
        taken = below or {claim_type: None for claim_type in before if not units.get(operator.anchor)}
        types = by_anchor.setdefault(operator.anchor, {})
        for claim_type, source in taken.items():
            types.setdefault(claim_type, Candidate(operator.anchor, claim_type, None, operator, source))
    return {anchor: list(types.values()) for anchor, types in by_anchor.items() if types}


def _better(hit: Hit[Unit], unit: Unit, held: Candidate) -> bool:
    """Whether the sense is closer to the text than the one held: more words, then less doubtful."""
    own = (len(hit.content), not unit.weak)
    theirs = (len(held.hit.content), held.unit is None or not held.unit.weak)
    return own > theirs


def _below(sentence: Sentence, i: int, units: Mapping[int, Sequence[ClaimType]]) -> dict[ClaimType, int | None]:
    """Types of the hits in the complement, the nearest token of each."""
    found: dict[ClaimType, int | None] = {}
    level = [i]
    for _ in range(DEPTH):
        level = [child for k in level for child in sentence.children[k]]
        for k in level:
            for claim_type in units.get(k, ()):
                found.setdefault(claim_type, k)
    return found
