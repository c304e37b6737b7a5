"""Why two pages are held for one text or one event, in words that a reader can check."""

from foedus.lineage.crossing.decision import Verdict
from foedus.lineage.crossing.facts import Facts, Read
from foedus.lineage.crossing.likeness import Likeness, counted
from foedus.lineage.crossing.weights import Key, Weights
from foedus.lineage.pages import came_before, dated

_MOST = 6
"""Facts that are named."""
_MOST_COUNTS = 2


def reason(one: Read, other: Read, found: Likeness, verdict: Verdict, weights: Weights) -> str:
    """The figures, the facts that weigh most as both pages write them, and the dates."""
    said = [_figures(found) if verdict.outcome == "text" else _news(found)]
    if facts := _facts(one.facts, other.facts, weights):
        said.append(f"both have {facts}")
    if differing := _differing(one.facts, other.facts):
        said.append(f"counted otherwise: {differing}")
    said.append(f"probability {verdict.probability:.2f}")
    order = "" if came_before(one.page, other.page) is not None else ": which was first is not known"
    said.append(f"published {dated(one.page)} and {dated(other.page)}{order}")
    return "; ".join(said)


def _figures(found: Likeness) -> str:
    quoted = ", its quotations answer to the other's" if found.quoted == 1 else ""
    return (
        f"{_percent(found.kept)} of the facts of the shorter page stand in both, "
        f"{_percent(found.ordered)} in the same order{quoted}"
    )


def _news(found: Likeness) -> str:
    return (
        f"{_percent(found.news)} of what one headline and first sentence say stand in the other page: the same news; "
        f"{_percent(found.ordered)} of the facts in the same order: not surely one text"
    )


def _facts(one: Facts, other: Facts, weights: Weights) -> str:
    shared = one.first.keys() & other.first.keys()
    ranked = sorted(shared, key=lambda key: (-weights.of(key), one.first[key].start))[:_MOST]
    return ", ".join(_said(one, other, key) for key in sorted(ranked, key=lambda key: one.first[key].start))


def _said(one: Facts, other: Facts, key: Key) -> str:
    """`Chemezov (Чемезов)`, once where both write it alike."""
    first, second = (" ".join(facts.words(facts.first[key]).split()) for facts in (one, other))
    return first if first.casefold() == second.casefold() else f"{first} ({second})"


def _differing(one: Facts, other: Facts) -> str:
    _, clashing = counted(one.counts, other.counts)
    return ", ".join(
        f"{thing} {_listed(one.counts[thing])} and {_listed(other.counts[thing])}" for thing in clashing[:_MOST_COUNTS]
    )


def _listed(numbers: frozenset[str]) -> str:
    return " or ".join(sorted(numbers))


def _percent(share: float) -> str:
    return f"{share:.0%}"
