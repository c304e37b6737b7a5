"""The parts of a message: which of them are its text, and which are files that were sent with it."""

from collections.abc import Iterator
from email.message import Message
from typing import NamedTuple, cast

from foedus.ingest.decode import decode
from foedus.ingest.mail.flowed import unflowed
from foedus.ingest.mail.html_text import html_text
from foedus.ingest.mail.quotes import own_text
from foedus.model.document import Note
from foedus.model.errors import InputError

_STUB = 200
"""Characters: a plain text below this may only say that there is one in HTML."""
_STUB_SHARE = 3
_SEALS = frozenset("application/pgp-signature application/pkcs7-signature application/x-pkcs7-signature".split())


class Said(NamedTuple):
    """The text of a part, its quoted lines left out and counted, and what had to be assumed."""

    text: str
    quoted: int = 0
    notes: tuple[Note, ...] = ()


def leaves(message: Message) -> Iterator[Message]:
    """Parts that hold no others; a message that was passed on as a file is one."""
    inner = message.get_payload()
    if message.get_content_type() == "message/rfc822" or not isinstance(inner, list):
        yield message
        return
    for part in inner:
        yield from leaves(cast("Message", part))


def is_file(part: Message) -> bool:
    """Whether a leaf is a file of its own: not the text, nor an image in it, nor a seal."""
    kind = part.get_content_type()
    if part.get_content_disposition() == "attachment":
        return kind not in _SEALS
    if kind.startswith("text/"):
        return part.get_filename() is not None
    return kind not in _SEALS and not kind.startswith(("image/", "multipart/"))


def said(message: Message, item: str) -> Said:
    """The text of a message; of two forms of it plain text, unless that is no more than a pointer to the other."""
    inner = message.get_payload()
    kind = message.get_content_type()
    if kind == "message/rfc822":
        return Said("")
    if not isinstance(inner, list):
        return Said("") if is_file(message) else _leaf(message, item)
    parts = [cast("Message", part) for part in inner]
    if kind == "multipart/related":
        return said(parts[0], item) if parts else Said("")
    texts = [(part.get_content_type(), said(part, item)) for part in parts]
    if kind == "multipart/alternative":
        return _best(texts)
    held = [text for _, text in texts if text.text]
    notes = tuple(note for text in held for note in text.notes)
    return Said("\n\n".join(text.text for text in held), sum(text.quoted for text in held), notes)


def _best(texts: list[tuple[str, Said]]) -> Said:
    plain = next((text for kind, text in texts if kind == "text/plain" and text.text), None)
    other = max((text for kind, text in texts if kind != "text/plain"), key=lambda text: len(text.text), default=None)
    if plain is None or (
        other is not None and len(plain.text) < _STUB and len(other.text) > _STUB_SHARE * len(plain.text)
    ):
        return other or Said("")
    return plain


def _leaf(part: Message, item: str) -> Said:
    kind = part.get_content_type()
    if not kind.startswith(("text/", "multipart/")):
        return Said("")
    text, notes = _text(part, item)
    if kind == "text/html":
        shown = html_text(text)
        return Said(shown.text, shown.quoted, notes)
    if str(part.get_param("format", "")).lower() == "flowed":
        text = unflowed(text, delete_space=str(part.get_param("delsp", "")).lower() == "yes")
    own = own_text(text)
    return Said(own.text, own.quoted, notes)


def _text(part: Message, item: str) -> tuple[str, tuple[Note, ...]]:
    """The text of a leaf; where the charset that it names is wrong, another one or single marks for what is none."""
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes) or not raw.strip():
        return "", ()
    charset = part.get_content_charset()
    for tried in (charset, None):
        try:
            decoded = decode(raw, item, tried)
        except InputError:
            continue
        if tried == charset:
            return decoded.text, decoded.notes
        return decoded.text, (*decoded.notes, Note("encoding", f"it calls itself {charset}, and is not"))
    note = Note("encoding", f"in no charset throughout ({charset or 'none'} named): what cannot be read is marked �")
    return raw.decode("utf-8", "replace").replace("\0", ""), (note,)
