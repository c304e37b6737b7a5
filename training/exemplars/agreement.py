"""How far two hands agree on the exemplars: `python -m training.exemplars.agreement`.

The folder `second` holds passages that another hand coded again without seeing the first coding, each under the id of
its exemplar. Triggers agree where a claim of the same type stands on overlapping words, one to one; stage and core
roles are compared where the trigger agrees. F1 is the same from either side. Types never core: last figure only.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from foedus.learning.corpus.check import LANGS, NEVER_CORE
from foedus.learning.corpus.exemplars import Exemplar, read_all
from foedus.learning.corpus.format import CorpusClaim, CorpusFiller
from foedus.model.errors import DataError
from foedus.model.vocabulary import FREE_TEXT_ROLES, TYPES

UNJUDGED_ROLES = FREE_TEXT_ROLES | {"hit"}
LONGEST_PHRASE = 12
"""Words of a phrase that may hold the other hand's shorter filler, as in scoring."""
HEADING = "lang  passages  first  second  both       F1    stage    roles   F1 all"

Pair = tuple[CorpusClaim, CorpusClaim]


class Tally(NamedTuple):
    """Counts of some passages; what ends in `both`, and `stages`, counts what agrees."""

    passages: int = 0
    first: int = 0
    second: int = 0
    both: int = 0
    stages: int = 0
    fillers: int = 0
    fillers_both: int = 0
    all_types: int = 0
    all_types_both: int = 0

    def line(self, name: str) -> str:
        """One line of the printed table."""
        parts = (2 * self.both, self.stages, 2 * self.fillers_both, 2 * self.all_types_both)
        wholes = (self.first + self.second, self.both, self.fillers, self.all_types)
        shares = (f"{part / whole:9.3f}" if whole else f"{'-':>9}" for part, whole in zip(parts, wholes, strict=True))
        return f"{name:<5}{self.passages:9}{self.first:7}{self.second:8}{self.both:6}" + "".join(shares)


def total(tallies: Iterable[Tally]) -> Tally:
    """The counts together."""
    return Tally(*(sum(column) for column in zip(Tally(), *tallies, strict=True)))


def compare(first: Exemplar, second: Exemplar) -> Tally:
    """The counts of one passage. Raises DataError where the two texts differ."""
    if first.text != second.text:
        raise DataError(f"{first.id}: the second coding has another text")
    everything = pairs(first, second)
    judged = [pair for pair in everything if pair[0].type not in NEVER_CORE]
    return Tally(
        passages=1,
        first=sum(claim.type not in NEVER_CORE for claim in first.claims),
        second=sum(claim.type not in NEVER_CORE for claim in second.claims),
        both=len(judged),
        stages=sum(one.stage == other.stage for one, other in judged),
        fillers=sum(len(some) for pair in judged for claim in pair for some in _core(claim).values()),
        fillers_both=sum(_agreeing(*pair) for pair in judged),
        all_types=len(first.claims) + len(second.claims),
        all_types_both=len(everything),
    )


def pairs(first: Exemplar, second: Exemplar) -> list[Pair]:
    """Claims of one type on overlapping words, each used once; the most alike are paired first."""
    likeness = {
        (i, j): _likeness(one, other, first.text)
        for i, one in enumerate(first.claims)
        for j, other in enumerate(second.claims)
        if one.type == other.type
    }
    taken: dict[int, int] = {}
    for (i, j), (overlap, *_) in sorted(likeness.items(), key=lambda item: item[1], reverse=True):
        if overlap > 0 and i not in taken and j not in taken.values():
            taken[i] = j
    return [(first.claims[i], second.claims[j]) for i, j in taken.items()]


def _likeness(one: CorpusClaim, other: CorpusClaim, text: str) -> tuple[int, bool, bool, int]:
    """Characters that the triggers share, then what tells claims on the same words apart."""
    (start, end), (other_start, other_end) = one.trigger.span(text), other.trigger.span(text)
    overlap = min(end, other_end) - max(start, other_start)
    return overlap, one.polarity == other.polarity, one.stage == other.stage, _agreeing(one, other)


def _core(claim: CorpusClaim) -> dict[str, tuple[CorpusFiller, ...]]:
    return {role: claim.roles.get(role, ()) for role in TYPES[claim.type].core if role not in UNJUDGED_ROLES}


def _agreeing(one: CorpusClaim, other: CorpusClaim) -> int:
    """Core fillers of one claim that agree with one of the other, in the same role and each used once."""
    count = 0
    for role, fillers in _core(one).items():
        left = list(_core(other)[role])
        for filler in fillers:
            twin = next((candidate for candidate in left if _same(filler, candidate)), None)
            if twin is not None:
                left.remove(twin)
                count += 1
    return count


def _same(one: CorpusFiller, other: CorpusFiller) -> bool:
    if one.e is not None and one.e == other.e:
        return True
    short, long = sorted((re.findall(r"\w+", filler.t.words.casefold()) for filler in (one, other)), key=len)
    return bool(short) and len(long) <= LONGEST_PHRASE and f" {' '.join(short)} " in f" {' '.join(long)} "


def doubles(folder: Path, lang: str) -> Iterator[tuple[Exemplar, Exemplar]]:
    """The first and second coding of each passage coded twice. Raises DataError for an id that no exemplar has."""
    first = {exemplar.id: exemplar for exemplar in read_all(folder, lang)}
    for exemplar in read_all(folder / "second", lang):
        if exemplar.id not in first:
            raise DataError(f"{exemplar.id}: coded a second time, but no exemplar has this id")
        yield first[exemplar.id], exemplar


def main(argv: list[str] | None = None) -> int:
    """Print the table; 1 and one line where the codings do not belong together."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument(
        "--folder", type=Path, default=Path(__file__).parent, help="the exemplars, `second` beside them"
    )
    folder = parser.parse_args(argv).folder
    try:
        tallies = {lang: total(compare(*both) for both in doubles(folder, lang)) for lang in LANGS}
    except DataError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    print(HEADING, *(tallies[lang].line(lang) for lang in LANGS), total(tallies.values()).line("all"), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
