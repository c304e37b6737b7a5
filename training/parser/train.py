"""Train one language's parsing pipeline (`python -m training.parser.train --help`)."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import fix_random_seed, set_current_ops

from foedus.language.lemmas import lemmatizer
from foedus.language.matrices import FastOps
from foedus.language.spacy_pipeline import SpacyPipeline
from training.parser.corpora import load
from training.parser.raw import MOVED
from training.parser.raw import trees as raw_trees
from training.parser.treebank import Tree
from training.parser.variants import join, vary

VERSION = "0.3.0"
WIDTH = 96
WORDS_PER_BATCH = 1500
LEARN_RATE = 0.0018
MOVED_TIMES = 3  # how often a tree that the claims put right is shown in each epoch
RAW_SHARE = 0.5  # of the automatically parsed trees, drawn anew for each epoch
EARLY_SHARE = 0.4  # of the training, in which the trees of other periods take part


def blank(width: int = WIDTH) -> Language:
    """An untrained pipeline. Language "xx": tokens are given, so no language's tokenizer has to be loaded."""
    nlp = spacy.blank("xx")
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": width,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": [6000, 1000, 3000, 1500],
        "include_static_vectors": False,
    }
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": width,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    }
    nlp.add_pipe("tok2vec", config={"model": {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": width, "upstream": "*"}
    tagger = {"@architectures": "spacy.Tagger.v2", "nO": None, "normalize": False, "tok2vec": listener}
    nlp.add_pipe("morphologizer", config={"model": tagger})
    parser = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": True,
        "hidden_width": 128,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": listener,
    }
    nlp.add_pipe("parser", config={"model": parser, "min_action_freq": 10})
    return nlp


def example(nlp: Language, tree: Tree) -> Example:
    """A spaCy example; tags are left missing where the tree's are not to be learnt."""
    words = [word.form for word in tree.words]
    spaces = [word.space for word in tree.words]
    gold = Doc(
        nlp.vocab,
        words=words,
        spaces=spaces,
        heads=[word.head for word in tree.words],
        deps=["ROOT" if word.dep == "root" else word.dep for word in tree.words],
        pos=[word.upos for word in tree.words] if tree.tagged else None,
        morphs=[word.feats for word in tree.words] if tree.tagged else None,
    )
    return Example(Doc(nlp.vocab, words=words, spaces=spaces), gold)


def batches(nlp: Language, trees: Sequence[Tree], lang: str, rng: random.Random) -> Iterator[list[Example]]:
    """One epoch: sentences in random order, each varied, one in twelve joined with its neighbour."""
    groups: list[Tree] = []
    i = 0
    while i < len(trees):
        size = 2 if rng.random() < 1 / 12 else 1
        varied = [vary(tree, lang, rng) for tree in trees[i : i + size]]
        groups.append(join(varied) if len(varied) > 1 else varied[0])
        i += size
    rng.shuffle(groups)
    batch: list[Example] = []
    words = 0
    for tree in groups:
        batch.append(example(nlp, tree))
        words += len(tree.words)
        if words >= WORDS_PER_BATCH:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def train(nlp: Language, args: argparse.Namespace) -> None:
    """Update until the epochs or the minutes are over; the weights kept are the running averages."""
    corpora = load(args.treebanks, args.lang)
    print(args.lang, "trees", len(corpora.train), "early", len(corpora.early), flush=True)
    print({name: len(trees) for name, trees in corpora.tests.items()}, flush=True)
    raw = raw_trees(args.raw, teacher(args.teacher, args.lang)) if args.raw else []
    plain, moved = [tree for tree in raw if tree.doc != MOVED], [tree for tree in raw if tree.doc == MOVED]
    print("raw", len(plain), "put right", len(moved), flush=True)
    rng = random.Random(args.seed)  # noqa: S311  (chance for variants, nothing secret)
    fix_random_seed(args.seed)
    seen = [example(nlp, tree) for tree in corpora.train]
    nlp.initialize(lambda: seen)
    optimizer = nlp.create_optimizer()  # type: ignore[no-untyped-call]
    started = time.monotonic()
    progress, epoch, drop = 0.0, 0, args.dropout
    while progress < 1:
        trees = corpora.train + (corpora.early if progress < EARLY_SHARE else [])
        trees = trees + rng.sample(plain, int(len(plain) * RAW_SHARE)) + moved * MOVED_TIMES
        losses: dict[str, float] = {}
        parts = list(batches(nlp, trees, args.lang, rng))
        for n, batch in enumerate(parts):
            if args.epochs:
                progress = (epoch + n / len(parts)) / args.epochs
            else:
                progress = (time.monotonic() - started) / (args.minutes * 60)
            if progress >= 1:
                break
            optimizer.learn_rate = LEARN_RATE * max(0.02, min(1 - progress, progress * 40 + 0.1))
            nlp.update(batch, sgd=optimizer, drop=drop, losses=losses)
        epoch += 1
        progress = max(progress, epoch / args.epochs if args.epochs else 0.0)
        minutes = (time.monotonic() - started) / 60
        print(f"epoch {epoch} {minutes:.1f} min", {k: round(v) for k, v in losses.items()}, flush=True)
        if epoch % 8 == 0 or progress >= 1:
            with nlp.use_params(optimizer.averages):
                report(nlp, corpora.tests)
    with nlp.use_params(optimizer.averages):
        save(nlp, args.out, args.lang)


def teacher(folder: Path | None, lang: str) -> SpacyPipeline:
    """The pipeline that parses the raw texts: that of the folder, else the one shipped."""
    if folder is None:
        return SpacyPipeline.shipped(lang)
    return SpacyPipeline(spacy.load(folder), lang, lemmatizer(lang))


def report(nlp: Language, tests: dict[str, list[Tree]]) -> None:
    """Print tagging and attachment scores of each test set."""
    for name, trees in tests.items():
        scores = nlp.evaluate([example(nlp, tree) for tree in trees], batch_size=64)
        print(name, {k: round(scores[k], 4) for k in ("pos_acc", "morph_acc", "dep_uas", "dep_las")}, flush=True)


def save(nlp: Language, out: Path, lang: str) -> None:
    """Write the pipeline without the training words: strings that the components need come back with them."""
    lean = blank()
    lean.from_bytes(nlp.to_bytes(exclude=["vocab"]), exclude=["vocab"])
    lean.meta.update(name=f"foedus-{lang}", version=VERSION, description="Tags and Universal Dependencies of news text")
    out.mkdir(parents=True, exist_ok=True)
    lean.to_disk(out)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", required=True, choices=["fr", "en"])
    parser.add_argument("--treebanks", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument(
        "--raw", type=Path, action="append", default=[], help="texts with claims, parsed by the teacher"
    )
    parser.add_argument("--teacher", type=Path, help="pipeline folder of an earlier run; default: the one shipped")
    parser.add_argument("--epochs", type=int, default=0)
    parser.add_argument("--minutes", type=float, default=12.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dropout", type=float, default=0.2)
    args = parser.parse_args()
    set_current_ops(FastOps())
    train(blank(), args)


if __name__ == "__main__":
    main()
