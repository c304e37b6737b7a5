"""`python -m foedus.serve.adding.job`: one order read into the ledger, as `foedus read` does, telling how far it is.

Takes the order as one JSON line from standard input, writes events as JSON lines to standard output. It is a process
of its own so that the page stays quick meanwhile.
"""

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from foedus import __version__
from foedus.ingest.problem import Problem
from foedus.ingest.sources import Item
from foedus.intake.read_job import ReadJob
from foedus.intake.stood import stood
from foedus.ledger.reading.incoming import ReaderVersion
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.model.errors import FoedusError
from foedus.reader.read import READABLE, Reader
from foedus.serve.adding.order import Ended, Event, Failed, Kept, Order, Reading, Told, Total, Waiting
from foedus.serve.adding.parsing import parse

_PATIENCE = 600.0
"""Seconds to wait for others who write into the ledger: nobody stands at the terminal."""
_TOLD_AFTER = 0.5
_TITLE = 120


def main() -> None:
    """One order, to its end."""
    order = msgspec.json.decode(sys.stdin.buffer.readline(), type=Order)
    with contextlib.suppress(OSError):
        os.nice(5)
    try:
        tell(_read(order))
    except FoedusError as error:
        tell(Failed(str(error)))


def tell(event: Event) -> None:
    """One line to the server."""
    sys.stdout.buffer.write(msgspec.json.encode(event) + b"\n")
    sys.stdout.buffer.flush()


def _read(order: Order) -> Ended:
    found = parse(order)
    tell(Total(found.documents))
    lexicon, models = (Path(one) if one else None for one in (order.lexicon, order.models))
    reader = Reader.choosing(order.pipelines, lexicon, models)
    with Ledger.open(order.ledger, create=False, lock_seconds=_PATIENCE) as ledger:
        job = ReadJob(
            reader,
            readable=READABLE,
            ledger=ledger,
            sink=_Sink(),
            min_confidence=None,
            note=order.note,
            version=ReaderVersion(reader.name, __version__),
            given=found,
            tell=lambda line: tell(Told(line)),
            busy=lambda _: tell(Waiting()),
            busy_after=_TOLD_AFTER,
        )
        job.run(_told(found))
    tally = job.tally
    if line := stood(tally):
        tell(Told(line))
    return Ended(
        read=tally.read,
        not_read=tally.not_read,
        unread=sum(map(len, tally.unread.values())),
        withdrawn=tally.withdrawn,
        new=tally.new,
        changed=tally.changed,
        known=tally.known,
        corrected=tally.corrected,
        copies=tally.copies,
        held_back=tally.held_back,
    )


def _told(items: Iterable[Item]) -> Iterator[Item]:
    number = 0
    for item in items:
        if not isinstance(item.result, Problem):
            number += 1
            tell(Reading(number, item.result.source or item.file))
        yield item


class _Sink:
    """What was kept, document by document."""

    def put(self, file: str, document: Document, claims: Sequence[Claim]) -> None:
        """Tell of one."""
        first = document.text.strip().splitlines()[0] if document.text.strip() else ""
        title = (document.title or first)[:_TITLE]
        tell(Kept(document.id, title, document.source or file, len(claims)))


if __name__ == "__main__":
    main()
