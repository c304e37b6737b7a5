"""Count in how many reports each fact stands, for `data/lineage/common.tsv`: `python -m training.lineage.common`.

Over the own-worded training documents in three languages (training/corpus), which are about arms and alliances: what
is common there tells little. The same corpus gives the same file.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from foedus.lineage.crossing.facts import Facts
from foedus.lineage.crossing.weights import Key
from foedus.lineage.crossing.words import LANGS

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "training" / "corpus"
OUT = ROOT / "src" / "foedus" / "data" / "lineage" / "common.tsv"
LEAST = 4
"""Documents that must have a fact for a line of its own."""
HEADER = """# In how many training reports a fact stands, by kind and key; made by `python -m training.lineage.common`.
# What is in fewer than four is left out.
"""


def counted(facts: Iterable[Facts]) -> tuple[int, dict[Key, int]]:
    """How many pages there are, and in how many each fact stands."""
    pages, counts = 0, Counter[Key]()
    for page in facts:
        pages += 1
        counts.update(page.first.keys())
    return pages, {key: count for key, count in counts.items() if count >= LEAST}


def table(facts: Iterable[Facts]) -> str:
    """The file's text."""
    pages, counts = counted(facts)
    lines = sorted(f"{kind}\t{key}\t{count}\n" for (kind, key), count in counts.items())
    return f"{HEADER}documents\t{pages}\n{''.join(lines)}"


def _facts() -> Iterator[Facts]:
    for path in sorted(path for lang in LANGS for path in (CORPUS / lang).glob("*.json")):
        written = json.loads(path.read_text(encoding="utf-8"))
        yield Facts(written["text"], path.parent.name, written.get("published"))


def main(argv: Sequence[str] | None = None) -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(prog="python -m training.lineage.common", description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT, help="where to write it (default: the shipped file)")
    args = parser.parse_args(argv)
    args.out.write_text(table(_facts()), encoding="utf-8")
    print(f"{args.out.name}: written", file=sys.stderr)


if __name__ == "__main__":
    main()
