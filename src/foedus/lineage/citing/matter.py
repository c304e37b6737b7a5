"""Whether two pages tell of one matter, in whatever languages: by the names, types, figures and dates they share."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from foedus.lineage.citing.cited import cited
from foedus.lineage.crossing.fact import FactKind
from foedus.lineage.crossing.facts import facts_of
from foedus.lineage.pages import Page

Fact = tuple[FactKind, str]
"""Kind and key."""

_NAMES: frozenset[FactKind] = frozenset({"state", "thing", "entity", "name", "type"})
_FIGURES: frozenset[FactKind] = frozenset({"number", "money", "share", "date"})
_MEMO = "citing/matter"
_SMALL = frozenset({"0", "1", "2"})
"""Numbers that any text may hold."""


class Matter(NamedTuple):
    """A page's names, the most told of first, and its figures."""

    names: tuple[Fact, ...]
    figures: frozenset[Fact]


class Shared(NamedTuple):
    """How many names and figures two pages share, and what share that is of the page with fewer."""

    names: int
    figures: int
    share: float


def matter(page: Page) -> Matter:
    """Worked out once for a page. The names of outlets that it cites are none of its matter."""
    found = page.memo.get(_MEMO)
    if not isinstance(found, Matter):
        cues = [span for one in cited(page) for span in one.spans]
        facts = [one for one in facts_of(page).facts if not any(a <= one.start < b for a, b in cues)]
        told = Counter((fact.kind, fact.key) for fact in facts if fact.kind in _NAMES)
        places = {(fact.kind, fact.key): fact.start for fact in reversed(facts)}
        names = sorted(told, key=lambda one: (-told[one], places[one]))
        figures = frozenset((one.kind, one.key) for one in facts if one.kind in _FIGURES and one.key not in _SMALL)
        found = page.memo[_MEMO] = Matter(tuple(names), figures)
    return found


def shared(one: Page, other: Page) -> Shared:
    """What two pages have in common."""
    first, second = matter(one), matter(other)
    names = len(set(first.names) & set(second.names))
    figures = len(first.figures & second.figures)
    least = min(len(first.names) + len(first.figures), len(second.names) + len(second.figures))
    return Shared(names, figures, round((names + figures) / least, 3) if least else 0.0)


def around(page: Page, spans: Sequence[tuple[int, int]]) -> Matter:
    """The matter of the sentences in which some words stand: what a citation in passing is about."""
    found = facts_of(page)
    said = [one for one in found.sentences if any(one.start < end and start < one.end for start, end in spans)]
    whole = matter(page)
    here = {(fact.kind, fact.key) for fact in found.facts if any(one.start <= fact.start < one.end for one in said)}
    return Matter(tuple(one for one in whole.names if one in here), whole.figures & here)


def held(part: Matter, other: Page) -> Shared:
    """How much of a part of one page another page tells too; the share is of the part."""
    its = matter(other)
    names, figures = len(set(part.names) & set(its.names)), len(part.figures & its.figures)
    size = len(part.names) + len(part.figures)
    return Shared(names, figures, round((names + figures) / size, 3) if size else 0.0)


def pairs(names: Sequence[Fact], most: int) -> list[tuple[str, str]]:
    """Pairs of the most told names, each as text and in alphabetical order."""
    said = sorted(f"{kind}:{key}" for kind, key in names[:most])
    return [(one, other) for place, one in enumerate(said) for other in said[place + 1 :]]
