"""Measure how often claims are right, for `data/confidence.yaml`: `python -m training.confidence` from the root.

The table is counted on the dev part of the corpus, since the decider has learned the training part by heart; the level
that the default output keeps is the one with the best core-F1 there. The test part is not touched. The same corpus and
reader give the same file.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from bench.accuracy.corpus import ROOT, gold_of
from bench.accuracy.matching import UNJUDGED_TYPES, match
from bench.accuracy.reading import Read
from bench.accuracy.split import Part
from bench.accuracy.tally import tally

from foedus.model.document import make_document
from foedus.reader.confidence import ALL, Confidence, Signature
from foedus.reader.read import READABLE, Reader

OUT = ROOT / "src" / "foedus" / "data" / "confidence.yaml"
LEVELS = [step / 100 for step in range(0, 61, 2)]
HEADER = """# How often claims of each kind were right on the dev part of the corpus: [right, claims].
# Written by `python -m training.confidence`; `default` is the level with the best core-F1 on the dev part.
"""
Cells = dict[str, dict[str, list[int]]]


class Signed(NamedTuple):
    """A read document with the signature of each claim."""

    read: Read
    signatures: Mapping[str, Signature]
    """By claim id."""


def reads(part: Part) -> list[Signed]:
    """All claims that the reader makes of a part's documents in the languages that it reads."""
    reader = Reader.load()
    found = []
    for gold in gold_of(part, sorted(READABLE)):
        document = make_document(gold.text, lang=gold.lang, published=gold.published)
        reading = reader.read(document, min_confidence=0.0)
        signatures = {claim.id: sign for claim, sign in zip(reading.claims, reading.signatures, strict=True)}
        found.append(Signed(Read(gold, tuple(reading.claims)), signatures))
    return found


def count(found: Iterable[Signed]) -> Cells:
    """Right claims and claims by type and signature; claims that match what is not judged are left out."""
    cells: Cells = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for read, signatures in found:
        judged = [claim for claim in read.claims if claim.type not in UNJUDGED_TYPES]
        pairs = match(read.gold.claims, judged)
        full = {pair.claim for pair in pairs if pair.full and read.gold.claims[pair.gold].core}
        beside = {pair.claim for pair in pairs if not read.gold.claims[pair.gold].core}
        for number, claim in enumerate(judged):
            if number in beside:
                continue
            cell = signatures[claim.id].cell
            for name in (claim.type, ALL):
                cells[name][cell][0] += number in full
                cells[name][cell][1] += 1
    return cells


def best_level(table: Confidence, found: Iterable[Signed]) -> float:
    """The level with the best core-F1 over all languages; the lowest of equals."""
    marked = [
        Read(one.read.gold, tuple(table.mark(claim, one.signatures[claim.id]) for claim in one.read.claims))
        for one in found
    ]

    def core_f1(level: float) -> float:
        return tally([read.scored(level) for read in marked])["all"].figures()["core_f1"]

    return max(LEVELS, key=lambda level: (round(core_f1(level), 4), -level))


def write(cells: Cells, default: float, out: Path) -> None:
    """The table as YAML, types in order, one line a cell."""
    lines = [HEADER, f"default: {default}\ncells:\n"]
    for name in sorted(cells, key=lambda name: (name != ALL, name)):
        lines.append(f"  {name}:\n")
        lines += [f"    {cell}: {pair}\n" for cell, pair in sorted(cells[name].items())]
    out.write_text("".join(lines), encoding="utf-8")


def main() -> int:
    """Count, choose the level, write."""
    found = reads("dev")
    cells = count(found)
    table = Confidence({name: {c: (p[0], p[1]) for c, p in row.items()} for name, row in cells.items()}, 0.0)
    level = best_level(table, found)
    write(cells, level, OUT)
    print(f"{sum(pair[1] for pair in cells[ALL].values())} claims counted, default level {level}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
