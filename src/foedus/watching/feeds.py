"""One look at a feed: what is new in it is read, and only then remembered as read."""

import hashlib
import random
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from foedus.ingest.feed import broken, entry_document
from foedus.ingest.feed_entry import Entry
from foedus.ingest.feed_parsing import Feed, parse_feed
from foedus.ingest.options import Metadata
from foedus.ingest.problem import Problem, Result
from foedus.ingest.sources import Item
from foedus.model.document import Document, Note
from foedus.model.errors import InputError
from foedus.watching.clock import Clock
from foedus.watching.errors import EndedError, GoneError, RestingError, TryLaterError
from foedus.watching.fetching import Answer, Fetcher, Known
from foedus.watching.lines import brought, many
from foedus.watching.pages import Pages
from foedus.watching.patience import Chance, after_failures, moment
from foedus.watching.state import FeedState, WatchState
from foedus.watching.tally import ReadItems, Watched

AT_ONCE = 50
"""Entries that are read and remembered together: what a kill costs."""
TRIES = 3
"""How often the page of an entry is asked for before its teaser is taken instead."""
_ACCEPT = "application/rss+xml, application/atom+xml, application/rdf+xml;q=0.9, application/xml;q=0.8, */*;q=0.1"
_LONGEST_PAUSE = 86_400.0
"""Seconds between two looks that a feed may ask for."""
_FROM_FEED = ("source", "author")


class FeedWatch:
    """Looks at feeds; `pages` fetches what teasers link to, None where that is not wanted."""

    def __init__(
        self,
        state: WatchState,
        fetcher: Fetcher,
        clock: Clock,
        read: ReadItems,
        tell: Callable[[str], None],
        *,
        watched: Watched,
        pages: Pages | None = None,
        chance: Chance = random.random,
    ) -> None:
        """`read` puts items into the ledger, `tell` takes a line for the user, `watched` counts, `chance` is jitter."""
        self._state = state
        self._fetcher = fetcher
        self._clock = clock
        self._read = read
        self._tell = tell
        self._watched = watched
        self._pages = pages
        self._chance = chance

    def look(self, url: str) -> None:
        """Ask for the feed once, and read what is new."""
        state = self._state.feed(url)
        try:
            answer = self._fetcher.get(state.address, accept=_ACCEPT, known=Known(state.etag, state.modified))
            if answer.body is None:
                self._watched.same += 1
                self._state.keep_feed(self._answered(state, answer))
                return
            feed = parse_feed(answer.body, url, charset=answer.charset, base=answer.url)
        except RestingError as error:
            self._state.keep_feed(state._replace(not_before=self._clock.now() + (error.seconds or 0.0)))
        except GoneError:
            self._ended(state)
        except InputError as error:
            self._failed(state, error)
        else:
            self._take(state, answer, feed)

    def _take(self, state: FeedState, answer: Answer, feed: Feed) -> None:
        marks = {_mark(entry): entry for entry in feed.entries}
        new = self._state.new(state.url, marks)
        # the oldest first, as they came to be: feeds mostly have the newest first
        fresh = [(mark, entry) for mark, entry in reversed(marks.items()) if mark in new]
        self._watched.same += not fresh
        read = [self._taken(state.url, feed, fresh[at : at + AT_ONCE]) for at in range(0, len(fresh), AT_ONCE)]
        if fresh and (problem := broken(feed, state.url)):
            self._tell(problem.message)
        self._state.keep_entries(state.url, marks.keys() - new, self._clock.now())
        kept = self._answered(state, answer, feed.pause)
        # an entry that still waits for its page must be sent again
        self._state.keep_feed(kept if all(read) else kept._replace(etag=None, modified=None))

    def _taken(self, url: str, feed: Feed, entries: Sequence[tuple[str, Entry]]) -> bool:
        """Whether all of the entries were read; those that were are remembered."""
        done: list[str] = []
        tally = self._read(f"watch {url}", self._items(url, feed, entries, done))
        self._state.keep_entries(url, done, self._clock.now())
        self._watched.add(tally)
        if done:
            new = many(len(done), "new entry", "new entries")
            self._tell(brought(url, new, tally, len(entries) - len(done)))
        return len(done) == len(entries)

    def _items(self, url: str, feed: Feed, entries: Sequence[tuple[str, Entry]], done: list[str]) -> Iterator[Item]:
        for mark, entry in entries:
            if self._clock.is_ended:
                return
            try:
                results = self._results(url, feed, entry, mark)
            except EndedError:  # what was read until now is kept
                return
            if results is not None:
                yield from (Item(url, result) for result in results)
                done.append(mark)

    def _results(self, url: str, feed: Feed, entry: Entry, mark: str) -> list[Result] | None:
        """The entry, or its page; None where that is to be tried another time."""
        notes: tuple[Note, ...] = ()
        if self._pages is not None and entry.is_teaser and entry.link:
            try:
                found = self._pages.read(entry.link, entry, feed.title)
            except InputError as error:
                if isinstance(error, TryLaterError) and self._state.count_try(url, mark) < TRIES:
                    return None
                notes = (Note("page", f"its page was not read: {error}"),)
            else:
                return [_with_origin(one, entry) for one in found]
        try:
            return [entry_document(feed, entry, entry.link or f"{url}#{entry.key}", Metadata(), notes)]
        except InputError as error:
            return [Problem(url, str(error))]

    def _answered(self, state: FeedState, answer: Answer, pause: float = 0.0) -> FeedState:
        now = self._clock.now()
        self._watched.looks += 1
        if answer.body is None:  # as it was: so are its wishes
            pause = max(0.0, state.not_before - state.polled) if not state.failures else 0.0
        if answer.moved and answer.moved != state.address:
            self._tell(f"{state.url} has moved for good: asked for at {answer.moved} from now on")
        return state._replace(
            address=answer.moved or state.address,
            etag=answer.headers.get("etag") or (state.etag if answer.body is None else None),
            modified=answer.headers.get("last-modified") or (state.modified if answer.body is None else None),
            polled=now,
            not_before=now + min(pause, _LONGEST_PAUSE),
            failures=0,
        )

    def _failed(self, state: FeedState, error: InputError) -> None:
        """Left alone for longer with each time; where it had moved, its first address is asked again."""
        self._watched.looks += 1
        self._watched.failed += 1
        now = self._clock.now()
        failures = state.failures + 1
        asked = error.seconds if isinstance(error, TryLaterError) else None
        until = now + after_failures(failures, asked, self._chance)
        address = state.address if isinstance(error, TryLaterError) else state.url
        self._state.keep_feed(state._replace(address=address, polled=now, not_before=until, failures=failures))
        self._tell(f"{error}; asked again after {moment(until)}")

    def _ended(self, state: FeedState) -> None:
        self._watched.looks += 1
        ended = moment(self._clock.now())
        self._state.keep_feed(state._replace(ended=ended))
        self._tell(
            f"{state.url} is gone for good, its server says: it is not asked for again, take it out of your list"
        )


def _mark(entry: Entry) -> str:
    """What an entry is remembered by: its id with what it says, so that a changed one is read again."""
    return hashlib.sha256(f"{entry.key}\0{entry.digest}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _with_origin(result: Result, entry: Entry) -> Result:
    """What only the feed says of where a report comes from goes with its page."""
    told = tuple(note for note in entry.notes if note.code in _FROM_FEED)
    return replace(result, notes=(*result.notes, *told)) if isinstance(result, Document) else result
