"""What was told of a document, proven; what proof rejects is kept where people can see it."""

from collections.abc import Sequence
from typing import Protocol

from foedus.careful.alike import is_same
from foedus.careful.numbering import Numbered
from foedus.careful.parse_answer import Parsed
from foedus.careful.proof import prove
from foedus.careful.proven import Proven, Rejected
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.reader.read import Reader, Reading


class KeepsRejected(Protocol):
    """Where told claims are kept that proof keeps out of the ledger."""

    def reject(
        self, document: Document, numbered: Numbered, reader: tuple[str, str], rejected: Sequence[Rejected], /
    ) -> None:
        """Keep what proof kept out of a document, in place of what the same reader (name, version) had there."""


def proven_by(
    reader: Reader, document: Document, sentences: Numbered, told: Parsed, *, mark: tuple[str, str], kept: KeepsRejected
) -> Proven:
    """The claims that the document bears out, under a mark of name and version; the rejected ones go to `kept`."""
    proven = prove(document, sentences, told, reader, *mark)
    kept.reject(document, sentences, mark, proven.rejected)
    return proven


def reading_of(proven: Proven, level: float, *, with_built_in: bool) -> Reading:
    """The proven claims that reach a level of confidence, in text order, with the built-in reader's notes.

    `with_built_in` adds the claims that the built-in reader alone makes.
    """
    own = [claim for claim in proven.own.claims if not any(is_same(claim, other) for other in proven.claims)]
    claims = sorted([*proven.claims, *(own if with_built_in else ())], key=_place)
    return Reading(claims, proven.own.notes).from_level(level)


def _place(claim: Claim) -> tuple[int, int]:
    return claim.trigger.start, claim.trigger.end
