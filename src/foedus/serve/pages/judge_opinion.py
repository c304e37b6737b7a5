"""A second opinion: a judgement of what the reader gave, by somebody who is not shown what others made of it.

The ledger keeps an opinion on the claim as it holds: where others have corrected it, agreeing with the reader is a
correction back, and is counted as agreeing with the reader.
"""

from starlette.datastructures import FormData

from foedus.ledger.review.correcting import with_changes
from foedus.ledger.review.desk import ReviewDesk
from foedus.ledger.store import Ledger
from foedus.model.errors import ConflictError, UsageError
from foedus.model.review import Judgement
from foedus.serve.pages.forms import text_in
from foedus.serve.views.review_form import form_from, form_of, seen_from
from foedus.serve.views.review_given import correction
from foedus.serve.views.review_read import as_read, between


def is_opinion(given: FormData) -> bool:
    """Whether a form asks for no more than that."""
    return text_in(given, "opinion") == "1"


def opinion(ledger: Ledger, desk: ReviewDesk, claim: str, action: str, given: FormData) -> Judgement:
    """`accept`, `reject` or `correct` what the reader gave; ConflictError where it has read it otherwise since."""
    held, reason = ledger.version(claim).claim, text_in(given, "reason")
    read = as_read(held, list(ledger.history(claim))) or held
    seen = seen_from(given)
    if seen is not None and seen != form_of(read):
        raise ConflictError(f"claim {claim} was read again since you opened it: look at it and judge again")
    if action == "reject":
        (judged,) = desk.reject(claim, reason=reason, opinion=True)
        return judged
    right = read
    if action == "correct":
        text = ledger.document(held.document.sha256).text
        change = correction(read, text, form_from(given), form_of(read))
        right = with_changes(read, change)
        if between(read, right) is None:
            raise UsageError(f"claim {claim} says so already: accept it instead")
    back = between(held, right)
    if back is not None:
        return desk.correct(claim, back, reason=reason, opinion=True)
    (judged,) = desk.accept(claim, reason=reason, opinion=True)
    return judged
