"""Small word tables shipped for this room: words of other languages, French forms with gender and number."""

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

FOLDER = files("foedus") / "data" / "garble"


@cache
def table(name: str) -> Mapping[str, str]:
    """First cell → second cell of a table `NAME.tsv.gz`; empty where there is none."""
    file = FOLDER / f"{name}.tsv.gz"
    if not file.is_file():
        return {}
    lines = gzip.decompress(file.read_bytes()).decode().splitlines()
    return {word: value for word, _, value in (line.partition("\t") for line in lines)}


def foreign_words(lang: str) -> Mapping[str, str]:
    """Words, lower case, that are common in another language and not in this one, with that language."""
    return table(f"foreign_{lang}")
