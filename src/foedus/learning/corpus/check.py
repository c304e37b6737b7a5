"""Checks corpus files: `python -m foedus.learning.corpus.check FOLDER…` prints each fault, and ends with 1 for any."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from foedus.learning.corpus.format import Anchor, CorpusClaim, CorpusDocument, read
from foedus.model import edtf
from foedus.model.errors import DataError
from foedus.model.vocabulary import TYPES

NEVER_CORE = frozenset("possession hostilities diplomacy meeting displacement accusation".split())
"""Types that are context: the scorer takes them neither as right nor as missing."""

LANGS = ("fr", "en", "ru")


def faults(document: CorpusDocument) -> Iterator[str]:
    """What is wrong in a document that parses, one line each; words of the text stand in the lines."""
    if not document.synthetic:
        yield "synthetic is not true: every text of the corpus is worded for it and must say so"
    if document.lang not in LANGS:
        yield f"lang {document.lang!r} is none of {', '.join(LANGS)}"
    if document.published is not None:
        yield from _date_faults("published", document.published)
    for number, claim in enumerate(document.claims):
        for fault in _claim_faults(claim, document.text):
            yield f"claim {number} ({claim.type}): {fault}"


def _claim_faults(claim: CorpusClaim, text: str) -> Iterator[str]:
    spec = TYPES[claim.type]
    if claim.stage not in spec.stages:
        yield f"stage {claim.stage!r} is none of {', '.join(spec.stages)}"
    yield from (f"role {role!r} is none of {', '.join(spec.roles)}" for role in claim.roles.keys() - spec.roles)
    yield from (f"role {role!r} is empty: leave it out" for role, some in claim.roles.items() if not some)
    if claim.core and claim.type in NEVER_CORE:
        yield "core is true, but this type never is"
    if claim.standing == "rumoured" and claim.polarity == "affirmed" and claim.certainty == "certain":
        yield "what is only rumoured cannot be certain"
    if claim.value and claim.value.amount is None and claim.value.min is None and claim.value.max is None:
        yield "value has neither amount nor bound"
    for name, when in (("when", claim.when), ("due", claim.due)):
        if when:
            yield from _date_faults(name, when.edtf)
    for anchor in claim.anchors():
        yield from _anchor_faults(anchor, text)


def _date_faults(name: str, text: str) -> Iterator[str]:
    try:
        edtf.parse(text)
    except ValueError as error:
        yield f"{name}: {error}"


def _anchor_faults(anchor: Anchor, text: str) -> Iterator[str]:
    if not anchor.words or anchor.nth < 1:
        yield f"anchor {list(anchor)} points at nothing"
        return
    try:
        anchor.span(text)
    except DataError as error:
        yield str(error)


def check_file(path: Path) -> list[str]:
    """Faults of one file, empty where it is well."""
    try:
        document = read(path)
    except DataError as error:
        return [str(error)]
    found = list(faults(document))
    if document.id != path.stem:
        found.append(f"id {document.id!r} is not the file's name")
    return [f"{path.name}: {fault}" for fault in found]


def main(argv: list[str] | None = None) -> int:
    """Check every file of the folders named; 0 where all is well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    files = [path for folder in parser.parse_args(argv).folders for path in sorted(folder.glob("*.json"))]
    found = [fault for path in files for fault in check_file(path)]
    for fault in found:
        print(fault)
    print(f"{len(files)} documents, {len(found)} faults")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
