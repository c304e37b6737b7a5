"""The store: requests, answers and pages in one folder, by their hashes; several processes may use it at once."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import filelock
import msgspec

from foedus.careful.numbering import Numbered
from foedus.careful.proven import Rejected
from foedus.careful.request import Request
from foedus.intake.answers import kept_out
from foedus.intake.answers.files import read_json, write_once, write_whole
from foedus.intake.answers.records import KeptOut, KeptPage, StoredAnswer
from foedus.model.document import Document
from foedus.model.errors import InputError, LedgerError

LONGEST_ANSWER = 2_000_000
"""Code points; an answer with a hundred claims has a twentieth."""
_ID = re.compile(r"[0-9a-f]{64}")
_WAIT = 60.0
"""Seconds that a process waits for others that write into the same folder."""


def _silent(line: str) -> None:
    pass


class AnswerStore:
    """Answers by request hash. The folder is made with the first file; `tell` takes a line on each broken file."""

    def __init__(self, folder: Path, tell: Callable[[str], None] = _silent) -> None:
        self.folder = folder
        self._tell = tell

    def get(self, request: str) -> str | None:
        """The answer to a request; None where there is none."""
        found = self.answer(request)
        return found.answer if found else None

    def answer(self, request: str) -> StoredAnswer | None:
        """The answer to a request with how it came; None where there is none."""
        if not _ID.fullmatch(request):
            return None
        return read_json(self._answer(request), StoredAnswer, self._tell)

    def put(self, request: Request, answer: str, how: Mapping[str, Any]) -> bool:
        """Keep an answer, raw; False where the same was there already.

        An earlier answer that differs stays beside it as `HASH.1.json` and so on. InputError where it is too long.
        """
        if len(answer) > LONGEST_ANSWER:
            raise InputError(
                f"the answer to request {request.id[:16]} is longer than {LONGEST_ANSWER:,} characters: not kept"
            )
        path = self._answer(request.id)
        with self._alone():
            self._keep(request)
            before = read_json(path, StoredAnswer, self._tell)
            if before and before.answer == answer:
                return False
            if path.exists():
                path.rename(self._free_name(path))
            model = str(request.body.get("model", ""))
            record = StoredAnswer(request.id, model, _now(), dict(how), answer)
            write_whole(path, msgspec.json.format(msgspec.json.encode(record)))
        return True

    def keep(self, page: KeptPage, requests: Sequence[Request]) -> None:
        """Keep a page with its requests, so that answers can come at any time and without its file."""
        content = msgspec.json.encode(page)
        with self._alone():
            for request in requests:
                self._keep(request)
            write_once(self.folder / "documents" / f"{hashlib.sha256(content).hexdigest()}.json", content)

    def request(self, request: str) -> Request | None:
        """A request by its hash; None where it is not here."""
        if not _ID.fullmatch(request):
            return None
        return read_json(self._request(request), Request, self._tell)

    def requests(self) -> Iterator[Request]:
        """Every request, in the order of their hashes."""
        for path in sorted((self.folder / "requests").glob("*.json")):
            if (found := read_json(path, Request, self._tell)) is not None:
                yield found

    def pages(self) -> Iterator[KeptPage]:
        """Every page with its requests, in a stable order."""
        for path in sorted((self.folder / "documents").glob("*.json")):
            if (found := read_json(path, KeptPage, self._tell)) is not None:
                yield found

    def reject(
        self, document: Document, numbered: Numbered, reader: tuple[str, str], rejected: Sequence[Rejected]
    ) -> None:
        """Keep what proof kept out of a document, in place of what the same reader (name, version) had there."""
        path = self._rejected(document.id)
        if not rejected and not path.exists():
            return
        new = kept_out.records(document, numbered, reader, rejected, _now())
        with self._alone():
            kept_out.replace(path, reader, new, self._tell)

    def rejected(self, document: str | None = None) -> Iterator[KeptOut]:
        """What proof kept out of a document, by its id; of all where none is given."""
        folder = self.folder / "rejected"
        paths = sorted(folder.glob("*.jsonl")) if document is None else [self._rejected(document)]
        for path in paths:
            yield from kept_out.read(path, self._tell)

    def _keep(self, request: Request) -> None:
        write_once(self._request(request.id), msgspec.json.encode(request))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            with filelock.FileLock(self.folder / ".lock", timeout=_WAIT):
                yield
        except filelock.Timeout as error:
            raise LedgerError(
                f"{self.folder} is being written by another process; wait for it to end or name another --answers"
            ) from error

    def _answer(self, request: str) -> Path:
        return self.folder / "answers" / f"{request}.json"

    def _request(self, request: str) -> Path:
        return self.folder / "requests" / f"{request}.json"

    def _rejected(self, document: str) -> Path:
        return self.folder / "rejected" / f"{document}.jsonl"

    @staticmethod
    def _free_name(path: Path) -> Path:
        number = 1
        while (free := path.with_suffix(f".{number}.json")).exists():
            number += 1
        return free


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
