"""`foedus read --reader model`: what will be asked is told, its price held against the budget, then it is asked."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, NamedTuple

from foedus.careful.asking import Asking
from foedus.careful.budget import Budget, Tokens
from foedus.careful.cost import estimate as estimated
from foedus.careful.endpoint import Endpoint
from foedus.careful.pace import Pace
from foedus.careful.persevering import Persevering
from foedus.careful.reader import CarefulReader
from foedus.careful.request import Request
from foedus.careful.retries import Retries
from foedus.cli import careful_summary
from foedus.cli.careful_options import Careful
from foedus.cli.console import tell
from foedus.cli.model_key import model_key
from foedus.cli.model_options import ReaderChoice
from foedus.cli.progress import progress
from foedus.ingest.sources import Item
from foedus.intake.answers.pages import page_of
from foedus.intake.answers.store import AnswerStore
from foedus.intake.given import Giving
from foedus.intake.planning import Planned, planned
from foedus.intake.taking import in_a_language
from foedus.intake.tally import Tally
from foedus.ledger.reading.incoming import ReaderVersion
from foedus.model.document import Document
from foedus.model.errors import UsageError
from foedus.reader.read import Reader

if TYPE_CHECKING:
    from foedus.ledger.store import Ledger


RETRIES = Retries()


class CarefulReading(NamedTuple):
    """A reader whose questions are under way, the items that it reads in this run, and what to say at the end."""

    reader: CarefulReader
    plan: Planned
    asking: Asking

    @property
    def version(self) -> ReaderVersion:
        """As the ledger notes whose reading it is."""
        return ReaderVersion(*self.reader.mark)

    def summary(self, tally: Tally) -> Iterator[str]:
        """What came of it, in lines."""
        return careful_summary.summary(self.asking, self.reader, self.plan, tally.left)


@contextmanager
def careful_reading(
    how: Careful, reader: Reader, items: Iterable[Item], given: Giving, ledger: "Ledger | None"
) -> Iterator[CarefulReading]:
    """Plan, tell, and begin to ask; left, it asks no more.

    UsageError where the estimate is above the budget, EndpointError where nothing can be asked: nothing is read then.
    """
    store = AnswerStore(how.answers, tell)
    with ExitStack() as stack:
        asking = stack.enter_context(_asking(how, store))
        careful = CarefulReader(
            reader,
            how.asked,
            asking.answer,
            store,
            only_relevant=how.only_relevant,
            with_built_in=how.reader is ReaderChoice.BOTH,
        )
        plan = planned(
            stack.enter_context(progress(items, shown=True, what="choosing")),
            read_as=_placing(given, ledger),
            wanted=careful.requests,
            answered=lambda request: store.get(request) is not None,
            keep=_keeping(how, given, store),
            max_documents=how.documents,
        )
        _agree(how, plan)
        asking.begin(plan.requests)
        asking.first_answer()
        yield CarefulReading(careful, plan, asking)


def _asking(how: Careful, store: AnswerStore) -> Asking:
    settings = how.settings
    endpoint = Endpoint(
        how.endpoint,
        model_key(how.endpoint),
        timeout=settings.timeout_seconds,
        key_header=settings.key_header,
    )
    return Asking(
        Persevering(endpoint, Pace(settings.requests_per_minute), RETRIES, tell),
        store,
        _expected,
        budget=Budget(how.prices, how.most),
        at_once=settings.concurrency,
        tell=tell,
    )


def _expected(*requests: Request) -> Tokens:
    found = estimated(requests)
    return Tokens(found.tokens_in, found.tokens_out)


def _agree(how: Careful, plan: Planned) -> None:
    """Tell the estimate; UsageError where it is above what may be spent and nobody said to begin all the same."""
    expected = _expected(*plan.requests)
    tell(careful_summary.estimate(plan, expected, how.prices))
    if how.most is None or how.prices is None or how.yes:
        return
    cost = how.prices.cost(expected)
    if cost > how.most:
        raise UsageError(
            f"the estimate of {cost:.2f} is above --max-cost {how.most:g}: add --yes to read until that is spent, "
            "or ask about fewer with --max-documents"
        )


def _keeping(how: Careful, given: Giving, store: AnswerStore) -> Callable[[str, Document, list[Request]], None]:
    """Keeps what the answers are about, so that they can be proven again."""

    def keep(file: str, document: Document, requests: list[Request]) -> None:
        store.keep(page_of(file, given.fields(file, document), document, how.asked.model, requests), requests)

    return keep


def _placing(given: Giving, ledger: "Ledger | None") -> Callable[[str, Document], Document]:
    """As what a document is read: as the ledger names its text, where it knows it."""

    def read_as(file: str, document: Document) -> Document:
        if ledger is None:
            return in_a_language(document)
        return in_a_language(ledger.placed(document, given.fields(file, document)).document)

    return read_as
