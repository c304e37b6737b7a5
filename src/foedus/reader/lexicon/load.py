"""The lexicon of one language: what is shipped, and what a user's own folder adds to it or overrides."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from foedus.reader.lexicon.faults import Faults
from foedus.reader.lexicon.lexicon import Lexicon
from foedus.reader.lexicon.own import over
from foedus.reader.lexicon.shipped import load_shipped, read_shipped


def load_lexicon(lang: str, own: Path | None = None) -> Lexicon:
    """The lexicon of a language, with a user's folder over it; DataError where either is missing or wrong."""
    return load_shipped(lang).lexicon if own is None else _with_own(lang, own)


@cache
def _with_own(lang: str, own: Path) -> Lexicon:
    return over(load_shipped(lang), own, Faults())


class Checked(NamedTuple):
    """What is right of a lexicon, and every fault that can be told, one line each."""

    lexicon: Lexicon
    faults: list[str]


def check_lexicon(lang: str, own: Path | None = None) -> Checked:
    """The same, read anew and to its end. DataError where the language has no lexicon or its words cannot be read."""
    faults = Faults(keep=True)
    shipped = read_shipped(lang, faults)
    return Checked(shipped.lexicon if own is None else over(shipped, own, faults), faults.kept)
