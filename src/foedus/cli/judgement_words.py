"""The words of `data/judgement_words.yaml`: what is told of people's judgements, in the language of the user."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from importlib.resources import files

import msgspec
import yaml

from foedus.model.errors import DataError

FILE = "judgement_words.yaml"

Say = Callable[..., str]
"""The text of a key with its parts filled in; `n` chooses between one and more."""


def saying(lang: str) -> Say:
    """The words of a language."""
    return partial(_say, lang)


def _say(lang: str, key: str, *, n: int = 1, **parts: object) -> str:
    one, _, several = load()[key][lang].partition("|")
    return (several if several and n != 1 else one).format(n=n, **parts)


@cache
def load() -> Mapping[str, Mapping[str, str]]:
    """Every text by key and language; DataError where the file is damaged."""
    text = (files("foedus") / "data" / FILE).read_text(encoding="utf-8")
    try:
        return msgspec.convert(yaml.safe_load(text), dict[str, dict[str, str]])
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise DataError(f"{FILE}: {error}: install Foedus again") from error
