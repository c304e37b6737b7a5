"""What was measured of one number of pages, and where it is kept until the page is written."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

FOLDER = Path(__file__).with_name("lineage_measured")


class Found(Struct, frozen=True):
    """One engine over all pages: seconds of the processor, MiB at the peak, recall of planted pages by their kind.

    `keys` is the time for keys, signatures or whatever stands for a page; `look_up` for the earlier pages that share
    one; `proof` for the comparison of words, 0 for an engine that does none. `precision` is of what it leads to.
    """

    name: str
    keys: float
    look_up: float
    proof: float
    peak_mib: float
    recall: Mapping[str, float]
    precision: float

    @property
    def candidates(self) -> float:
        """Seconds until candidates are known."""
        return self.keys + self.look_up


class Result(Struct, frozen=True):
    """All engines over the same pages in one run; `idle` says that the machine did nothing else."""

    pages: int
    words: int
    keys: int
    day: str
    idle: bool
    found: tuple[Found, ...]


def keep(result: Result) -> None:
    """In a file of its size."""
    FOLDER.mkdir(exist_ok=True)
    file = FOLDER / f"{result.pages}.json"
    file.write_bytes(msgspec.json.format(msgspec.json.encode(result), indent=1) + b"\n")


def kept() -> Iterator[Result]:
    """All that are kept, the fewest pages first."""
    found = [msgspec.json.decode(file.read_bytes(), type=Result) for file in FOLDER.glob("*.json")]
    yield from sorted(found, key=lambda one: one.pages)
