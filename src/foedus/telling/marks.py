"""The words of a claim that decided something, as marks on its text that lie inside one another where they overlap."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from foedus.model.claim import Claim
from foedus.telling.layers import Layer, layered, tokens

SOURCE = "source"
"""The kind of the words that name a voice: no cue of the contract, but without them the chain has no beginning."""


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


def laid(marks: Sequence[Mark]) -> list[Mark]:
    """Marks of the same words as one; those that cross are cut at the end of the one that begins first."""
    kinds: dict[tuple[int, int], list[str]] = {}
    for mark in marks:
        held = kinds.setdefault((mark.start, mark.end), [])
        held += [kind for kind in mark.kinds if kind not in held]
    ordered = sorted((start, end, tuple(held)) for (start, end), held in kinds.items())
    return [Mark(one.start, one.end, one.what) for one in layered(ordered)]


def woven(
    text: str,
    at: int,
    marks: Sequence[Mark],
    opening: Callable[[Mark], str],
    closing: Callable[[Mark, Mark | None], str],
) -> Iterator[str]:
    """The text with what opens and closes each mark; a mark that closes is told which one it stood in."""
    open_: list[Mark] = []
    for kind, words, layer in tokens(text, at, [Layer(*mark) for mark in marks]):
        if layer is None:
            yield words
        elif kind == "open":
            open_.append(Mark(layer.start, layer.end, layer.what))
            yield opening(open_[-1])
        else:
            inner = open_.pop()
            yield closing(inner, open_[-1] if open_ else None)
