"""Form and part of speech to lemma: a table of what the rules get wrong, then the longest ending that has a rule."""

from __future__ import annotations

import gzip
import re
from functools import cache
from importlib.resources.abc import Traversable

from foedus.language.knowledge import pipeline_folder
from foedus.model.errors import DataError

FILE = "lemmas.tsv.gz"
LONGEST_ENDING = 7
Rule = tuple[int, str]  # how many letters to take off the end, what to put in their place
_DESIGNATION = re.compile(r"(?=.*\d)(?=.*[^\W\d_a-zà-ÿ])[\w/-]+|[IVXLC]+(?:e|er|ère|ème)")
_DESIGNATION_PLURAL = re.compile(r"([\w/-]*[^\W\d_]-?\d+[A-Z]?)s")  # F-16s

_CLASS = {"AUX": "VERB"}  # a verb's forms are the same whatever it does in the sentence
_NAMES = frozenset({"PROPN", "NUM", "PUNCT", "SYM", "X"})


class Lemmatizer:
    """Lemmas of one language. A name, number or mark is its own lemma; other words are in lower case."""

    def __init__(self, exceptions: dict[str, dict[str, str]], endings: dict[str, dict[str, Rule]]) -> None:
        self._exceptions = exceptions
        self._endings = endings

    def lemma(self, form: str, upos: str, infinitive: bool = False) -> str:
        """The lemma of a form; an `infinitive` (by the tagger's word) of a language with such forms is its own."""
        upos = _CLASS.get(upos, upos)
        known = self._exceptions.get(upos, {})
        if upos in _NAMES:
            return known.get(form) or _singular(form)
        if _DESIGNATION.fullmatch(form):
            return _singular(form)
        lower = form.lower()
        if lower in known:
            return known[lower]
        return lower if infinitive else apply(lower, self._endings.get(upos, {}))


def _singular(name: str) -> str:
    """A designation without its plural s; another name as it is."""
    plural = _DESIGNATION_PLURAL.fullmatch(name)
    return plural.group(1) if plural else name


def apply(form: str, endings: dict[str, Rule]) -> str:
    """The form changed by the rule of its longest ending that has one; "^" before an ending is the word's start."""
    marked = "^" + form
    for size in range(min(LONGEST_ENDING, len(marked)), -1, -1):
        rule = endings.get(marked[len(marked) - size :])
        if rule and rule[0] <= len(form):
            return form[: len(form) - rule[0]] + rule[1]
    return form


@cache
def lemmatizer(lang: str) -> Lemmatizer:
    """The lemmatizer shipped with the language's pipeline. Raises DataError where its table is missing."""
    file = pipeline_folder(lang) / FILE
    if not file.is_file():
        raise DataError(f"{file} is missing: build it with python -m training.parser.lemmas --lang {lang}")
    return read(file)


def read(file: Traversable) -> Lemmatizer:
    """Lines `=`, part of speech, form, lemma (exceptions) and `-`, part of speech, ending, cut, added (rules)."""
    exceptions: dict[str, dict[str, str]] = {}
    endings: dict[str, dict[str, Rule]] = {}
    for line in gzip.decompress(file.read_bytes()).decode("utf-8").splitlines():
        kind, upos, key, *value = line.split("\t")
        if kind == "=":
            exceptions.setdefault(upos, {})[key] = value[0]
        elif kind == "-":
            endings.setdefault(upos, {})[key] = (int(value[0]), value[1])
    return Lemmatizer(exceptions, endings)
