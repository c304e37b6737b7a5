"""What was measured of one ledger, and where it is kept until the page is written."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

FOLDER = Path(__file__).with_name("measured")


class Written(Struct, frozen=True):
    """Seconds that `Ledger.add` took for all batches, of them the last tenth, and the processor's; generating apart."""

    claims: int
    batch: int
    seconds: float
    last_claims: int
    last_seconds: float
    processor_seconds: float
    bytes: int
    peak_mib: float


class Raw(Struct, frozen=True):
    """Seconds of plain sqlite3 inserts of rows that a ledger made, with all its indexes and words."""

    claims: int
    seconds: float


class Asked(Struct, frozen=True):
    """One kind of question: how often it was asked, and the milliseconds of an answer."""

    name: str
    times: int
    median: float
    p95: float
    slowest: float


class Answers(Struct, frozen=True):
    """Questions of one process; `scan` is one look at every record, in milliseconds."""

    asked: tuple[Asked, ...]
    scan: float
    peak_mib: float


class Result(Struct, frozen=True):
    """All of one run. `idle` says that the machine did nothing else; `asked_idle` the same of the answers, where they
    were asked again later (None: they were not)."""

    store: str
    claims: int
    day: str
    idle: bool
    written: Written
    raw: Raw
    quiet: Answers
    busy: Answers
    busy_rate: float
    network: Answers
    network_first: float
    asked_idle: bool | None = None


def keep(result: Result) -> Path:
    """In a file of its store and size."""
    FOLDER.mkdir(exist_ok=True)
    file = FOLDER / f"{result.store}-{result.claims}.json"
    file.write_bytes(msgspec.json.format(msgspec.json.encode(result), indent=1) + b"\n")
    return file


def kept_of(store: str, claims: int) -> Result:
    """What was measured of one ledger; FileNotFoundError where nothing was."""
    return msgspec.json.decode((FOLDER / f"{store}-{claims}.json").read_bytes(), type=Result)


def kept() -> Iterator[Result]:
    """All that are kept, by store and size."""
    found = [msgspec.json.decode(file.read_bytes(), type=Result) for file in FOLDER.glob("*.json")]
    yield from sorted(found, key=lambda one: (one.store != "sqlite", one.claims))
