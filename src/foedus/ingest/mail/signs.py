"""How messages and mailboxes begin."""

import re

_HEADER = re.compile(rb"[!-9;-~]+[ \t]*:")
_OF_MAIL = re.compile(
    rb"^(?:return-path|received|message-id|mime-version|date|from|to|subject|delivered-to|dkim-signature)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_LEAST = 3


def message(head: bytes) -> bool | None:
    """Headers from the first line on, several of them those of mail; other text may begin with one or two alike."""
    if b"\0" in head or head.startswith((b"PK\x03\x04", b"%PDF-", b"\x1f\x8b")):
        return False
    headers = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    told = {match[0].lower() for match in _OF_MAIL.finditer(headers)}
    return True if _HEADER.match(head) and len(told) >= _LEAST else None


def mailbox(head: bytes) -> bool:
    """The line above the first message, and a header below it."""
    first, _, rest = head.partition(b"\n")
    return first.startswith(b"From ") and _HEADER.match(rest) is not None
