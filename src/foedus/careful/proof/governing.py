"""Whether what is heard over a statement governs it for certain: only then does it hold before what was told.

A statement inside another one (a relative clause, a participle, an apposition, a clause of time) may be the writer's
own aside, whoever speaks in the sentence around it.
"""

from collections.abc import Iterator

from foedus.careful.proof.prose import REPORTED
from foedus.careful.proof.words import Span
from foedus.model.claim import Cue
from foedus.reader.relations import VERBAL
from foedus.reader.view import View
from foedus.reader.voice import Heard

_INSERTED = ("acl", "advcl", "appos", "nmod", "amod")
"""Relations of what is put into a sentence beside what it says; also their subtypes."""
_ADVERBIAL = ("aux", "advmod", "discourse")
_TELLING = frozenset({"say", "claim", "announce", "confirm", "know", "think", "promise", "outlet"})
"""Reasons of a voice that is told beside the statement: "according to X", ", X said"."""
_SURE = frozenset({"say", "know", "announce", "confirm", "outlet", "a quotation", "a voice beside it"})
"""Reasons that tell who speaks and make nothing less certain."""
LABEL = "whose words the paragraph gives"


def voice_governs(view: View, trigger: Span, heard: Heard) -> bool:
    """Whether the words of the nearest voice surely have the trigger in what they report."""
    head = view.sentence.head_of(*trigger)
    if head is None:
        return False
    if LABEL in heard.reasons:
        return True
    some = [(cue, reason) for cue, reason in zip(heard.cues, heard.reasons, strict=True) if cue.kind == "voice"]
    if not some:
        return False
    cue, reason = some[0]
    way = _way_to(view, head, cue)
    if way is not None:
        return _is_reported(view, head, way, cue)
    verbal = view.tokens[head].upos in VERBAL
    beside = view.sentence.start <= cue.start < view.sentence.end and reason in _TELLING
    return verbal and (beside or heard.quoted) and not _is_inserted(list(_relations(view, head)))


def _is_reported(view: View, head: int, way: list[str], cue: Cue) -> bool:
    """Whether the way up to a reporting word is that of a reported clause; a clause without a conjunction before the
    word ("it left, X said") is one, however it is parsed."""
    if not way or _is_inserted(way[:-1]):
        return False
    if way[-1] in (REPORTED, "parataxis"):
        return True
    sentence = view.sentence
    return way == ["advcl"] and view.tokens[head].end <= cue.start and not any(sentence.dependents(head, "mark"))


def doubt_governs(view: View, trigger: Span, heard: Heard) -> bool:
    """Whether one of the words that make a statement less certain surely stands over it."""
    head = view.sentence.head_of(*trigger)
    if head is None:
        return False
    some = [cue for cue, reason in zip(heard.cues, heard.reasons, strict=True) if reason not in _SURE]
    beside = {token.start for token in view.sentence.dependents(head, *_ADVERBIAL)}
    if any(cue.start in beside for cue in some):
        return True
    ways = (_way_to(view, head, cue) for cue in some)
    return any(way is not None and not _is_inserted(way) for way in ways)


def _way_to(view: View, head: int, cue: Cue) -> list[str] | None:
    """The relations from a word up to the cue over it, nearest first; None where the cue is not over it."""
    if not view.sentence.start <= cue.start < view.sentence.end:
        return None
    wanted = set(view.sentence.covering(cue.start, cue.end))
    way: list[str] = []
    for token in (view.tokens[head], *view.sentence.ancestors(head)):
        if token.i in wanted:
            return way
        way.append(token.dep)
    return None


def _relations(view: View, head: int) -> Iterator[str]:
    yield view.tokens[head].dep
    for token in view.sentence.ancestors(head):
        yield token.dep


def _is_inserted(way: list[str]) -> bool:
    return any(relation.split(":")[0] in _INSERTED for relation in way)
