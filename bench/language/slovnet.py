"""Natasha's slovnet on the Russian test sets: `python -m bench.language.slovnet --treebanks FOLDER`; needs natasha."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from training.parser.corpora import load
from training.parser.slovnet import annotated
from training.parser.treebank import Tree

from bench.language.arguments import by_construction
from bench.language.parsing import las
from foedus.language.parse import Sentence, Token

LANG = "ru"


def parse(trees: Sequence[Tree]) -> list[Sentence]:
    """Slovnet's parses of the trees' own tokens."""
    return [
        Sentence(
            0,
            len(tree.words),
            tuple(Token(i, i, i + 1, w.form, w.lemma, w.upos, {}, w.head, w.dep) for i, w in enumerate(tree.words)),
        )
        for tree in annotated([word.form for word in tree.words] for tree in trees)
    ]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebanks", required=True, type=Path)
    args = parser.parse_args()
    for name, trees in load(args.treebanks, LANG).tests.items():
        started = time.process_time()
        parsed = parse(trees)
        pace = sum(map(len, parsed)) / (time.process_time() - started)
        core = by_construction(trees, parsed, LANG)["all"].f1()
        print(f"{name}: LAS {las(trees, parsed):.3f}, core arguments {core:.3f}, {pace:,.0f} words a second")


if __name__ == "__main__":
    main()
