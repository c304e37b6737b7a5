"""The page docs/lineage-speed.md, from all that is kept."""

from collections.abc import Iterator, Sequence

from bench.accuracy.corpus import ROOT
from bench.accuracy.report import Table
from bench.speed.lineage_measured import Found, Result
from bench.speed.lineage_texts import KINDS

PAGE = ROOT / "docs" / "lineage-speed.md"
YARDSTICK = "datasketch"
_WORDS = """# How fast copies are found

Written by `python -m bench.speed.lineage --pages N --write-docs`, from what that command keeps in
`bench/speed/lineage_measured`. The pages are made up: invented words in three alphabets' vocabularies, frequent as 1/k,
with stock phrases, quoted statements, menus and notices. Two fifths come from an earlier original, and old originals
have more of them: *copy* has up to four words in a hundred changed, a sentence more or less and another headline;
*marked* is exact, but for case, quotation marks and diacritics; *spun* has one word in twelve replaced; *cut* ends
behind a quarter or more of the text; *wrapped* is a passage of at least sixty words inside another report.

The engines see the same pages in the same run, each in a process of its own on one core. Seconds are the processor's;
making up the pages is not counted. *Candidates* is the work that all do: from texts to the earlier pages that are
perhaps of one text. Foedus starts from the stored text and folds it, the others are given words that are folded
already. *With proof* is what Foedus does to the end: words compared one by one, notices and forms left out, passages
with both places; of more than 10,000 pages it is done for every so many, and the time taken times that. **×** is the
yardstick's time for candidates divided by the time of the row. The yardstick is datasketch's MinHashLSH with 128
permutations at the threshold (in brackets) at which it finds nearly as many copies as Foedus; the second **×** holds
all that Foedus does against its candidates alone, which it leaves unproven.

*Recall* is the share of the planted pages of a kind that lead to a page of their own original, *precision* the share of
the pages led to that are of it: of candidates for the others, of edges for Foedus. Memory is the peak of the process;
of Foedus that holds all keys, not the texts. Where a row is marked *busy*, other programs shared the two cores.

Foedus keeps for each page about 105 keys of 63 bits per thousand words: one run of five words in twelve, chosen by its
hash, and one more where twenty in a row have none. So twenty-four words in a row outside quotation marks are found
wherever they stand. MinHash with bands needs a fixed number a page and finds parts of a text only at a threshold at
which much else is met too. What is not shown was not measured.
"""


def write_page(results: Sequence[Result]) -> None:
    """All tables, in the order of the results."""
    PAGE.write_text("\n".join([_WORDS, *(f"{one.markdown()}\n" for one in tables(results))]), encoding="utf-8")


def tables(results: Sequence[Result]) -> list[Table]:
    """Speed and memory, then what is found."""
    return [_speed(results), _recall(results)]


def _speed(results: Sequence[Result]) -> Table:
    rows = []
    for result, one in _each(results):
        yard = _yardstick(result)
        whole = one.candidates + one.proof
        rows.append(
            (
                _name(result, one),
                f"{result.pages / one.keys:,.0f}",
                f"{result.pages / one.candidates:,.0f}",
                f"{yard.candidates / one.candidates:.1f}" if yard else "",
                f"{result.pages / whole:,.0f}" if one.proof else "",
                f"{yard.candidates / whole:.1f}" if yard and one.proof else "",
                f"{one.peak_mib:,.0f}",
                f"{1000 * result.keys / result.words:.0f}" if one.name == "foedus" else "",
            )
        )
    columns = (
        "",
        "keys: pages/s",
        "candidates: pages/s",
        "×",
        "with proof: pages/s",
        "×",
        "peak MiB",
        "keys/1,000 words",
    )
    return Table("Speed and memory", columns, rows)


def _recall(results: Sequence[Result]) -> Table:
    kinds = KINDS[1:]
    rows = [
        (_name(result, one), *(f"{one.recall.get(kind, 0):.3f}" for kind in kinds), f"{one.precision:.4f}")
        for result, one in _each(results)
    ]
    return Table("Recall by kind, and precision", ("", *kinds, "precision"), rows)


def _each(results: Sequence[Result]) -> Iterator[tuple[Result, Found]]:
    for result in results:
        for one in result.found:
            yield result, one


def _yardstick(result: Result) -> Found | None:
    """Of datasketch's rows the one that finds most copies."""
    some = [one for one in result.found if one.name.startswith(YARDSTICK)]
    return max(some, key=lambda one: one.recall.get("copy", 0), default=None)


def _name(result: Result, one: Found) -> str:
    return f"{one.name}, {result.pages:,}{'' if result.idle else ' (busy machine)'}"
