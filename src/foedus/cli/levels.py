"""What the options call a level of confidence, and the mark of what is not sure."""

from foedus.asked.levels import sure_level
from foedus.model.claim import Claim
from foedus.publish.claims import TO_CHECK
from foedus.register.surety import to_check

METAVAR = "LEVEL"


def mark(claim: Claim, judged: str | None = None) -> str:
    """What people judged of it, which no longer is to be checked; else `to check`, or nothing."""
    return judged or (TO_CHECK if to_check(claim, sure_level()) else "")
