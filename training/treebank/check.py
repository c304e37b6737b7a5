"""Check annotated sentences: `python -m training.treebank.check [--show] FILE …`; a line for each fault."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LABELS = frozenset(
    "acl acl:relcl advcl advmod amod appos aux aux:pass case cc ccomp compound conj cop csubj csubj:pass dep det "
    "discourse dislocated expl fixed flat goeswith iobj list mark nmod nsubj nsubj:pass nummod obj obl obl:agent "
    "orphan parataxis punct reparandum root vocative xcomp".split()
)
UPOS = frozenset("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
CONSTRUCTIONS = frozenset(
    "recipient buy_sell nominal coordination apposition designation passive relative embedding headline caption "
    "attachment".split()
)
FEATS = frozenset({"Mood", "Tense", "VerbForm", "Voice", "Aspect"})
_LEAVES = frozenset({"case", "cc", "punct", "aux", "aux:pass", "cop", "mark"})
_MAY_HANG_ON_LEAF = frozenset({"fixed", "conj", "cc", "punct", "goeswith", "advmod", "flat", "obl", "nmod", "det"})
_ONCE = ("nsubj", "obj", "iobj", "cop")


@dataclass(frozen=True)
class Row:
    """One token line."""

    id: int
    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    dep: str
    glued: bool


@dataclass(frozen=True)
class Block:
    """One sentence: where its file has it, its comments and its rows."""

    line: int
    comments: dict[str, str]
    rows: tuple[Row, ...]


def blocks(text: str) -> Iterator[Block]:
    """The sentences of a file. Raises ValueError for a line that is no token line of ten columns."""
    comments: dict[str, str] = {}
    rows: list[Row] = []
    start = 1
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if line.startswith("#"):
            name, _, value = line[1:].partition("=")
            comments[name.strip()] = value.strip()
        elif line.strip():
            rows.append(_row(line, number))
        elif rows:
            yield Block(start, comments, tuple(rows))
            comments, rows = {}, []
        if not rows and not comments:
            start = number + 1


def _row(line: str, number: int) -> Row:
    cells = line.split("\t")
    if len(cells) != 10 or not cells[0].isdigit() or not cells[6].isdigit():
        raise ValueError(f"line {number}: expected ten columns between tabs with figures in ID and HEAD: {line!r}")
    return Row(
        int(cells[0]), cells[1], cells[2], cells[3], cells[5], int(cells[6]), cells[7], "SpaceAfter=No" in cells[9]
    )


def faults(block: Block) -> Iterator[str]:
    """What is wrong with one sentence."""
    rows = block.rows
    if block.comments.get("construction") not in CONSTRUCTIONS:
        yield f"construction {block.comments.get('construction')!r} is none of {', '.join(sorted(CONSTRUCTIONS))}"
    written = "".join(row.form + ("" if row.glued else " ") for row in rows).rstrip()
    if written != block.comments.get("text"):
        yield f"tokens give {written!r}, # text says otherwise"
    if sum(row.head == 0 for row in rows) != 1 or any((row.head == 0) != (row.dep == "root") for row in rows):
        yield "exactly one token must have head 0 and label root"
        return
    for i, row in enumerate(rows, start=1):
        if row.id != i:
            yield f"token {row.id} stands at place {i}"
            return
        if row.head > len(rows) or row.head == i:
            yield f"{i} {row.form}: head {row.head} is no other token"
            return
        yield from _row_faults(row)
    if any(not _reaches_root(rows, row) for row in rows):
        yield "the heads make a circle: " + " ".join(
            f"{r.id}:{r.form}→{r.head}" for r in rows if not _reaches_root(rows, r)
        )
        return
    yield from _tree_faults(rows)


def _row_faults(row: Row) -> Iterator[str]:
    if row.dep not in LABELS:
        yield f"{row.id} {row.form}: label {row.dep!r} is not one of ours"
    if row.upos not in UPOS:
        yield f"{row.id} {row.form}: part of speech {row.upos!r}"
    if row.lemma in {"", "_"} and row.form != "_":
        yield f"{row.id} {row.form}: no lemma"
    verbal = row.upos in {"VERB", "AUX"}
    if (row.feats != "_") and not verbal:
        yield f"{row.id} {row.form}: features are for VERB and AUX only"
    if verbal and "VerbForm=" not in row.feats:
        yield f"{row.id} {row.form}: a verb needs VerbForm"
    names = [pair.split("=")[0] for pair in row.feats.split("|")] if row.feats != "_" else []
    if set(names) - FEATS or names != sorted(names):
        yield f"{row.id} {row.form}: features {row.feats!r}: only {', '.join(sorted(FEATS))}, in this order"
    if (row.upos == "PUNCT") != (row.dep == "punct") and row.dep != "root":
        yield f"{row.id} {row.form}: PUNCT and punct go together"


def _reaches_root(rows: tuple[Row, ...], row: Row) -> bool:
    for _ in rows:
        if row.head == 0:
            return True
        row = rows[row.head - 1]
    return row.head == 0


def _tree_faults(rows: tuple[Row, ...]) -> Iterator[str]:
    arcs = [(min(r.id, r.head), max(r.id, r.head), r) for r in rows if r.head]
    for a, b, first in arcs:
        for c, d, second in arcs:
            if a < c < b < d:
                yield f"arcs cross: {first.id} {first.form}→{first.head} and {second.id} {second.form}→{second.head}"
    for row in rows:
        if row.head:
            above = rows[row.head - 1]
            if above.dep in _LEAVES and row.dep not in _MAY_HANG_ON_LEAF and above.dep != "mark":
                yield f"{row.id} {row.form} ({row.dep}) hangs on {above.form} ({above.dep}), which bears no such words"
            if row.dep in {"conj", "flat", "fixed", "appos"} and row.head > row.id:
                yield f"{row.id} {row.form}: {row.dep} must follow its head"
        counts = Counter(child.dep for child in rows if child.head == row.id)
        for label in _ONCE:
            if counts[label] > 1:
                yield f"{row.id} {row.form} has {counts[label]} {label}"
        if (
            counts["nsubj:pass"]
            and not counts["aux:pass"]
            and "Part" not in row.feats
            and "Voice=Pass" not in row.feats
            and not counts["expl"]
        ):
            yield f"{row.id} {row.form}: nsubj:pass without a passive"


def shown(block: Block) -> str:
    """The tree as lines, one for each arc."""
    lines = [f"# {block.comments.get('sent_id')} {block.comments.get('construction')}: {block.comments.get('text')}"]
    for row in block.rows:
        above = block.rows[row.head - 1].form if row.head else "ROOT"
        lines.append(f"  {row.id:3} {row.form:20} {row.upos:6} {row.dep:11} → {above}  [{row.lemma}] {row.feats}")
    return "\n".join(lines)


def main() -> int:
    """Command line; 1 where a file has a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true", help="print the trees")
    args = parser.parse_args()
    found = 0
    for file in args.files:
        counts: Counter[str] = Counter()
        words = 0
        try:
            for block in blocks(file.read_text(encoding="utf-8")):
                counts[block.comments.get("construction", "?")] += 1
                words += len(block.rows)
                if args.show:
                    print(shown(block))
                for fault in faults(block):
                    found += 1
                    print(f"{file}:{block.line}: {block.comments.get('sent_id')}: {fault}")
        except ValueError as error:
            found += 1
            print(f"{file}: {error}")
        print(
            f"{file}: {sum(counts.values())} sentences, {words} tokens, {dict(sorted(counts.items()))}", file=sys.stderr
        )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
