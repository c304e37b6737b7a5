"""`python -m foedus.serve.adding.worker`: files of the working folder to documents, in a confined process.

Reads the uploads as one JSON line from standard input; writes a line for each document or problem to standard output.
"""

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import msgspec

from foedus.ingest import html  # noqa: F401 - loaded before the limits fall
from foedus.ingest.options import Options
from foedus.ingest.problem import Problem
from foedus.ingest.sources import read_sources
from foedus.intake.given import Given
from foedus.model.errors import InputError
from foedus.serve.adding.caps import DOCUMENTS
from foedus.serve.adding.confinement import confine
from foedus.serve.adding.names import MANIFEST
from foedus.serve.adding.order import Line, Parsed, Unparsed, Upload
from foedus.serve.adding.unpacking import Unpacking, is_archive


def main() -> None:
    """All uploads; too many documents are a problem of their own."""
    uploads = msgspec.json.decode(sys.stdin.buffer.readline(), type=tuple[Upload, ...])
    confine()
    for line in islice(lines(Path(), uploads), DOCUMENTS):
        # at once: what was parsed counts, even if the next file is this process's end
        sys.stdout.buffer.write(msgspec.json.encode(line) + b"\n")
        sys.stdout.buffer.flush()


def lines(folder: Path, uploads: tuple[Upload, ...]) -> Iterator[Line]:
    """Documents and problems of files in a folder, which are named by their names alone."""
    unpacking = Unpacking(folder, {upload.name.casefold() for upload in uploads})
    plain: list[Upload] = []
    for upload in uploads:
        if not is_archive(upload.name):
            plain.append(upload)
            continue
        try:
            plain += [Upload(name, upload.metadata) for name in unpacking.unpack(folder / upload.name)]
        except InputError as error:
            yield Unparsed(upload.name, str(error))
    for upload in plain:
        if upload.name != MANIFEST:
            yield from _read(upload)


def _read(upload: Upload) -> Iterator[Line]:
    given = Given(upload.metadata)
    try:
        for file, result in read_sources([upload.name], Options(upload.metadata)):
            if isinstance(result, Problem):
                yield Unparsed(result.item, result.message)
            else:
                yield Parsed(file, result, given.fields(file, result))
    except MemoryError:
        yield Unparsed(upload.name, f"{upload.name} left out: parsing it takes too much memory; split it")
    except Exception as error:
        # whatever a library trips over in one file, the others are read
        yield Unparsed(upload.name, f"{upload.name} left out: it cannot be parsed ({type(error).__name__})")


if __name__ == "__main__":
    main()
