"""Gold documents of a folder, in either form: with their texts inside, as in the corpus, or beside them."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from foedus.learning.corpus.format import read
from foedus.learning.scoring.gold import GoldDocument, from_corpus, read_folder
from foedus.model.errors import InputError


def gold_documents(folder: Path) -> list[GoldDocument]:
    """The gold of a folder and of the folders in it; InputError where there is none or a file cannot be read."""
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; name one with gold files (*.json)")
    found = [
        gold for place in sorted([folder, *(one for one in folder.iterdir() if one.is_dir())]) for gold in _in(place)
    ]
    if not found:
        raise InputError(f"{folder}: no gold file (*.json) stands there; name a folder that holds some")
    return found


def _in(folder: Path) -> Iterator[GoldDocument]:
    files = sorted(folder.glob("*.json"))
    if not files:
        return
    if _has_text(files[0]):
        yield from (from_corpus(read(path)) for path in files)
    else:
        yield from read_folder(folder)


def _has_text(path: Path) -> bool:
    try:
        return "text" in msgspec.json.decode(path.read_bytes(), type=dict[str, msgspec.Raw])
    except ValueError as error:
        raise InputError(f"{path}: not a gold file: {error}; see bench/accuracy/README.md") from error
