"""What kind of input bytes without a telling name are: JSON lines, a web page, or plain text."""

import re
from typing import Literal

from foedus.ingest.folder import HTML, JSONL, TEXT

InputKind = Literal["text", "html", "jsonl"]

_JSONL = re.compile(rb"\{\s*\"")
_OTHER_JSON = re.compile(rb"\[\s*\{|\{[ \t]*\r?\n\s*\"")
_HTML = re.compile(rb"<(?:!doctype\s+html|\?xml|!--|html|head|body|article|main|div|p|h1|meta|title)\b", re.IGNORECASE)
_SPACE = b"\xef\xbb\xbf \t\r\n"


def kind_by_name(suffix: str) -> InputKind | None:
    """The kind that a file's suffix tells, None for an unknown one."""
    suffix = suffix.lower()
    if suffix in JSONL:
        return "jsonl"
    if suffix in HTML:
        return "html"
    return "text" if suffix in TEXT else None


def is_other_json(head: bytes) -> bool:
    """Whether it is JSON and no JSON lines: an array of objects, or an object over several lines."""
    return _OTHER_JSON.match(head.lstrip(_SPACE)) is not None


def sniff(head: bytes) -> InputKind:
    """The kind by the first bytes; what is neither an object nor a tag is plain text."""
    start = head.lstrip(_SPACE)
    if _JSONL.match(start):
        return "jsonl"
    return "html" if _HTML.match(start) else "text"
