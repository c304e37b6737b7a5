"""When and how many: the date, deadline, number and sum that belong to a draft."""

from bisect import bisect_left
from collections.abc import Sequence

from foedus.language.fold import fold
from foedus.model.claim import Cue, When
from foedus.model.document import Document
from foedus.reader.dates import Calendar, Found
from foedus.reader.draft import Draft
from foedus.reader.quantities import Counted, first_of
from foedus.reader.relations import VERBAL
from foedus.reader.tools import Tools

AHEAD = frozenset({"ordered", "intended", "planned", "agreed", "pledged", "sought", "negotiated", "offered", "signed"})
"""Stages whose deadline dates what is still to come."""


class Dates:
    """The dates, numbers and sums of a document's sentences, each looked for once."""

    def __init__(self, document: Document) -> None:
        self._published = document.published
        self._text = fold(document.text)
        self._found: dict[int, list[Found]] = {}
        self._starts: dict[int, list[int]] = {}
        self._counted: dict[int, Counted] = {}

    def of(self, draft: Draft, tools: Tools) -> list[Found]:
        """Dates of the draft's own sentence; what is told from another date may be told from one before it."""
        found, starts = self._all(tools.calendar)
        sentence = draft.view.sentence
        inside = found[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        return [date for date in inside if (date.when.end or 0) <= sentence.end]

    def counted(self, draft: Draft, tools: Tools) -> Counted:
        """Numbers and sums of the draft's own sentence."""
        index = draft.view.index
        if index not in self._counted:
            self._counted[index] = Counted(tools.lexicon, draft.view)
        return self._counted[index]

    def _all(self, calendar: Calendar) -> tuple[list[Found], list[int]]:
        key = id(calendar)
        if key not in self._found:
            self._found[key] = calendar.find(self._text, 0, len(self._text), self._published)
            self._starts[key] = [date.when.start or 0 for date in self._found[key]]
        return self._found[key], self._starts[key]


def date_and_count(draft: Draft, tools: Tools, document: Document, dates: Dates) -> None:
    """Set `when`, `due`, `quantity` and `value` from the draft's own sentence, with a cue for each date and number."""
    said = tools.lexicon.cues("says") | tools.lexicon.cues("announces") | tools.lexicon.cues("denies")
    free = [date for date in dates.of(draft, tools) if not _of_saying(draft, date, said)]
    due = _own(draft, [date for date in free if date.due]) if draft.stage in AHEAD else None
    when = _own(draft, [date for date in free if date is not due and not (date.due and draft.stage in AHEAD)])
    if due:
        draft.due = _shown(draft, document, due)
    if when:
        draft.when = _shown(draft, document, when)
    view, counted = draft.view, dates.counted(draft, tools)
    inside = [item for item in draft.roles.get("item", ()) if view.sentence.start <= item.start < view.sentence.end]
    draft.quantity = first_of(counted, inside) if inside else counted.of_trigger(draft.hit.anchor)
    if draft.unit.type == "transfer":
        draft.value = counted.money
    for number in (draft.quantity, draft.value):
        if number:
            draft.cues.append(Cue("number", number.text, number.start, number.end))


def _shown(draft: Draft, document: Document, date: Found) -> When:
    """The date with the document's own words; its cues show it, and the date of the text that it was reckoned from."""
    start, end = date.when.start or 0, date.when.end or 0
    draft.cues.append(Cue("date", document.text[start:end], start, end))
    if date.anchor:
        draft.cues.append(Cue("date", document.text[slice(*date.anchor)], *date.anchor))
    return When(date.when.edtf, document.text[start:end], start, end)


def _of_saying(draft: Draft, date: Found, said: frozenset[str]) -> bool:
    """Whether the date tells when something was said: its verb is one of saying, and not the trigger."""
    sentence = draft.view.sentence
    head = sentence.head_of(date.when.start or 0, date.when.end or 0)
    if head is None:
        return False
    verb = next((token for token in sentence.ancestors(head) if token.upos in VERBAL), None)
    return verb is not None and verb.i not in draft.hit.tokens and verb.lemma.lower() in said


def _own(draft: Draft, found: Sequence[Found]) -> Found | None:
    """The date under the trigger in the tree, else the one in its clause, else the only one of the sentence."""
    sentence = draft.view.sentence
    below = set(sentence.subtree(draft.hit.anchor))
    under = [date for date in found if sentence.head_of(date.when.start or 0, date.when.end or 0) in below]
    if under:
        return min(under, key=lambda date: _distance(draft, date))
    return found[0] if len(found) == 1 else None


def _distance(draft: Draft, date: Found) -> tuple[int, int]:
    """How many words of the tree lie between a date and the trigger, then how far apart they stand."""
    sentence, anchor = draft.view.sentence, draft.hit.anchor
    head = sentence.head_of(date.when.start or 0, date.when.end or 0)
    steps = 0
    if head is not None and head != anchor:
        above = [token.i for token in sentence.ancestors(head)]
        steps = above.index(anchor) + 1 if anchor in above else len(above) + 1
    return steps, abs((date.when.start or 0) - sentence.tokens[anchor].start)
