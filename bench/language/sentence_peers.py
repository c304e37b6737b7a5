"""Sentence splitters to be measured side by side: each a function from a text to the offsets behind its sentences."""

from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec

from foedus.language.sentences import split

Splitter = Callable[[str], list[int]]
"""A paragraph to the offsets behind its sentences, in order; spaces around an end do not matter."""

OURS = "foedus"
PEERS = ("syntok", "pysbd", "blingfire")


def installed() -> list[str]:
    """Peers that can be measured here."""
    return [name for name in PEERS if find_spec(name)]


def splitter(name: str, lang: str) -> Splitter:
    """The splitter of that name for a language, made ready; raises KeyError for an unknown name."""
    return {OURS: _ours, "syntok": _syntok, "pysbd": _pysbd, "blingfire": _blingfire}[name](lang)


def _ours(lang: str) -> Splitter:
    return lambda text: [end for _, end in split(text, 0, len(text), lang)]


def _syntok(_lang: str) -> Splitter:
    segmenter = import_module("syntok.segmenter")

    def ends(text: str) -> list[int]:
        sentences = [sentence for paragraph in segmenter.analyze(text) for sentence in paragraph]
        return [sentence[-1].offset + len(sentence[-1].value) for sentence in sentences]

    return ends


def _pysbd(lang: str) -> Splitter:
    segmenter = import_module("pysbd").Segmenter(language=lang, clean=False)
    return lambda text: _found(text, segmenter.segment(text))


def _blingfire(_lang: str) -> Splitter:
    blingfire = import_module("blingfire")
    return lambda text: [end for _, end in blingfire.text_to_sentences_and_offsets(text)[1]]


def _found(text: str, sentences: Iterable[str]) -> list[int]:
    """Ends of sentences that were given as text: their characters counted off, spaces left out."""
    places = [at for at, character in enumerate(text) if not character.isspace()]
    ends = []
    seen = 0
    for sentence in sentences:
        seen = min(seen + sum(not character.isspace() for character in sentence), len(places))
        if seen:
            ends.append(places[seen - 1] + 1)
    return ends
