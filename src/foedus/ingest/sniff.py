"""What the first bytes of a file say of its kind: yes (True), surely not (False), or nothing (None)."""

import re
from collections.abc import Callable

Recognises = Callable[[bytes], bool | None]
HEAD_BYTES = 4096
"""So much of a file's beginning is looked at."""

_SPACE = b"\xef\xbb\xbf \t\r\n"
_JSONL = re.compile(rb"\{\s*\"")
_OTHER_JSON = re.compile(rb"\[\s*\{|\{[ \t]*\r?\n\s*\"")
_HTML_ROOT = re.compile(rb"html|head|body|article|main|div|p|h1|meta|title", re.IGNORECASE)
_XML_PROLOGUE = re.compile(
    rb"(?:\s*<(?:\?.*?\?|!--.*?-->|!doctype[^>\[]*(?:\[.*?\]\s*)?)>)+", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(rb"\s*<([A-Za-z][\w:.-]*)(?=[\s/>])")
_DOCTYPE_HTML = re.compile(rb"\s*<!doctype\s+html\b", re.IGNORECASE)
_WIDE = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_BZIP2 = re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)")
_BINARY = (
    b"%PDF-",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"\xfd7zXZ\x00",
    b"\x28\xb5\x2f\xfd",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"PAR1\x15",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
)
"""How files begin that are no text: of these kinds some are read, by formats of their own."""


def begins(*marks: bytes) -> Recognises:
    """A kind that always begins with one of these marks."""

    def recognises(head: bytes) -> bool:
        return head.startswith(marks)

    return recognises


def bzip2(head: bytes) -> bool:
    """A first block, or the end of a file without any."""
    return _BZIP2.match(head) is not None


def zip_archive(head: bytes) -> bool:
    """Entries, or the end of an archive without any."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def maybe_zip(head: bytes) -> bool | None:
    """What is a ZIP archive too, and told from others by its name."""
    return None if zip_archive(head) else False


def warc(head: bytes) -> bool | None:
    """Records, or records that are packed with gzip one by one, as other files are."""
    if head.startswith(b"\x1f\x8b"):
        return None
    return head.startswith(b"WARC/")


def tar(head: bytes) -> bool | None:
    """The mark of POSIX in the first entry; the oldest archives, and packed ones, have none that can be seen."""
    return head[257:262] == b"ustar" or None


def text(head: bytes) -> bool | None:
    """Anything may be plain text that does not begin like another kind."""
    return False if _is_binary(head) else None


def jsonl(head: bytes) -> bool | None:
    """An object that begins at once, as each line of JSON lines does."""
    start = head.lstrip(_SPACE)
    if _is_binary(head) or start.startswith(b"<"):
        return False
    return True if _JSONL.match(start) and not is_other_json(head) else None


def is_other_json(head: bytes) -> bool:
    """Whether it is JSON and no JSON lines: an array of objects, or an object over several lines."""
    return _OTHER_JSON.match(head.lstrip(_SPACE)) is not None


def html(head: bytes) -> bool | None:
    """A page: its doctype, or a first tag of HTML; a page may also begin with words or a comment cut off."""
    if _is_binary(head):
        return False
    if _DOCTYPE_HTML.match(_narrow(head)):
        return True
    if _narrow(head).startswith((b"<?xml", b"<!--")):
        return True
    root = xml_root(head)
    return True if root and _HTML_ROOT.fullmatch(root) else None


def xml(*roots: bytes) -> Recognises:
    """XML whose first element has one of these names."""

    def recognises(head: bytes) -> bool:
        return xml_root(head) in roots

    return recognises


def _is_binary(head: bytes) -> bool:
    return head.startswith(_BINARY) or bzip2(head)


def xml_root(head: bytes) -> bytes | None:
    """The name of the first element, after declaration, comments and doctype; None where the head shows none."""
    start = _narrow(head)
    prologue = _XML_PROLOGUE.match(start)
    match = _TAG.match(start, prologue.end() if prologue else 0)
    return match[1] if match else None


def _narrow(head: bytes) -> bytes:
    """Two-byte Unicode as UTF-8, so that tags can be seen; no mark at the beginning."""
    for mark, codec in _WIDE:
        if head.startswith(mark):
            return head[2:].decode(codec, "ignore").encode("utf-8", "ignore")
    return head.lstrip(_SPACE)
