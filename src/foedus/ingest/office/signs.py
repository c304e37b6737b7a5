"""How office files begin: as ZIP archives whose first entries have certain names."""

_ZIP = b"PK\x03\x04"
_FIRST_NAME = 30
"""Bytes before the name of the first entry (APPNOTE of ZIP, 4.3.7)."""


def docx(head: bytes) -> bool | None:
    """The list of its kinds of parts comes first, and parts of a text next, in whatever most programs write."""
    if not head.startswith(_ZIP):
        return False
    return True if head.startswith(b"[Content_Types].xml", _FIRST_NAME) and b"word/" in head else None


def odt(head: bytes) -> bool | None:
    """Its kind in plain letters comes first (OpenDocument 1.3, part 2, 3.3)."""
    if not head.startswith(_ZIP):
        return False
    kind = b"mimetypeapplication/vnd.oasis.opendocument.text"
    return True if head.startswith(kind, _FIRST_NAME) else None
