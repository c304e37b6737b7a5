"""What of a ledger can teach the reader's models: its documents with what was proven or judged of them."""

from collections import defaultdict
from collections.abc import Iterator

from foedus.careful.mark import is_careful
from foedus.intake.answers.store import AnswerStore
from foedus.learning.from_claims import Held, Judged, Verdict
from foedus.ledger.filters import VOUCHED, ClaimFilter
from foedus.ledger.store import Ledger
from foedus.model.document import Document
from foedus.reader.unread import CODE as NOT_READ


def teaching(ledger: Ledger, answers: AnswerStore) -> Iterator[Held]:
    """Documents that a careful reader has read or of which people judged something, by their order in the ledger.

    `answers` is where proof keeps what it rejected.
    """
    judged, unjudged = _claims(ledger)
    for document in ledger.documents():
        found = judged.get(document.sha256, [])
        by_model = any(is_careful(one.reader.name) for one in ledger.read_by(document.id))
        if found or by_model:
            unproven = [one.text for one in answers.rejected(document.id) if one.text]
            is_whole = by_model and not _is_partly_read(document)
            yield Held(document, found, unproven, document.sha256 in unjudged, is_whole)


def _claims(ledger: Ledger) -> tuple[dict[str, list[Judged]], set[str]]:
    """Proven and judged claims by document (SHA-256), and the documents that have others."""
    judged: dict[str, list[Judged]] = defaultdict(list)
    unjudged: set[str] = set()
    verdicts: dict[str, Verdict] = {**dict.fromkeys(VOUCHED, "right"), "rejected": "wrong"}
    for review, verdict in verdicts.items():
        for claim in ledger.claims(ClaimFilter(review=(review,))):
            judged[claim.document.sha256].append(Judged(claim, verdict))
    for claim in ledger.claims(ClaimFilter(review=("unreviewed",))):
        if is_careful(claim.reader.name):
            judged[claim.document.sha256].append(Judged(claim, "proven"))
        else:
            unjudged.add(claim.document.sha256)
    return judged, unjudged


def _is_partly_read(document: Document) -> bool:
    return any(note.code == NOT_READ for note in document.notes)
