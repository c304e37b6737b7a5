"""How surely and by whom sentences that answer to each other are told, and whether it is affirmed or denied.

Two languages hedge in many ways, and a hedge that is not known as one must not pass for its loss: a change is told only
where nothing at all in the other sentences says the same.
"""

from collections.abc import Iterable, Iterator, Sequence

from foedus.lineage.changes.aligned import Pair
from foedus.lineage.changes.change import Change, ChangeKind, Words
from foedus.lineage.changes.doubt import doubt, surety
from foedus.lineage.changes.lines import Line, Lines
from foedus.lineage.changes.predicates import Predicate, matched, opposite_ideas, predicates, same_act
from foedus.lineage.changes.reworded import reworded
from foedus.lineage.changes.signals import Signals, signals
from foedus.lineage.changes.sources import source_lost
from foedus.lineage.changes.steps import leaves_open, reached
from foedus.lineage.changes.touched import Touched
from foedus.model.claim import Cue
from foedus.model.vocabulary import CueKind
from foedus.reader.unit import VoiceCueKind

UNSURE: frozenset[CueKind] = frozenset({"hedge", "rumour", "condition", "tense", "operator"})
DENYING: frozenset[CueKind] = frozenset({"negation", "voice"})
_ANSWERS: tuple[tuple[frozenset[VoiceCueKind], str], ...] = (
    (frozenset({"refuse_comment", "not_confirm"}), "no answer"),
    (frozenset({"deny"}), "a denial"),
    (frozenset({"confirm"}), "a confirmation"),
)


def surety_changed(pair: Pair, touched: Touched, first: Lines, second: Lines) -> Iterator[Change]:
    """Hardened, softened, turned round, without its source: at most one of each for a pair of sentences."""
    one = [found for line in pair.first for found in predicates(line, first)]
    other = [found for line in pair.second for found in predicates(line, second)]
    was, now = signals(pair.first, first, one), signals(pair.second, second, other)
    told: set[ChangeKind] = set()
    for before, after in matched(one, other):
        for change in _compared(before, after, was, now):
            if change.kind not in told and _is_touched(change, touched):
                told.add(change.kind)
                yield change
    for change in reworded(pair, touched, one, other):
        if not told & {"hardened", "softened"}:
            told.add(change.kind)
            yield change
    if not told & {"hardened", "softened"}:
        yield from _advanced(pair, touched, first, second, (was, now))
    if "polarity_flipped" not in told:
        yield from _answered(pair, touched, first, second)
    yield from source_lost(pair, touched, first, second)


def _compared(before: Predicate, after: Predicate, was: Signals, now: Signals) -> Iterator[Change]:
    yield from _surer(before, after, was, now)
    polarities = before.heard.polarity, after.heard.polarity
    if polarities[0] == polarities[1] or not same_act(before, after) or opposite_ideas(before, after):
        return
    denied, negated, affirmed = (before, was, now) if polarities[0] == "negated" else (after, now, was)
    if negated.negated and not affirmed.negated and not _counts_only(denied):
        yield _change("polarity_flipped", before, after, DENYING, f"{polarities[0]} became {polarities[1]}")


def _counts_only(one: Predicate) -> bool:
    """Whether the only word of denial belongs to something else, as in "not fewer than"."""
    tokens = one.line.view.tokens
    above, at = {one.anchor}, one.anchor
    while tokens[at].head != at:
        at = tokens[at].head
        above.add(at)
    places = {cue.start for cue in one.heard.cues if cue.kind == "negation"}
    words = [token for token in tokens if token.start in places]
    return bool(words) and not any(token.i in above or token.head in above for token in words)


def _surer(before: Predicate, after: Predicate, was: Signals, now: Signals) -> Iterator[Change]:
    """More or less sure, else done where it was ahead or the reverse."""
    one, other = doubt(before), doubt(after)
    if one is not None and other is not None and one > other and not now.unsure:
        yield _change("hardened", before, after, UNSURE, f"{surety(one)} became {surety(other)}")
    elif one is not None and other is not None and one < other and not was.unsure:
        yield _change("softened", before, after, UNSURE, f"{surety(one)} became {surety(other)}")
    elif (before.phase, after.phase) == ("ahead", "done") and not now.ahead:
        yield _change("hardened", before, after, UNSURE, "what was still ahead became done")
    elif (before.phase, after.phase) == ("done", "ahead") and not was.ahead:
        yield _change("softened", before, after, UNSURE, "what was done became what is still ahead")


def _advanced(
    pair: Pair, touched: Touched, first: Lines, second: Lines, signs: tuple[Signals, Signals]
) -> Iterator[Change]:
    """What two single sentences mainly tell was thought about or ahead and is now settled, or the reverse."""
    if len(pair.first) > 1 or len(pair.second) > 1:
        return
    was, now = reached(pair.first[0], first), reached(pair.second[0], second)
    if was is None or now is None or (was.step == "settled") == (now.step == "settled"):
        return
    kind: ChangeKind = "hardened" if now.step == "settled" else "softened"
    settled, there = (pair.second, signs[1]) if kind == "hardened" else (pair.first, signs[0])
    change = Change(kind, was.words, now.words, f"{was.step} became {now.step}")
    is_sure = not there.ahead and not there.unsure and not leaves_open(settled)
    if is_sure and _is_touched(change, touched):
        yield change


def _change(kind: ChangeKind, before: Predicate, after: Predicate, cues: frozenset[CueKind], reason: str) -> Change:
    said = ", ".join(f"“{cue.text}”" for one in (before, after) for cue in _cues(one, cues))
    return Change(kind, _shown(before, cues), _shown(after, cues), f"{reason}{f' ({said})' if said else ''}")


def _cues(one: Predicate, kinds: frozenset[CueKind]) -> Iterator[Cue]:
    line = one.line
    return (cue for cue in one.heard.cues if cue.kind in kinds and line.start <= cue.start and cue.end <= line.end)


def _shown(one: Predicate, kinds: frozenset[CueKind]) -> Words:
    """The action with the words that decide: from the first of them to the last."""
    cues = list(_cues(one, kinds))
    return Words(min([one.start, *(cue.start for cue in cues)]), max([one.end, *(cue.end for cue in cues)]))


def _is_touched(change: Change, touched: Touched) -> bool:
    return touched.first(*change.was) or touched.second(*change.now)


def _answered(pair: Pair, touched: Touched, first: Lines, second: Lines) -> Iterator[Change]:
    """Silence that became a denial or a confirmation, a denial that became a confirmation, and the reverse."""
    was, now = _answers(pair.first, first), _answers(pair.second, second)
    if len({kind for kind, _ in was}) == 1 and len({kind for kind, _ in now}) == 1 and was[0][0] != now[0][0]:
        change = Change("polarity_flipped", was[0][1], now[0][1], f"{was[0][0]} became {now[0][0]}")
        if _is_touched(change, touched):
            yield change


def _answers(lines: Iterable[Line], page: Lines) -> Sequence[tuple[str, Words]]:
    found: list[tuple[str, Words]] = []
    for line in lines:
        tokens = line.view.tokens
        for anchored in page.parsed.hearing.here(line.view.index).cues.anchored.values():
            for one in anchored:
                answer = next((name for kinds, name in _ANSWERS if one.cue.kind in kinds), None)
                if answer is not None:
                    found.append((answer, Words(tokens[one.tokens[0]].start, tokens[one.tokens[-1]].end)))
    return found
