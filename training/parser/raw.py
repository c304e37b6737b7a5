"""Own-worded texts with their claims as hints for training: on what a phrase hangs that says who gives or gets.

Who gets and who gives is known from the claims; a parser of treebanks often hangs "à la Biélorussie" on the
weapon instead of the verb. Only such arcs are taught, the rest of the sentence is left open.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from foedus.language.fold import fold
from foedus.language.parse import Sentence
from foedus.language.pipelines import Pipeline, languages, load
from foedus.language.sentences import split
from training.parser.treebank import Tree, Word

CASES = {
    "fr": frozenset("à au aux avec contre auprès".split()),
    "en": frozenset("to from with against".split()),
    "ru": frozenset("у от с со против для".split()),
}
_NOMINAL = frozenset({"nmod", "obl", "appos"})
_FURTHER = frozenset({"demonym", "unexpressed", "pronoun", "speaker", "addressee", "member"})
PARTS = 5  # of the documents: part 0 is the reader's test, part 1 its dev part, the others teach


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


def sentences(document: Text, teacher: Pipeline) -> Iterator[tuple[Sentence, list[tuple[int, int]]]]:
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


def hinted(documents: Iterable[Text], lang: str) -> list[Tree]:
    """Teaching sentences of which only some arcs are known: marked fillers that belong to their claim's trigger.

    A word whose head is not known has an empty label. The shipped pipeline finds the heads of the spans; whether the
    filler belongs to the trigger, the claim says.
    """
    if lang not in CASES or lang not in languages():
        return []
    teacher = load(lang)
    found = []
    for document in documents:
        for sentence, pairs in sentences(document, teacher) if document.part > 1 and document.pairs else ():
            arcs = {filler: trigger for trigger, filler in pairs if belongs(sentence, trigger, filler)}
            if arcs:
                found.append(hint(sentence, arcs))
    return found


def belongs(sentence: Sentence, trigger: int, filler: int) -> bool:
    """Whether a marked filler after its trigger hangs on it, or on a word that does and so may be put right."""
    token = sentence.tokens[filler]
    if filler < trigger or token.dep not in _NOMINAL or token.head == filler:
        return False
    above = sentence.tokens[token.head]
    return trigger in (token.head, above.head, sentence.tokens[above.head].head)


def hint(sentence: Sentence, arcs: dict[int, int]) -> Tree:
    words = []
    for i, token in enumerate(sentence.tokens):
        head = arcs.get(i, i)
        verbal = sentence.tokens[head].upos in {"VERB", "AUX"}
        label = ("obl" if verbal else "nmod") if i in arcs else ""
        space = i + 1 < len(sentence.tokens) and token.end < sentence.tokens[i + 1].start
        words.append(Word(fold(token.text), token.lemma, "", "", head, label, space))
    return Tree(tuple(words))
