"""TAR archives, packed or not: each file read by its own kind while the archive goes by; links and devices are none."""

import tarfile
from collections.abc import Iterator
from typing import BinaryIO

from foedus.ingest.formats import Nested
from foedus.ingest.limits import DAMAGED, Budget, damage
from foedus.ingest.members import Members
from foedus.ingest.options import Options
from foedus.ingest.problem import Problem, Result
from foedus.model.errors import InputError


def read_tar(stream: BinaryIO, item: str, options: Options, nested: Nested) -> Iterator[Result]:
    """The reports in an archive, in its order; what follows a damaged place is lost, and told."""
    members = Members(item, options)
    passed = Budget(item, None, options)
    try:
        with tarfile.open(fileobj=stream, mode="r|*") as archive:
            for entry in archive:
                passed.spend(entry.size)  # what is left out is unpacked as well
                if not entry.isdir() and members.takes(entry.name):
                    yield from _entry(archive, entry, members, options, nested)
    except InputError as error:
        yield Problem(item, str(error))
    except DAMAGED as error:
        yield Problem(item, f"{item} {damage(error)}")
    yield from members.left()


def _entry(
    archive: tarfile.TarFile, entry: tarfile.TarInfo, members: Members, options: Options, nested: Nested
) -> Iterator[Result]:
    member = archive.extractfile(entry) if entry.isreg() else None
    if member is None:
        members.leave(entry.name)
        return
    with member:
        yield from nested(member, members.item(entry.name), options)  # type: ignore[arg-type]  # see zipped.py
