"""Which words of its sentence a claim is told by, as the reader of a document sees them underlined."""

from foedus.model.claim import Claim
from foedus.model.vocabulary import TYPES


def extent(claim: Claim) -> tuple[int, int]:
    """Offsets from the first to the last of trigger, core fillers and numbers that stand in the trigger's sentence."""
    trigger = claim.trigger
    sentences = (one for one in claim.evidence if one.start <= trigger.start < one.end)
    sentence = next(sentences, claim.evidence[0])
    told = [(one.start, one.end) for role in TYPES[claim.type].core for one in claim.fillers(role)]
    told += [(one.start, one.end) for one in (claim.quantity, claim.value) if one is not None]
    inside = [(start, end) for start, end in told if sentence.start <= start and end <= sentence.end]
    spans = [(trigger.start, trigger.end), *inside]
    return min(start for start, _ in spans), max(end for _, end in spans)
