"""What proof makes of an answer: claims that hold, and told claims that do not, each with its reason."""

from typing import NamedTuple

from msgspec import Struct

from foedus.model.claim import Claim
from foedus.reader.read import Reading


class Mended(Struct, frozen=True):
    """A field that the text's own cues say more carefully than the model did: what it said, what holds, and why."""

    field: str
    told: str
    held: str
    reason: str


class Rejected(Struct, frozen=True):
    """A told claim that is kept out of the ledger.

    `code` names the check that failed (data/careful/reasons.yaml words it), `about` the words that it failed on,
    `told` is the claim as the model told it: JSON, unedited.
    """

    document: str
    sentence: int | None
    code: str
    about: str
    told: str


class Proven(NamedTuple):
    """The outcome for one document; `gaps` are triggers that proved right and that no unit of the lexicon knows."""

    claims: tuple[Claim, ...]
    rejected: tuple[Rejected, ...]
    mended: dict[str, tuple[Mended, ...]]
    """By claim id."""
    gaps: tuple[tuple[str, str], ...] = ()
    """Trigger words and the type that they evoked."""
    own: Reading = Reading([], [])
    """What the built-in reader makes of the document, down to the most doubtful; empty where it was not asked."""
