"""What watching finds, read into the ledger as `foedus read` does; nothing is printed of it."""

import gc
from collections.abc import Callable, Iterable
from pathlib import Path

from foedus import __version__
from foedus.cli.models_folder import models_folder
from foedus.ingest.sources import Item
from foedus.intake.read_job import ReadJob
from foedus.intake.sink import Sink
from foedus.intake.tally import Tally
from foedus.ledger.reading.incoming import ReaderVersion
from foedus.ledger.store import Ledger
from foedus.reader.read import READABLE, Reader
from foedus.watching.given import WatchGiven


class WatchReading:
    """A reader that is loaded once, and a ledger, for reading after reading."""

    def __init__(
        self,
        ledger: Ledger,
        tell: Callable[[str], None],
        *,
        pipelines: dict[str, str],
        lexicon: Path | None,
        sink: Sink,
    ) -> None:
        """`tell` takes each line for the user, `sink` what was kept, document by document."""
        self._reader = Reader.choosing(pipelines, lexicon, models_folder())
        self._ledger = ledger
        self._tell = tell
        self._sink = sink

    def __call__(self, note: str, items: Iterable[Item]) -> Tally:
        """All items read and kept; `note` is what the ledger remembers of them."""
        job = ReadJob(
            self._reader,
            readable=READABLE,
            ledger=self._ledger,
            sink=self._sink,
            min_confidence=None,
            note=note,
            version=ReaderVersion(self._reader.name, __version__),
            given=WatchGiven(),  # which keeps manifests: they may be others by the next reading
            tell=self._tell,
        )
        try:
            job.run(items)
        finally:
            gc.unfreeze()  # a job freezes what it finds: over weeks that would be what earlier jobs left
        return job.tally
