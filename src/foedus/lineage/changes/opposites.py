"""The opposite word in sentences that answer to each other: "refused" became "accepted"."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from foedus.language.knowledge import rows
from foedus.lineage.changes.aligned import Pair
from foedus.lineage.changes.change import Change, Words
from foedus.lineage.changes.lines import Line, Lines
from foedus.lineage.changes.touched import Touched
from foedus.lineage.crossing.fact import Fact


def opposed(pair: Pair, touched: Touched, _first: Lines, _second: Lines) -> Iterator[Change]:
    """At most one for a pair: the one says what the other denies, and neither says both."""
    for one, other in _opposites():
        for was, now in ((one, other), (other, one)):
            before, after = _alone(pair.first, was, now), _alone(pair.second, now, was)
            if before and after and (touched.first(*before[:2]) or touched.second(*after[:2])):
                reason = f"“{was}” became “{now}”"
                yield Change("polarity_flipped", Words(*before[:2]), Words(*after[:2]), reason)
                return


def _alone(lines: tuple[Line, ...], idea: str, without: str) -> Fact | None:
    """The place of an idea in sentences that do not have another one."""
    if any(("idea", without) in line.said for line in lines):
        return None
    return next((line.said["idea", idea] for line in lines if ("idea", idea) in line.said), None)


@cache
def _opposites() -> tuple[tuple[str, str], ...]:
    return tuple((cells[0], cells[1]) for cells in rows(files("foedus") / "data" / "lineage" / "opposites.tsv"))
