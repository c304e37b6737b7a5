"""Make a pack: `python -m training.parser.prepare --lang fr --treebanks FOLDER --out FILE`.

Groups: `gold0` … (the treebanks, each time varied anew), `early`, `own0` …, `hints` (who receives and who gives, from
texts with claims), `raw` (sentences of which only the words are known) and the development and test sets.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from foedus.language.fold import fold
from foedus.language.sentences import split
from foedus.language.tokens import token_spans
from training.parser.corpora import load
from training.parser.pack import Packer, save
from training.parser.raw import hinted, texts
from training.parser.slovnet import annotated
from training.parser.treebank import Tree
from training.parser.variants import join, vary

COPIES = 6
WORDS_IN_SENTENCE = range(3, 70)


def varied(trees: Iterable[Tree], lang: str, rng: random.Random) -> list[Tree]:
    """Each tree varied, one in twelve joined with its neighbour, as when a sentence end was missed."""
    found: list[Tree] = []
    for tree in trees:
        new = vary(tree, lang, rng)
        if found and rng.random() < 1 / 12 and len(found[-1].words) + len(new.words) < WORDS_IN_SENTENCE.stop:
            found[-1] = join([found[-1], new])
        else:
            found.append(new)
    return found


def sentences(lines: Iterable[str], lang: str) -> Iterator[list[str]]:
    """The words of each sentence of some paragraphs, folded as the parser sees them."""
    for line in lines:
        for start, end in split(line, 0, len(line), lang):
            spans = token_spans(line, start, end, lang)
            if len(spans) in WORDS_IN_SENTENCE:
                folded = fold(line)
                yield [folded[first:last] for first, last in spans]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", required=True, choices=["fr", "en", "ru"])
    parser.add_argument("--treebanks", required=True, type=Path)
    parser.add_argument("--raw", type=Path, action="append", default=[], help="folders of texts with claims")
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="plain texts, a paragraph a line")
    parser.add_argument("--most", type=int, default=200_000, help="raw sentences taken, spread over the files")
    parser.add_argument("--slovnet", action="store_true", help="let slovnet parse the raw sentences (Russian)")
    parser.add_argument("--hold-development", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", required=True, type=Path)
    args = parser.parse_args()
    rng = random.Random(args.seed)  # noqa: S311  (chance for variants, nothing secret)
    corpora = load(args.treebanks, args.lang, args.hold_development)
    packer = Packer()
    for copy in range(COPIES):
        packer.add(f"gold{copy}", varied(corpora.train, args.lang, rng))
        own = [replace(tree, words=tuple(replace(word, feats="?") for word in tree.words)) for tree in corpora.own]
        packer.add(f"own{copy}", varied(own, args.lang, rng))
    packer.add("early", corpora.early)
    for name, trees in corpora.development.items():
        packer.add(f"dev-{name}", trees)
    for name, trees in corpora.tests.items():
        packer.add(f"test-{name}", trees)
    documents = [document for document in texts(args.raw, args.lang) if document.part > 1]
    packer.add("hints", hinted(documents, args.lang))
    add = (lambda name, found: packer.add(name, annotated(found))) if args.slovnet else packer.raw
    add("field", (words for each in documents for words in sentences(each.text.split("\n"), args.lang)))
    share = args.most // max(1, len(args.texts))
    for path in args.texts:
        with path.open(encoding="utf-8") as lines:
            add("raw-" + path.stem, islice(sentences(lines, args.lang), share))
    pack = packer.pack()
    save(pack, args.out)
    for name, group in pack.groups.items():
        print(f"{args.lang} {name}: {len(group.lengths)} sentences, {len(group.words)} words")
    print(f"{len(pack.forms)} forms, {len(pack.upos)} UPOS, {len(pack.feats)} features, {len(pack.labels)} labels")


if __name__ == "__main__":
    main()
