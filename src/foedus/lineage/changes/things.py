"""Another thing in sentences that answer to each other: "counter-drone" became "anti-submarine"."""

from collections.abc import Iterator, Sequence, Set
from functools import cache
from importlib.resources import files

from foedus.gazetteer.entities import Entities
from foedus.language.knowledge import rows
from foedus.lineage.changes.aligned import Pair
from foedus.lineage.changes.change import Change, Words
from foedus.lineage.changes.lines import Line, Lines, Said
from foedus.lineage.changes.touched import Touched
from foedus.lineage.crossing.fact import Fact, FactKind

_KINDS: tuple[FactKind, ...] = ("thing", "type", "idea")


def things_changed(pair: Pair, touched: Touched, first: Lines, _second: Lines) -> Iterator[Change]:
    """One thing of a kind that is gone, where one stands that the first page names nowhere."""
    for kind in _KINDS:
        here = {said for line in pair.second for said in line.said}
        was = [one for one in _only(kind, pair.first, here) if touched.first(one.start, one.end)]
        now = [one for one in _only(kind, pair.second, first.said) if touched.second(one.start, one.end)]
        if len(was) == len(now) == 1 and not _related(was[0].key, now[0].key):
            old, new = was[0], now[0]
            yield Change("item", Words(*old[:2]), Words(*new[:2]), f"{old.key} became {new.key}")


def _only(kind: FactKind, lines: Sequence[Line], other: Set[Said]) -> list[Fact]:
    """Things of some sentences that are not among those said elsewhere."""
    told = {said: fact for line in lines for said, fact in line.said.items() if said[0] == kind and _is_thing(said)}
    return [fact for said, fact in told.items() if said not in other]


def _is_thing(said: Said) -> bool:
    kind, key = said
    return kind != "idea" or key in _ideas()


def _related(old: str, new: str) -> bool:
    """Whether the one is told more exactly than the other, or both are of one family: then nothing changed."""
    known = Entities.load()
    if known.family(old) == known.family(new):
        return True
    return new in known.broader(old) or old in known.broader(new)


@cache
def _ideas() -> frozenset[str]:
    return frozenset(cells[0] for cells in rows(files("foedus") / "data" / "lineage" / "things.tsv"))
