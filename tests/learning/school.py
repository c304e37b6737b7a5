"""A small material and a small ledger: annotated documents of the corpus, some to learn from, some as judged."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from bench.judge.gold_claims import claims_of, document_of
from msgspec.structs import replace

from foedus.gazetteer.entities import Entities
from foedus.learning.corpus.format import CorpusDocument, read_folder
from foedus.learning.corpus.split import part_of
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.document import Document

ROOT = Path(__file__).parents[2]
CAREFUL = "careful/some-model"


def corpus(lang: str = "en") -> list[CorpusDocument]:
    """The training and dev documents of a language."""
    return read_folder(ROOT / "training" / "corpus" / lang)


def small_clone(folder: Path) -> Path:
    """A folder like a clone: ten documents and sixty exemplars to learn from, four dev documents, two as test part."""
    material, test = folder / "training", folder / "bench" / "accuracy" / "gold" / "test" / "en"
    (material / "corpus" / "en").mkdir(parents=True)
    test.mkdir(parents=True)
    some = {part: [one for one in corpus() if part_of(one.id) == part] for part in ("train", "dev")}
    for one in (*some["train"][:10], *some["dev"][:4]):
        shutil.copy(ROOT / "training" / "corpus" / "en" / f"{one.id}.json", material / "corpus" / "en")
    for one in some["dev"][4:6]:
        shutil.copy(ROOT / "training" / "corpus" / "en" / f"{one.id}.json", test)
    (material / "everyday" / "en").mkdir(parents=True)
    (material / "exemplars").mkdir()
    lines = (ROOT / "training" / "exemplars" / "en_ea.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (material / "exemplars" / "en_ea.jsonl").write_text("".join(lines[:60]), encoding="utf-8")
    return material


def lessons_apart() -> list[CorpusDocument]:
    """Documents with claims that the small material does not hold."""
    return [one for one in corpus() if part_of(one.id) == "train" and one.claims][10:]


def told(one: CorpusDocument, reader: str = CAREFUL) -> tuple[Document, list[Claim]]:
    """A document with its annotated claims as a reader's."""
    document = document_of(one, outlet=None, url=None, title=None)
    claims = claims_of(one, document, Entities.load())
    return document, [replace(claim, reader=replace(claim.reader, name=reader)) for claim in claims]


def filled(place: Path, some: Sequence[CorpusDocument], reader: str = CAREFUL) -> Ledger:
    """A ledger in which a reader told what is annotated."""
    ledger = Ledger.open(str(place))
    ledger.add([told(one, reader) for one in some])
    return ledger
