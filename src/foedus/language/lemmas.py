"""Form and part of speech to lemma: a table of exceptions first, then rules by ending or, in Russian, a dictionary."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from importlib.resources.abc import Traversable

from foedus.language.knowledge import pipeline_folder
from foedus.language.russian_lemmas import russian_dictionary
from foedus.model.errors import DataError

FILE = "lemmas.tsv.gz"
LONGEST_ENDING = 7
CACHE = 1 << 16
"""How many forms are remembered by part of speech: texts repeat most of their words."""
Rule = tuple[int, str]  # how many letters to take off the end, what to put in their place
Dictionary = Callable[[str, str, Mapping[str, str]], str]  # form, part of speech and features to lemma
NO_FEATS: Mapping[str, str] = {}
_DESIGNATION = re.compile(r"(?=.*\d)(?=.*[^\W\d_a-zà-ÿа-яё])[\w/-]+|[IVXLC]+(?:e|er|ère|ème)")
_DESIGNATION_PLURAL = re.compile(r"([\w/-]*[^\W\d_]-?\d+[A-Z]?)s")  # F-16s

_WITH_DICTIONARY = frozenset({"ru"})
_CLASS = {"AUX": "VERB"}  # a verb's forms are the same whatever it does in the sentence
_MARKS = frozenset({"PUNCT", "SYM", "X"})
_NAMES = _MARKS | {"PROPN", "NUM"}


class Lemmatizer:
    """Lemmas of one language: what the table knows, else the dictionary where there is one, else a rule by ending.

    Without a dictionary a name, number or mark is its own lemma; other words are in lower case.
    """

    def __init__(
        self,
        exceptions: dict[str, dict[str, str]],
        endings: dict[str, dict[str, Rule]],
        dictionary: Dictionary | None = None,
    ) -> None:
        self._exceptions = exceptions
        self._endings = endings
        self._dictionary = dictionary
        self._found = lru_cache(CACHE)(self._known)

    def lemma(self, form: str, upos: str, infinitive: bool = False, feats: Mapping[str, str] = NO_FEATS) -> str:
        """The lemma of a form; an `infinitive` (by the tagger's word) of a language with such forms is its own.

        Only a dictionary looks at the features: they choose among the readings that it has of the form.
        """
        known = self._found(form, upos, infinitive)
        if known is not None or self._dictionary is None:
            return known or ""
        return self._dictionary(form, upos, feats)

    def _known(self, form: str, upos: str, infinitive: bool) -> str | None:
        """The lemma by table or rule; None where the dictionary knows."""
        known = self._exceptions.get(_CLASS.get(upos, upos), {})
        if upos in _NAMES and (form in known or self._dictionary is None):
            return known.get(form) or _singular(form)
        if upos in _MARKS:
            return form
        if _DESIGNATION.fullmatch(form):
            return _singular(form)
        lower = form.lower()
        if lower in known and upos != "PROPN":
            return known[lower]
        if self._dictionary:
            return None
        return lower if infinitive else apply(lower, self._endings.get(_CLASS.get(upos, upos), {}))


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
    exceptions, endings = read(file)
    return Lemmatizer(exceptions, endings, russian_dictionary().lemma if lang in _WITH_DICTIONARY else None)


def read(file: Traversable) -> tuple[dict[str, dict[str, str]], dict[str, dict[str, Rule]]]:
    """Exceptions and rules by part of speech.

    Lines are `=`, part of speech, form, lemma (exceptions) and `-`, part of speech, ending, cut, added (rules).
    """
    exceptions: dict[str, dict[str, str]] = {}
    endings: dict[str, dict[str, Rule]] = {}
    for line in gzip.decompress(file.read_bytes()).decode("utf-8").splitlines():
        kind, upos, key, *value = line.split("\t")
        if kind == "=":
            exceptions.setdefault(upos, {})[key] = value[0]
        elif kind == "-":
            endings.setdefault(upos, {})[key] = (int(value[0]), value[1])
    return exceptions, endings
