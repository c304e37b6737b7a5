"""What the everyday documents hold: `python -m training.everyday.count`.

Documents and claims by part and language, core claims by type, core fillers by how the text has them. Of the test part
only sums are shown.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from bench.accuracy.report import Table

from foedus.learning.corpus.check import LANGS
from foedus.learning.corpus.format import CorpusDocument, CorpusFiller, read_folder
from foedus.learning.corpus.split import part_of
from foedus.model.errors import DataError
from foedus.model.vocabulary import CLAIM_TYPES, FREE_TEXT_ROLES, TYPES

Documents = Mapping[str, Sequence[CorpusDocument]]
"""The documents by language."""

PARTS = ("train", "dev", "test")
NAME = "name"
"""What `via` leaves unsaid: the text has a plain name, or the phrase as it stands."""


def parts(documents: Documents) -> Table:
    """Documents, those without a core claim, core claims and others, by part and language."""
    rows = []
    for part in (*PARTS, "all"):
        for lang in LANGS:
            some = [one for one in documents[lang] if part in (part_of(one.id), "all")]
            core = [sum(claim.core for claim in one.claims) for one in some]
            others = sum(len(one.claims) for one in some) - sum(core)
            rows.append((f"{part} {lang}", str(len(some)), str(core.count(0)), str(sum(core)), str(others)))
    return Table("By part", ("part", "documents", "without core claims", "core claims", "other claims"), rows)


def types(documents: Documents) -> Table:
    """Core claims by type and language."""
    return _shares("Core claims by type", "type", documents, _core_types, CLAIM_TYPES)


def vias(documents: Documents) -> Table:
    """Fillers of the core roles of core claims, by how the text has them and by language."""
    return _shares("Fillers of core roles by via", "via", documents, _core_vias)


def _core_types(document: CorpusDocument) -> Iterator[str]:
    yield from (claim.type for claim in document.claims if claim.core)


def _core_vias(document: CorpusDocument) -> Iterator[str]:
    yield from (filler.via or NAME for filler in _core_fillers(document))


def _core_fillers(document: CorpusDocument) -> Iterator[CorpusFiller]:
    for claim in document.claims:
        for role in TYPES[claim.type].core if claim.core else ():
            if role not in FREE_TEXT_ROLES:
                yield from claim.roles.get(role, ())


def _shares(
    title: str,
    what: str,
    documents: Documents,
    values: Callable[[CorpusDocument], Iterable[str]],
    order: Sequence[str] = (),
) -> Table:
    sums = {lang: Counter(value for one in documents[lang] for value in values(one)) for lang in LANGS}
    whole = sum(sums.values(), Counter[str]())
    names = [name for name in order if whole[name]] or [name for name, _ in whole.most_common()]
    rows = [(name, *(str(sums[lang][name]) for lang in LANGS), str(whole[name])) for name in names]
    total = ("all", *(str(sums[lang].total()) for lang in LANGS), str(whole.total()))
    return Table(title, (what, *LANGS, "all"), [*rows, total])


def main(argv: list[str] | None = None) -> int:
    """Print the tables; 1 and one line where a file is no document."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument(
        "--folder", type=Path, default=Path(__file__).parent, help="the documents, one folder a language"
    )
    parser.add_argument("--markdown", action="store_true", help="as the README has them")
    options = parser.parse_args(argv)
    try:
        documents = {lang: read_folder(options.folder / lang) for lang in LANGS}
    except DataError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    tables = (parts(documents), types(documents), vias(documents))
    print("\n\n".join(table.markdown() if options.markdown else table.plain() for table in tables))
    return 0


if __name__ == "__main__":
    sys.exit(main())
