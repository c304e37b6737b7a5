"""One look at a folder: files that are new or were changed are read once nobody writes into them any more."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from foedus.ingest.folder import find_files
from foedus.ingest.options import Options
from foedus.ingest.problem import Problem
from foedus.ingest.sources import Item, read_sources
from foedus.watching.clock import Clock
from foedus.watching.lines import brought, many
from foedus.watching.state import FileState, WatchState
from foedus.watching.tally import ReadItems, Watched

SETTLED = 2.0
"""Seconds for which a file must stay as it is before it is read."""
AT_ONCE = 50
"""Files that are read and remembered together: what a kill costs."""


class FolderWatch:
    """Looks at a folder. A file that was only renamed, or is gone, is left alone: so is what was read of it."""

    def __init__(
        self,
        folder: Path,
        state: WatchState,
        clock: Clock,
        read: ReadItems,
        tell: Callable[[str], None],
        *,
        watched: Watched,
        options: Options,
    ) -> None:
        """`read` puts items into the ledger, `tell` takes a line for the user, `watched` counts."""
        self._folder = folder.absolute()
        self._state = state
        self._clock = clock
        self._read = read
        self._tell = tell
        self._watched = watched
        self._options = options
        self._known = state.files()
        self._told: set[str] = set()

    def look(self) -> None:
        """Read what is new; where nothing is, this costs a walk through the folder."""
        met = list(self._fresh())
        if not met:
            return
        self._clock.wait(SETTLED)
        settled = [file for file in met if _state_of(Path(file.path)) == file]
        for at in range(0, len(settled), AT_ONCE):
            if not self._clock.is_ended:
                self._take(settled[at : at + AT_ONCE])

    def _fresh(self) -> Iterator[FileState]:
        gone: dict[int, FileState] | None = None
        for found in self._files():
            file = _state_of(found)
            if file is None or self._known.get(file.path) == file:
                continue
            if gone is None:  # only looked for where something is new
                gone = {one.number: one for one in self._known.values() if not Path(one.path).exists()}
            before = gone.get(file.number)
            if before is not None and before == file._replace(path=before.path):
                self._remember([file])
            else:
                yield file

    def _files(self) -> Iterator[Path]:
        if not self._folder.is_dir():
            self._tell_once(f"{self._folder} is not there: it is looked for again")
            return
        for found in find_files(self._folder):
            if isinstance(found, Path):
                yield found
            elif found.item != str(self._folder):  # an empty folder is no problem: something will come
                self._tell_once(found.message)

    def _take(self, files: Sequence[FileState]) -> None:
        done: list[FileState] = []
        tally = self._read(f"watch {self._folder}", self._items(files, done))
        self._remember(done)
        self._watched.add(tally)
        self._tell(brought(str(self._folder), many(len(done), "new or changed file", "new or changed files"), tally))

    def _items(self, files: Sequence[FileState], done: list[FileState]) -> Iterator[Item]:
        """At the end the file under way is left: it is read again as a whole."""
        by_path = {file.path: file for file in files}
        under_way: FileState | None = None
        for item in read_sources(list(by_path), self._options):
            file = by_path.get(item.file)
            if file is None:  # a fault of the manifest beside the files, which would be told with each of them
                if isinstance(item.result, Problem):
                    self._tell_once(item.result.message)
                continue
            if under_way is not None and under_way is not file:
                done.append(under_way)
            under_way = file
            if self._clock.is_ended:
                return
            yield item
        done[:] = files

    def _remember(self, files: Iterable[FileState]) -> None:
        kept = list(files)
        self._state.keep_files(kept)
        self._known |= {file.path: file for file in kept}

    def _tell_once(self, line: str) -> None:
        if line not in self._told:
            self._told.add(line)
            self._tell(line)


def _state_of(path: Path) -> FileState | None:
    """The file as it is now; None where it is gone or cannot be looked at."""
    try:
        found = path.stat()
    except OSError:
        return None
    return FileState(str(path), found.st_size, found.st_mtime_ns, found.st_ino)
