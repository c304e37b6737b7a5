"""One file packed with gzip, bzip2, xz or Zstandard: unpacked as it is read, and read by the kind of what is in it."""

import bz2
import gzip
import io
import lzma
from collections.abc import Iterator
from importlib import import_module
from typing import IO, BinaryIO

from foedus.ingest.formats import Nested
from foedus.ingest.members import Members
from foedus.ingest.options import Options
from foedus.ingest.problem import Result
from foedus.model.errors import InputError


def read_gzip(stream: BinaryIO, item: str, options: Options, nested: Nested) -> Iterator[Result]:
    """What is in a gzip file."""
    return _read(gzip.GzipFile(fileobj=stream, mode="rb"), item, options, nested)


def read_bzip2(stream: BinaryIO, item: str, options: Options, nested: Nested) -> Iterator[Result]:
    """What is in a bzip2 file."""
    return _read(bz2.BZ2File(stream), item, options, nested)


def read_xz(stream: BinaryIO, item: str, options: Options, nested: Nested) -> Iterator[Result]:
    """What is in an xz file."""
    return _read(lzma.LZMAFile(stream), item, options, nested)


def read_zstd(stream: BinaryIO, item: str, options: Options, nested: Nested) -> Iterator[Result]:
    """What is in a Zstandard file; InputError where this Python cannot unpack it."""
    try:
        zstd = import_module("compression.zstd")
    except ImportError as error:
        raise InputError(
            f"{item} is packed with Zstandard, which Python unpacks from 3.14 on: unpack it first (`unzstd`)"
        ) from error
    return _read(zstd.ZstdFile(stream), item, options, nested)


def _read(unpacked: io.BufferedIOBase | IO[bytes], item: str, options: Options, nested: Nested) -> Iterator[Result]:
    members = Members(item, options)
    name = item.rpartition("!")[2].replace("\\", "/").rpartition("/")[2]
    inside, dot, _ = name.rpartition(".")
    return nested(unpacked, members.item(inside if dot else name), options)  # type: ignore[arg-type]  # see zipped.py
