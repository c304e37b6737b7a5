"""The bytes of one message to its document and those of what is attached."""

from collections.abc import Iterator
from email import policy
from email.message import Message
from email.parser import BytesParser
from typing import NamedTuple

from foedus.ingest.dates import published
from foedus.ingest.decode import check_text
from foedus.ingest.document import build
from foedus.ingest.formats import Nested
from foedus.ingest.mail.carried import Carried, carried
from foedus.ingest.mail.files import attached, left_out
from foedus.ingest.mail.headers import is_answer, is_forwarded, metadata, moment, sender
from foedus.ingest.mail.parts import said
from foedus.ingest.options import Metadata, Options
from foedus.ingest.problem import Result
from foedus.model.document import Note
from foedus.model.errors import InputError

EXTRACTOR = "mail/1"
"""To be raised when what is read of a message changes: offsets refer to it."""
TIMES_A_DOCUMENT = 4
"""A message may be so much larger than one document: files are attached to it."""
_SEALED = frozenset("multipart/encrypted application/pkcs7-mime application/x-pkcs7-mime".split())
_ARMOUR = "-----BEGIN PGP MESSAGE-----"


class _Told(NamedTuple):
    text: str
    own: Metadata
    notes: tuple[Note, ...]


def read_message(raw: bytes, item: str, options: Options, nested: Nested) -> Iterator[Result]:
    """The message's document, unless it only carries files, and theirs; InputError where it is none or has no text."""
    message = BytesParser(policy=policy.compat32).parsebytes(raw)
    if not message.keys():
        raise InputError(f"{item} is no message: it has no headers; give its text as .txt")
    body = said(message, item)
    if message.get_content_type() in _SEALED or _ARMOUR in body.text:
        raise InputError(f"{item} is encrypted: open it in your mail program and save its text")
    told = _told(message, body.text)
    notes = (*body.notes, *_quoted(body.quoted), *told.notes, *_damage(message), *left_out(message))
    if told.text.strip():
        text = check_text(told.text, item)
        given = options.metadata.over(told.own)
        yield build(text, given, raw=raw, extractor=EXTRACTOR, source=item, notes=notes)
    count = 0
    for result in attached(message, item, options, nested):
        count += 1
        yield result
    if not count and not told.text.strip():
        raise InputError(f"{item} holds no text" + "".join(f"; {note.text}" for note in left_out(message)))


def _told(message: Message, text: str) -> _Told:
    """What a message says, and of itself; one that was passed on speaks for who wrote it first."""
    own = metadata(message)
    inner = carried(text)
    if inner is None:
        note = Note("published", "passed on from elsewhere: dated as it was passed on")
        return _Told(text, own, (note,) if is_forwarded(message) else ())
    if is_forwarded(message) or not inner.above.strip():
        return _passed_on(inner, own)
    if is_answer(message) and inner.above.strip():
        return _Told(inner.above, own, _quoted(inner.below.count("\n") + 1))
    return _Told(text, own, ())


def _passed_on(inner: Carried, own: Metadata) -> _Told:
    stated = inner.fields.get("date", "")
    date = _date(stated)
    text = "\n\n".join(filter(None, (inner.above, inner.below)))
    notes = [Note("forwarded", f"passed on by {own.outlet}, {own.published}")]
    if date is None:
        notes.append(Note("published", f"passed on; of when it was first sent it says {stated!r}, which is not read"))
    title = inner.fields.get("subject") or own.title
    return _Told(text, Metadata(date, title, sender(inner.fields["from"]), own.url), tuple(notes))


def _date(stated: str) -> str | None:
    try:
        return published(moment(stated) or stated)
    except ValueError:
        return None


def _quoted(lines: int) -> tuple[Note, ...]:
    return (Note("quoted", f"{lines} lines quoted from another message left out"),) if lines > 0 else ()


def _damage(message: Message) -> tuple[Note, ...]:
    kinds = {type(defect).__name__ for part in message.walk() for defect in part.defects}
    if kinds & {"CloseBoundaryNotFoundDefect", "StartBoundaryNotFoundDefect", "MultipartInvariantViolationDefect"}:
        return (Note("damaged", "parts of the message are missing, or its end"),)
    return ()
