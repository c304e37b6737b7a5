"""Findings that concern an entity or stand in a treaty, in lines: the newest few, for the pages of both."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from foedus.judge.wording import said, viewpoint_name, words
from foedus.ledger.filters import ClaimFilter
from foedus.model.finding import Finding
from foedus.serve.house import House
from foedus.serve.rules import rules_of
from foedus.serve.treaties import treaties_of
from foedus.serve.views.telling_finding import Named

FEW = 5


class FindingLine(Struct, frozen=True):
    """A finding in a line; `verdicts` are viewpoints with their verdict, in words."""

    id: str
    question: str
    entities: tuple[Named, ...]
    treaty: Named | None
    article: str | None
    since: str | None
    until: str | None
    verdicts: tuple[tuple[str, str], ...]


class FindingLines(Struct, frozen=True):
    """The newest of some findings, and how many there are of them."""

    lines: tuple[FindingLine, ...]
    total: int


class Beside(Struct, frozen=True):
    """What another page tells of findings. `known` is None where they would have to be computed; `soon` is whether
    that is quick enough to be fetched behind the page unasked."""

    known: FindingLines | None
    soon: bool


def beside(house: House, which: ClaimFilter, meant: Callable[[Finding], bool], lang: str, *, wait: bool) -> Beside:
    """Those that are meant; with `wait` they are computed where nobody asked for them before."""
    asked = ClaimFilter(as_of=which.as_of, published_by=which.published_by)
    found = house.findings.found(asked) if wait else house.findings.at_hand(asked)
    if found is None:
        return Beside(None, house.findings.is_quick)
    some = sorted(filter(meant, found.every), key=lambda one: one.until or one.since or "", reverse=True)
    return Beside(FindingLines(tuple(_line(one, house, lang) for one in some[:FEW]), len(some)), soon=False)


def _line(one: Finding, house: House, lang: str) -> FindingLine:
    treaty = treaties_of(house)[one.case.treaty] if one.case else None
    return FindingLine(
        one.id,
        said(rules_of(house.settings)[one.rule].head.question, lang),
        tuple(Named(key, house.entities.name(key, lang)) for key in one.entities),
        Named(treaty.id, said(treaty.names, lang)) if treaty else None,
        one.case.article if one.case else None,
        one.since,
        one.until,
        tuple(_verdicts(one, house, lang)),
    )


def _verdicts(one: Finding, house: House, lang: str) -> Iterator[tuple[str, str]]:
    for view in one.views:
        yield viewpoint_name(view.viewpoint, house.entities, lang), said(words().verdicts[view.verdict], lang)
