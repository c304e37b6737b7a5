"""What a worker is given: a file's bytes, the path of a file that it opens itself, or a row of a table as JSON."""

import io
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from foedus.ingest.jsonl import read_line
from foedus.ingest.opening import Opening
from foedus.ingest.options import Options
from foedus.ingest.problem import Problem, Result
from foedus.model.errors import InputError

SCHEMA = pa.schema([("item", pa.string()), ("content", pa.binary()), ("path", pa.string()), ("row", pa.string())])
"""Item's name, and one of the three: the bytes of a file, where it lies on the worker's own disks, a JSON object."""


def results_of(batch: pa.RecordBatch, options: Options) -> Iterator[Result]:
    """Documents and problems of a batch of inputs, in their order."""
    for given in batch.to_pylist():
        item = given["item"]
        if given["row"] is not None:
            yield from _row(given["row"].encode(), item, options)
        elif given["path"] is not None:
            yield from _file(Path(given["path"]), item, options)
        else:
            yield from _content(given["content"], item, options)


def _content(content: bytes, item: str, options: Options) -> Iterator[Result]:
    yield from Opening(item, len(content), options).read(io.BufferedReader(io.BytesIO(content)), item, options)


def _file(path: Path, item: str, options: Options) -> Iterator[Result]:
    try:
        with path.open("rb") as stream:
            yield from Opening(item, path.stat().st_size, options).read(stream, item, options)
    except OSError as error:
        yield Problem(item, f"{item} cannot be opened where it was to be read: {error.strerror or error}")


def _row(line: bytes, item: str, options: Options) -> Iterator[Result]:
    try:
        yield read_line(line, item, options)
    except InputError as error:
        yield Problem(item, str(error))
