"""When and how many: the date, deadline, number and sum that belong to a draft."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from foedus.language.fold import fold
from foedus.model import edtf
from foedus.model.claim import Cue, Money, When
from foedus.model.document import Document
from foedus.reader.dates import Calendar, Found
from foedus.reader.draft import Draft
from foedus.reader.lexicon import Lexicon
from foedus.reader.quantities import Counted, first_of
from foedus.reader.relations import VERBAL
from foedus.reader.tools import Tools
from foedus.reader.view import View


class Telling(NamedTuple):
    """Words that tell something: their sentence, the word that heads them, all of them, and the stage they tell."""

    view: View
    anchor: int
    tokens: frozenset[int]
    stage: str


AHEAD = frozenset(
    {"ordered", "intended", "planned", "agreed", "pledged", "sought", "negotiated", "threatened", "called_for"}
)
"""Stages that tell of something still to come: a date that lies ahead is that thing's."""
PAID = frozenset({"transfer", "assistance"})
"""Types of claim that have a price."""
COUNTED = ("item", "people", "hit")
"""Roles whose filler may be counted."""


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
        return self.inside(draft.view, tools)

    def inside(self, view: View, tools: Tools) -> list[Found]:
        """Dates of a sentence."""
        found, starts = self._all(tools.calendar)
        sentence = view.sentence
        inside = found[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        return [date for date in inside if (date.when.end or 0) <= sentence.end]

    def counted(self, draft: Draft, tools: Tools) -> Counted:
        """Numbers and sums of the draft's own sentence."""
        index = draft.view.index
        if index not in self._counted:
            self._counted[index] = Counted(tools.lexicon, draft.view, self.of(draft, tools))
        return self._counted[index]

    def _all(self, calendar: Calendar) -> tuple[list[Found], list[int]]:
        key = id(calendar)
        if key not in self._found:
            self._found[key] = calendar.find(self._text, 0, len(self._text), self._published)
            self._starts[key] = [date.when.start or 0 for date in self._found[key]]
        return self._found[key], self._starts[key]


def date_and_count(draft: Draft, tools: Tools, document: Document, dates: Dates) -> None:
    """Set `when`, `due`, `quantity` and `value` from the draft's own sentence, with a cue for each date and number."""
    telling = Telling(draft.view, draft.hit.anchor, frozenset(draft.hit.tokens), draft.stage)
    when, due = dated(telling, dates.of(draft, tools), tools.lexicon, document.published)
    if due:
        draft.due = _shown(draft, document, due)
    if when:
        draft.when = _shown(draft, document, when)
    counted, sentence = dates.counted(draft, tools), draft.view.sentence
    fillers = [filler for role in COUNTED for filler in draft.roles.get(role, ())]
    inside = [filler for filler in fillers if sentence.start <= filler.start < sentence.end]
    draft.quantity = first_of(counted, inside) if inside else counted.of_trigger(draft.hit.anchor)
    if draft.unit.type in PAID:
        draft.value = priced(telling, counted.sums)
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


def dated(
    telling: Telling, found: Sequence[Found], lexicon: Lexicon, published: str | None
) -> tuple[Found | None, Found | None]:
    """Of a sentence's dates that of what is told, and that by which it is to come where the stage looks ahead."""
    said = lexicon.cues("says") | lexicon.cues("announces") | lexicon.cues("denies")
    free = [date for date in found if not _of_saying(telling, date, said)]
    if telling.stage not in AHEAD:
        return _own(telling, free), None
    ahead = [_lies_ahead(date, published) for date in free]
    when = [date for date, later in zip(free, ahead, strict=True) if not later]
    due = [date for date, later in zip(free, ahead, strict=True) if later]
    return _own(telling, when), _own(telling, due)


def priced(telling: Telling, sums: Sequence[Money]) -> Money | None:
    """The first sum that stands under the words that tell, with no other verb between."""
    return next((one for one in sums if _under(telling, one.start, one.end)), None)


def _lies_ahead(date: Found, published: str | None) -> bool:
    """Whether a date lies after the day of publication; where that is not known, whether its words set a limit."""
    told, now = edtf.parse(date.when.edtf), edtf.parse(published).latest if published else None
    if now is None:
        return date.due
    day = told.earliest or (told.latest if date.when.edtf.startswith("..") else None)
    return day is not None and day > now


def _of_saying(telling: Telling, date: Found, said: frozenset[str]) -> bool:
    """Whether the date tells when something was said: its verb is one of saying, and not the trigger."""
    sentence = telling.view.sentence
    head = _head(telling, date)
    if head is None:
        return False
    verb = next((token for token in sentence.ancestors(head) if token.upos in VERBAL), None)
    return verb is not None and verb.i not in telling.tokens and verb.lemma.lower() in said


def _own(telling: Telling, found: Sequence[Found]) -> Found | None:
    """The date under the words that tell, the nearest of several; else the only one under their own clause's verb."""
    under = [date for date in found if _under(telling, date.when.start or 0, date.when.end or 0)]
    if under:
        return min(under, key=lambda date: _distance(telling, date))
    verb = _verb(telling, telling.anchor)
    beside = [date for date in found if verb is not None and _verb(telling, _head(telling, date)) == verb]
    return beside[0] if len(beside) == 1 else None


def _under(telling: Telling, start: int, end: int) -> bool:
    """Whether words stand below those that tell, or are part of them, with no other verb between."""
    sentence = telling.view.sentence
    head = sentence.head_of(start, end)
    if head is None or head in telling.tokens:
        return head is not None
    for token in sentence.ancestors(head):
        if token.i == telling.anchor or token.i in telling.tokens:
            return True
        if token.upos in VERBAL:
            return False
    return False


def _verb(telling: Telling, i: int | None) -> int | None:
    """The verb of the clause that a word stands in."""
    if i is None:
        return None
    if telling.view.tokens[i].upos in VERBAL:
        return i
    return next((token.i for token in telling.view.sentence.ancestors(i) if token.upos in VERBAL), None)


def _head(telling: Telling, date: Found) -> int | None:
    return telling.view.sentence.head_of(date.when.start or 0, date.when.end or 0)


def _distance(telling: Telling, date: Found) -> tuple[int, int]:
    """How many steps up the tree lead from a date to the trigger, then how far apart they stand."""
    sentence, head = telling.view.sentence, _head(telling, date)
    above = [token.i for token in sentence.ancestors(head)] if head is not None else []
    steps = above.index(telling.anchor) + 1 if telling.anchor in above else 0
    return steps, abs((date.when.start or 0) - sentence.tokens[telling.anchor].start)
