"""The input of a job as files, each of which is read whole or not at all, and in which rounds they are read."""

from collections.abc import Iterator, Sequence

from foedus.ingest.folder import is_report
from foedus.model.errors import InputError
from foedus.scale.places import File, Places

TABLES = (".parquet", ".pq")
ROUND_BYTES = 4_000_000_000
"""A round ends with the file that brings it over this, if it has files enough to keep the cluster busy."""
FILES_EACH = 4
"""Files of a round for each task that the cluster can run at once: none waits long for the last."""
WILDCARDS = frozenset("*?[{")


def splits(places: Places, inputs: Sequence[str]) -> list[File]:
    """The files of URLs, folders and patterns, without doubles, in order.

    Of folders those that `foedus read` takes. InputError where one of them names nothing.
    """
    found: dict[str, File] = {}
    for url in inputs:
        files = list(_files(places, url))
        if not files:
            raise InputError(f"{url} names no file to read: check the path, and that all workers see it")
        found |= {file.url: file for file in files}
    return list(found.values())


def rounds(files: Sequence[File], most: int | None, at_once: int) -> Iterator[list[File]]:
    """Files in the order given, `most` in a round, or else enough for `at_once` tasks; tables apart from others."""
    for tables in (False, True):
        some: list[File] = []
        for file in files:
            if is_table(file) is not tables:
                continue
            some.append(file)
            enough = sum(one.size for one in some) >= ROUND_BYTES and len(some) >= at_once * FILES_EACH
            if len(some) == most or (most is None and enough):
                yield some
                some = []
        if some:
            yield some


def is_table(file: File) -> bool:
    """Whether Spark itself reads its rows."""
    return file.name.lower().endswith(TABLES)


def _files(places: Places, url: str) -> Iterator[File]:
    if WILDCARDS.isdisjoint(url) and not places.exists(url):
        return
    for one, is_folder in places.matching(url):
        if is_folder:
            yield from (file for file in places.below(one) if is_report(file.name) or is_table(file))
        else:
            yield places.file(one)
