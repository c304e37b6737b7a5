"""What `foedus compare-readers` does: readers set up, documents read by each, the outcome written."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from foedus.careful.budget import Tokens
from foedus.careful.cost import estimate
from foedus.careful.errors import AnswerError
from foedus.careful.reader import CarefulReader
from foedus.careful.request import Request
from foedus.cli.careful_options import Careful, careful
from foedus.cli.careful_reading import careful_reading
from foedus.cli.compare_readers_out import written
from foedus.cli.console import counted, tell
from foedus.cli.errors import DONE, NOTHING_READ, PARTLY
from foedus.cli.model_options import ReaderChoice
from foedus.cli.model_settings import ModelSettings
from foedus.cli.models_folder import models_folder
from foedus.cli.output import Format
from foedus.ingest.options import Metadata, Options
from foedus.ingest.problem import Problem
from foedus.ingest.sources import Item, read_sources
from foedus.intake.answers.store import AnswerStore
from foedus.intake.given import Given
from foedus.intake.side_by_side.comparing import Compared, Side, compare
from foedus.intake.side_by_side.gold import gold_documents
from foedus.intake.taking import in_a_language
from foedus.learning.scoring.gold import GoldDocument
from foedus.model.document import Document, make_document
from foedus.reader.read import Reader


class ComparePlan(NamedTuple):
    """Which documents and readers, and how the outcome is written."""

    paths: tuple[str, ...]
    readers: tuple[ReaderChoice, ...]
    gold: Path | None
    model: str | None
    endpoint: str | None
    settings: ModelSettings
    answers: Path
    only_relevant: bool
    lexicon: Path | None
    format: Format
    out: Path | None


def run(plan: ComparePlan) -> int:
    """Compare; the command's exit code."""
    golds = {gold.text: gold for gold in gold_documents(plan.gold)} if plan.gold else {}
    items, failed = _items(plan, golds)
    reader = Reader.choosing({}, plan.lexicon, models_folder())
    with ExitStack() as stack:
        sides = list(_sides(plan, reader, items, stack))
        compared = Compared(sides, golds, plan.settings.prices())
        left = compare(compared, (document for _, document in items), tell)
    if left == len(items):
        return NOTHING_READ
    written(compared, plan.format, plan.out)
    tell(f"{counted(len(items) - left, 'document')} compared{f', {left + failed} left out' if left + failed else ''}")
    return PARTLY if left or failed else DONE


def _items(plan: ComparePlan, golds: dict[str, GoldDocument]) -> tuple[list[tuple[str, Document]], int]:
    """The documents with their files, those of a gold as its annotator knew them, and how many could not be read."""
    if not plan.paths:
        made = (
            make_document(one.text, lang=one.lang, published=one.published, source=one.id) for one in golds.values()
        )
        return [(document.source or "", document) for document in made], 0
    found, failed = [], 0
    for file, result in read_sources(plan.paths, Options()):
        if isinstance(result, Problem):
            failed += 1
            tell(result.message)
        else:
            found.append((file, in_a_language(result)))
    return found, failed


def _as_annotated(gold: GoldDocument) -> Document:
    return in_a_language(make_document(gold.text, lang=gold.lang, published=gold.published, source=gold.id))


def _sides(plan: ComparePlan, reader: Reader, items: list[tuple[str, Document]], stack: ExitStack) -> Iterator[Side]:
    """The readers; a model that an endpoint is named for is asked about all documents from now on."""
    store = AnswerStore(plan.answers, tell)
    asked = plan.settings.asked(plan.model) if set(plan.readers) != {ReaderChoice.BUILT_IN} else None
    answer: Callable[[Request], str] = _stored(store)
    if asked is not None and (plan.endpoint or plan.settings.endpoint):
        how = _careful(plan)
        given = Given(Metadata())
        files = [Item(file, document) for file, document in items]
        answer = stack.enter_context(careful_reading(how, reader, files, given, None)).asking.answer
    for choice in plan.readers:
        if choice is ReaderChoice.BUILT_IN or asked is None:
            yield Side(str(choice), reader.read, lambda _: Tokens())
            continue
        with_built_in = choice is ReaderChoice.BOTH
        by_model = CarefulReader(
            reader, asked, answer, store, only_relevant=plan.only_relevant, with_built_in=with_built_in
        )
        yield Side(str(choice), by_model.read, _took(by_model, store))


def _careful(plan: ComparePlan) -> Careful:
    """How the model is asked where an endpoint is named."""
    how = careful(
        ReaderChoice.MODEL,
        endpoint=plan.endpoint,
        model=plan.model,
        max_cost=None,
        max_documents=None,
        only_relevant=plan.only_relevant,
        answers=plan.answers,
        yes=True,
        ledger=None,
    )
    assert how is not None  # noqa: S101 - it is none only for the built-in reader
    return how


def _stored(store: AnswerStore) -> Callable[[Request], str]:
    """Answers that are there already."""

    def answer(request: Request) -> str:
        if (found := store.get(request.id)) is None:
            raise AnswerError(f"{store.folder} has no answer about it: name an --endpoint, or export and import first")
        return found

    return answer


def _took(reader: CarefulReader, store: AnswerStore) -> Callable[[Document], Tokens]:
    """What the answers about a document took, as the model told it, else about what they take."""

    def took(document: Document) -> Tokens:
        given = answered = 0
        for request in reader.requests(document):
            kept, about = store.answer(request.id), estimate([request])
            how = kept.how if kept else {}
            given += int(how.get("tokens_in", about.tokens_in))
            answered += int(how.get("tokens_out", about.tokens_out))
        return Tokens(given, answered)

    return took
