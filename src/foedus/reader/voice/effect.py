"""What one cue makes of a statement that it governs."""

from typing import NamedTuple

from foedus.model.claim import Attribution, Cue
from foedus.model.vocabulary import Certainty, Standing


class Effect(NamedTuple):
    """One cue over a statement; effects stand in the order of the way, nearest first.

    `flips` turns polarity; `certainty` is at most that; `unasserted` says that the text does not claim the statement
    (wish, condition, question); `voice` is who says it, `standing` what that makes of it. `reason` names the rule.
    """

    cue: Cue
    reason: str
    flips: bool = False
    certainty: Certainty | None = None
    unasserted: bool = False
    standing: Standing | None = None
    voice: Attribution | None = None
