"""Bytes to text: marked Unicode, strict UTF-8, else one of two legacy code pages, told in a note."""

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

from foedus.model.document import Note
from foedus.model.errors import InputError

# the longer mark first: the UTF-32 one begins with the UTF-16 one
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ["cp1251", "cp1252"]
_NO_CHARSET = frozenset("punycode idna raw-unicode-escape unicode-escape utf-7 undefined".split())
"""Codecs of Python's that no page is written in; some take very long over hostile bytes."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_MOST_CONTROL = 0.02
_OLD_OFFICE_FILE = b"\xd0\xcf\x11\xe0"


class Decoded(NamedTuple):
    """Text without its byte order mark, and what had to be assumed."""

    text: str
    notes: tuple[Note, ...] = ()


def decode(raw: bytes, item: str, declared: str | None = None) -> Decoded:
    """Text of bytes; `declared` is a charset that the input itself names. InputError where it is no text."""
    if raw.startswith(_OLD_OFFICE_FILE):
        raise InputError(f"{item} is not text: it is an old office file; open it, and save it as text or DOCX")
    for mark, codec in _MARKS:
        if raw.startswith(mark):
            return Decoded(check_text(_strict(raw, codec, item), item))
    try:
        return Decoded(check_text(raw.decode(), item))
    except UnicodeDecodeError as error:
        return _legacy(raw, item, declared, error)


def check_text(text: str, item: str) -> str:
    """The text itself; InputError where it is empty, binary or holds what no encoding can write."""
    if not text.strip():
        raise InputError(f"{item} is empty: nothing to read")
    control = len(_CONTROL.findall(text))
    if "\0" in text or control > len(text) * _MOST_CONTROL:
        raise InputError(f"{item} is not text: {control} control characters in {len(text)}; save it as UTF-8 text")
    return text


def _strict(raw: bytes, codec: str, item: str) -> str:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError as error:
        name = codec.removesuffix("-sig").upper()
        raise InputError(f"{item} is not text: damaged {name} at byte {error.start}; save it again as UTF-8") from error


def _legacy(raw: bytes, item: str, declared: str | None, error: UnicodeDecodeError) -> Decoded:
    if b"\0" in raw:
        raise InputError(f"{item} is not text: it holds NUL bytes; save it as UTF-8 text") from error
    codec = _known(declared)
    wrong: tuple[Note, ...] = ()
    if codec and codec != "utf-8":
        try:
            return Decoded(check_text(raw.decode(codec), item))
        except (UnicodeDecodeError, LookupError):  # damaged, or a codec that gives no text
            wrong = (Note("encoding", f"says that it is {codec}, which it is not"),)
    if _mostly_utf8(raw):
        raise InputError(
            f"{item} is not valid UTF-8: byte {error.start} ({raw[error.start]:#04x}); "
            "repair it, or drop such bytes with `iconv -c -f utf-8 -t utf-8`"
        ) from error
    best = from_bytes(raw, cp_isolation=_LEGACY).best()
    if best is None:
        raise InputError(f"{item} is not text: neither UTF-8 nor {' nor '.join(_LEGACY)}; save it as UTF-8") from error
    note = Note("encoding", f"not UTF-8; read as {best.encoding}, which is a guess")
    return Decoded(check_text(str(best), item), (*wrong, note))


def _known(charset: str | None) -> str | None:
    try:
        info = codecs.lookup(charset) if charset else None
    except (LookupError, ValueError):
        return None
    if info is not None and info.name in _NO_CHARSET:
        return None
    # pages that say Latin-1 mean its Windows superset (WHATWG Encoding Standard, labels of windows-1252)
    return None if info is None else {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(info.name, info.name)


def _mostly_utf8(raw: bytes) -> bool:
    """Whether more non-ASCII characters are good UTF-8 than not: then it is damaged, not of another code page."""
    text = raw.decode(errors="replace")
    bad = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - bad
    return good > bad
