"""Feeds as files: each entry a document, by the feed's title as outlet, the entry's own link and date."""

from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, BinaryIO

from foedus.ingest.decode import check_text
from foedus.ingest.document import build
from foedus.ingest.feed_parsing import Feed, parse_feed
from foedus.ingest.opening import check_size
from foedus.ingest.options import Metadata, Options
from foedus.ingest.problem import Problem, Result
from foedus.model.document import Document, Note
from foedus.model.errors import InputError

if TYPE_CHECKING:
    from foedus.ingest.feed_entry import Entry
    from foedus.ingest.formats import Nested


def read_feed(stream: BinaryIO, item: str, options: Options, nested: "Nested") -> Iterator[Result]:  # noqa: ARG001 - the shape of all streamed kinds
    """A document or a problem for each entry, `FILE#N`; a problem of the whole where its XML is broken."""
    raw = stream.read(options.max_bytes + 1)
    check_size(len(raw), item, options)
    feed = parse_feed(raw, item)
    met: dict[str, int] = {}
    for number, entry in enumerate(feed.entries, start=1):
        where = f"{item}#{number}"
        double = met.setdefault(entry.key, number)
        notes = (Note("id", f"it has the id of entry {double}: {entry.key}"),) if double != number else ()
        try:
            yield entry_document(feed, entry, where, options.metadata, notes)
        except InputError as error:
            yield Problem(where, str(error))
    if problem := broken(feed, item):
        yield problem


def entry_document(feed: Feed, entry: "Entry", item: str, given: Metadata, notes: tuple[Note, ...] = ()) -> Document:
    """The document of an entry; what is given stands over what the feed says. InputError where it has no text."""
    if not entry.text:
        raise InputError(f"{item} has neither text nor title: nothing to read")
    own = Metadata(entry.published, entry.title, feed.title, entry.link)
    raw = (entry.markup or entry.text).encode("utf-8", "surrogatepass")
    told = (*feed.notes, *entry.notes, *notes)
    text = check_text(entry.text, item)
    return build(text, given.over(own), raw=raw, extractor=_extractor(), source=item, notes=told)


def broken(feed: Feed, item: str) -> Problem | None:
    """What to say of a feed whose XML is damaged or that holds nothing."""
    if feed.damage is not None:
        many = len(feed.entries)
        return Problem(item, f"{item} is damaged XML ({feed.damage}): {many} entries could be told, get the file again")
    return None if feed.entries else Problem(item, f"{item} is a feed without entries: nothing to read")


@cache
def _extractor() -> str:
    return f"feedparser/{version('feedparser')}"
