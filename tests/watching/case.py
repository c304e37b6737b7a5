"""What tests of watching are put together from: a clock that does not sleep, and a reader that only collects."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from foedus.ingest.options import Options
from foedus.ingest.problem import Problem
from foedus.ingest.sources import Item
from foedus.intake.tally import Tally
from foedus.model.document import Document
from foedus.watching.feeds import FeedWatch
from foedus.watching.fetching import Fetcher, Limits
from foedus.watching.folders import FolderWatch
from foedus.watching.hosts import Hosts
from foedus.watching.pages import Pages
from foedus.watching.robots import Robots
from foedus.watching.state import WatchState
from foedus.watching.tally import Watched
from foedus.watching.watch import Watch

AGENT = "Foedus/test (reads feeds)"
BEGIN = 1_700_000_000.0


class FastClock:
    """Time that passes at once when it is waited for; it ends after `lasting` seconds, or when `is_ended` is set."""

    def __init__(self, lasting: float = 10**9) -> None:
        self.is_ended = False
        self.waits: list[float] = []
        self._now = BEGIN
        self._until = BEGIN + lasting

    @property
    def passed(self) -> float:
        """Seconds since the beginning."""
        return self._now - BEGIN

    def now(self) -> float:
        """The time."""
        return self._now

    def wait(self, seconds: float) -> None:
        """Let it be later."""
        if seconds > 0:
            self.waits.append(seconds)
            self._now += seconds
            self.is_ended = self.is_ended or self._now >= self._until

    def later(self, seconds: float) -> None:
        """Let it be later without anybody waiting."""
        self._now += seconds


class Collected:
    """Takes items as a reading does, and keeps them; a `fault` is raised once instead, before anything is kept."""

    def __init__(self) -> None:
        self.documents: list[Document] = []
        self.problems: list[Problem] = []
        self.fault: Exception | None = None
        self.after: Callable[[int], None] = lambda _: None

    def __call__(self, note: str, items: Iterable[Item]) -> Tally:
        """All of them."""
        if self.fault is not None:
            fault, self.fault = self.fault, None
            raise fault
        tally = Tally()
        for item in items:
            if isinstance(item.result, Problem):
                self.problems.append(item.result)
                tally.not_read += 1
            else:
                self.documents.append(item.result)
                tally.read += 1
                self.after(len(self.documents))
        return tally

    @property
    def titles(self) -> list[str | None]:
        """Of what was read, in order."""
        return [document.title for document in self.documents]


class Desk:
    """All parts of a watch over one state, with what came of them."""

    def __init__(self, state: WatchState, clock: FastClock, fetcher: Fetcher, hosts: Hosts) -> None:
        self.state = state
        self.clock = clock
        self.fetcher = fetcher
        self.hosts = hosts
        self.read = Collected()
        self.told: list[str] = []
        self.watched = Watched()

    def robots(self) -> Robots:
        """What may be fetched."""
        return Robots(self.fetcher, self.hosts, self.state, self.clock)

    def feeds(self, *, pages: bool = False) -> FeedWatch:
        """A watch of feeds."""
        linked = Pages(self.fetcher, self.robots(), Options()) if pages else None
        tell = self.told.append
        parts = (self.state, self.fetcher, self.clock, self.read, tell)
        return FeedWatch(*parts, watched=self.watched, pages=linked, chance=lambda: 1.0)

    def folder(self, folder: Path) -> FolderWatch:
        """A watch of a folder."""
        tell, options = self.told.append, Options()
        return FolderWatch(folder, self.state, self.clock, self.read, tell, watched=self.watched, options=options)

    def watch(self, *urls: str, folders: Iterable[Path] = (), every: float = 900.0) -> Watch:
        """A watch of all of it."""
        found = [self.folder(folder) for folder in folders]
        feeds, tell = self.feeds(), self.told.append
        return Watch(urls, feeds, found, self.state, clock=self.clock, tell=tell, every=every)


@contextmanager
def desk(
    path: Path, *, clock: FastClock | None = None, limits: Limits | None = None, allow_private: bool = True
) -> Iterator[Desk]:
    """A desk whose state lies at a path; jitter is none."""
    clock = clock or FastClock()
    with WatchState(path) as state:
        hosts = Hosts(state, clock, chance=lambda: 1.0)
        with Fetcher(AGENT, hosts, clock, limits or Limits(1_000_000), allow_private=allow_private) as fetcher:
            yield Desk(state, clock, fetcher, hosts)
