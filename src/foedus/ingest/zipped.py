"""ZIP archives: each entry read by its own kind, straight out of the archive, none ever written to disk by its name."""

import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from foedus.ingest.formats import Nested
from foedus.ingest.limits import DAMAGED, damage
from foedus.ingest.members import Members
from foedus.ingest.options import Options
from foedus.ingest.problem import Problem, Result
from foedus.ingest.spool import seekable
from foedus.model.errors import InputError

_ENCRYPTED = 0x1


def read_zip(stream: BinaryIO, item: str, options: Options, nested: Nested) -> Iterator[Result]:
    """The reports in an archive, in its order; InputError where it is no archive or holds too many entries."""
    members = Members(item, options)
    with seekable(stream, item, options) as whole, open_zip(whole, item) as archive:
        for entry in archive.infolist():
            if not entry.is_dir() and members.takes(entry.filename):
                yield from read_entry(archive, entry, members.item(entry.filename), options, nested)
    yield from members.left()


def open_zip(stream: BinaryIO, item: str) -> zipfile.ZipFile:
    """The archive; InputError where its directory cannot be read."""
    try:
        return zipfile.ZipFile(stream)
    except DAMAGED as error:
        raise InputError(f"{item} {damage(error)}") from error


def read_entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, item: str, options: Options, nested: Nested
) -> Iterator[Result]:
    """One entry by its own kind; a problem where it is locked or damaged."""
    if entry.flag_bits & _ENCRYPTED:
        yield Problem(item, f"{item} is locked with a password: unpack it yourself and give the files")
        return
    try:
        member = archive.open(entry)
    except DAMAGED as error:
        yield Problem(item, f"{item} {damage(error)}")
        return
    with member:
        yield from nested(member, item, options)  # type: ignore[arg-type]  # an IO[bytes], which typeshed tells apart
