"""The list of all that heads a row of the network, each with a number."""

from pathlib import Path

import msgspec

from foedus.ledger.columns.manifest import write_whole
from foedus.ledger.columns.scheme import Head

_decode = msgspec.json.Decoder(list[Head]).decode


class Heads:
    """Heads by number; the first one that came with an identity is how it is shown."""

    def __init__(self, listed: list[Head]) -> None:
        """In the order of their numbers."""
        self.listed = listed
        self._numbers = {head.identity: number for number, head in enumerate(listed)}
        self._written = len(listed)

    @classmethod
    def read(cls, folder: Path, name: str) -> "Heads":
        """Those of a file, none where it has no name yet."""
        return cls(_decode((folder / name).read_bytes()) if name else [])

    def number(self, head: Head) -> int:
        """The head's number, a new one where it was never met."""
        found = self._numbers.get(head.identity)
        if found is None:
            found = self._numbers[head.identity] = len(self.listed)
            self.listed.append(head)
        return found

    def write(self, folder: Path, name: str, generation: int) -> str:
        """Into a new file where there are more than in the one named; the name of the file that holds them."""
        if name and len(self.listed) == self._written:
            return name
        new = f"heads-{generation}.json"
        write_whole(folder / new, msgspec.json.encode(self.listed))
        return new
