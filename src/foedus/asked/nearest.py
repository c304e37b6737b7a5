"""The names nearest to one that nobody bears, for a message that helps."""

from collections.abc import Mapping
from difflib import get_close_matches

from foedus.gazetteer.fold import keys, spelling

_MOST = 3


def nearest(name: str, known: Mapping[str, str]) -> list[str]:
    """What the names most like it stand for, the likest first; `known` are folded names with what they stand for."""
    alike = get_close_matches(folded(name), known, n=4 * _MOST)
    return list(dict.fromkeys(known[one] for one in alike))[:_MOST]


def folded(name: str) -> str:
    """A name without case, diacritics and kinds of separators."""
    return spelling(keys([name])[0])
