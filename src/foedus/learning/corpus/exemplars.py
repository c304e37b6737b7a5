"""An exemplar as its line says it: a passage of the corpus's format with its unit, and claims that may go on."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from foedus.learning.corpus.format import CorpusClaim
from foedus.model.errors import DataError


class ExemplarClaim(CorpusClaim, frozen=True):
    """A claim; `continues` is the number of the passage's claim whose event it goes on with, None for a new one."""

    continues: int | None = None


class Exemplar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One passage, worded for a lexicon unit; `synthetic` is always true."""

    id: str
    synthetic: bool
    lang: str
    style: str
    unit: str
    text: str
    claims: tuple[ExemplarClaim, ...]
    published: str | None = None


_decoder = msgspec.json.Decoder(Exemplar)


def read(path: Path) -> Iterator[Exemplar]:
    """The exemplars of a file; DataError names the line that is not one."""
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            yield _decoder.decode(line)
        except msgspec.DecodeError as error:
            raise DataError(f"{path}, line {number}: not an exemplar: {error}") from error


def read_all(folder: Path, lang: str) -> list[Exemplar]:
    """All exemplars of a language in a folder, by file name."""
    return [exemplar for path in sorted(folder.glob(f"{lang}*.jsonl")) for exemplar in read(path)]
