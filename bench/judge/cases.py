"""The frozen cases: documents with gold claims, the question, and the answers by viewpoint."""

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from bench.accuracy.corpus import ROOT
from bench.judge.gold_claims import claims_of, document_of
from foedus.gazetteer.entities import Entities
from foedus.knowledge.yaml_file import YamlFile
from foedus.learning.corpus.format import CorpusDocument, read_folder
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.model.finding import Verdict

HERE = ROOT / "bench" / "judge"
PARTS = {"cases": HERE / "corpus", "heldout": HERE / "heldout"}
"""`cases` were the goal that the judge was built to; `heldout` is scored and not looked at by who builds it."""
Read = tuple[Document, list[Claim]]
"""A document with its claims."""


class Answer(Struct, frozen=True):
    """What a careful analyst answers, according to whom."""

    viewpoint: str
    verdict: Verdict
    exemption: str | None = None


class Meta(Struct, frozen=True):
    """Where a document comes from."""

    outlet: str | None = None
    url: str | None = None
    title: str | None = None


class Variant(Struct, frozen=True):
    """The case with something removed or added."""

    id: str
    verdicts: tuple[Answer, ...]
    drop: tuple[str, ...] = ()
    add: tuple[str, ...] = ()
    why: str = ""


class CaseFile(Struct, frozen=True):
    """A case.yaml; further fields are notes."""

    case: str
    treaty: str
    kind: str
    about: tuple[str, ...]
    obligors: tuple[str, ...]
    documents: dict[str, Meta]
    verdicts: tuple[Answer, ...]
    since: date = msgspec.field(name="from")
    until: date = msgspec.field(name="to")
    article: str | None = None
    against: tuple[str, ...] | None = None
    copies: tuple[tuple[str, ...], ...] = ()
    elements: dict[str, dict[str, str]] = {}
    variants: tuple[Variant, ...] = ()


class GoldCase(Struct, frozen=True):
    """A case with its documents by id; those of variants stand under `variant/id`."""

    file: CaseFile
    documents: dict[str, Read]

    def given(self, variant: Variant | None = None) -> list[Read]:
        """Documents with the claims that the case, or a variant of it, has."""
        dropped = set(variant.drop) if variant else set()
        kept = [
            (document, [claim for n, claim in enumerate(claims, 1) if f"{name}#{n}" not in dropped])
            for name, (document, claims) in self.documents.items()
            if "/" not in name and name not in dropped
        ]
        return kept + ([self.documents[f"{variant.id}/{name}"] for name in variant.add] if variant else [])

    def origin(self, document: Document) -> str:
        """Pages of one origin share its name."""
        names = {read[0].id: name for name, read in self.documents.items()}
        own = names[document.id]
        return next((copies[0] for copies in self.file.copies if own in copies), own)


def sha256(part: str) -> str:
    """Hash over names and contents of a part's files: figures taken on other files do not compare."""
    digest = hashlib.sha256()
    for path in sorted(PARTS[part].rglob("*.*")):
        digest.update(f"{path.relative_to(PARTS[part])} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def load(entities: Entities, part: str) -> list[GoldCase]:
    """All cases of a part, by folder name."""
    folder = PARTS[part]
    return [_case(file.parent, entities) for file in sorted(folder.glob("*/case.yaml"))]


def _case(folder: Path, entities: Entities) -> GoldCase:
    file = YamlFile(folder / "case.yaml", f"{folder.name}/case.yaml").shaped(CaseFile)
    return GoldCase(file, dict(_documents(folder, file, entities)))


def _documents(folder: Path, file: CaseFile, entities: Entities) -> Iterator[tuple[str, Read]]:
    for source in read_folder(folder / "documents"):
        yield source.id, _read(source, _meta(file, source.id), entities)
    for variant in file.variants:
        for source in read_folder(folder / "variants" / variant.id / "documents"):
            yield f"{variant.id}/{source.id}", _read(source, _meta(file, source.id), entities)


def _meta(file: CaseFile, name: str) -> Meta:
    return file.documents.get(name, Meta())


def _read(source: CorpusDocument, meta: Meta, entities: Entities) -> Read:
    document = document_of(source, outlet=meta.outlet, url=meta.url, title=meta.title)
    return document, claims_of(source, document, entities)
