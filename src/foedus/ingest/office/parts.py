"""The parts of an office file: XML in a ZIP, streamed into a reader of elements, with a limit on what it unpacks to."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from foedus.model.errors import InputError

_MOST_BYTES = 100_000_000
"""All parts of one file together; reports of hundreds of pages have a twentieth."""
_PIECE = 65_536
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, etree.XMLSyntaxError)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_LOCKED = "EncryptedPackage".encode("utf-16-le")


class Reader:
    """What takes the elements of a part as they come (the parser target interface of lxml); here it passes them by."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Text between tags."""

    def doctype(self, *_: str | None) -> None:
        """No office program declares entities, but bombs do."""
        raise zipfile.BadZipFile("it declares a document type, which no office program does")

    def close(self) -> None:
        """The part is over."""


class Parts:
    """The parts of one office file."""

    def __init__(self, raw: bytes, item: str, kind: str) -> None:
        """InputError where it is no ZIP, is locked, or says that it unpacks to too much."""
        self._item = item
        self._spent = 0
        if raw.startswith(_OLE):
            raise InputError(f"{item} {_of_old_kind(raw, kind)}")
        try:
            self._archive = zipfile.ZipFile(BytesIO(raw))
        except _DAMAGED as error:
            raise InputError(f"{item} is a damaged {kind} file ({_told(error)}): get it anew") from error

    def __contains__(self, name: str) -> bool:
        return name in self._archive.NameToInfo

    def read(self, name: str, reader: Reader) -> str | None:
        """Streams a part into a reader; what stopped it early, None where nothing did or there is no such part.

        InputError where the file unpacks to too much.
        """
        if name not in self:
            return None
        if self._archive.getinfo(name).file_size > _MOST_BYTES - self._spent:
            raise self._bomb()
        target: Any = reader  # lxml asks which methods there are; its stubs want all of them
        parser = etree.XMLParser(target=target, resolve_entities=False, no_network=True, huge_tree=False)
        try:
            for piece in self._pieces(name):
                parser.feed(piece)
            parser.close()
        except _DAMAGED as error:
            return _told(error)
        return None

    def _pieces(self, name: str) -> Iterator[bytes]:
        with self._archive.open(name) as stream:
            while piece := stream.read(_PIECE):
                self._spent += len(piece)
                if self._spent > _MOST_BYTES:
                    raise self._bomb()
                yield piece

    def _bomb(self) -> InputError:
        return InputError(
            f"{self._item} unpacks to more than {_MOST_BYTES // 1_000_000} MB, as a bomb does: "
            "if you trust it, save its text as .txt"
        )


def local(tag: str) -> str:
    """A tag's or attribute's name without its namespace: dialects of the formats differ in that alone."""
    return tag.rpartition("}")[2]


def attribute(attributes: dict[str, str], name: str) -> str | None:
    """An attribute by its name without namespace."""
    return next((value for key, value in attributes.items() if local(key) == name), None)


def _of_old_kind(raw: bytes, kind: str) -> str:
    if _OLE_LOCKED in raw:
        return f"is a {kind} file locked with a password: open it, and save a copy without one"
    return f"is an office file of the old kind: open it, and save it as {kind}"


def _told(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
