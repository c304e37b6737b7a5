"""What a job has done, round by round: whatever is killed, the next call goes on and nothing is read in twice.

A round is written apart, then its record is put beside those of the rounds before; only that makes it done. Then its
files are moved to their places, under names that bear the round: moving what has been moved already changes nothing.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct

from foedus.ingest.confined.parsing import ParsingLimits
from foedus.ingest.options import Options
from foedus.model.errors import InputError
from foedus.scale.places import File, Places

TABLES = ("claims", "documents", "problems")
"""In this order they are moved: where a document stands, its claims stand too."""
HERE = "_foedus"
"""The folder of the job's own files, in the folder that it writes to."""
JOB = "job.json"
"""Its record of itself, in that folder."""


class Job(Struct, frozen=True):
    """Which job writes to a place: with which reader, options and limits, and where its rounds are noted."""

    foedus: str
    reader: str
    options: Options
    parsing: ParsingLimits
    checkpoint: str


class Round(Struct, frozen=True):
    """A round that is done: its files with their sizes, and how many rows each table got by it."""

    files: Sequence[tuple[str, int]]
    rows: Mapping[str, int]


class Journal:
    """The records of a job at a place, its checkpoint, and the folder that the job writes to."""

    def __init__(self, places: Places, out: str, checkpoint: str | None = None) -> None:
        """Records of rounds lie within the output unless another place is named."""
        self._places = places
        self.out = out.rstrip("/")
        self.checkpoint = checkpoint.rstrip("/") if checkpoint else f"{self.out}/{HERE}"
        self._done: dict[int, Round] = {}

    def begin(self, job: Job) -> None:
        """Take up the job where it stands; InputError where another one writes, or something else lies, there."""
        record = f"{self.out}/{HERE}/{JOB}"
        if self._places.exists(record):
            self._check(job, record)
        elif self._places.exists(self.out) and self._places.below(self.out):
            raise InputError(f"{self.out} holds files of something else: name an empty or a new folder with --out")
        else:
            self._places.write(record, msgspec.json.encode(job))
        self._done = dict(self._records())
        for number in self._done:
            self.settle(number)
        self._places.remove(f"{self.out}/{HERE}/rounds-under-way")

    @property
    def done(self) -> Mapping[int, Round]:
        """Rounds by number."""
        return self._done

    def left(self, files: Sequence[File]) -> tuple[list[File], list[str]]:
        """Files that no round has read yet, and URLs of those that have another size since they were read."""
        read = {url: size for one in self._done.values() for url, size in one.files}
        left = [file for file in files if file.url not in read]
        return left, [file.url for file in files if read.get(file.url, file.size) != file.size]

    def next(self) -> int:
        """The number of the next round."""
        return max(self._done, default=0) + 1

    def under_way(self, number: int) -> str:
        """Where a round is written, a folder for each table, before it is done."""
        return f"{self.out}/{HERE}/rounds-under-way/{number:06}"

    def close(self, number: int, files: Sequence[File], rows: Mapping[str, int]) -> Round:
        """The round is done: from here on it counts, whatever happens."""
        one = Round([(file.url, file.size) for file in files], rows)
        self._places.write(f"{self.checkpoint}/rounds/{number:06}.json", msgspec.json.encode(one))
        self._done[number] = one
        self.settle(number)
        return one

    def settle(self, number: int) -> None:
        """Move what a round wrote to where it belongs."""
        written = self.under_way(number)
        if not self._places.exists(written):
            return
        for table in TABLES:
            if not self._places.exists(f"{written}/{table}"):
                continue
            folder = self._places.qualified(f"{written}/{table}")
            for file in self._places.below(folder):
                within, _, name = file.url.removeprefix(f"{folder}/").rpartition("/")
                place = "/".join(filter(None, (self.out, table, within, f"{number:06}-{name}")))
                self._places.move(file.url, place)
        self._places.remove(written)

    def _check(self, job: Job, record: str) -> None:
        try:
            found = msgspec.json.decode(self._places.read(record), type=Job)
        except msgspec.MsgspecError as error:
            raise InputError(f"{record} is no record of a job: {error}; write to another place with --out") from error
        if found != job:
            told = [name for name in Job.__struct_fields__ if getattr(found, name) != getattr(job, name)]
            raise InputError(
                f"{self.out} is another job's (its {', '.join(told)} differ): go on as it was begun, "
                "or write to another place with --out"
            )

    def _records(self) -> Iterator[tuple[int, Round]]:
        folder = f"{self.checkpoint}/rounds"
        if not self._places.exists(folder):
            return
        for file in self._places.below(folder):
            try:
                one = msgspec.json.decode(self._places.read(file.url), type=Round)
                yield int(file.name.removesuffix(".json")), one
            except ValueError as error:  # msgspec's errors are ValueErrors
                raise InputError(f"{file.url} is no record of a round: {error}; the job cannot go on") from error
