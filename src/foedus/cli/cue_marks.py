"""A stretch of text with the deciding words marked: in brackets with their kind, on a screen underlined in colours."""

import heapq
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from foedus.model.claim import Claim
from foedus.model.vocabulary import CueKind

SOURCE = "source"
"""The kind of the words that name a voice: no cue of the contract, but without them the chain has no beginning."""

_COLOURS: Mapping[CueKind | str, int] = {
    "trigger": 39,
    "negation": 31,
    **dict.fromkeys(("hedge", "rumour", "condition"), 33),
    **dict.fromkeys(("voice", "quote", SOURCE), 36),
    **dict.fromkeys(("operator", "tense", "batch", "frame"), 35),
    **dict.fromkeys(("number", "date"), 34),
}
_PLAIN = "\x1b[0m"


class Mark(NamedTuple):
    """Words of the document by their offsets, and what they decide: one kind, several once marks are laid out."""

    start: int
    end: int
    kinds: tuple[str, ...]


def marks_of(claim: Claim) -> list[Mark]:
    """Every cue of the claim, and the words that name its voices."""
    cues = [Mark(cue.start, cue.end, (cue.kind,)) for cue in claim.cues]
    return cues + [Mark(voice.start, voice.end, (SOURCE,)) for voice in claim.attribution]


def within(marks: Iterable[Mark], start: int, end: int) -> list[Mark]:
    """The marks that lie wholly in a stretch."""
    return [mark for mark in marks if start <= mark.start < mark.end <= end]


def marked(text: str, at: int, marks: Sequence[Mark], names: Mapping[str, str], *, colour: bool) -> str:
    """The text that begins at offset `at`, in one line, its marks inside one another where they overlap."""
    laid = _laid(marks)
    shown = _painted(text, at, laid) if colour else _bracketed(text, at, laid, names)
    return re.sub(r"\s+", " ", shown).strip()


def legend(marks: Iterable[Mark], names: Mapping[str, str]) -> str:
    """Each kind once, in its colour, in the order in which the text has them."""
    kinds = dict.fromkeys(kind for mark in _laid(list(marks)) for kind in mark.kinds)
    return "  ".join(f"{_style(kind)}{names[kind]}{_PLAIN}" for kind in kinds)


def _laid(marks: Sequence[Mark]) -> list[Mark]:
    """Marks of the same words as one; those that cross are cut at the end of the one that begins first."""
    kinds: dict[tuple[int, int], list[str]] = {}
    for mark in marks:
        held = kinds.setdefault((mark.start, mark.end), [])
        held += [kind for kind in mark.kinds if kind not in held]
    queue = [(start, -end, tuple(held)) for (start, end), held in kinds.items()]
    heapq.heapify(queue)
    laid: list[Mark] = []
    while queue:
        start, minus, told = heapq.heappop(queue)
        crossed = min((one.end for one in laid if one.start <= start < one.end < -minus), default=-minus)
        laid.append(Mark(start, crossed, told))
        if crossed < -minus:
            heapq.heappush(queue, (crossed, minus, told))
    return sorted(laid, key=lambda mark: (mark.start, -mark.end))


def _bracketed(text: str, at: int, laid: Sequence[Mark], names: Mapping[str, str]) -> str:
    def close(mark: Mark, _: Mark | None) -> str:
        return f"|{', '.join(names[kind] for kind in mark.kinds)}]"

    return "".join(_woven(text, at, laid, lambda _: "[", close))


def _painted(text: str, at: int, laid: Sequence[Mark]) -> str:
    def close(_: Mark, around: Mark | None) -> str:
        return _PLAIN + (_style(around.kinds[0]) if around else "")

    return "".join(_woven(text, at, laid, lambda mark: _PLAIN + _style(mark.kinds[0]), close))


def _woven(
    text: str,
    at: int,
    laid: Sequence[Mark],
    opening: Callable[[Mark], str],
    closing: Callable[[Mark, Mark | None], str],
) -> Iterator[str]:
    """The text with what opens and closes each mark; a mark that closes is told which one it stood in."""
    open_: list[Mark] = []
    place = at
    for mark in [*laid, None]:
        reached = mark.start if mark else at + len(text)
        while open_ and open_[-1].end <= reached:
            inner = open_.pop()
            yield text[place - at : inner.end - at]
            yield closing(inner, open_[-1] if open_ else None)
            place = inner.end
        yield text[place - at : reached - at]
        place = reached
        if mark:
            yield opening(mark)
            open_.append(mark)


def _style(kind: str) -> str:
    return f"\x1b[1;4;{_COLOURS[kind]}m"
