"""The core: batches of inputs to batches of outcomes, the same on one machine and on every worker of a cluster."""

from collections.abc import Iterable, Iterator

import pyarrow as pa
from msgspec.structs import replace

from foedus import __version__
from foedus.ingest.document import UNKNOWN_LANGUAGE
from foedus.ingest.options import Options
from foedus.ingest.problem import Problem
from foedus.language.identify import document_language
from foedus.model.document import Document
from foedus.model.errors import FoedusError
from foedus.publish.batches import batches
from foedus.publish.claim_table import ClaimRow
from foedus.publish.document_table import DocumentRow
from foedus.reader.read import Reader
from foedus.scale.inputs import results_of
from foedus.scale.outcome import Outcome, outcome_batch

AT_ONCE = 32
"""Documents of one batch of outcomes: some hundred kilobytes."""


def read_batches(given: Iterable[pa.RecordBatch], options: Options) -> Iterator[pa.RecordBatch]:
    """Batches of inputs (`inputs.SCHEMA`) to batches of outcomes (`outcome.outcome_schema`), in their order.

    What cannot be read is an outcome with its problem; nothing that a document holds raises. The reader is loaded once
    in a process, some seconds and half a gigabyte.
    """
    found = (outcome(one) for batch in given for one in results_of(batch, options))
    for some in batches(found, AT_ONCE):
        yield outcome_batch(some)


def outcome(result: Document | Problem) -> Outcome:
    """A document read with the shipped reader at its own level, as `foedus read` keeps it."""
    if isinstance(result, Problem):
        return Outcome(result.item, problem=result.message)
    item = result.source or result.id
    try:
        return _read(item, result)
    except FoedusError as error:
        return Outcome(item, problem=f"{item} left out: {error}")
    except Exception as error:  # whatever it is, the others are read
        return Outcome(item, problem=f"{item} left out: internal error, {type(error).__name__}: {error}")


def _read(item: str, document: Document) -> Outcome:
    reader = Reader.load()
    if document.lang == UNKNOWN_LANGUAGE:
        document = replace(document, lang=document_language(document.text).lang)
    reading = reader.read(document)
    document = replace(document, notes=(*document.notes, *reading.notes))
    row = DocumentRow(document, len(reading.claims), (reader.name, __version__))
    return Outcome(item, row, [ClaimRow(claim, place) for place, claim in enumerate(reading.claims)])
