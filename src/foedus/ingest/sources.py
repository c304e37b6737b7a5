"""The door of this room: paths and standard input to documents, each item that fails reported by itself."""

import sys
from collections.abc import Iterator, Sequence
from io import BufferedReader
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from msgspec.structs import replace

from foedus.ingest.folder import find_files
from foedus.ingest.formats import by_name, may_be_several
from foedus.ingest.manifest import Manifest, load_manifest
from foedus.ingest.opening import Opening, check_size
from foedus.ingest.options import Metadata, Options
from foedus.ingest.problem import Problem, Result
from foedus.model.errors import InputError

STANDARD_INPUT = "-"
_STANDARD_INPUT_NAME = "standard input"


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
    return Opening(_STANDARD_INPUT_NAME, None, options).read(stream, _STANDARD_INPUT_NAME, options)


def _read_file(path: Path, manifest: Metadata, options: Options) -> Iterator[Result]:
    item = str(path)
    known = replace(options, metadata=options.metadata.over(manifest))
    try:
        with path.open("rb") as stream:
            status = path.stat()
            size = status.st_size if S_ISREG(status.st_mode) else None
            if size is not None and by_name(path.name) and not may_be_several(path.name):
                check_size(size, item, options)
            yield from Opening(item, size, options).read(stream, item, known)
    except FileNotFoundError:
        yield Problem(item, f"{item}: no such file or folder: check the path")
    except OSError as error:
        yield Problem(item, f"{item} cannot be opened: {error.strerror or error}")
    except InputError as error:
        yield Problem(item, str(error))
