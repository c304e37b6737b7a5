"""Morphology measured: `python -m bench.language.morphology` from the repository's root.

Verb phrases (tense, mood, aspect, voice, reflexive form, modality) of own-worded sentences through the language's
pipeline, and lemmas of the field's words and rare verbs without context. A phrase is right when every field is.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.language.outcome import code_of
from foedus.language.lemmas import lemmatizer
from foedus.language.parse import Sentence
from foedus.language.pipelines import languages, load
from foedus.language.verbs import VerbPhrase, verb_phrase
from foedus.model.errors import DataError

GOLD = Path(__file__).with_name("gold") / "morphology"
LANGS = ("fr", "en", "ru")
PARTS = ("dev", "test")
FIELDS = ("tense", "mood", "aspect", "voice", "reflexive", "modality")
_NONE = "-"


class Row(NamedTuple):
    """One measure on one part: how many were asked, and how many were right."""

    lang: str
    part: str
    measure: str
    asked: int
    right: int

    @property
    def accuracy(self) -> float:
        """Between 0 and 1."""
        return self.right / self.asked


class Verb(NamedTuple):
    """A verb form of a sentence with its tags, by field."""

    sentence: str
    form: str
    tags: tuple[str, ...]


class Miss(NamedTuple):
    """What was wanted of a verb or word, and what was found."""

    what: str
    wanted: str
    found: str


def rows() -> list[Row]:
    """Every figure: verb phrases by field and as a whole where the language has a pipeline, and lemmas.

    Raises DataError for gold that cannot be read.
    """
    found: list[Row] = []
    for lang in LANGS:
        for part in PARTS:
            if lang in languages():
                found += _verb_rows(lang, part)
            asked, misses = lemma_misses(lang, part)
            found.append(Row(lang, part, "lemma", asked, asked - len(misses)))
    return found


def verbs(lang: str, part: str) -> list[Verb]:
    """The gold verbs of a part."""
    return [Verb(row[0], row[1], tuple(row[2:])) for row in _cells(GOLD / f"{lang}-{part}.tsv", 2 + len(FIELDS))]


def found_tags(verb: Verb, lang: str) -> tuple[str, ...]:
    """What the pipeline and the rules say of a gold verb; all "-" where they see none."""
    (sentence,) = load(lang).parse(verb.sentence, [(0, len(verb.sentence))])
    phrase = verb_phrase(sentence, _token(sentence, verb.form), lang)
    return tags(phrase) if phrase else (_NONE,) * len(FIELDS)


def tags(phrase: VerbPhrase) -> tuple[str, ...]:
    """A phrase's values in the order and spelling of the gold."""
    reflexive = "reflexive" if phrase.reflexive else _NONE
    values = (phrase.tense, phrase.mood, phrase.aspect, phrase.voice, reflexive, phrase.modality)
    return tuple(value or _NONE for value in values)


def lemma_misses(lang: str, part: str) -> tuple[int, list[Miss]]:
    """How many lemmas a part asks for, and those that are wrong."""
    asked = list(_cells(GOLD / f"{lang}-lemmas-{part}.tsv", 3))
    found = ((form, upos, wanted, lemmatizer(lang).lemma(form, upos)) for form, upos, wanted in asked)
    return len(asked), [Miss(f"{form} {upos}", wanted, got) for form, upos, wanted, got in found if got != wanted]


def _verb_rows(lang: str, part: str) -> Iterator[Row]:
    gold = verbs(lang, part)
    found = [found_tags(verb, lang) for verb in gold]
    for k, field in enumerate(FIELDS):
        right = sum(verb.tags[k] == got[k] for verb, got in zip(gold, found, strict=True))
        yield Row(lang, part, field, len(gold), right)
    whole = sum(verb.tags == got for verb, got in zip(gold, found, strict=True))
    yield Row(lang, part, "phrase", len(gold), whole)


def _token(sentence: Sentence, form: str) -> int:
    """The token with the gold's form; the first where several have it."""
    found = next((token.i for token in sentence.tokens if token.text == form), None)
    if found is None:
        raise DataError(f"{form!r} is no token of {' '.join(token.text for token in sentence.tokens)!r}: mend the gold")
    return found


def _cells(file: Path, columns: int) -> Iterator[list[str]]:
    if not file.is_file():
        raise DataError(f"{file.name} is missing in {GOLD.name}: run from a checkout of the repository")
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != columns:
            raise DataError(f"{file.name}, line {number}: {len(cells)} cells, expected {columns}")
        yield cells


def _print(figures: Sequence[Row]) -> None:
    measures = (*FIELDS, "phrase", "lemma")
    print(f"{'':9}" + "".join(f"{measure:>11}" for measure in measures) + f"{'verbs':>7}{'lemmas':>7}")
    for lang, part in dict.fromkeys((row.lang, row.part) for row in figures):
        line = {row.measure: row for row in figures if (row.lang, row.part) == (lang, part)}
        cells = "".join(f"{line[m].accuracy:>11.3f}" if m in line else f"{'':>11}" for m in measures)
        asked = (line[m].asked if m in line else 0 for m in ("phrase", "lemma"))
        print(f"{lang} {part:6}{cells}" + "".join(f"{number:>7}" for number in asked))


def _print_misses(langs: Sequence[str], part: str) -> None:
    for lang in langs:
        for verb in verbs(lang, part) if lang in languages() else ():
            found = found_tags(verb, lang)
            if found != verb.tags:
                print(f"{lang}  {verb.form} in {verb.sentence}\n    {' '.join(verb.tags)}\n    {' '.join(found)}")
        for miss in lemma_misses(lang, part)[1]:
            print(f"{lang}  {miss.what}: {miss.wanted}, found {miss.found}")


def main(arguments: Sequence[str]) -> int:
    """Prints the table; 0, or the error's own code with one line about it."""
    parser = argparse.ArgumentParser(prog="python -m bench.language.morphology", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what is wrong in the dev part, and no figures")
    parser.add_argument("--lang", choices=LANGS, help="only this language's misses")
    options = parser.parse_args(arguments)

    def work() -> None:
        if options.misses:
            _print_misses([options.lang] if options.lang else LANGS, "dev")
        else:
            _print(rows())

    return code_of(work)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
