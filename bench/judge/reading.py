"""The cases with the claims that the reader makes of their documents in place of the gold."""

from msgspec import structs

from bench.judge.cases import GoldCase
from bench.lineage.reading import Reads


def read_again(case: GoldCase, reader: Reads) -> GoldCase:
    """The case with every document read, without variants that drop single claims: their numbers are the gold's."""
    documents = {name: (document, list(reader.read(document).claims)) for name, (document, _) in case.documents.items()}
    variants = tuple(one for one in case.file.variants if not any("#" in name for name in one.drop))
    return GoldCase(structs.replace(case.file, variants=variants), documents)
