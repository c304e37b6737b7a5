"""The page that an entry of a feed links to: fetched where its robots.txt allows it, and read by its own kind."""

import io
from collections.abc import Iterator

from msgspec.structs import replace

from foedus.ingest import sniff
from foedus.ingest.feed_entry import Entry
from foedus.ingest.html import read_html
from foedus.ingest.opening import Opening
from foedus.ingest.options import Metadata, Options
from foedus.ingest.problem import Problem, Result
from foedus.model.document import Document
from foedus.model.errors import InputError
from foedus.watching.errors import FetchError
from foedus.watching.fetching import Answer, Fetcher
from foedus.watching.robots import Robots

_ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.8, application/pdf;q=0.8, */*;q=0.1"
_HTML = ("text/html", "application/xhtml+xml")


class Pages:
    """Fetches linked pages; `options` hold the limits of what is read."""

    def __init__(self, fetcher: Fetcher, robots: Robots, options: Options) -> None:
        self._fetcher = fetcher
        self._robots = robots
        self._options = options

    def read(self, link: str, entry: Entry, outlet: str | None) -> list[Result]:
        """The documents of the page, dated and named as the feed says where that says more.

        TryLaterError where it may come another time, InputError where it gives no document.
        """
        answer = self._fetcher.get(link, accept=_ACCEPT, allowed=self._robots.check)
        date = None if entry.is_changed_date else entry.published
        given = Metadata(published=date, url=link)
        lacking = Metadata(entry.published, entry.title, outlet, link)
        if answer.kind in _HTML and sniff.html((answer.body or b"")[: sniff.HEAD_BYTES]) is not False:
            return [_html(answer, link, given, lacking)]
        found = list(_other(answer, link, replace(self._options, metadata=given)))
        if not any(isinstance(one, Document) for one in found):
            problems = [one.message for one in found if isinstance(one, Problem)]
            raise FetchError(problems[0] if problems else f"{link} holds no document")
        return found


def _html(answer: Answer, link: str, given: Metadata, lacking: Metadata) -> Document:
    raw = answer.body or b""
    document = read_html(raw, link, given, answer.charset)
    known = Metadata(document.published, document.title, document.outlet, document.url)
    if all((known.published or not lacking.published, known.title, known.outlet or not lacking.outlet)):
        return document
    return read_html(raw, link, given.over(known).over(lacking), answer.charset)


def _other(answer: Answer, link: str, options: Options) -> Iterator[Result]:
    body = answer.body or b""
    if not body:
        raise InputError(f"{link} is empty: nothing to read")
    return Opening(link, len(body), options).read(io.BufferedReader(io.BytesIO(body)), link, options)
