"""The documents that a model is asked about: dev and test part of the corpus, and the seeds where they are at hand."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec.structs import replace

from bench.accuracy.corpus import LANGS, ROOT, gold_of
from foedus.ingest.sources import read_sources
from foedus.intake.taking import in_a_language
from foedus.learning.scoring.gold import GoldDocument, read_folder
from foedus.model.document import Document, make_document
from foedus.model.errors import InputError

Part = Literal["dev", "test", "seeds"]
PARTS: tuple[Part, ...] = ("dev", "test", "seeds")
SEEDS = ROOT.parent / "shared" / "seeds"
"""Beside the repository: these reports are not ours to copy."""


class Case(NamedTuple):
    """A gold document and the document that a reader is given."""

    gold: GoldDocument
    document: Document


def cases(part: Part, sample: int | None = None) -> list[Case]:
    """The documents of a part by language and name, or a sample of so many; InputError where the seeds are not here.

    Corpus documents come as the annotator knew them, seeds as files without metadata.
    """
    found = _seeds() if part == "seeds" else [Case(gold, _document(gold)) for gold in gold_of(part)]
    return found if sample is None else sampled(found, sample)


def sampled(found: Sequence[Case], size: int) -> list[Case]:
    """So many documents, the same at each call: alike of each language, spread over what they are about.

    Of each language documents are ordered by what they claim first and then by the hash of their id; every n-th is
    taken, so that each kind has its share.
    """
    taken: list[Case] = []
    langs = [lang for lang in LANGS if any(case.gold.lang == lang for case in found)]
    for place, lang in enumerate(langs):
        some = sorted((case for case in found if case.gold.lang == lang), key=_order)
        count = min(len(some), size // len(langs) + (place < size % len(langs)))
        taken += [some[(2 * i + 1) * len(some) // (2 * count)] for i in range(count)]
    return taken


def _order(case: Case) -> tuple[str, str]:
    about = next((claim.type for claim in case.gold.claims if claim.core), "")
    return about, hashlib.sha256(case.gold.id.encode()).hexdigest()


def _document(gold: GoldDocument) -> Document:
    return make_document(gold.text, lang=gold.lang, published=gold.published, source=gold.id)


def _seeds(folder: Path = SEEDS) -> list[Case]:
    if not folder.is_dir():
        raise InputError("the seeds are not here: they are read from ../shared/seeds, beside the repository")
    golds = {gold.text: gold for gold in read_folder(folder / "gold")}
    found = []
    for item in read_sources([str(folder)]):
        if isinstance(item.result, Document) and (gold := golds.get(item.result.text)) is not None:
            found.append(Case(gold, in_a_language(replace(item.result, source=gold.id))))
    return found
