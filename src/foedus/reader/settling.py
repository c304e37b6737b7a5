"""What voice and surety make of a draft, in the contract's terms: polarity, certainty, standing, chain, quoted."""

from foedus.model.vocabulary import NEGATIVE_STAGES, Polarity
from foedus.reader.draft import Draft
from foedus.reader.lexicon import Lexicon
from foedus.reader.lexicon.words import normal
from foedus.reader.voice import UNDECIDED, Hearing

NOT_YET = frozenset(
    "sought offered negotiated intended planned called_for requested pledged threatened agreed invoked".split()
)
"""Stages that say themselves that it is asked for, planned or promised: the words that do are no doubt beside them, and
asking or promising is an act of its own, told by the outlet."""


def settle(draft: Draft, lexicon: Lexicon, hearing: Hearing) -> bool:
    """Set what is heard of the draft, with its cues; False where the text does not claim it (wish, question …)."""
    heard = hearing.of(draft.view, draft.trigger, UNDECIDED if draft.stage in NOT_YET else ())
    draft.polarity = _polarity(draft, lexicon, heard.flips)
    draft.certainty, draft.standing = heard.certainty, heard.standing
    draft.voices, draft.quoted = list(heard.voices), heard.quoted
    draft.cues += heard.cues
    return heard.asserted


def _polarity(draft: Draft, lexicon: Lexicon, flips: int) -> Polarity:
    """A negative stage is affirmed where one negation or refusal made it; what turns it once more denies it."""
    if draft.stage in NEGATIVE_STAGES and flips:
        tokens = draft.view.tokens
        own = any(normal(tokens[i].text) in lexicon.cues("negations") for i in draft.trigger)
        flips -= draft.unit.stage != draft.stage or own
    return "negated" if flips % 2 else "affirmed"
