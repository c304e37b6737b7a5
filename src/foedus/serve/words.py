"""The contract's and the gazetteer's words in the language of the page; those of the voice are from its reasons."""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

import msgspec
import yaml

from foedus.model.errors import DataError
from foedus.telling.wording import load_voice_reasons

FILES = ("terms.yaml", "gazetteer_words.yaml")
Terms = Mapping[str, Mapping[str, Mapping[str, str]]]
"""By group (type, stage, role …) and word of the contract, the word by language; English is shown as it stands."""


@lru_cache(8_192)
def term(group: str, word: str | None, lang: str) -> str:
    """A word of the contract as people read it; itself, without underscores, where the file does not know it."""
    if word is None:
        return ""
    fields = load_voice_reasons().fields
    if group in fields and word in fields[group].values:
        return fields[group].values[word].shown[lang]
    return terms().get(group, {}).get(word, {}).get(lang) or word.replace("_", " ")


@cache
def terms() -> Terms:
    """The shipped files, whose groups differ; DataError names what is wrong with one."""
    found: dict[str, Mapping[str, Mapping[str, str]]] = {}
    for file in FILES:
        text = (files("foedus") / "data" / file).read_text(encoding="utf-8")
        try:
            found |= msgspec.convert(yaml.safe_load(text), Terms)
        except (msgspec.ValidationError, yaml.YAMLError) as error:
            raise DataError(f"{file}: {' '.join(str(error).split())}: install Foedus again") from error
    return found
