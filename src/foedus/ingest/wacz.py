"""WACZ archives of saved websites: the WARC files in them, and of these the pages that somebody visited."""

from collections.abc import Collection, Iterator
from typing import BinaryIO
from zipfile import ZipFile

import msgspec

from foedus.ingest.bounded_lines import bounded_lines
from foedus.ingest.formats import Nested
from foedus.ingest.limits import DAMAGED, damage
from foedus.ingest.members import Members
from foedus.ingest.options import Options
from foedus.ingest.problem import Problem, Result
from foedus.ingest.spool import seekable
from foedus.ingest.warc import read_pages
from foedus.ingest.zipped import open_zip, read_entry
from foedus.model.errors import InputError

_ARCHIVE = "archive/"
_PAGES = ("pages/pages.jsonl", "pages/extraPages.jsonl")
_LONGEST_LINE = 1_000_000


class _Page(msgspec.Struct):
    url: str | None = None


def read_wacz(stream: BinaryIO, item: str, options: Options, nested: Nested) -> Iterator[Result]:
    """Pages of all WARC files of an archive: those of its list of pages, or all where it has none."""
    members = Members(item, options)
    with seekable(stream, item, options) as whole, open_zip(whole, item) as archive:
        names = [name for name in archive.namelist() if name.startswith(_ARCHIVE) and members.takes(name)]
        if not names:
            raise InputError(f"{item} is no WACZ: no WARC file in {_ARCHIVE}; read what is in it as a ZIP archive")
        wanted = _visited(archive, item)

        def pages(member: BinaryIO, where: str, inner: Options) -> Iterator[Result]:
            return read_pages(member, where, inner, nested, wanted)

        for name in names:
            try:
                yield from read_entry(archive, archive.getinfo(name), members.item(name), options, pages)
            except InputError as error:
                yield Problem(members.item(name), str(error))
            except DAMAGED as error:
                yield Problem(members.item(name), f"{members.item(name)} {damage(error)}")


def _visited(archive: ZipFile, item: str) -> Collection[str] | None:
    """Addresses of the pages that the archive lists; None where it has no list."""
    found: set[str] = set()
    for name in set(_PAGES) & set(archive.namelist()):
        try:
            with archive.open(name) as lines:
                for line in bounded_lines(lines, _LONGEST_LINE):  # type: ignore[arg-type]  # see zipped.py
                    if line.strip() and (url := msgspec.json.decode(line, type=_Page).url):
                        found.add(url)
        except (*DAMAGED, msgspec.DecodeError) as error:
            raise InputError(f"{item}!{name} {damage(error)}") from error
    return found or None
