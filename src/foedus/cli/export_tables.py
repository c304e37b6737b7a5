"""A ledger's claims and documents as tables in a folder, streamed from one to the other."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from foedus.cli.errors import OutputError
from foedus.cli.judged import judgements_of
from foedus.ledger.filters import ClaimFilter, Moment
from foedus.ledger.store import Ledger
from foedus.model.errors import UsageError
from foedus.publish.claim_table import CLAIM_TABLE, ClaimRow
from foedus.publish.day_files import write_days
from foedus.publish.document_table import DOCUMENT_TABLE, DocumentRow


def export_tables(ledger: Ledger, out: Path, as_of: Moment, *, texts: bool) -> tuple[int, int]:
    """Write `claims` and `documents` below a new folder, all or nothing; how many rows each has.

    UsageError where something is there already, OutputError where nothing can be written.
    """
    if out.exists():
        raise UsageError(f"{out} is there already: name a new folder, or remove it first")
    with ledger.kin(as_of) as kin:
        tables = _Tables(ledger, as_of, lru_cache(1)(kin.story_of), texts=texts)
        try:
            out.parent.mkdir(parents=True, exist_ok=True)
            beside = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
            try:
                claims = write_days(beside / "claims", CLAIM_TABLE, tables.claims())
                documents = write_days(beside / "documents", DOCUMENT_TABLE, tables.documents())
                beside.chmod(0o755)
                beside.rename(out)
            finally:
                shutil.rmtree(beside, ignore_errors=True)
        except OSError as error:
            why = error.strerror or error
            raise OutputError(f"{out} cannot be written: {why}; free or choose another place") from error
    return claims, documents


class _Tables:
    """Rows of a ledger; claims first, for documents tell how many they have."""

    def __init__(self, ledger: Ledger, as_of: Moment, story_of: Callable[[str], str | None], *, texts: bool) -> None:
        self._ledger = ledger
        self._as_of = as_of
        self._story_of = story_of
        self._texts = texts
        self._claims: Counter[str] = Counter()

    def claims(self) -> Iterator[tuple[ClaimRow, str | None]]:
        """Each claim with the date of its document."""
        which = ClaimFilter(as_of=self._as_of)
        judged = judgements_of(self._ledger, which)
        for claim in self._ledger.claims(which):
            document = claim.document
            row = ClaimRow(claim, self._claims[document.id], self._story_of(document.id), judged(claim))
            self._claims[document.id] += 1
            yield row, document.published

    def documents(self) -> Iterator[tuple[DocumentRow, str | None]]:
        """Each document with its date."""
        for document in self._ledger.documents(self._as_of):
            readings = self._ledger.read_by(document.id)
            last = readings[-1].reader if readings else None
            shown = document if self._texts else replace(document, text="")
            row = DocumentRow(shown, self._claims[document.id], last, self._story_of(document.id))
            yield row, document.published
