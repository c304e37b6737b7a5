"""Which two letters are a language: the codes of ISO 639-1."""

from functools import cache
from importlib.resources import files


def is_language(code: str) -> bool:
    """Whether a code is one of ISO 639-1, in lower case."""
    return code in _codes()


@cache
def _codes() -> frozenset[str]:
    return frozenset(files("foedus.data").joinpath("iso639-1.txt").read_text().split())
