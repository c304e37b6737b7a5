"""The parts of the corpus and of everyday reports on disk: where the files lie, their gold, a hash that pins them."""

import hashlib
from collections.abc import Collection
from pathlib import Path
from typing import Literal

from foedus.learning.corpus.format import read
from foedus.learning.corpus.split import Part, part_of
from foedus.learning.scoring.gold import GoldDocument, from_corpus

ROOT = Path(__file__).parents[2]
TEST_FOLDER = ROOT / "bench" / "accuracy" / "gold" / "test"
TRAINING_FOLDER = ROOT / "training" / "corpus"
EVERYDAY_FOLDER = ROOT / "training" / "everyday"
LANGS = ("fr", "en", "ru")

Source = Literal["corpus", "everyday"]
"""The corpus proper, deliberately hard, with its test part in a folder apart; and ordinary reports, split alike."""

SOURCES: tuple[Source, ...] = ("corpus", "everyday")


def files_of(part: Part, langs: Collection[str] = LANGS, source: Source = "corpus") -> list[Path]:
    """The files of a part, by language and name."""
    folder = TEST_FOLDER if part == "test" else TRAINING_FOLDER
    if source == "everyday":
        folder = EVERYDAY_FOLDER
    return [
        path
        for lang in LANGS
        if lang in langs
        for path in sorted((folder / lang).glob("*.json"))
        if part_of(path.stem) == part
    ]


def gold_of(part: Part, langs: Collection[str] = LANGS, source: Source = "corpus") -> list[GoldDocument]:
    """The documents of a part as gold, by language and name."""
    return [from_corpus(read(path)) for path in files_of(part, langs, source)]


def corpus_sha256(part: Part, source: Source = "corpus") -> str:
    """Hash over names and contents of a part's files: figures taken on another corpus do not compare."""
    digest = hashlib.sha256()
    for path in files_of(part, LANGS, source):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.parent.name}/{path.name} {content}\n".encode())
    return digest.hexdigest()
