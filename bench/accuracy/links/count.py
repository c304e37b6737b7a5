"""Counts of links over documents: fillers, whole cores, empty roles; by language, type, role, kind and distance."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from bench.accuracy.links.judging import Answer, Answered, Role
from bench.accuracy.links.kinds import kind_of
from foedus.learning.scoring.tally import f1


@dataclass
class Fillers:
    """Fillers of the gold, those among the candidates, those found; the linker's that count, those right; and its
    wrong ones that cost nothing by the scorer's rules."""

    gold: int = 0
    offered: int = 0
    found: int = 0
    claimed: int = 0
    right: int = 0
    free: int = 0

    def figures(self) -> dict[str, float]:
        """The measures by name, from 0 to 1; `found` and `right` differ only where counts are cut by kind."""
        precision, recall = self.right / max(self.claimed, 1), self.found / max(self.gold, 1)
        return {
            "link_f1": f1(precision * recall, precision, recall),
            "precision": precision,
            "recall": recall,
            "link_ceiling": self.offered / max(self.gold, 1),
        }


@dataclass
class Events:
    """Core events, and those with all core roles right."""

    events: int = 0
    whole: int = 0

    @property
    def share(self) -> float:
        """Share of whole cores."""
        return self.whole / max(self.events, 1)


@dataclass
class Empties:
    """Roles that the gold leaves open, those left open by the linker; those filled at a cost; and of the roles that
    the gold fills, those left empty."""

    open: int = 0
    left_open: int = 0
    at_a_cost: int = 0
    filled: int = 0
    left_empty: int = 0


Key = tuple[str, str]
"""Language or `all`, and what the counts are cut by."""


@dataclass
class Counts:
    """All counts; those by distance hold the gold alone, since only its annotator says which words are meant."""

    documents: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    fillers: dict[str, Fillers] = field(default_factory=lambda: defaultdict(Fillers))
    events: dict[str, Events] = field(default_factory=lambda: defaultdict(Events))
    empties: dict[str, Empties] = field(default_factory=lambda: defaultdict(Empties))
    by_type: dict[Key, Events] = field(default_factory=lambda: defaultdict(Events))
    by_role: dict[Key, Fillers] = field(default_factory=lambda: defaultdict(Fillers))
    by_kind: dict[Key, Fillers] = field(default_factory=lambda: defaultdict(Fillers))
    by_distance: dict[Key, Fillers] = field(default_factory=lambda: defaultdict(Fillers))

    def figures(self) -> dict[str, dict[str, float]]:
        """The figures that have floors, by language and over `all`."""
        found = {}
        for lang in sorted(self.documents):
            figures = self.fillers[lang].figures()
            found[lang] = {
                "link_f1": figures["link_f1"],
                "link_ceiling": figures["link_ceiling"],
                "link_whole": self.events[lang].share,
            }
        return found


def count(some: Iterable[Answered]) -> Counts:
    """Sums by language and over `all`."""
    counts = Counts()
    for one in some:
        for lang in (one.document.lang, "all"):
            counts.documents[lang] += 1
            for event in one.events:
                _add_event(counts, lang, event)
    return counts


def _add_event(counts: Counts, lang: str, event: Answer) -> None:
    for held in (counts.events[lang], counts.by_type[lang, event.type]):
        held.events += 1
        held.whole += event.is_right
    for role in event.roles:
        _add_fillers(counts, lang, event.type, role)
        _add_empty(counts.empties[lang], role)


def _add_fillers(counts: Counts, lang: str, claim_type: str, role: Role) -> None:
    uncut = (counts.fillers[lang], counts.by_role[lang, f"{claim_type}.{role.name}"])
    for wanted in role.wanted:
        for held in (*uncut, counts.by_kind[lang, wanted.kind], counts.by_distance[lang, wanted.distance]):
            held.gold += 1
            held.offered += wanted.offered
            held.found += wanted.found is not None
    right = [(wanted.found, True) for wanted in role.wanted if wanted.found]
    for filler, is_right in (*right, *((one, False) for one in role.surplus)):
        for held in (*uncut, counts.by_kind[lang, kind_of(filler.via, filler.entity)]):
            held.claimed += 1
            held.right += is_right
    counted = {id(filler) for filler in (*(one for one, _ in right), *role.surplus)}
    for filler in role.chosen:
        if id(filler) not in counted:
            for held in (*uncut, counts.by_kind[lang, kind_of(filler.via, filler.entity)]):
                held.free += 1


def _add_empty(held: Empties, role: Role) -> None:
    if role.wanted:
        held.filled += 1
        held.left_empty += not role.chosen
    else:
        held.open += 1
        held.left_open += not role.chosen
        held.at_a_cost += bool(role.surplus)
