"""Looking again and again: each feed and folder when its time has come, until the end is called for."""

from collections.abc import Callable, Sequence

from foedus.model.errors import LedgerError
from foedus.watching.clock import Clock
from foedus.watching.errors import EndedError
from foedus.watching.feeds import FeedWatch
from foedus.watching.folders import FolderWatch
from foedus.watching.patience import moment
from foedus.watching.state import WatchState

FOLDER_SECONDS = 10.0
"""Between two looks at a folder."""
_NEVER = float("inf")
_BUSY_SECONDS = 60.0
_BUSY_TIMES = 5


class Watch:
    """Feeds by their addresses, looked at by `look`; folders. `every` seconds lie between two looks at a feed."""

    def __init__(
        self,
        urls: Sequence[str],
        feeds: FeedWatch | None,
        folders: Sequence[FolderWatch],
        state: WatchState,
        *,
        clock: Clock,
        tell: Callable[[str], None],
        every: float,
    ) -> None:
        """`feeds` is None where no address is watched; `tell` takes a line for the user."""
        self._urls = list(dict.fromkeys(urls))
        self._feeds = feeds
        self._folders = folders
        self._state = state
        self._clock = clock
        self._tell = tell
        self._every = every
        self._busy = 0

    def once(self) -> None:
        """One look at everything; a feed that asked to be left alone longer is named and left."""
        try:
            for folder in self._folders:
                folder.look()
            for url in self._urls:
                self._once(url)
        except EndedError:
            return

    def run(self) -> None:
        """Look until the end is called for. LedgerError where the ledger cannot be written for several minutes."""
        for url in self._urls:
            if ended := self._state.feed(url).ended:
                self._tell(f"{url} is gone for good since {ended}: take it out of your list")
        folders_due = 0.0
        while not self._clock.is_ended and (self._folders or any(self._due(url) < _NEVER for url in self._urls)):
            try:
                if self._folders and self._clock.now() >= folders_due:
                    for folder in self._folders:
                        folder.look()
                    folders_due = self._clock.now() + FOLDER_SECONDS
                self._look_at_due()
                self._busy = 0
            except EndedError:
                return
            except LedgerError as error:
                self._wait_for_ledger(error)
            self._wait(folders_due)

    def _once(self, url: str) -> None:
        state = self._state.feed(url)
        if state.ended:
            self._tell(f"{url} is gone for good since {state.ended}: take it out of your list")
        elif state.not_before > self._clock.now():
            self._tell(f"{url} is left alone until {moment(state.not_before)}")
        elif self._feeds is not None and not self._clock.is_ended:
            self._feeds.look(url)

    def _look_at_due(self) -> None:
        """One feed, so that folders have their turn as well."""
        now = self._clock.now()
        url = min(self._urls, key=self._due, default=None)
        if url is not None and self._feeds is not None and self._due(url) <= now:
            self._feeds.look(url)

    def _due(self, url: str) -> float:
        state = self._state.feed(url)
        return _NEVER if state.ended else max(state.polled + self._every, state.not_before)

    def _wait(self, folders_due: float) -> None:
        times = [self._due(url) for url in self._urls] + ([folders_due] if self._folders else [])
        self._clock.wait(min(min(times) - self._clock.now(), self._every))

    def _wait_for_ledger(self, error: LedgerError) -> None:
        self._busy += 1
        if self._busy >= _BUSY_TIMES:
            raise error
        self._tell(f"{error}; tried again in {_BUSY_SECONDS:.0f} s, nothing is lost meanwhile")
        self._clock.wait(_BUSY_SECONDS)
