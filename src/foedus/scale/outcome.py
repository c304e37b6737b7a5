"""What came of one item, and many of them as one batch of columns: documents with their claims, or problems."""

from collections.abc import Sequence
from typing import NamedTuple

import pyarrow as pa

from foedus.publish.arrow import batch_of, schema_of
from foedus.publish.claim_table import CLAIM_TABLE, ClaimRow
from foedus.publish.column import Column, Sheet, Value
from foedus.publish.days import COLUMN as DAY
from foedus.publish.days import day_of
from foedus.publish.document_table import DOCUMENT_TABLE, DocumentRow

CLAIMS = "claims_read"
"""The column of a document's claims, a list of rows of the table of claims."""
PROBLEM = "problem"


class Outcome(NamedTuple):
    """An item that was read, with its claims, or the problem that it has."""

    item: str
    read: DocumentRow | None = None
    claims: Sequence[ClaimRow] = ()
    problem: str | None = None


def _of_document(column: Column[DocumentRow]) -> Column[Outcome]:
    def value(one: Outcome) -> Value:
        return None if one.read is None else column.value(one.read)

    return Column(column.name, column.kind, value)


def _day(one: Outcome) -> str | None:
    return None if one.read is None else day_of(one.read.document.published)


OUTCOMES: Sheet[Outcome] = Sheet(
    "outcomes",
    (
        Column("item", "text", lambda one: one.item),
        Column(PROBLEM, "text", lambda one: one.problem),
        Column(DAY, "text", _day),
        *map(_of_document, DOCUMENT_TABLE.columns),
    ),
)


def outcome_schema() -> pa.Schema:
    """The columns of `outcome_batch`: item, problem, day, those of the table of documents, and the list of claims."""
    return schema_of(OUTCOMES).append(pa.field(CLAIMS, pa.list_(pa.struct(schema_of(CLAIM_TABLE)))))


def outcome_batch(some: Sequence[Outcome]) -> pa.RecordBatch:
    """Outcomes as columns, in `outcome_schema`."""
    rows = batch_of(CLAIM_TABLE, [claim for one in some for claim in one.claims])
    ends = [0]
    for one in some:
        ends.append(ends[-1] + len(one.claims))
    claims = pa.ListArray.from_arrays(pa.array(ends, pa.int32()), rows.to_struct_array())
    return pa.record_batch([*batch_of(OUTCOMES, some).columns, claims], schema=outcome_schema())


def claims_in(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The claims of such a batch as rows of the table of claims, in the order of their documents."""
    return pa.RecordBatch.from_struct_array(batch.column(CLAIMS).flatten())
