"""RSS or Atom to its entries, by feedparser: also of broken XML, never with entities that a feed declares itself."""

import io
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import feedparser

from foedus.ingest.decode import decode
from foedus.ingest.feed_entry import Entry, feed_entry
from foedus.ingest.feed_text import one_line
from foedus.model.document import Note
from foedus.model.errors import InputError

_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""")
_PROLOGUE = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*([\[>])", re.IGNORECASE)
_HEAD_BYTES = 1024
_PERIODS = {"hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
_HARMLESS = "undefined entity"
"""What is said of the names of HTML's characters, which feeds use without declaring them."""


class Feed(NamedTuple):
    """What a feed says: `pause` is how many seconds it asks to be left alone between two looks.

    `damage` says where its XML is broken; its entries are then those that can still be told. `notes` are on its
    encoding.
    """

    title: str | None
    entries: tuple[Entry, ...]
    pause: float = 0.0
    damage: str | None = None
    notes: tuple[Note, ...] = ()


def parse_feed(raw: bytes, item: str, *, charset: str | None = None, base: str | None = None) -> Feed:
    """The feed of these bytes; `charset` is what a server says of them, `base` the address that links are relative to.

    InputError where they are no feed, or declare entities of their own, which could name files and grow without end.
    """
    match = _DECLARED.search(raw, 0, _HEAD_BYTES)
    decoded = decode(raw, item, charset or (match[1].decode("ascii") if match else None))
    headers = {"content-type": "application/xml; charset=utf-8"} | ({"content-location": base} if base else {})
    markup = _without_prologue(decoded.text, item).encode()
    # the text is taken by feed_text: feedparser's own cleaning of markup takes the square of a hostile text's length
    found: Mapping[str, Any] = feedparser.parse(
        io.BytesIO(markup), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    if not found["version"]:
        raise InputError(f"{item} holds no feed: neither RSS nor Atom; give the address or the file of a feed")
    about = found["feed"]
    title = one_line(str(about.get("title", "")), plain=False) or None
    home = base or str(about.get("link", ""))
    entries = tuple(feed_entry(entry, home) for entry in found["entries"])
    return Feed(title, entries, _pause(about), _damage(found), decoded.notes)


def _without_prologue(text: str, item: str) -> str:
    """The feed from its first element on: what stands before it can only mislead the parser."""
    at = _skipped(text, 0)
    doctype = _DOCTYPE.match(text, at)
    if doctype is not None and doctype[1] == "[":
        raise InputError(
            f"{item} declares entities of its own, as attacks on readers of XML do: not read; "
            "if you trust it, take out what stands in its DOCTYPE"
        )
    at = _skipped(text, doctype.end()) if doctype is not None else at
    if not re.match(r"<[A-Za-z]", text[at : at + 2]):
        raise InputError(f"{item} holds no feed: no element at its beginning")
    return text[at:]


def _skipped(text: str, at: int) -> int:
    match = _PROLOGUE.match(text, at)
    return match.end() if match else at


def _damage(found: Mapping[str, Any]) -> str | None:
    error = found.get("bozo_exception") if found["bozo"] else None
    if error is None or _HARMLESS in str(error):
        return None
    message = getattr(error, "getMessage", lambda: str(error))()
    line = getattr(error, "getLineNumber", lambda: None)()
    return f"{message} in line {line}" if line else str(message)


def _pause(about: Mapping[str, Any]) -> float:
    """`ttl` in minutes, or the syndication module's period, the longer where both are there."""
    minutes = _number(about.get("ttl"))
    period = _PERIODS.get(str(about.get("sy_updateperiod", "")).strip().lower(), 0)
    often = _number(about.get("sy_updatefrequency")) or 1.0
    return max(minutes * 60.0, period / often)


def _number(text: object) -> float:
    match = re.fullmatch(r"\s*(\d{1,9})\s*", str(text))
    return float(match[1]) if match else 0.0
