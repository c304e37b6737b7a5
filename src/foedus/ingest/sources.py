"""The door of this room: paths and standard input to documents, each item that fails reported by itself."""

import sys
from collections.abc import Iterator, Sequence
from io import BufferedReader
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from foedus.ingest.folder import find_files
from foedus.ingest.jsonl import read_jsonl
from foedus.ingest.manifest import Manifest, load_manifest
from foedus.ingest.options import Metadata, Options
from foedus.ingest.problem import Problem, Result
from foedus.ingest.sniff import InputKind, is_other_json, kind_by_name, sniff
from foedus.ingest.text import read_text
from foedus.model.document import Document
from foedus.model.errors import InputError

STANDARD_INPUT = "-"
_HEAD_BYTES = 4096
_OTHER_JSON = (
    "is JSON, but not JSON lines: put one object on each line "
    "(with jq: `jq -c '.[]'` of an array, `jq -c .` of an object)"
)


class Item(NamedTuple):
    """A result and the file that it came from (`-` for standard input)."""

    file: str
    result: Result


def read_sources(paths: Sequence[str], options: Options | None = None) -> Iterator[Item]:
    """Documents of files, folders and `-`, in the order given; nothing is loaded before it is asked for."""
    options = options or Options()
    manifests: dict[Path, Manifest] = {}
    for path in paths:
        if path == STANDARD_INPUT:
            yield from (Item(path, result) for result in _standard_input(options))
            continue
        for found in find_files(Path(path)):
            if isinstance(found, Problem):
                yield Item(found.item, found)
                continue
            folder = found.parent
            if folder not in manifests:
                manifests[folder] = load_manifest(folder)
                yield from (Item(problem.item, problem) for problem in manifests[folder].problems)
            for result in _read_file(found, manifests[folder].of(found), options):
                yield Item(str(found), result)


def _standard_input(options: Options) -> Iterator[Result]:
    stream = sys.stdin.buffer
    assert isinstance(stream, BufferedReader)  # noqa: S101 - what CPython gives unless replaced
    return _read_stream(stream, "standard input", None, options)


def _read_file(path: Path, manifest: Metadata, options: Options) -> Iterator[Result]:
    item = str(path)
    known = options.metadata.over(manifest)
    try:
        with path.open("rb") as stream:
            kind = kind_by_name(path.suffix)
            if kind != "jsonl":
                _check_size(path.stat().st_size, item, options)
            yield from _read_stream(stream, item, kind, replace(options, metadata=known))
    except FileNotFoundError:
        yield Problem(item, f"{item}: no such file or folder: check the path")
    except OSError as error:
        yield Problem(item, f"{item} cannot be opened: {error.strerror or error}")
    except InputError as error:
        yield Problem(item, str(error))


def _read_stream(stream: BufferedReader, item: str, kind: InputKind | None, options: Options) -> Iterator[Result]:
    head = stream.peek(_HEAD_BYTES)
    if kind in (None, "jsonl") and is_other_json(head):
        yield Problem(item, f"{item} {_OTHER_JSON}")
        return
    kind = kind or sniff(head)
    if kind == "jsonl":
        yield from read_jsonl(stream, item, options)
        return
    try:
        yield _read_whole(stream, item, kind, options)
    except InputError as error:
        yield Problem(item, str(error))


def _read_whole(stream: BufferedReader, item: str, kind: InputKind, options: Options) -> Document:
    raw = stream.read(options.max_bytes + 1)
    _check_size(len(raw), item, options)
    if kind == "html":
        from foedus.ingest.html import read_html  # noqa: PLC0415 - slow to import, and most input is text

        return read_html(raw, item, options.metadata)
    return read_text(raw, item, options.metadata)


def _check_size(size: int, item: str, options: Options) -> None:
    if size > options.max_bytes:
        limit = options.max_bytes / 1e6
        raise InputError(f"{item} is over the limit of {limit:g} MB for one document: split it, or raise --max-size")
