"""Where the claims of a reading go beside the ledger: a table or lines on standard output, or a file for each input."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO, Protocol, Self

from foedus.cli.atomic import whole_file
from foedus.cli.claim_list import claim_list
from foedus.cli.console import write
from foedus.intake.sink import Sink
from foedus.model.claim import Claim
from foedus.model.claim_json import to_json
from foedus.model.document import Document

_STANDARD_INPUT = "-"


class OpenSink(Sink, Protocol):
    """One to be closed; left by an error, it leaves nothing half done."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class _Stateless:
    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass


class Lines(_Stateless):
    """One JSON object a claim on standard output, and nothing else."""

    def put(self, file: str, document: Document, claims: Sequence[Claim]) -> None:  # noqa: ARG002 - a Sink's
        """Write the claims."""
        write(b"".join(to_json(claim) + b"\n" for claim in claims))


class Tables(_Stateless):
    """A heading and a table for each document on standard output."""

    def put(self, file: str, document: Document, claims: Sequence[Claim]) -> None:
        """Write the table."""
        facts = (document.source or file, document.published, document.outlet, document.lang, document.id)
        heading = " · ".join(filter(None, facts))
        notes = "".join(f"note: {note.text}\n" for note in document.notes)
        write(claim_list(claims, heading) + notes.encode() + b"\n")


class Folder:
    """STEM.jsonl in a folder for each input file, whole or not at all; a taken name becomes STEM-2.jsonl."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: set[str] = set()
        self._file: str | None = None
        self._open = ExitStack()
        self._lines: IO[bytes]

    def put(self, file: str, document: Document, claims: Sequence[Claim]) -> None:  # noqa: ARG002 - a Sink's
        """Write the claims into the input file's own file."""
        if file != self._file:
            self._open.close()
            self._lines = self._open.enter_context(whole_file(self._folder / self._name(file)))
            self._file = file
        self._lines.writelines(to_json(claim) + b"\n" for claim in claims)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.__exit__(kind, error, trace)

    def _name(self, file: str) -> str:
        stem = "stdin" if file == _STANDARD_INPUT else Path(file).stem
        name, number = stem, 1
        while name.casefold() in self._names:
            number += 1
            name = f"{stem}-{number}"
        self._names.add(name.casefold())
        return f"{name}.jsonl"
