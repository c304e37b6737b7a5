"""The headers of a message: subject, date, sender, list; whatever charset they are in or say that they are."""

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from foedus.ingest.decode import decode
from foedus.ingest.mail.words import words
from foedus.ingest.options import Metadata
from foedus.model.errors import InputError

_MOST = 2_000
"""Characters of a header that are looked at; the longest subjects have a tenth."""


def header(message: Message, name: str) -> str:
    """A header as a person reads it, on one line; empty where there is none."""
    return " ".join(decoded(_raw(message, name)).split())


def metadata(message: Message) -> Metadata:
    """What a message says of itself; an outlet is its list or its sender, as it says."""
    subject = _without_prefixes(header(message, "Subject"))
    stated = header(message, "Date")
    address = header(message, "Archived-At").strip("<>") or None
    return Metadata(moment(stated) or stated or None, subject or None, _outlet(message), address)


def moment(stated: str) -> str | None:
    """A date as mail programs write it as ISO 8601; None where it is none."""
    try:
        return parsedate_to_datetime(stated).isoformat(timespec="seconds").replace("+00:00", "Z")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def is_forwarded(message: Message) -> bool:
    """Whether its subject says that it was passed on."""
    return words().forward.match(_without(words().answer, header(message, "Subject"))) is not None


def is_answer(message: Message) -> bool:
    """Whether its subject says that it answers another."""
    return not is_forwarded(message) and words().answer.match(header(message, "Subject")) is not None


def sender(stated: str) -> str | None:
    """The name in `NAME <ADDRESS>`, else the address."""
    name, address = parseaddr(stated)
    return " ".join(decoded(name).split()).strip("\"' ") or address or None


def _outlet(message: Message) -> str | None:
    """A list to which others write too is the outlet; a newsletter's is who sends it."""
    if _raw(message, "List-Post"):
        name = header(message, "List-Id").partition("<")[0].strip(' "')
        if name:
            return name
    return sender(" ".join(_raw(message, "From").split()))


def _without_prefixes(subject: str) -> str:
    """`Two batteries` of `Re: Fwd: Two batteries`."""
    before = None
    while before != subject:
        before, subject = subject, _without(words().forward, _without(words().answer, subject))
    return subject


def _without(prefix: re.Pattern[str], subject: str) -> str:
    match = prefix.match(subject)
    return subject[match.end() :] if match else subject


def _raw(message: Message, name: str) -> str:
    """The first header of a name as it stands in the message, bytes over ASCII as half surrogates."""
    found = (str(value) for key, value in message.raw_items() if key.lower() == name.lower())
    return next(found, "")[:_MOST]


def decoded(value: str) -> str:
    """A header's value with its encoded words as text; bytes that no charset is named for are guessed."""
    try:
        value.encode("ascii")
    except UnicodeEncodeError:
        return _bytes(value.encode("utf-8", "surrogateescape"), None)
    try:
        parts = decode_header(value)
    except HeaderParseError:
        return value
    return "".join(part if isinstance(part, str) else _bytes(part, charset) for part, charset in parts)


def _bytes(raw: bytes, charset: str | None) -> str:
    """Bytes of a header; a charset that is wrong costs single characters and no header."""
    if not raw.strip():
        return raw.decode("latin-1")
    try:
        return decode(raw, "header", charset).text
    except InputError:
        return raw.decode("utf-8", "replace")
