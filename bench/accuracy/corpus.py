"""The parts of the corpus on disk: where their files lie, their gold, and a hash that pins them."""

import hashlib
from collections.abc import Collection
from pathlib import Path

from training.corpus.format import read

from bench.accuracy.gold import GoldDocument, from_corpus
from bench.accuracy.split import Part, part_of

ROOT = Path(__file__).parents[2]
TEST_FOLDER = ROOT / "bench" / "accuracy" / "gold" / "test"
TRAINING_FOLDER = ROOT / "training" / "corpus"
LANGS = ("fr", "en", "ru")


def files_of(part: Part, langs: Collection[str] = LANGS) -> list[Path]:
    """The files of a part, by language and name."""
    folder = TEST_FOLDER if part == "test" else TRAINING_FOLDER
    return [
        path
        for lang in LANGS
        if lang in langs
        for path in sorted((folder / lang).glob("*.json"))
        if part_of(path.stem) == part
    ]


def gold_of(part: Part, langs: Collection[str] = LANGS) -> list[GoldDocument]:
    """The documents of a part as gold, by language and name."""
    return [from_corpus(read(path)) for path in files_of(part, langs)]


def corpus_sha256(part: Part) -> str:
    """Hash over names and contents of a part's files: figures taken on another corpus do not compare."""
    digest = hashlib.sha256()
    for path in files_of(part):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.parent.name}/{path.name} {content}\n".encode())
    return digest.hexdigest()
