"""Recorded answers: raw, each in a file by the hash of its request, with what is needed to prove it at any time."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from bench.careful.parts import Case, Part
from foedus.careful.codebook import load_codebook
from foedus.careful.numbering import Numbered
from foedus.intake.answers.answered import sentences_of
from foedus.intake.answers.lines import Fault, Given, read_lines
from foedus.intake.answers.records import KeptPage
from foedus.intake.answers.store import AnswerStore
from foedus.model.errors import InputError

HERE = Path(__file__).parent / "recorded"


class Recording(Struct, frozen=True):
    """One answer of a model, as it came.

    `document` is the gold document's id, `sha256` that of its stored text; `passage` is the number of the request
    among those about the document, from 1, `of` how many there are; `sentences` are the places that its numbers
    mean, as in the store of answers. `model` is the kind of model that answered, or, where nobody said, the name that
    the request had for it; `recorded` is a day.
    """

    request: str
    document: str
    sha256: str
    model: str
    codebook: str
    recorded: str
    passage: int
    of: int
    sentences: tuple[tuple[int, int, str, int], ...]
    how: dict[str, Any]
    answer: str


class Answered(NamedTuple):
    """A document with all answers about it."""

    case: Case
    numbered: Numbered
    model: str
    codebook: str
    answers: tuple[str, ...]


def folder(part: Part) -> Path:
    """Where a part's recordings lie."""
    return HERE / part


def sha256(part: Part) -> str:
    """Hash over names and contents of a part's recordings: floors are pinned with it."""
    digest = hashlib.sha256()
    for path in sorted(folder(part).glob("*.json")):
        digest.update(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def from_files(
    store: AnswerStore,
    files: Sequence[Path],
    recorded: str,
    tell: Callable[[str], None],
    *,
    model: str | None = None,
) -> Iterator[Recording]:
    """The answers of files to requests that were written with the store; a line that gives none is told.

    `model` is who answered, where that is another name than the requests have.
    """
    pages = {request: page for page in store.pages() for request in page.requests}
    for file in files:
        with file.open("rb") as stream:
            for line in read_lines(stream):
                if isinstance(line, Fault):
                    tell(f"{file}:{line.line} left out: {line.reason}")
                elif (page := pages.get(line.request)) is None:
                    tell(f"{file}:{line.line} left out: {store.folder} knows no request {line.request[:16]}")
                else:
                    yield _recording(page, model or page.model, line, recorded)


def _recording(page: KeptPage, model: str, line: Given, recorded: str) -> Recording:
    return Recording(
        line.request,
        page.file,
        page.document.sha256,
        model,
        page.codebook,
        recorded,
        page.requests.index(line.request) + 1,
        len(page.requests),
        page.sentences,
        line.how,
        line.answer,
    )


def write(part: Part, recordings: Iterable[Recording]) -> int:
    """Put recordings into their files; how many. InputError where another answer to the same request is there."""
    folder(part).mkdir(parents=True, exist_ok=True)
    count = 0
    for one in recordings:
        path = folder(part) / f"{one.request}.json"
        if path.exists() and _read(path).answer != one.answer:
            raise InputError(f"{path} holds another answer: recordings are made once; delete it first to record anew")
        path.write_bytes(msgspec.json.format(msgspec.json.encode(one)) + b"\n")
        count += 1
    return count


def read(part: Part) -> list[Recording]:
    """The recordings of a part, by their hashes; InputError where there are none."""
    found = [_read(path) for path in sorted(folder(part).glob("*.json"))]
    if not found:
        raise InputError(f"{folder(part)} holds no recorded answers; give some with --answers, or record them")
    return found


def _read(path: Path) -> Recording:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Recording)
    except ValueError as error:
        raise InputError(f"{path} is no recording: {error}") from error


def answered(cases: Iterable[Case], recordings: Iterable[Recording]) -> list[Answered]:
    """The documents of which every passage is answered; of several recordings one by today's codebook."""
    by_reading: dict[tuple[str, str, str, str], dict[int, Recording]] = {}
    for one in recordings:
        key = (one.sha256, one.recorded, one.codebook, one.model)
        by_reading.setdefault(key, {})[one.passage] = one
    whole: dict[str, dict[int, Recording]] = {}
    present = load_codebook().version
    for key in sorted(by_reading, key=lambda key: (key[2] == present, key[1], key)):
        some = by_reading[key]
        if len(some) == next(iter(some.values())).of:
            whole[key[0]] = some
    return [_answered(case, whole[case.document.sha256]) for case in cases if case.document.sha256 in whole]


def _answered(case: Case, some: dict[int, Recording]) -> Answered:
    one = next(iter(some.values()))
    page = KeptPage("", (), case.document, one.model, one.codebook, one.sentences, ())
    answers = tuple(some[number].answer for number in sorted(some))
    return Answered(case, sentences_of(page), one.model, one.codebook, answers)
