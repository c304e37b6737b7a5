"""Own-worded texts with their claims as further training trees: parsed by a first pipeline, put right by the claims.

Who gets and who gives is known from the claims; a parser of treebanks often hangs "à la Biélorussie" on the
weapon instead of the verb. Such phrases are moved to the claim's trigger, and only they are.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from foedus.language.fold import fold
from foedus.language.parse import Sentence
from foedus.language.sentences import split
from foedus.language.spacy_pipeline import SpacyPipeline
from training.parser.treebank import Tree, Word

CASES = {
    "fr": frozenset("à au aux avec contre auprès".split()),
    "en": frozenset("to from with against".split()),
}
_DESIGNATION = re.compile(r"(?=.*\d)[A-ZÀ-Ý][\w-]*")
_NOMINAL = frozenset({"nmod", "obl", "appos"})
_FURTHER = frozenset({"demonym", "unexpressed", "pronoun", "speaker", "addressee", "member"})
MOVED = "moved"  # document name of a tree that the claims put right
PARTS = 5  # of the documents: part 0 is the reader's test, part 1 tests the parser here, the others teach


@dataclass(frozen=True)
class Text:
    """One document: its words and the pairs of spans (trigger, filler) that its claims join."""

    text: str
    part: int
    pairs: tuple[tuple[tuple[int, int], tuple[int, int]], ...]


def texts(folders: Iterable[Path], lang: str) -> Iterator[Text]:
    """The documents of the language in *.json and *.jsonl files with `id`, `lang`, `text` and `claims`."""
    files = sorted(path for folder in folders for path in folder.rglob("*.json*"))
    for path in files:
        content = path.read_text(encoding="utf-8")
        lines = content.splitlines() if path.suffix == ".jsonl" else [content]
        for line in filter(None, lines):
            record = json.loads(line)
            if not isinstance(record, dict) or record.get("lang") != lang or "text" not in record:
                continue
            part = int(hashlib.sha256(str(record["id"]).encode()).hexdigest(), 16) % PARTS
            if part:
                pairs = [pair for claim in record.get("claims", []) for pair in _pairs(record["text"], claim)]
                yield Text(record["text"], part, tuple(pairs))


def _pairs(text: str, claim: dict[str, Any]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    trigger = _place(text, claim.get("trigger"))
    for filler in (filler for fillers in claim.get("roles", {}).values() for filler in fillers):
        place = _place(text, filler.get("t"))
        if trigger and place and filler.get("via") not in _FURTHER:
            yield trigger, place


def _place(text: str, words: object) -> tuple[int, int] | None:
    """Where the n-th occurrence of some words stands, from [words, n]."""
    if not (isinstance(words, list) and len(words) == 2):
        return None
    at = -1
    for _ in range(int(words[1])):
        at = text.find(words[0], at + 1)
        if at < 0:
            return None
    return at, at + len(words[0])


def sentences(document: Text, teacher: SpacyPipeline) -> Iterator[tuple[Sentence, list[tuple[int, int]]]]:
    """Each parsed sentence with the (trigger, filler) tokens of it that a preposition of CASES marks."""
    spans = []
    at = 0
    for paragraph in document.text.split("\n"):
        spans += split(document.text, at, at + len(paragraph), teacher.lang)
        at += len(paragraph) + 1
    for sentence in teacher.parse(document.text, spans):
        found = []
        for trigger, filler in document.pairs:
            if all(sentence.start <= a and b <= sentence.end for a, b in (trigger, filler)):
                t, f = sentence.head_of(*trigger), sentence.head_of(*filler)
                if t is not None and f is not None and t != f and _marked(sentence, f, teacher.lang):
                    found.append((t, f))
        yield sentence, found


def _marked(sentence: Sentence, i: int, lang: str) -> bool:
    return any(child.text.lower() in CASES[lang] for child in sentence.dependents(i, "case"))


def attached(sentence: Sentence, trigger: int, filler: int) -> bool:
    """Whether the filler hangs on the trigger, directly or as a further member of a list that does."""
    token = sentence.tokens[filler]
    while token.dep == "conj" and token.head != token.i:
        token = sentence.tokens[token.head]
    return token.head == trigger


def corrected(sentence: Sentence, pairs: Iterable[tuple[int, int]]) -> Tree | None:
    """The sentence as a training tree with its marked fillers moved to their triggers; None for a crossing tree."""
    heads = [token.head for token in sentence.tokens]
    deps = [token.dep for token in sentence.tokens]
    for trigger, filler in pairs:
        verbal = sentence.tokens[trigger].upos in {"VERB", "AUX"}
        between = sentence.tokens[heads[filler]]
        if attached(sentence, trigger, filler) or deps[filler] not in _NOMINAL or filler < trigger:
            continue
        if heads[filler] == filler or trigger not in (between.head, sentence.tokens[between.head].head):
            continue
        before = heads[filler], deps[filler]
        heads[filler], deps[filler] = trigger, "obl" if verbal else "nmod"
        if not _projective(heads):
            heads[filler], deps[filler] = before
    if not _projective(heads):
        return None
    tokens = sentence.tokens
    words = []
    for i, token in enumerate(tokens):
        named = bool(_DESIGNATION.fullmatch(token.text))
        feats = "" if named else "|".join(f"{name}={value}" for name, value in sorted(token.feats.items()))
        upos = "PROPN" if named else token.upos
        space = i + 1 < len(tokens) and token.end < tokens[i + 1].start
        words.append(Word(fold(token.text), token.lemma, upos, feats, heads[i], deps[i], space))
    return Tree(tuple(words))


def _projective(heads: list[int]) -> bool:
    arcs = [(min(i, head), max(i, head)) for i, head in enumerate(heads) if i != head]
    return not any(a < c < b < d for a, b in arcs for c, d in arcs)


def trees(folders: Iterable[Path], teacher: SpacyPipeline) -> list[Tree]:
    """Training trees from the teaching parts of the texts; sentences of under three words are left out."""
    found = []
    for document in texts(folders, teacher.lang):
        if document.part > 1:
            for sentence, pairs in sentences(document, teacher):
                tree = corrected(sentence, pairs) if len(sentence) > 2 else None
                if tree:
                    moved = any(
                        word.head != token.head for word, token in zip(tree.words, sentence.tokens, strict=True)
                    )
                    found.append(replace(tree, doc=MOVED if moved else "raw"))
    return found


def attachment(folders: Iterable[Path], pipeline: SpacyPipeline) -> tuple[int, int]:
    """Of the marked fillers in the testing part, how many hang on their trigger: (right, all)."""
    right = total = 0
    for document in texts(folders, pipeline.lang):
        if document.part == 1:
            for sentence, pairs in sentences(document, pipeline):
                total += len(pairs)
                right += sum(attached(sentence, trigger, filler) for trigger, filler in pairs)
    return right, total
