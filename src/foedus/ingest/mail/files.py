"""What is attached to a message: read by its kind, as if it lay in an archive of the message's name."""

from collections.abc import Iterator
from email import policy
from email.message import Message
from io import BytesIO
from mimetypes import guess_extension
from typing import cast

from msgspec.structs import replace

from foedus.ingest.formats import Nested, by_name, tell
from foedus.ingest.mail.headers import decoded, header
from foedus.ingest.mail.parts import is_file, leaves
from foedus.ingest.members import shown
from foedus.ingest.options import Metadata, Options
from foedus.ingest.problem import Problem, Result
from foedus.ingest.sniff import HEAD_BYTES
from foedus.model.document import Document, Note

_AS_WRITTEN = policy.compat32.clone(mangle_from_=False)


def attached(message: Message, item: str, options: Options, nested: Nested) -> Iterator[Result]:
    """Documents and problems of the files of kinds that are read."""
    note = Note("attached", f"attached to a message of {header(message, 'From')}, sent {header(message, 'Date')}")
    # what was given describes the message: a file has a title and an address of its own
    given = options.metadata
    own = replace(options, metadata=Metadata(given.published, None, given.outlet, None, given.lang))
    for part, called in _files(message):
        name = f"{item}!{called}"
        if part.get_content_type() == "message/rfc822":
            yield from _passed_on(part, name, own, nested)
        elif _is_read(name, raw := _bytes(part)):
            yield from (_noted(result, note) for result in nested(BytesIO(raw), name, own))


def left_out(message: Message) -> tuple[Note, ...]:
    """A note that names the files of kinds that are not read."""
    names = [
        name
        for part, name in _files(message)
        if part.get_content_type() != "message/rfc822" and not _is_read(name, _bytes(part))
    ]
    return (Note("attachments", f"attached, and of no kind that is read: {', '.join(names)}"),) if names else ()


def _files(message: Message) -> list[tuple[Message, str]]:
    """The files with their names; where two have one, the later bears its number too."""
    named: dict[str, Message] = {}
    for number, part in enumerate(filter(is_file, leaves(message)), start=1):
        name = _name(part, number)
        named[f"{number}-{name}" if name in named else name] = part
    return [(part, name) for name, part in named.items()]


def _name(part: Message, number: int) -> str:
    """The file's name without folders; a number and the usual ending where it has none."""
    kind = part.get_content_type()
    name = decoded(part.get_filename() or "").replace("\\", "/").rpartition("/")[2].strip()
    ending = ".eml" if kind == "message/rfc822" else (guess_extension(kind) or "")
    name = shown(" ".join(name.split())) or f"{number}{ending}"
    return name if kind != "message/rfc822" or name.lower().endswith(ending) else name + ending


def _bytes(part: Message) -> bytes:
    raw = part.get_payload(decode=True)
    return raw if isinstance(raw, bytes) else b""


def _is_read(name: str, raw: bytes) -> bool:
    """By its name or its first bytes; what could be any text is not taken for a report by that alone."""
    told = tell(name, raw[:HEAD_BYTES])
    return told is not None and (bool(by_name(name)) or told.format.recognises(raw[:HEAD_BYTES]) is True)


def _passed_on(part: Message, name: str, options: Options, nested: Nested) -> Iterator[Result]:
    inner = part.get_payload()
    if not isinstance(inner, list) or not inner:
        yield Problem(name, f"{name} is damaged: no message in it; get it anew")
        return
    yield from nested(BytesIO(cast("Message", inner[0]).as_bytes(policy=_AS_WRITTEN)), name, options)


def _noted(result: Result, note: Note) -> Result:
    return replace(result, notes=(*result.notes, note)) if isinstance(result, Document) else result
