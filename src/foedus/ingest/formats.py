"""The kinds of files that are read: by which names and first bytes each is told, and which function reads it.

To add a kind: a module of its own with one function, and its row in `FORMATS`. A whole kind holds one document:

    def read_X(raw: bytes, item: str, given: Metadata) -> Document     # InputError: one line, what, where, the remedy

A streamed kind holds several, or other files:

    def read_X(stream: BinaryIO, item: str, options: Options, nested: Nested) -> Iterator[Result]

It gives a file that lies in it to `nested`, with the options that it got itself (depth is counted there), and the
member's name: `ARCHIVE!MEMBER`, or `FILE#N` for the Nth part of a file. Rows are `FILE:LINE`. `stream` may be unable to
seek (`spool.seekable`). What a broken member raises becomes a problem of that member.
"""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import Any, BinaryIO, NamedTuple

from foedus.ingest import sniff
from foedus.ingest.mail import signs as mail
from foedus.ingest.office import signs as office
from foedus.ingest.options import Metadata, Options
from foedus.ingest.problem import Result
from foedus.model.document import Document, Note

Nested = Callable[[BinaryIO, str, Options], Iterator[Result]]
"""Reads a file that lies in another by its own kind: its bytes, its item name, the options of what holds it."""
Whole = Callable[[bytes, str, Metadata], Document]
Streamed = Callable[[BinaryIO, str, Options, Nested], Iterator[Result]]


class Format(NamedTuple):
    """A kind of files. `suffixes` in lower case with their dot; `reader` is `module:function`, loaded when needed."""

    name: str
    suffixes: tuple[str, ...]
    recognises: sniff.Recognises
    reader: str
    whole: bool

    def read_whole(self) -> Whole:
        """The function that reads one document of bytes."""
        assert self.whole  # noqa: S101 - the caller asks first
        reader: Whole = _load(self.reader)
        return reader

    def read_stream(self) -> Streamed:
        """The function that reads documents and members out of a stream."""
        assert not self.whole  # noqa: S101 - the caller asks first
        reader: Streamed = _load(self.reader)
        return reader


_TEXTUAL = (
    Format("JSON lines", (".jsonl", ".ndjson"), sniff.jsonl, "foedus.ingest.jsonl:read_jsonl", whole=False),
    Format("web page", (".html", ".htm", ".xhtml"), sniff.html, "foedus.ingest.html:read_html", whole=True),
    Format("plain text", (".txt", ".md"), sniff.text, "foedus.ingest.text:read_text", whole=True),
)
_FEED = Format(
    "feed",
    (".rss", ".atom", ".rdf", ".xml"),
    sniff.xml(b"rss", b"feed", b"rdf:RDF", b"RDF"),
    "foedus.ingest.feed:read_feed",
    whole=False,
)
_WIKI = Format(
    "MediaWiki dump", (".xml",), sniff.xml(b"mediawiki"), "foedus.ingest.mediawiki:read_mediawiki", whole=False
)
_TABLES = (
    Format("table", (".csv", ".tsv"), sniff.text, "foedus.ingest.csv_rows:read_csv", whole=False),
    Format(
        "Parquet table",
        (".parquet", ".pq"),
        sniff.begins(b"PAR1\x15"),
        "foedus.ingest.parquet_rows:read_parquet",
        whole=False,
    ),
)
_OFFICE = (
    Format("PDF", (".pdf",), sniff.begins(b"%PDF-"), "foedus.ingest.pdf.read:read_pdf", whole=True),
    Format("DOCX file", (".docx", ".docm"), office.docx, "foedus.ingest.office.docx:read_docx", whole=True),
    Format("ODT file", (".odt",), office.odt, "foedus.ingest.office.odt:read_odt", whole=True),
)
_MAIL = (
    Format("mailbox", (".mbox",), mail.mailbox, "foedus.ingest.mail.mbox:read_mbox", whole=False),
    Format("message", (".eml",), mail.message, "foedus.ingest.mail.eml:read_eml", whole=False),
)
_PACKED = (
    Format(
        "WARC file",
        (".warc", ".warc.gz"),
        sniff.warc,
        "foedus.ingest.warc:read_warc",
        whole=False,
    ),
    Format("WACZ archive", (".wacz",), sniff.maybe_zip, "foedus.ingest.wacz:read_wacz", whole=False),
    Format("ZIP archive", (".zip",), sniff.zip_archive, "foedus.ingest.zipped:read_zip", whole=False),
    Format(
        "TAR archive",
        tuple(".tar .tgz .tbz2 .txz .tar.gz .tar.bz2 .tar.xz .tar.zst".split()),
        sniff.tar,
        "foedus.ingest.tarred:read_tar",
        whole=False,
    ),
    Format("gzip file", (".gz",), sniff.begins(b"\x1f\x8b"), "foedus.ingest.compressed:read_gzip", whole=False),
    Format("bzip2 file", (".bz2",), sniff.bzip2, "foedus.ingest.compressed:read_bzip2", whole=False),
    Format("xz file", (".xz",), sniff.begins(b"\xfd7zXZ\x00"), "foedus.ingest.compressed:read_xz", whole=False),
    Format(
        "Zstandard file",
        (".zst",),
        sniff.begins(b"\x28\xb5\x2f\xfd"),
        "foedus.ingest.compressed:read_zstd",
        whole=False,
    ),
)
FORMATS = (*_OFFICE, *_PACKED, *_MAIL, _FEED, _WIKI, *_TABLES, *_TEXTUAL)
"""In the order in which first bytes are asked: what is told by more comes before what is told by less."""

TEXTUAL = frozenset(suffix for kind in _TEXTUAL for suffix in kind.suffixes)
"""Suffixes of kinds that are text themselves, and need neither unpacking nor a parser of binary files."""


class Told(NamedTuple):
    """The kind of a file, and a note where its name says another."""

    format: Format
    notes: tuple[Note, ...] = ()


def by_name(name: str) -> tuple[Format, ...]:
    """The kinds that a name may mean, those of the longest suffix; none for an unknown one."""
    name = name.lower()
    ends = [(len(suffix), kind) for kind in FORMATS for suffix in kind.suffixes if name.endswith(suffix)]
    longest = max((length for length, _ in ends), default=0)
    return tuple(kind for length, kind in ends if length == longest)


def tell(name: str, head: bytes) -> Told | None:
    """The kind by name, unless the bytes are surely of another; None where neither says one."""
    named = by_name(name)
    for sure in (True, None):
        for kind in named:
            if kind.recognises(head) is sure:
                return Told(kind)
    other = next((kind for kind in FORMATS if kind.recognises(head)), None)
    if other is None and named:
        return Told(named[0])
    if other is None:
        return Told(_PLAIN_TEXT) if _PLAIN_TEXT.recognises(head) is None else None
    if len(named) != 1:
        return Told(other)
    note = Note("format", f"named like a {named[0].name}, and read as the {other.name} that its first bytes say it is")
    return Told(other, (note,))


def suffixes() -> frozenset[str]:
    """All suffixes of kinds that are read."""
    return frozenset(suffix for kind in FORMATS for suffix in kind.suffixes)


def may_be_several(name: str) -> bool:
    """Whether a file of this name may hold more than one document."""
    return any(not kind.whole for kind in by_name(name))


@cache
def _load(reader: str) -> Any:  # noqa: ANN401 - what a row names
    module, _, function = reader.partition(":")
    return getattr(import_module(module), function)


_PLAIN_TEXT = _TEXTUAL[-1]
