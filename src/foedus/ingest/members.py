"""The entries of an archive: which are read, by the rules for folders; what else lies in it is told in one line."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from foedus.ingest.folder import is_report
from foedus.ingest.formats import by_name
from foedus.ingest.options import Options
from foedus.ingest.problem import Problem
from foedus.model.errors import InputError

_NAMED = 5
_MAC = "__MACOSX"


class Members:
    """Looks at the entries of one archive one by one."""

    def __init__(self, item: str, options: Options) -> None:
        """InputError where the archive lies in too many others."""
        if options.max_depth <= 0:
            raise InputError(f"{item} lies in too many archives: unpack the outer ones, or raise it by --limit depth=N")
        self._item = item
        self._most = options.max_members
        self._count = 0
        self._left: list[str] = []
        self._left_count = 0

    def takes(self, name: str) -> bool:
        """Whether an entry may be a report; InputError where there are more entries than allowed.

        As in a folder, hidden files and documentation are none; a name without suffix is told by its bytes.
        """
        self._count += 1
        if self._count > self._most:
            raise InputError(
                f"{self._item} holds more than {self._most:,} files; the rest is left out: "
                "split it, or raise it by --limit members=N"
            )
        path = PurePosixPath(name.replace("\\", "/"))
        if any(part == _MAC or (part.startswith(".") and part.strip(".")) for part in path.parts):
            return False
        if not path.suffix:
            return True
        if not by_name(path.name):
            self.leave(name)
        return is_report(path.name)

    def leave(self, name: str) -> None:
        """Remember an entry that is not read."""
        self._left_count += 1
        if len(self._left) < _NAMED:
            self._left.append(shown(name))

    def item(self, name: str) -> str:
        """How an entry is named in documents and problems."""
        return f"{self._item}!{shown(name)}"

    def left(self) -> Iterator[Problem]:
        """One problem for all entries that are of no kind that is read."""
        if self._left_count:
            more = f" and {self._left_count - len(self._left)} more" if self._left_count > len(self._left) else ""
            names = ", ".join(self._left)
            yield Problem(self._item, f"{self._item}: left out, of no kind that is read: {names}{more}")


def shown(name: str) -> str:
    """A name as it may stand on a screen and in a ledger: an archive may hold any characters as names."""
    return "".join(character if character.isprintable() else "\ufffd" for character in name)
