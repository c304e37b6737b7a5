"""ZIP archives: each entry read by its own kind, straight out of the archive, none ever written to disk by its name."""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from msgspec.structs import replace

from foedus.ingest.formats import Nested
from foedus.ingest.limits import DAMAGED, damage
from foedus.ingest.manifest import NAME as MANIFEST
from foedus.ingest.manifest import Manifest, parse_manifest
from foedus.ingest.members import Members
from foedus.ingest.options import Metadata, Options
from foedus.ingest.problem import Problem, Result
from foedus.ingest.spool import seekable
from foedus.model.errors import InputError

_ENCRYPTED = 0x1


def read_zip(stream: BinaryIO, item: str, options: Options, nested: Nested) -> Iterator[Result]:
    """The reports in an archive, in its order; InputError where it is no archive or holds too many entries."""
    members = Members(item, options)
    with seekable(stream, item, options) as whole, open_zip(whole, item) as archive:
        manifests = _manifests(archive, members)
        for manifest in manifests.values():
            yield from manifest.problems
        for entry in archive.infolist():
            folder, name = posixpath.split(entry.filename)
            if entry.is_dir() or (folder in manifests and name == MANIFEST) or not members.takes(entry.filename):
                continue
            known = manifests[folder].files.get(name, Metadata()) if folder in manifests else Metadata()
            given = replace(options, metadata=options.metadata.over(known))
            yield from read_entry(archive, entry, members.item(entry.filename), given, nested)
    yield from members.left()


def _manifests(archive: zipfile.ZipFile, members: Members) -> dict[str, Manifest]:
    """Of each folder in the archive that has one."""
    names = set(archive.namelist())
    found: dict[str, Manifest] = {}
    for path in sorted(name for name in names if posixpath.basename(name) == MANIFEST):
        folder = posixpath.dirname(path)

        def is_beside(name: str, folder: str = folder) -> bool:
            return posixpath.join(folder, name) in names

        try:
            with archive.open(path) as stream:
                found[folder] = parse_manifest(stream, members.item(path), is_beside)
        except DAMAGED as error:
            told = f"{members.item(path)} {damage(error)}; its files are read without it"
            found[folder] = Manifest({}, (Problem(members.item(path), told),))
    return found


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
