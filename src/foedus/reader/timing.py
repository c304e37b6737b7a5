"""When and how many: the date, deadline, number and sum that belong to a draft."""

from foedus.language.fold import fold
from foedus.model.document import Document
from foedus.reader.dates import Found
from foedus.reader.draft import Draft
from foedus.reader.quantities import money_in, quantity_of
from foedus.reader.relations import VERBAL
from foedus.reader.tools import Tools

AHEAD = frozenset({"ordered", "intended", "planned", "agreed", "pledged", "sought", "negotiated"})
"""Stages whose deadline dates what is still to come."""


class Dates:
    """The dates of a document's sentences, each sentence looked through once."""

    def __init__(self, document: Document) -> None:
        self._published = document.published
        self._text = fold(document.text)
        self._found: dict[int, list[Found]] = {}

    def of(self, draft: Draft, tools: Tools) -> list[Found]:
        """Dates of the draft's own sentence."""
        view = draft.view
        if view.index not in self._found:
            span = view.sentence.start, view.sentence.end
            self._found[view.index] = tools.calendar.find(self._text, *span, self._published, None)
        return self._found[view.index]


def date_and_count(draft: Draft, tools: Tools, document: Document, dates: Dates) -> None:
    """Set `when`, `due`, `quantity` and `value` from the draft's own sentence."""
    view = draft.view
    found = dates.of(draft, tools)
    said = tools.lexicon.cues("says") | tools.lexicon.cues("announces") | tools.lexicon.cues("denies")
    own = _own(draft, [date for date in found if not _of_saying(draft, date, said)])
    if own:
        shown = own.when.__class__(
            own.when.edtf, document.text[own.when.start : own.when.end], own.when.start, own.when.end
        )
        if own.due and draft.stage in AHEAD:
            draft.due = shown
        else:
            draft.when = shown
    for item in draft.roles.get("item", ()):
        if view.sentence.start <= item.start < view.sentence.end:
            draft.quantity = quantity_of(tools.lexicon, view, item)
            if draft.quantity:
                break
    if draft.unit.type == "transfer":
        draft.value = money_in(tools.lexicon, view)


def _of_saying(draft: Draft, date: Found, said: frozenset[str]) -> bool:
    """Whether the date tells when something was said: its verb is one of saying, and not the trigger."""
    sentence = draft.view.sentence
    head = sentence.head_of(date.when.start or 0, date.when.end or 0)
    if head is None:
        return False
    verb = next((token for token in sentence.ancestors(head) if token.upos in VERBAL), None)
    return verb is not None and verb.i not in draft.hit.tokens and verb.lemma.lower() in said


def _own(draft: Draft, found: list[Found]) -> Found | None:
    """The date under the trigger in the tree, else the only one of the sentence."""
    sentence = draft.view.sentence
    below = set(sentence.subtree(draft.hit.anchor))
    for date in found:
        head = sentence.head_of(date.when.start or 0, date.when.end or 0)
        if head in below:
            return date
    return found[0] if len(found) == 1 else None
