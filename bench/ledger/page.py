"""The page docs/ledger-speed.md, from all that is kept."""

from collections.abc import Sequence

from bench.accuracy.corpus import ROOT
from bench.accuracy.report import Table
from bench.ledger.measured import Answers, Result
from bench.ledger.questions import BUSY_TARGET, TARGETS

PAGE = ROOT / "docs" / "ledger-speed.md"
_WORDS = """# How fast the ledger writes and answers

Written by `python -m bench.ledger --claims N --store sqlite|postgresql --write-docs`, from what that command keeps in
`bench/ledger/measured`. The ledgers are made up: reports of eight claims in English, French and Russian over fifteen
years, four of ten claims of transfers, a fiftieth of the reports read again by a later reader. Names come from the
gazetteer, the k-th of a kind in proportion to 1/k, and so do invented words: some pairs of states and some words are
met very often.

Claims are written in batches through `Ledger.add`, with the hash chain and the words to search; making them up is not
counted. *Raw* is plain `sqlite3` putting the same rows, ready-made, into the same tables with the same indexes and
words: what is above it is the price of records, hashes and checks. A *scan* looks at every record once, as a question
without an index would have to. Compare the ratios; the seconds are those of one machine with two cores. PostgreSQL runs
on the same two cores, without waiting for the disk (`fsync=off`).

Every question is drawn anew each time. A pair of states is a page of 50 claims; a search is a page of 50 hits of one
or two words, and all facets. The network is every supplier, recipient and item with stages, numbers and years, as of a
day, from the columns beside the ledger; the first question makes these columns, later ones only add what is new.

What the tables do not show was not measured. Where a row is marked *busy*, other programs shared the two cores and the
disk: its times, and 95th percentiles above all, are worse than what the ledger can do.

Two goals are not reached. Writing was to take in 25,000 claims a second: that leaves 40 microseconds of one core a
claim, of which SQLite alone takes about 32 for the rows, their indexes and their words, and the rest is less than what
it takes to encode a record, hash it and see what is known already. Threads do not help, for every row's step takes and
gives back Python's lock. Reading documents takes far longer ([speed.md](speed.md)). Beside a writer, nineteen of
twenty searches with facets were to take less than 50 milliseconds.

At ten million claims the file is larger than the memory of the machine that measured it (29 and 24 GB): a question that
meets a part of the file for the first time waits for the disk. That is the likeliest reason for the five milliseconds
of a permalink and for 95th percentiles so far above the medians; it was not looked into.
"""


def write_page(results: Sequence[Result]) -> None:
    """All tables, in the order of the results."""
    PAGE.write_text("\n".join([_WORDS, *(f"{one.markdown()}\n" for one in tables(results))]), encoding="utf-8")


def tables(results: Sequence[Result]) -> list[Table]:
    """Writing, answers alone, answers beside a writer, the network."""
    return [_writing(results), _quiet(results), _busy(results), _network(results)]


def _name(one: Result, *, asked: bool = True) -> str:
    idle = one.asked_idle if asked and one.asked_idle is not None else one.idle
    return f"{one.store}, {one.claims:,}{'' if idle else ' (busy machine)'}"


def _writing(results: Sequence[Result]) -> Table:
    rows = []
    for one in results:
        told, raw = one.written, one.raw
        speed = told.claims / told.seconds
        rows.append(
            (
                _name(one, asked=False),
                f"{speed:,.0f}",
                f"{told.last_claims / told.last_seconds:,.0f}",
                f"{told.claims / told.processor_seconds:,.0f}",
                f"{raw.claims / raw.seconds:,.0f}",
                f"{speed * raw.seconds / raw.claims:.2f}",
                f"{told.bytes / 1e9:.2f}" if told.bytes else "",
                f"{told.peak_mib:.0f}",
            )
        )
    columns = ("", "claims/s", "last tenth", "a second of processor", "raw rows/s", "× raw", "GB", "peak MiB")
    return Table("Writing", columns, rows)


def _quiet(results: Sequence[Result]) -> Table:
    names = list(TARGETS)[:3]
    rows = []
    for one in results:
        cells = [f"{_of(one.quiet, name)}, {_share(one.quiet, name)}" for name in names]
        rows.append((_name(one), *cells, f"{one.quiet.scan / 1000:.1f}", f"{one.quiet.peak_mib:.0f}"))
    columns = ("", *(f"{name} (< {TARGETS[name]:.0f})" for name in names), "scan s", "peak MiB")
    return Table("Answers: median and 95th percentile in milliseconds, median as a share of a scan", columns, rows)


def _busy(results: Sequence[Result]) -> Table:
    names = list(TARGETS)[:3]
    rows = [
        (_name(one), *(_of(one.busy, name) for name in names), f"{one.busy_rate:,.0f}", f"{one.busy.peak_mib:.0f}")
        for one in results
    ]
    columns = ("", *names, "written claims/s", "peak MiB")
    title = f"The same while another process writes without a pause (95th percentile < {BUSY_TARGET:.0f})"
    return Table(title, columns, rows)


def _network(results: Sequence[Result]) -> Table:
    name = list(TARGETS)[-1]
    rows = [
        (
            _name(one),
            f"{one.network_first:.1f}",
            _of(one.network, name),
            f"{one.network.asked[0].median / one.quiet.scan:.3f}",
            f"{one.network.peak_mib:.0f}",
        )
        for one in results
    ]
    columns = ("", "first s", "then ms (< 1000)", "share of a scan", "peak MiB")
    return Table("The whole network as of a day: median and 95th percentile", columns, rows)


def _of(answers: Answers, name: str) -> str:
    found = next(one for one in answers.asked if one.name == name)
    return f"{found.median:.2f} / {found.p95:.2f}" if found.p95 < 10 else f"{found.median:.0f} / {found.p95:.0f}"


def _share(answers: Answers, name: str) -> str:
    found = next(one for one in answers.asked if one.name == name)
    return f"{found.median / answers.scan:.5f}"
