"""Made-up ledgers of any size: reports of about eight claims each, every offset true, the same for the same seed.

    for made in batches(claims=100_000, seed=1):
        ledger.add(made.documents)

Report `n` of a seed is always the same, whichever reports were made before, so that it can be read again: in every
batch some texts of earlier ones are, by a reader that is less sure, and so about 2 % of all readings are superseded.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from bench.ledger.reports import Maker
from bench.ledger.world import chance
from foedus.model.claim import Claim
from foedus.model.document import Document

FIRST_DAY = date(2010, 1, 1)
YEARS = 15
PER_DOCUMENT = 8
AGAIN = 50
"""One of so many documents is read again in a later batch."""


class Made(NamedTuple):
    """A batch, and when it is to be learned."""

    at: datetime
    documents: Sequence[tuple[Document, Sequence[Claim]]]


def batches(claims: int, seed: int = 1, per_batch: int = 4000) -> Iterator[Made]:
    """Batches of about `per_batch` claims, `claims` in all without those read again, in the order of learning."""
    maker = Maker(seed)
    total = -(-claims // PER_DOCUMENT)
    size = max(1, per_batch // PER_DOCUMENT)
    days = YEARS * 365
    for first in range(0, total, size):
        last = min(first + size, total)
        new = [maker.report(number, _published(number, total, seed)) for number in range(first, last)]
        again = [
            (document, [_less_sure(claim) for claim in found])
            for document, found in (maker.report(n, _published(n, total, seed)) for n in _again(first, last, seed))
        ]
        day = FIRST_DAY + timedelta(days=days * last // total + 1)
        yield Made(datetime(day.year, day.month, day.day, 12, tzinfo=UTC), [*new, *again])


def _published(number: int, total: int, seed: int) -> date:
    """Reports come in the order of their days, some of them weeks late."""
    late = chance(seed, number, 1).getrandbits(10) % 60
    return FIRST_DAY + timedelta(days=max(0, YEARS * 365 * number // total - late))


def _again(first: int, last: int, seed: int) -> list[int]:
    """Which earlier reports are read again in the batch of the reports from `first` to `last`."""
    count = (last - first) // AGAIN
    return sorted(chance(seed, first, 2).sample(range(first), min(count, first)))


def _less_sure(claim: Claim) -> Claim:
    certainty = "possible" if claim.certainty == "probable" else "probable"
    return replace(claim, certainty=certainty, reader=replace(claim.reader, version="2"))
