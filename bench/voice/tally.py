"""Answers counted: how many rows of a group are right, as a whole and in each thing that they ask."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from bench.voice.hearing import Answer
from bench.voice.judging import plain, right, surety_verdict, voice_verdict
from bench.voice.rows import LANGS, PARTS, Kind, Part

FIELDS: Mapping[Kind, tuple[str, ...]] = {
    "voice": ("right", "standing", "nearest", "quoted", "when", "vehicle"),
    "surety": ("right", "asserted", "polarity", "certainty"),
}
"""What is counted of a kind, the whole first."""


class Share(NamedTuple):
    """How many rows ask something, and how many of them are right."""

    asked: int = 0
    right: int = 0

    def plus(self, verdict: bool | None) -> "Share":
        """With one more row; None is a row that does not ask."""
        return self if verdict is None else Share(self.asked + 1, self.right + verdict)

    @property
    def share(self) -> float | None:
        """Right of what is asked; None where nothing is."""
        return self.right / self.asked if self.asked else None


Counted = dict[str, Share]
"""Field → share; `unheard` counts the rows where the reader hears nothing as its right ones, `plain` those that one who
marks nothing has right."""


def count(answers: Sequence[Answer], kind: Kind) -> Counted:
    """The shares of one kind over the answers that are judged for it."""
    verdict = voice_verdict if kind == "voice" else surety_verdict
    counted = dict.fromkeys((*FIELDS[kind], "plain", "unheard"), Share())
    for row, heard in answers:
        if kind in row.kinds:
            found = verdict(row, heard)
            for field in FIELDS[kind]:
                counted[field] = counted[field].plus(getattr(found, field))
            counted["plain"] = counted["plain"].plus(plain(row, kind))
            counted["unheard"] = counted["unheard"].plus(heard is None)
    return counted


def whole(answers: Sequence[Answer]) -> Share:
    """How many rows are right in everything that they are judged for."""
    return Share(len(answers), sum(right(row, heard) for row, heard in answers))


def groups(answers: Sequence[Answer]) -> dict[tuple[Part, str], list[Answer]]:
    """(part, language) → its answers; `all` over the languages of a part, last."""
    found: dict[tuple[Part, str], list[Answer]] = {}
    for part in PARTS:
        here = [answer for answer in answers if answer.row.part == part]
        for lang in LANGS:
            if some := [answer for answer in here if answer.row.lang == lang]:
                found[part, lang] = some
        if here:
            found[part, "all"] = here
    return found


def by(answers: Sequence[Answer], key: Callable[[Answer], str]) -> dict[str, list[Answer]]:
    """Answers by a key, in order of first appearance."""
    found: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        found[key(answer)].append(answer)
    return dict(found)


def figures(answers: Sequence[Answer]) -> dict[str, dict[str, float]]:
    """The figures that have floors: language → measure (part and kind) → share right."""
    found: dict[str, dict[str, float]] = {}
    for (part, lang), some in groups(answers).items():
        shares = {kind: count(some, kind)["right"].share for kind in FIELDS}
        shares_known = {f"{part}_{kind}": share for kind, share in shares.items() if share is not None}
        found[lang] = found.get(lang, {}) | shares_known
    return found
