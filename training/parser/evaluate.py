"""Measure a pipeline: `python -m training.parser.evaluate --lang fr --treebanks FOLDER [--raw FOLDER]`.

On each test set: part of speech, features and lemma (with the predicted part of speech), UAS and LAS of all words
and without punctuation, the F1 of the labels that frames rest on, of our tokens against the treebank's and of
sentence ends, and words a second of processor time.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import spacy

from foedus.language.lemmas import lemmatizer
from foedus.language.parse import Token
from foedus.language.sentences import split
from foedus.language.spacy_pipeline import SpacyPipeline
from foedus.language.tokens import token_spans
from training.parser.corpora import load
from training.parser.raw import attachment
from training.parser.treebank import Tree, Word
from training.parser.variants import without_stop

FRAME_LABELS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "acl:relcl", "xcomp", "ccomp", "conj")
CARD_ROWS = {
    "upos": "part of speech",
    "feats": "features, all right",
    "lemma": "lemma",
    "lemma_verb": "lemma of verbs",
    "lemma_noun": "lemma of nouns",
    "uas": "UAS, all words",
    "las": "LAS, all words",
    "uas_without_marks": "UAS without punctuation",
    "las_without_marks": "LAS without punctuation",
    "las_no_stop": "LAS, final stop taken away",
    **{label: f"`{label}` (F1)" for label in FRAME_LABELS},
    "tokens_f": "tokens (F1)",
    "sentences_f": "sentence ends (F1, five sentences joined)",
}
Span = tuple[int, int]


def written(tree: Tree) -> tuple[str, list[Span]]:
    """The sentence as text, and where its words stand."""
    text, spans = "", []
    for word in tree.words:
        spans.append((len(text), len(text) + len(word.form)))
        text += word.form + (" " if word.space else "")
    return text, spans


def measure(pipeline: SpacyPipeline, trees: Sequence[Tree]) -> dict[str, float]:
    """Shares of right answers. The parser is given the treebank's tokens, as usual; `tokens_f` is apart."""
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    text, places = _joined([written(tree) for tree in trees])
    started = time.process_time()
    parsed = pipeline.parse_tokens(text, places)
    seconds = time.process_time() - started
    for tree, sentence in zip(trees, parsed, strict=True):
        for word, token in zip(tree.words, sentence.tokens, strict=True):
            _compare(word, token, right, seen)
    words = seen["words"]
    scores = {name: right[name] / words for name in ("upos", "feats", "uas", "las")}
    scores["uas_without_marks"] = right["uas_word"] / seen["no_mark"]
    scores["las_without_marks"] = right["las_word"] / seen["no_mark"]
    scores["lemma"] = right["lemma"] / seen["lemma"]
    scores["lemma_verb"] = right["lemma_verb"] / seen["lemma_verb"]
    scores["lemma_noun"] = right["lemma_noun"] / seen["lemma_noun"]
    for label in FRAME_LABELS:
        if seen["gold " + label]:
            scores[label] = 2 * right["label " + label] / (seen["gold " + label] + seen["found " + label])
    scores["las_no_stop"] = las([replace(tree, words=tuple(without_stop([*tree.words]))) for tree in trees], pipeline)
    scores["tokens_f"] = tokens_f(trees, pipeline.lang)
    scores["sentences_f"] = sentences_f(trees, pipeline.lang)
    scores["words_per_second"] = words / seconds
    return scores


def las(trees: Sequence[Tree], pipeline: SpacyPipeline) -> float:
    """Labelled attachment score of all words."""
    parsed = pipeline.parse_tokens(*_joined([written(tree) for tree in trees]))
    pairs = [
        pair for tree, sent in zip(trees, parsed, strict=True) for pair in zip(tree.words, sent.tokens, strict=True)
    ]
    return sum(word.head == token.head and word.dep == token.dep for word, token in pairs) / len(pairs)


def _joined(texts: Sequence[tuple[str, list[Span]]]) -> tuple[str, list[list[Span]]]:
    text, places = "", []
    for sentence, spans in texts:
        places.append([(start + len(text), end + len(text)) for start, end in spans])
        text += sentence + "\n"
    return text, places


