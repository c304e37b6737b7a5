"""The finder of citations: which page, or which outlet that is not held, a page names as its source.

A page of the outlet is meant that tells of the same matter and was published in the days before; else the outlet stands
as a placeholder. Where the page names it for all that it tells, and the facts agree, the page is a rewrite of it.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from foedus.lineage.citing.addresses import canonical
from foedus.lineage.citing.cited import WHOLE, Cited, cited, links, own
from foedus.lineage.citing.matter import Shared, around, held, matter, pairs, shared
from foedus.lineage.citing.outlets import alike
from foedus.lineage.finder import key
from foedus.lineage.pages import Page, came_before, dated
from foedus.model.story import CopyEdge, Passage

MOST_DAYS = 10
"""Days before the citing page in which the page that it means was published."""

LEAST_NAMES = 2
LEAST_SHARED = 0.35
"""Share of the names and figures of the page with fewer from which two pages tell of one matter."""

LEAST_HELD = 0.6
"""Share of the names and figures of the citing sentences alone that the other page has too."""

AGREE_NAMES = 3
AGREE = 0.5
"""The same for a page to be a rewrite of what it cites; at least one of what they share is a figure."""

_OWN_NAMES = 4
_CITING_NAMES = 5
_FIRST_PAIRS = 2
"""Pairs of names under which pages without a date are looked for."""


class _Meant(NamedTuple):
    page: Page
    shared: Shared
    linked: bool


class CitationFinder:
    """Finds `citation`, and `rewrite` where a page says that all it tells is another's. Keys: about ten a page."""

    name = "citing/1"

    def keys(self, page: Page) -> tuple[int, ...]:
        """Addresses; and outlets, the page's own and those it cites, with pairs of names and the time."""
        found = [key(self.name, "address", one) for one in {canonical(page.document.url), *links(page)} if one]
        cites = {alike(one.outlet): around(page, one.spans).names for one in cited(page)}
        mine = own(page)
        if mine or cites:
            names = matter(page).names
            for outlet in sorted(mine):
                found += self._outlet_keys(page, outlet, pairs(names, _OWN_NAMES), back=0)
            for outlet, said in sorted(cites.items()):
                named = (*pairs(names, _CITING_NAMES), *pairs(said, _OWN_NAMES))
                found += self._outlet_keys(page, outlet, list(dict.fromkeys(named)), back=MOST_DAYS)
        return tuple(dict.fromkeys(found))

    def edges(self, page: Page, earlier: Sequence[Page]) -> list[CopyEdge]:
        """For each outlet cited the likeliest page of it, or its placeholder."""
        others = sorted((one for one in earlier if one.id != page.id), key=lambda one: one.order)
        found = [edge for one in cited(page) for edge in self._from(page, one, others)]
        for other in others:
            if came_before(other, page) is None:
                found += [edge for one in cited(other) for edge in self._turned(page, one, other)]
        return found

    def _outlet_keys(self, page: Page, outlet: str, named: Sequence[tuple[str, str]], *, back: int) -> Iterator[int]:
        day = page.when.earliest if page.when else None
        if day is None:
            yield from (key(self.name, outlet, "always", *one) for one in named)
            return
        times = {day.toordinal() // MOST_DAYS, (day - timedelta(days=back)).toordinal() // MOST_DAYS}
        yield from (key(self.name, outlet, time, *one) for time in sorted(times) for one in named)
        yield from (key(self.name, outlet, "always", *one) for one in named[:_FIRST_PAIRS])

    def _from(self, page: Page, one: Cited, others: Sequence[Page]) -> Iterator[CopyEdge]:
        meant = self._meant(page, one, others)
        if meant is None:
            if one.sure:
                yield _citation(page, one, None, turned=False)
            return
        yield _citation(page, one, meant, turned=False)
        if _agrees(one, meant):
            yield _rewrite(page, one, meant)

    def _turned(self, page: Page, one: Cited, other: Page) -> Iterator[CopyEdge]:
        """The canonically earlier page cites this one, and no date speaks against it."""
        meant = self._meant(other, one, [page])
        if meant is not None:
            yield _citation(other, one, meant, turned=True)
            if _agrees(one, meant):
                yield _rewrite(page, one, _Meant(other, meant.shared, meant.linked))

    def _meant(self, page: Page, one: Cited, others: Sequence[Page]) -> _Meant | None:
        outlet, addresses = alike(one.outlet), links(page)
        said = around(page, one.spans)
        found = []
        for other in others:
            if outlet in own(other) and _in_time(other, page):
                meant = _Meant(other, shared(other, page), canonical(other.document.url) in addresses)
                if not (meant.linked or _is_one_matter(meant.shared, LEAST_SHARED)):
                    meant = meant._replace(shared=held(said, other))
                    if not _is_one_matter(meant.shared, LEAST_HELD):
                        continue
                found.append(meant)
        return max(found, key=lambda one: (one.linked, one.shared.share, one.page.order), default=None)


def _in_time(other: Page, page: Page) -> bool:
    """Whether a page can be meant by another: published so many days before it at most, as far as the dates tell."""
    if not other.when or not page.when or not other.when.latest or not page.when.earliest:
        return True
    return came_before(page, other) is not True and (page.when.earliest - other.when.latest).days <= MOST_DAYS


def _is_one_matter(found: Shared, least: float) -> bool:
    return found.names >= LEAST_NAMES and found.names + found.figures > LEAST_NAMES and found.share >= least


def _agrees(one: Cited, meant: _Meant) -> bool:
    told = meant.shared
    return one.share >= WHOLE and told.names >= AGREE_NAMES and told.figures >= 1 and told.share >= AGREE


def _citation(page: Page, one: Cited, meant: _Meant | None, *, turned: bool) -> CopyEdge:
    covers = "for all that it tells" if one.share >= WHOLE else f"for {one.share:.0%} of what it tells"
    reason = f"{one.words!r}: cites {one.name} {covers}"
    if meant is None:
        reason += "; no page of it on the matter is held"
    elif meant.linked:
        reason += "; links to the page"
    else:
        reason += (
            f"; its page of {dated(meant.page)} shares {meant.shared.names} names and {meant.shared.figures} figures"
        )
    spans = tuple(Passage(0, 0, *span) for span in one.spans)
    origin = meant.page.id if meant else one.outlet
    return CopyEdge(origin, page.id, "citation", one.share, directed=True, reason=reason, spans=spans, turned=turned)


def _rewrite(page: Page, one: Cited, meant: _Meant) -> CopyEdge:
    """From the canonically earlier page; `clocks.settled` turns it where the earlier one cites."""
    order = came_before(meant.page, page)
    reason = (
        f"names {one.name} for all that it tells ({one.words!r}), and shares {meant.shared.names} names and "
        f"{meant.shared.figures} figures with its page"
    )
    return CopyEdge(meant.page.id, page.id, "rewrite", meant.shared.share, directed=order is True, reason=reason)
