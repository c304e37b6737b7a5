"""Answers from elsewhere: each line into the store, then the pages that they complete, proven, into the ledger."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from foedus.careful.parse_answer import parsed
from foedus.intake.answers.lines import Fault, Given, read_lines
from foedus.intake.answers.records import KeptPage
from foedus.intake.answers.store import AnswerStore
from foedus.intake.reports import Reports
from foedus.model.errors import InputError


@dataclass
class Imported:
    """What came of the lines: answers that are new, those that were known, lines that gave none."""

    new: int = 0
    known: int = 0
    faults: int = 0
    requests: set[str] = field(default_factory=set)
    """Requests that the lines answered."""


def take_in(store: AnswerStore, files: Iterable[tuple[str, BinaryIO]], tell: Callable[[str], None]) -> Imported:
    """Put the answers of files (name, stream) into the store; a line that cannot be used is told and left out."""
    came, reports = Imported(), Reports(tell)
    for name, stream in files:
        for line in read_lines(stream):
            reason = line.reason if isinstance(line, Fault) else _taken(store, name, line, came)
            if reason is not None:
                came.faults += 1
                request = f" (request {line.request[:16]})" if line.request else ""
                reports.tell(name, f"{name}:{line.line} left out{request}: {reason}")
    reports.close()
    return came


def _taken(store: AnswerStore, name: str, line: Given, came: Imported) -> str | None:
    """Keep one answer; None, or why it is left out."""
    request = store.request(line.request)
    if request is None:
        return f"{store.folder} knows no request of this `custom_id`: name the folder of the export with --answers"
    answer = parsed(line.answer)
    if answer.faults and not answer.claims:
        return f"no answer in the form asked for: {answer.faults[0].reason}"
    try:
        is_new = store.put(request, line.answer, {"by": "import", "file": name, **line.how})
    except InputError as error:
        return str(error)
    came.new += is_new
    came.known += not is_new
    came.requests.add(line.request)
    return None


@dataclass
class Ready:
    """Pages that answers concern: those to be read, and those that wait, with how many answers they lack."""

    pages: list[KeptPage] = field(default_factory=list)
    waiting: list[tuple[KeptPage, int]] = field(default_factory=list)

    @property
    def missing(self) -> int:
        """Answers that are not there yet."""
        return sum(count for _, count in self.waiting)


def ready(store: AnswerStore, requests: set[str], *, partly: bool) -> Ready:
    """The pages that some requests belong to; with `partly` those that lack answers are read as well, and told too."""
    found = Ready()
    for page in store.pages():
        if not requests.intersection(page.requests):
            continue
        missing = sum(store.get(one) is None for one in page.requests)
        if missing:
            found.waiting.append((page, missing))
        if partly or not missing:
            found.pages.append(page)
    found.pages.sort(key=lambda page: page.file)
    return found


def by_reader(pages: Sequence[KeptPage], codebook: str) -> Iterator[tuple[tuple[str, str], list[KeptPage]]]:
    """Pages by model and version of the codebook; those of the present version last, so that they are what holds."""
    groups: dict[tuple[str, str], list[KeptPage]] = {}
    for page in pages:
        groups.setdefault((page.model, page.codebook), []).append(page)
    yield from sorted(groups.items(), key=lambda group: (group[0][1] == codebook, group[0]))
