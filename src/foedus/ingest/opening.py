"""One file of the user's: read by its kind, and so are the files that lie in it."""

import io
import os
from collections.abc import Iterator
from typing import Any, BinaryIO

from msgspec.structs import replace

from foedus.ingest.formats import Format, by_name, tell
from foedus.ingest.limits import Budget, Counted
from foedus.ingest.options import Options
from foedus.ingest.problem import Problem, Result
from foedus.ingest.sniff import HEAD_BYTES, is_other_json
from foedus.model.document import Document, Note
from foedus.model.errors import InputError

_OTHER_JSON = (
    "is JSON, but not JSON lines: put one object on each line "
    "(with jq: `jq -c '.[]'` of an array, `jq -c .` of an object)"
)


class Opening:
    """Reads a file and what lies in it; what all of it grows to is counted together."""

    def __init__(self, item: str, size: int | None, options: Options) -> None:
        """`size` in bytes, None where nobody knows it."""
        self._budget = Budget(item, size, options)

    def read(self, stream: "io.BufferedReader[Any]", item: str, options: Options) -> Iterator[Result]:
        """Documents and problems of a stream; the kind is told by the item's name and the first bytes."""
        try:
            head = stream.peek(HEAD_BYTES)[:HEAD_BYTES]
            told = tell(item, head)
            if told is None:
                yield Problem(item, f"{item} is of no kind that is read: give text, a page or a document")
            elif is_other_json(head) and (told.format.name == "JSON lines" or not by_name(item)):
                yield Problem(item, f"{item} {_OTHER_JSON}")
            else:
                for result in self._results(told.format, stream, item, options):
                    yield _noted(result, told.notes)
        except InputError as error:
            yield Problem(item, str(error))
        except Exception as error:
            # whatever a library trips over in a stranger's file, the others are read
            if os.environ.get("FOEDUS_DEBUG"):
                raise
            what = " ".join(f"{type(error).__name__}: {error}".split())
            yield Problem(item, f"{item} left out: internal error, {what} (FOEDUS_DEBUG=1 shows where)")

    def nested(self, stream: BinaryIO, item: str, options: Options) -> Iterator[Result]:
        """The same of a file that lies in another; nothing more once the whole has grown too large, which was told."""
        if self._budget.is_spent:
            return
        if options.max_depth <= 0:
            yield Problem(
                item, f"{item} lies in too many archives: unpack the outer ones, or raise it by --limit depth=N"
            )
            return
        inner = io.BufferedReader(Counted(stream, item, self._budget), HEAD_BYTES)
        yield from self.read(inner, item, replace(options, max_depth=options.max_depth - 1))

    def _results(self, kind: Format, stream: "io.BufferedReader[Any]", item: str, options: Options) -> Iterator[Result]:
        if not kind.whole:
            yield from kind.read_stream()(stream, item, options, self.nested)
            return
        raw = stream.read(options.max_bytes + 1)
        check_size(len(raw), item, options)
        yield kind.read_whole()(raw, item, options.metadata)


def check_size(size: int, item: str, options: Options) -> None:
    """InputError where one document is larger than the limit, in bytes."""
    if size > options.max_bytes:
        limit = options.max_bytes / 1e6
        raise InputError(f"{item} is over the limit of {limit:g} MB for one document: split it, or raise --max-size")


def _noted(result: Result, notes: tuple[Note, ...]) -> Result:
    if not notes or not isinstance(result, Document):
        return result
    return replace(result, notes=(*notes, *result.notes))
