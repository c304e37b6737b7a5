"""Parsers measured: `python -m bench.language.parsing --treebanks FOLDER [--lang fr] [--pipeline CHOICE]`.

On each test set: part of speech, features and lemma (with the predicted part of speech), UAS and LAS of all words and
without punctuation, the F1 of the labels that frames rest on, and of core arguments; on our own sentences by
construction. Gold tokens are given, as usual; our tokens against the treebank's are apart.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from training.parser.corpora import load
from training.parser.treebank import Tree, Word
from training.parser.variants import without_stop

from bench.language.arguments import Counts, by_construction
from foedus.language import pipelines
from foedus.language.parse import Sentence, Token
from foedus.language.pipelines import Pipeline
from foedus.language.tokens import token_spans

FRAME_LABELS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "acl:relcl", "xcomp", "ccomp", "conj")
CARD_ROWS = {
    "upos": "part of speech",
    "feats": "features, all right",
    "lemma": "lemma",
    "lemma_verb": "lemma of verbs",
    "lemma_noun": "lemma of nouns",
    "uas": "UAS, all words",
    "las": "LAS, all words",
    "las_without_marks": "LAS without punctuation",
    "las_no_stop": "LAS, final stop taken away",
    "core": "core arguments (F1)",
    **{label: f"`{label}` (F1)" for label in FRAME_LABELS},
    "tokens_f": "tokens (F1)",
}
VERBAL = frozenset({"Mood", "Tense", "VerbForm", "Voice", "Aspect"})
"""Features that our own sentences have, on verbs only."""
Span = tuple[int, int]


class Row(NamedTuple):
    """One pipeline on one test set: scores by name (CARD_ROWS), core arguments by construction, words a second."""

    lang: str
    pipeline: str
    gold: str
    scores: dict[str, float]
    constructions: dict[str, Counts]
    words_per_second: float


def rows(treebanks: Path, langs: Sequence[str] = pipelines.LANGUAGES, choice: str = pipelines.SHIPPED) -> list[Row]:
    """The pipelines of the languages on every test set."""
    return [
        measure(pipelines.load(lang, choice), name, trees)
        for lang in langs
        for name, trees in load(treebanks, lang).tests.items()
    ]


def measure(pipeline: Pipeline, name: str, trees: Sequence[Tree]) -> Row:
    """Scores of a pipeline on some trees."""
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    started = time.process_time()
    parsed = parse(pipeline, trees)
    seconds = time.process_time() - started
    for tree, sentence in zip(trees, parsed, strict=True):
        kept = VERBAL if tree.construction else None
        for word, token in zip(tree.words, sentence.tokens, strict=True):
            _compare(word, token, right, seen)
            _compare_feats(word, token, kept, right, seen)
    scores = {name: right[name] / seen["words"] for name in ("upos", "uas", "las")}
    scores["las_without_marks"] = right["las_word"] / seen["no_mark"]
    for kind in ("feats", "lemma", "lemma_verb", "lemma_noun"):
        if seen[kind]:
            scores[kind] = right[kind] / seen[kind]
    for label in FRAME_LABELS:
        if seen["gold " + label]:
            scores[label] = 2 * right["label " + label] / (seen["gold " + label] + seen["found " + label])
    bare = [replace(tree, words=tuple(without_stop([*tree.words]))) for tree in trees]
    scores["las_no_stop"] = las(bare, parse(pipeline, bare))
    scores["tokens_f"] = tokens_f(trees, pipeline.lang)
    constructions = by_construction(trees, parsed, pipeline.lang)
    scores["core"] = constructions["all"].f1()
    return Row(pipeline.lang, pipeline.name, name, scores, constructions, seen["words"] / seconds)


def parse(pipeline: Pipeline, trees: Sequence[Tree]) -> list[Sentence]:
    """The trees' own tokens, parsed."""
    text, places = "", []
    parts = []
    for tree in trees:
        sentence, spans = written(tree)
        places.append([(start + len(text), end + len(text)) for start, end in spans])
        parts.append(sentence)
        text += sentence + "\n"
    return pipeline.parse_tokens(text, places)


