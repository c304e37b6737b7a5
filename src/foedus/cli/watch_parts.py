"""What `foedus watch` is put together from: ledger, reader, what was seen, and the web where feeds are watched."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from foedus import __version__
from foedus.cli.watch_reading import WatchReading
from foedus.cli.watch_settings import WatchSettings
from foedus.ingest.options import Options
from foedus.intake.sink import Nowhere
from foedus.intake.turns import LONGEST
from foedus.ledger.store import Ledger
from foedus.ledger.stores.location import located
from foedus.model.errors import LedgerError
from foedus.watching.clock import Clock
from foedus.watching.feeds import FeedWatch
from foedus.watching.fetching import Fetcher, Limits
from foedus.watching.folders import FolderWatch
from foedus.watching.hosts import Hosts
from foedus.watching.pages import Pages
from foedus.watching.robots import TOKEN, Robots
from foedus.watching.state import WatchState
from foedus.watching.tally import ReadItems, Watched
from foedus.watching.watch import Watch

_SUFFIX = ".watch.db"
_OF_A_DATABASE = "foedus"


class Parts(NamedTuple):
    """What was asked for: settings, limits of what is read, the ledger's place, the reader's choices."""

    settings: WatchSettings
    options: Options
    ledger: str
    clock: Clock
    pipelines: dict[str, str]
    lexicon: Path | None


@contextmanager
def watching(parts: Parts, tell: Callable[[str], None]) -> Iterator[tuple[Watch, Watched]]:
    """All of it open, and what will have come of it. LedgerError where ledger or state cannot be used."""
    how = parts.settings
    place = how.state or _beside(parts.ledger)
    try:
        with ExitStack() as stack:
            ledger = stack.enter_context(Ledger.open(parts.ledger, create=True, lock_seconds=LONGEST))
            state = stack.enter_context(WatchState(place))
            if state.bind(_first_link(ledger)):
                tell(f"{ledger.where} is empty: what {place} has as read counts as unread")
            watched = Watched()
            read = WatchReading(ledger, tell, pipelines=parts.pipelines, lexicon=parts.lexicon, sink=Nowhere())
            feeds = _feeds(stack, parts, state, read=read, tell=tell, watched=watched) if how.feeds else None
            folders = [
                FolderWatch(folder, state, parts.clock, read, tell, watched=watched, options=parts.options)
                for folder in how.folders
            ]
            yield (
                Watch(how.feeds, feeds, folders, state, clock=parts.clock, tell=tell, every=how.every),
                watched,
            )
            state.bind(_first_link(ledger))
    except sqlite3.Error as error:
        raise LedgerError(f"{place} cannot be written: {error}; free or choose another place with --state") from error


def _feeds(
    stack: ExitStack,
    parts: Parts,
    state: WatchState,
    *,
    read: ReadItems,
    tell: Callable[[str], None],
    watched: Watched,
) -> FeedWatch:
    how = parts.settings
    hosts = Hosts(state, parts.clock)
    limits = Limits(parts.options.max_bytes)
    fetcher = stack.enter_context(
        Fetcher(_agent(how.contact), hosts, parts.clock, limits, allow_private=how.allow_private)
    )
    pages = Pages(fetcher, Robots(fetcher, hosts, state, parts.clock), parts.options) if how.pages else None
    return FeedWatch(state, fetcher, parts.clock, read, tell, watched=watched, pages=pages)


def _agent(contact: str | None) -> str:
    """How servers are told who asks."""
    return f"{TOKEN}/{__version__} (reads feeds{f'; {contact}' if contact else ''})"


def _beside(ledger: str) -> Path:
    found = located(ledger)
    return found.with_suffix(_SUFFIX) if isinstance(found, Path) else Path(_OF_A_DATABASE + _SUFFIX)


def _first_link(ledger: Ledger) -> str:
    """By it a ledger is known wherever it lies; empty where nothing was written yet."""
    first = next(ledger.audit(), None)
    return first.hash or "" if first else ""
