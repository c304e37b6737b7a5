"""docs/page-speed.md, from all that is kept."""

from collections.abc import Sequence

from bench.accuracy.corpus import ROOT
from bench.accuracy.report import Table
from bench.page.measured import INTERACTIVE_TARGET, LOAD_TARGET, RATE_TARGET, VIEW_TARGET, Asked, Result

PAGE = ROOT / "docs" / "page-speed.md"
_WORDS = """# How fast the page answers

Written by `python -m bench.page --claims N --write-docs`, from what that command keeps in `bench/page/measured`. The
ledger is made up as for [ledger-speed.md](ledger-speed.md); `foedus serve` runs on it in a process of its own, on the
same two cores as the program that asks.

A view is asked for over a connection that is kept open, compressed, and timed to the last byte; state, day, words and
claim are drawn anew each time, frequent ones more often. A first visit is one with an empty cache in Debian's Chromium:
all files together, as they come over the line; *usable* is when the document is there and the scripts have run. *Mixed*
is eight readers at once who ask for all views, most of all for claims and documents, alone and while another process
writes reports into the ledger without a pause.

Compare the ratios; the milliseconds are those of one machine. Where a row is marked *busy*, other programs shared it,
and a figure above its bound is not met until an idle machine shows it. A figure in **bold** misses its bound.

A page that was asked for before, with nothing written since, is given again as it was made: hence the many medians of
a millisecond or two. What is asked for the first time costs 20 to 110 milliseconds of one core, in Python, much of it
for making the page: so many readers at once get 20 to 40 different pages a second from two cores that they share with
the program that asks, not 200, and a writer without a pause leaves nothing to give again. Two things were tried: the
answers kept, and 40 milliseconds a page less by sending at once. More would take several processes that make pages.
"""


def write_page(results: Sequence[Result]) -> None:
    """All tables, in the order of the results."""
    parts = [_WORDS, *(f"{one.markdown()}\n" for one in tables(results))]
    PAGE.write_text("\n".join(parts), encoding="utf-8")


def tables(results: Sequence[Result]) -> list[Table]:
    """Views, first visits, mixed reading."""
    return [_views(results), _loads(results), _mixed(results)]


def _name(one: Result) -> str:
    return f"{one.store}, {one.claims:,}{'' if one.idle else ' (busy machine)'}"


def _views(results: Sequence[Result]) -> Table:
    names = list(dict.fromkeys(asked.name for one in results for asked in one.views))
    found = [{asked.name: asked for asked in one.views} for one in results]
    rows = [(name, *(_of(one.get(name)) for one in found)) for name in names]
    title = f"Views: median and 95th percentile in milliseconds (< {VIEW_TARGET:.0f}), KiB of the largest page"
    return Table(title, ("", *map(_name, results)), rows)


def _of(asked: Asked | None) -> str:
    if asked is None:
        return ""
    return f"{asked.median:.0f} / {_marked(asked.p95, asked.p95 < VIEW_TARGET)}, {asked.kib:.0f}"


def _loads(results: Sequence[Result]) -> Table:
    rows = [
        (
            f"{load.name} ({_name(one)})",
            _marked(load.kib, load.kib <= LOAD_TARGET),
            str(load.files),
            f"{load.painted:.0f}",
            _marked(load.interactive, load.interactive < INTERACTIVE_TARGET),
        )
        for one in results
        for load in one.loads
    ]
    columns = ("", f"KiB (≤ {LOAD_TARGET:.0f})", "files", "painted ms", f"usable ms (< {INTERACTIVE_TARGET:.0f})")
    return Table("A first visit", columns, rows)


def _mixed(results: Sequence[Result]) -> Table:
    rows = [
        (
            f"{_name(one)}{', beside a writer' if mixed.written else ''}",
            _marked(mixed.rate, mixed.rate >= RATE_TARGET),
            f"{mixed.median:.0f} / {mixed.p95:.0f}",
            _marked(mixed.failed, not mixed.failed),
            f"{mixed.requests:,}",
            f"{mixed.written:,.0f}",
        )
        for one in results
        for mixed in one.mixed
    ]
    columns = ("", f"requests/s (≥ {RATE_TARGET:.0f})", "median / p95 ms", "failed", "of", "claims written/s")
    return Table("Mixed reading", columns, rows)


def _marked(value: float, met: bool) -> str:
    return f"{value:,.0f}" if met else f"**{value:,.0f}**"