def written(tree: Tree) -> tuple[str, list[Span]]:
    """The sentence as text, and where its words stand."""
    text, spans = "", []
    for word in tree.words:
        spans.append((len(text), len(text) + len(word.form)))
        text += word.form + (" " if word.space else "")
    return text, spans


def las(trees: Sequence[Tree], parsed: Sequence[Sentence]) -> float:
    """Labelled attachment score of all words."""
    pairs = [
        pair for tree, sent in zip(trees, parsed, strict=True) for pair in zip(tree.words, sent.tokens, strict=True)
    ]
    return sum(word.head == token.head and word.dep == token.dep for word, token in pairs) / len(pairs)


def _compare(word: Word, token: Token, right: Counter[str], seen: Counter[str]) -> None:
    seen["words"] += 1
    right["upos"] += word.upos == token.upos
    attached = word.head == token.head
    labelled = attached and word.dep == token.dep
    right["uas"] += attached
    right["las"] += labelled
    right["label " + word.dep] += labelled
    seen["gold " + word.dep] += 1
    seen["found " + token.dep] += 1
    if word.dep != "punct":
        seen["no_mark"] += 1
        right["las_word"] += labelled
    if word.upos not in {"PUNCT", "SYM", "X", "NUM"} and word.lemma not in {"", "_"}:
        for name in ("lemma", "lemma_" + word.upos.lower()):
            seen[name] += 1
            right[name] += word.lemma.lower() == token.lemma.lower()


def _compare_feats(
    word: Word, token: Token, kept: frozenset[str] | None, right: Counter[str], seen: Counter[str]
) -> None:
    """All features, or where only some are annotated, these on verbs."""
    if not word.upos or (kept and word.upos not in {"VERB", "AUX"}):
        return
    feats = {name: value for name, value in token.feats.items() if kept is None or name in kept}
    seen["feats"] += 1
    right["feats"] += word.feats == "|".join(f"{name}={value}" for name, value in sorted(feats.items()))


def tokens_f(trees: Sequence[Tree], lang: str) -> float:
    """F1 of our tokens against the treebank's."""
    both = gold = found = 0
    for tree in trees:
        text, spans = written(tree)
        ours = set(token_spans(text, 0, len(text), lang))
        both, gold, found = both + len(ours & set(spans)), gold + len(spans), found + len(ours)
    return 2 * both / (gold + found)


def table(found: Sequence[Row]) -> list[str]:
    """Markdown: a row for each figure, a column for each test set."""
    lines = ["| | " + " | ".join(row.gold for row in found) + " |", "| --- |" + " ---: |" * len(found)]
    for key, label in CARD_ROWS.items():
        cells = [f"{row.scores[key]:.3f}".lstrip("0") if key in row.scores else "" for row in found]
        lines.append(f"| {label} | " + " | ".join(cells) + " |")
    return lines


def constructions_table(found: Sequence[Row]) -> list[str]:
    """Markdown: F1 of core arguments on our own sentences, a row for each construction, a column for each pipeline."""
    own = [row for row in found if row.gold == "own"]
    names = sorted({name for row in own for name in row.constructions} - {"all"})
    lines = ["| | " + " | ".join(row.pipeline for row in own) + " |", "| --- |" + " ---: |" * len(own)]
    for name in [*names, "all"]:
        cells = [f"{row.constructions[name].f1():.3f}".lstrip("0") for row in own]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return lines


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Measure the parsing pipelines on the test sets of their language.")
    parser.add_argument("--treebanks", required=True, type=Path)
    parser.add_argument("--lang", choices=pipelines.LANGUAGES, action="append")
    parser.add_argument("--pipeline", metavar="CHOICE", default=pipelines.SHIPPED, help="shipped or spacy:NAME")
    args = parser.parse_args()
    for lang in args.lang or pipelines.LANGUAGES:
        found = rows(args.treebanks, [lang], args.pipeline)
        print(f"{found[0].pipeline}: {found[0].words_per_second:,.0f} words a second")
        print("\n".join([*table(found), "", *constructions_table(found)]), end="\n\n")


if __name__ == "__main__":
    main()
