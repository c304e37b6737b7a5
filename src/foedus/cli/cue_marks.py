"""A stretch of text with the deciding words marked: in brackets with their kind, on a screen underlined in colours."""

import re
from collections.abc import Iterable, Mapping, Sequence

from foedus.model.vocabulary import CueKind
from foedus.telling.marks import SOURCE, Mark, laid, woven

_COLOURS: Mapping[CueKind | str, int] = {
    "trigger": 39,
    "negation": 31,
    **dict.fromkeys(("hedge", "rumour", "condition"), 33),
    **dict.fromkeys(("voice", "quote", SOURCE), 36),
    **dict.fromkeys(("operator", "tense", "batch", "frame"), 35),
    **dict.fromkeys(("number", "date"), 34),
}
_PLAIN = "\x1b[0m"


def marked(text: str, at: int, marks: Sequence[Mark], names: Mapping[str, str], *, colour: bool) -> str:
    """The text that begins at offset `at`, in one line, its marks inside one another where they overlap."""
    shown = _painted(text, at, laid(marks)) if colour else _bracketed(text, at, laid(marks), names)
    return re.sub(r"\s+", " ", shown).strip()


def legend(marks: Iterable[Mark], names: Mapping[str, str]) -> str:
    """Each kind once, in its colour, in the order in which the text has them."""
    kinds = dict.fromkeys(kind for mark in laid(list(marks)) for kind in mark.kinds)
    return "  ".join(f"{_style(kind)}{names[kind]}{_PLAIN}" for kind in kinds)


def _bracketed(text: str, at: int, marks: Sequence[Mark], names: Mapping[str, str]) -> str:
    def close(mark: Mark, _: Mark | None) -> str:
        return f"|{', '.join(names[kind] for kind in mark.kinds)}]"

    return "".join(woven(text, at, marks, lambda _: "[", close))


def _painted(text: str, at: int, marks: Sequence[Mark]) -> str:
    def close(_: Mark, around: Mark | None) -> str:
        return _PLAIN + (_style(around.kinds[0]) if around else "")

    return "".join(woven(text, at, marks, lambda mark: _PLAIN + _style(mark.kinds[0]), close))


def _style(kind: str) -> str:
    return f"\x1b[1;4;{_COLOURS[kind]}m"