def _compare(word: Word, token: Token, right: Counter[str], seen: Counter[str]) -> None:
    seen["words"] += 1
    right["upos"] += word.upos == token.upos
    right["feats"] += word.feats == "|".join(f"{name}={value}" for name, value in sorted(token.feats.items()))
    attached = word.head == token.head
    labelled = attached and word.dep == token.dep
    right["uas"] += attached
    right["las"] += labelled
    right["label " + word.dep] += labelled
    seen["gold " + word.dep] += 1
    seen["found " + token.dep] += 1
    if word.dep != "punct":
        seen["no_mark"] += 1
        right["uas_word"] += attached
        right["las_word"] += labelled
    if word.upos not in {"PUNCT", "SYM", "X", "NUM"}:
        for name in ("lemma", "lemma_" + word.upos.lower()):
            seen[name] += 1
            right[name] += word.lemma.lower() == token.lemma.lower()


def tokens_f(trees: Sequence[Tree], lang: str) -> float:
    """F1 of our tokens against the treebank's."""
    both = gold = found = 0
    for tree in trees:
        text, spans = written(tree)
        ours = set(token_spans(text, 0, len(text), lang))
        both, gold, found = both + len(ours & set(spans)), gold + len(spans), found + len(ours)
    return 2 * both / (gold + found)


def sentences_f(trees: Sequence[Tree], lang: str, size: int = 5) -> float:
    """F1 of sentence ends in paragraphs of `size` joined sentences that end in a stop."""
    whole = [written(tree)[0].strip() for tree in trees]
    whole = [text for text in whole if text and text.rstrip("\"')] ")[-1:] in ".!?…"]
    both = gold = found = 0
    for i in range(0, len(whole), size):
        text, ends = "", set()
        for sentence in whole[i : i + size]:
            text += sentence
            ends.add(len(text))
            text += " "
        ours = {end for _, end in split(text, 0, len(text), lang)}
        both, gold, found = both + len(ours & ends), gold + len(ends), found + len(ours)
    return 2 * both / (gold + found)


def card(scores: dict[str, dict[str, float]]) -> list[str]:
    """The lines of a model card's table: a row for each figure, a column for each test set."""
    lines = ["| | " + " | ".join(scores) + " |", "| --- |" + " ---: |" * len(scores)]
    for key, label in CARD_ROWS.items():
        cells = [f"{each[key]:.3f}".lstrip("0") if key in each else "" for each in scores.values()]
        lines.append(f"| {label} | " + " | ".join(cells) + " |")
    return lines


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Measure a parsing pipeline on the test sets of its language.")
    parser.add_argument("--lang", required=True, choices=["fr", "en"])
    parser.add_argument("--treebanks", required=True, type=Path)
    parser.add_argument("--raw", type=Path, action="append", default=[], help="texts with claims: their testing part")
    parser.add_argument("--pipeline", type=Path, help="a pipeline folder; default: the one shipped")
    parser.add_argument("--markdown", action="store_true", help="print the table of a model card instead")
    args = parser.parse_args()
    pipeline = SpacyPipeline.shipped(args.lang)
    if args.pipeline:
        pipeline = SpacyPipeline(spacy.load(args.pipeline), args.lang, lemmatizer(args.lang))
    tests = load(args.treebanks, args.lang).tests
    if args.markdown:
        print("\n".join(card({name: measure(pipeline, trees) for name, trees in tests.items()})))
    for name, trees in [] if args.markdown else tests.items():
        scores = measure(pipeline, trees)
        print(f"{args.lang} {name}: {len(trees)} sentences")
        for key, value in scores.items():
            print(f"  {key:18}{value:10.0f}" if key == "words_per_second" else f"  {key:18}{value:10.4f}")
    if args.raw:
        right, total = attachment(args.raw, pipeline)
        print(f"{args.lang} fillers with a preposition that hang on their trigger: {right} of {total}")


if __name__ == "__main__":
    main()
