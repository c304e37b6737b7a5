"""Documents to requests that a batch service or an air-gapped machine answers; all that an import needs is kept."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import msgspec

from foedus.careful.choosing import worth_asking
from foedus.careful.cost import tokens_of_answer, tokens_of_body
from foedus.careful.request import Asked, Request
from foedus.ingest.document import UNKNOWN_LANGUAGE
from foedus.ingest.problem import Problem
from foedus.ingest.sources import Item
from foedus.intake.answers.pages import page_of
from foedus.intake.answers.store import AnswerStore
from foedus.intake.given import Giving
from foedus.intake.reports import Reports
from foedus.intake.taking import in_a_language
from foedus.model.document import Document
from foedus.model.errors import FoedusError
from foedus.reader.read import READABLE, Reader

_URL = "/v1/chat/completions"
_NAME_IT = "its language cannot be told; name it with --lang, or as `lang` in manifest.yaml or the JSON line"


@dataclass
class Exported:
    """What came of an export so far.

    `documents` have requests in the file; `answered` requests have an answer in the store already and `repeated` ones
    stand in the file already: neither is written. `irrelevant` documents have no words that make a claim, `beyond`
    came after the last one allowed, `unread` are in a language without a lexicon, `failed` cannot be asked about.
    `tokens_in` and `tokens_out` are about what the requests written and their answers take.
    """

    documents: int = 0
    requests: int = 0
    answered: int = 0
    repeated: int = 0
    irrelevant: int = 0
    beyond: int = 0
    unread: int = 0
    failed: int = 0
    tokens_in: int = 0
    tokens_out: int = 0


class ExportJob:
    """Items to lines of OpenAI's batch input; `tally` says how far it came."""

    def __init__(
        self,
        reader: Reader,
        asked: Asked,
        store: AnswerStore,
        given: Giving,
        *,
        tell: Callable[[str], None],
        only_relevant: bool = True,
        max_documents: int | None = None,
    ) -> None:
        """`reader` tells what is worth asking about."""
        self.tally = Exported()
        self._reader = reader
        self._asked = asked
        self._store = store
        self._given = given
        self._only_relevant = only_relevant
        self._most = max_documents
        self._reports = Reports(tell)
        self._written: set[str] = set()

    def lines(self, items: Iterable[Item]) -> Iterator[bytes]:
        """A line for each request that nothing has answered yet, its document kept before the line is given."""
        for file, result in items:
            if isinstance(result, Problem):
                self._fail(file, result.message)
                continue
            for told in result.notes:
                self._reports.tell(file, f"{result.source}: {told.text}")
            try:
                yield from self._document(file, in_a_language(result))
            except FoedusError as error:
                self._fail(file, f"{result.source} left out: {error}")
        self._reports.close()

    def _document(self, file: str, document: Document) -> Iterator[bytes]:
        made = self._asked_about(file, document)
        if not made:
            return
        given = self._given.fields(file, document)
        self._store.keep(page_of(file, given, document, self._asked.model, made), made)
        self.tally.documents += 1
        for request in made:
            if request.id in self._written:
                self.tally.repeated += 1
            elif self._store.get(request.id) is not None:
                self.tally.answered += 1
            else:
                self._written.add(request.id)
                self.tally.requests += 1
                self.tally.tokens_in += tokens_of_body(request.body)
                self.tally.tokens_out += tokens_of_answer(request)
                yield batch_line(request)

    def _asked_about(self, file: str, document: Document) -> list[Request]:
        """The requests about a document; none, and counted why, where it is left out."""
        if document.lang == UNKNOWN_LANGUAGE:
            self._fail(file, f"{document.source} left out: {_NAME_IT}")
        elif document.lang not in READABLE:
            self.tally.unread += 1
        elif not (made := worth_asking(document, self._asked, self._reader, only_relevant=self._only_relevant)):
            self.tally.irrelevant += 1
        elif self._most is not None and self.tally.documents >= self._most:
            self.tally.beyond += 1
        else:
            return made
        return []

    def _fail(self, file: str, message: str) -> None:
        self.tally.failed += 1
        self._reports.tell(file, message)


def batch_line(request: Request) -> bytes:
    """A request as a line of OpenAI's batch input."""
    line = {"custom_id": request.id, "method": "POST", "url": _URL, "body": request.body}
    return msgspec.json.encode(line) + b"\n"
