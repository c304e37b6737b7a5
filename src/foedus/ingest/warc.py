"""WARC files, as crawlers write them: pages that were fetched, each a document with its address.

When a page was fetched is not when it was published: it is only the last day on which it can have been.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from io import BytesIO
from typing import BinaryIO

from fastwarc.warc import WarcRecord, WarcRecordType
from msgspec.structs import replace

from foedus.ingest.formats import Nested
from foedus.ingest.html import read_html
from foedus.ingest.http_body import plain_body
from foedus.ingest.limits import Budget
from foedus.ingest.members import shown
from foedus.ingest.opening import check_size
from foedus.ingest.options import Metadata, Options
from foedus.ingest.problem import Problem, Result
from foedus.ingest.spool import seekable
from foedus.ingest.text import read_text
from foedus.ingest.warc_records import Records
from foedus.model.document import Document, Note
from foedus.model.errors import InputError

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_PDF = "application/pdf"
_TEXT = "text/plain"
_FETCHED = 200
_LONGEST_ADDRESS = 2000
_ZONES = timedelta(days=1)
"""So far clocks of different zones may differ on what day it is."""
_CUT = Note("damaged", "what follows it in the file is damaged: it may be cut short")
_READ = (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion)


def read_warc(stream: BinaryIO, item: str, options: Options, nested: Nested) -> Iterator[Result]:
    """The pages of a file; records that are no pages are counted in a note of the last."""
    return read_pages(stream, item, options, nested, None)


def read_pages(
    stream: BinaryIO, item: str, options: Options, nested: Nested, wanted: Collection[str] | None
) -> Iterator[Result]:
    """The same, of only the `wanted` addresses where they are given."""
    with seekable(stream, item, options) as whole:
        yield from _Reading(item, options, nested, wanted).results(Records(whole, item))


class _Reading:
    """What was seen of one file so far."""

    def __init__(self, item: str, options: Options, nested: Nested, wanted: Collection[str] | None) -> None:
        self._item = item
        self._options = options
        self._nested = nested
        self._wanted = wanted
        self._budget = Budget(item, None, options)
        self._left: Counter[str] = Counter()
        self._ids: set[str] = set()

    def results(self, records: Records) -> Iterator[Result]:
        """All records; each result waits until the next record shows that the one before had its true length."""
        held: Result | None = None
        found = False
        for record in records:
            if isinstance(record, Problem):
                if isinstance(held, Document) and not records.packed:
                    held = replace(held, notes=(*held.notes, _CUT))
                results: Iterator[Result] = iter((record,))
            else:
                results = self._record(record, records)
            for result in results:
                if held is not None:
                    yield held
                found, held = True, result
        yield from self._end(held, found=found)

    def _end(self, held: Result | None, *, found: bool) -> Iterator[Result]:
        left = ", ".join(f"{count:,} {what}" for what, count in sorted(self._left.items()))
        if isinstance(held, Document) and left:
            note = Note("left out", f"{self._item} also holds what is no page to read: {left}")
            held = replace(held, notes=(*held.notes, note))
        if held is not None:
            yield held
        if not found:
            yield Problem(self._item, f"{self._item} holds no page ({left or 'no record at all'})")

    def _record(self, record: WarcRecord, records: Records) -> Iterator[Result]:
        url = shown((record.headers.get("WARC-Target-URI") or "").strip("<> \t"))[:_LONGEST_ADDRESS]
        where = f"{self._item}#{url}"
        try:
            kind = _media_type(record)
            if why := self._why_left(record, kind, url):
                self._left[why] += 1
                return
            raw = self._bytes(record, where)
        except OSError as error:
            records.lost()
            yield Problem(where, f"{where} is damaged: {' '.join(str(error).split())[:200]}; get it anew")
            return
        except InputError as error:
            yield Problem(where, str(error))
            return
        if len(raw) < record.content_length:
            records.lost()
            there = f"{len(raw):,} of {record.content_length:,} bytes are there"
            yield Problem(where, f"{where} is cut off: {there}; get it anew")
            return
        yield from self._read(kind, raw, record, where, url)

    def _bytes(self, record: WarcRecord, where: str) -> bytes:
        raw = record.reader.read(self._options.max_bytes + 1)
        self._budget.spend(len(raw))
        check_size(len(raw), where, self._options)
        return raw

    def _why_left(self, record: WarcRecord, kind: str, url: str) -> str | None:
        """As what a record that is no page is counted; None for a page."""
        if record.record_type not in _READ:
            return f"{record.record_type} records"
        if record.is_http and record.http_headers.status_code not in (None, _FETCHED):
            return "answers that are no success"
        converted = record.record_type == WarcRecordType.conversion and kind == _TEXT
        if kind not in _PAGES and kind != _PDF and not converted:
            return "files of other kinds"
        if not url.startswith(("http://", "https://")) or (self._wanted is not None and url not in self._wanted):
            return "parts of pages"
        return None

    def _read(self, kind: str, raw: bytes, record: WarcRecord, where: str, url: str) -> Iterator[Result]:
        known = self._options.metadata.over(Metadata(url=url))
        try:
            body = self._unpacked(raw, record, where) if record.is_http_parsed else raw
            charset = record.http_charset if record.is_http_parsed else None
            if kind == _PDF:
                results = self._nested(BytesIO(body), where, replace(self._options, metadata=known))
            elif kind == _TEXT:
                results = iter((read_text(body, where, known),))
            else:
                results = iter((read_html(body, where, known, charset),))
            notes = (*self._identified(record), *_cut_by_crawler(record))
            for result in results:
                yield _fetched(result, record, notes) if isinstance(result, Document) else result
        except InputError as error:
            yield Problem(where, str(error))

    def _unpacked(self, raw: bytes, record: WarcRecord, where: str) -> bytes:
        body = plain_body(
            raw,
            transfer=record.http_headers.get("Transfer-Encoding") or "",
            encoding=record.http_headers.get("Content-Encoding") or "",
            item=where,
            limit=self._options.max_bytes,
        )
        check_size(len(body), where, self._options)
        return body

    def _identified(self, record: WarcRecord) -> tuple[Note, ...]:
        """Notes where a record has no id, or that of another."""
        identity = record.headers.get("WARC-Record-ID")
        if not identity:
            return (Note("id", "the record has no WARC-Record-ID"),)
        if identity in self._ids:
            return (Note("id", f"another record of {self._item} has the same WARC-Record-ID"),)
        self._ids.add(identity)
        return ()


def _media_type(record: WarcRecord) -> str:
    """In lower case, without parameters; that of the answer where the record is one of a server.

    OSError where the record has no length, or too small a one for an answer.
    """
    if "Content-Length" not in record.headers:
        raise OSError("it breaks off in its header")
    if record.is_http:
        record.parse_http()
        if not len(record.http_headers):
            raise OSError("no answer of a server in it, or its length is wrong")
        return (record.http_content_type or "").lower()
    return (record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()


def _cut_by_crawler(record: WarcRecord) -> tuple[Note, ...]:
    """A note where whoever fetched the page stopped in the middle of it."""
    why = record.headers.get("WARC-Truncated")
    return (Note("damaged", f"the crawler kept only a part of it ({shown(why)[:40]})"),) if why else ()


def _fetched(document: Document, record: WarcRecord, notes: tuple[Note, ...]) -> Document:
    """The document, with what the day of fetching says of its date."""
    day = _day(record.headers.get("WARC-Date"))
    stated = _day(document.published)
    if day and not document.published:
        notes = (*notes, Note("published", f"states no date of publication; it was fetched on {day}, so not later"))
    elif day and stated and stated > day + _ZONES:
        told = f"states {document.published} as its date, and was fetched on {day} already"
        notes = (*notes, Note("published", told))
    return replace(document, notes=(*document.notes, *notes))


def _day(moment: str | None) -> date | None:
    try:
        return date.fromisoformat((moment or "")[:10])
    except ValueError:
        return None
