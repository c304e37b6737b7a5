"""What is known of a document beside its text: its pages, what was corrected, and who has read it."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from urllib.parse import urlsplit

from msgspec import Struct

from foedus.ledger.reading.history import PageVersion
from foedus.ledger.reading.incoming import CORRECTABLE
from foedus.ledger.store import Ledger
from foedus.model.document import Document, Note


class PageFacts(Struct, frozen=True):
    """A page that carries the text, as it is known now; `link` is its address where that is one of the web."""

    page: int
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    link: str | None
    lang: str
    source: str | None


class Corrected(Struct, frozen=True):
    """A field of a page that was known otherwise before; `command` is what brought the new value."""

    page: int
    at: str
    field: str
    was: str | None
    now: str | None
    command: str | None


class Reading(Struct, frozen=True):
    """Who has read the text, when, and how many claims that gave."""

    reader: str
    at: str
    claims: int


class Facts(Struct, frozen=True):
    """A document without its text."""

    id: str
    sha256: str
    lang: str
    published: str | None
    title: str | None
    headline: str
    """The title, else the first words of the text, else the id."""
    outlet: str | None
    url: str | None
    raw_sha256: str | None
    extractor: str
    characters: int
    notes: tuple[Note, ...]
    pages: tuple[PageFacts, ...]
    corrected: tuple[Corrected, ...]
    read_by: tuple[Reading, ...]


HEADLINE = 90


def facts(ledger: Ledger, document: Document) -> Facts:
    """What the ledger knows of a document that it holds."""
    versions = ledger.page_versions(document.id)
    return Facts(
        document.id,
        document.sha256,
        document.lang,
        document.published,
        document.title,
        headline(document.title, document.text) or document.id,
        document.outlet,
        document.url,
        document.raw_sha256,
        document.extractor,
        len(document.text),
        document.notes,
        tuple(_pages(versions)),
        tuple(_corrected(versions)),
        tuple(Reading(str(one.reader), one.at, one.claims) for one in ledger.read_by(document.id)),
    )


def headline(title: str | None, text: str) -> str:
    """What a document is called: its title, else the beginning of its first line."""
    line = title or text[:1_000].strip().partition("\n")[0]
    return line if len(line) <= HEADLINE else line[:HEADLINE].rpartition(" ")[0] + " …"


def _pages(versions: Sequence[PageVersion]) -> Iterator[PageFacts]:
    for number, some in groupby(versions, key=lambda version: version.page):
        known = [one for one in some if one.ended is None]
        for page in (one.document for one in known[-1:]):
            yield PageFacts(
                number, page.outlet, page.published, page.title, page.url, web(page.url), page.lang, page.source
            )


def web(url: str | None) -> str | None:
    """An address that may be a link: of the web, and nothing that runs."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def _corrected(versions: Sequence[PageVersion]) -> Iterator[Corrected]:
    for number, some in groupby(versions, key=lambda version: version.page):
        for old, new in pairwise(some):
            for field in CORRECTABLE:
                was, now = getattr(old.document, field), getattr(new.document, field)
                if was != now:
                    yield Corrected(number, new.learned, field, was, now, new.command)
