"""What the user is told of items while a batch runs: a line each, and a count where a file has too many."""

from collections.abc import Callable

LINES_PER_FILE = 10


class Reports:
    """Tells the first lines of each file and counts the rest; call `close` at the end."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        """`tell` takes each line."""
        self._tell = tell
        self._file: str | None = None
        self._told = 0

    def tell(self, file: str, message: str) -> None:
        """One line about something in a file."""
        if file != self._file:
            self.close()
            self._file, self._told = file, 0
        self._told += 1
        if self._told <= LINES_PER_FILE:
            self._tell(message)

    def close(self) -> None:
        """Tell how many lines of the last file were held back."""
        if self._told > LINES_PER_FILE:
            self._tell(f"{self._file}: {self._told - LINES_PER_FILE} more like these")
        self._told = 0
