"""The event below a word that tells of it: "cancelled the delivery of tanks", "signed a contract for the purchase".

The upper word says the claim and has the stage; who supplies whom with what stands in the frame of the lower one.
"""

from collections.abc import Iterator

from foedus.model.vocabulary import ClaimType
from foedus.reader.matching import Hit, Matcher
from foedus.reader.unit import Unit
from foedus.reader.view import View

DOWN = frozenset({"obj", "xcomp", "ccomp", "nmod", "nsubj:pass", "obl:arg", "compound"})
"""Relations of a complement and of what it governs; what is only told beside it is another event."""
DEPTH = 3


def complement(units: Matcher[Unit], view: View, hit: Hit[Unit], claim_type: ClaimType) -> Hit[Unit] | None:
    """The nearest hit of the type below another one's word, with its senses of that type."""
    below = list(_below(view, hit.anchor))
    if not below:
        return None
    found = {
        one.anchor: one._replace(senses=senses)
        for one in units.hits(view.sentence)
        if not one.nested and not {*one.content} & {*hit.tokens}
        if (senses := tuple(unit for unit in one.senses if unit.type == claim_type))
    }
    return next((found[i] for i in below if i in found), None)


def _below(view: View, anchor: int) -> Iterator[int]:
    """Tokens of the complement, level by level."""
    level = [anchor]
    for _ in range(DEPTH):
        level = [child.i for i in level for child in view.sentence.dependents(i, *DOWN)]
        yield from level
