"""One entry of a feed: its text, title, link, date and origin, and whether the text is all of it."""

import hashlib
import re
import time
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urljoin

from foedus.ingest.dates import published
from foedus.ingest.feed_text import feed_text, one_line
from foedus.model.document import Note

_CUT = re.compile(r"(?:…|\.{3})[\s\])»”\"']*$")
_SHORT = 500
"""Characters up to which a summary without a full text is taken for a teaser: a report of four sentences is as long."""
_PLAIN = "text/plain"


class Entry(NamedTuple):
    """`key` is the entry's own id, else its link, else a hash of what it says. `published` is EDTF.

    `markup` is the text as the feed has it. `is_teaser`: there is more to it at the link. `notes` are its doubts.
    """

    key: str
    title: str | None
    link: str | None
    published: str | None
    text: str
    markup: str
    is_teaser: bool
    is_changed_date: bool
    notes: tuple[Note, ...]

    @property
    def digest(self) -> str:
        """A hash of what it says: another one means that the entry was changed."""
        return _hash(self.title or "", self.text, self.link or "")


def feed_entry(entry: Mapping[str, Any], base: str | None) -> Entry:
    """An entry as feedparser gives it; `base` is the feed's own page, to which links may be relative."""
    title = _title(entry)
    markup, text, is_whole = _body(entry)
    link = _web(entry.get("link"), base)
    date, is_changed_date, doubts = _date(entry)
    is_teaser = bool(_CUT.search(text)) or (not is_whole and len(text) < _SHORT)
    notes = (*doubts, *_origin(entry), *(_teaser(text, link) if is_teaser else ()))
    key = str(entry.get("id") or link or _hash(title or "", text))
    return Entry(key, title, link, date, text or title or "", markup, is_teaser, is_changed_date, notes)


def _title(entry: Mapping[str, Any]) -> str | None:
    detail = entry.get("title_detail") or {}
    return one_line(str(detail.get("value", "")), plain=detail.get("type") == _PLAIN) or None


def _body(entry: Mapping[str, Any]) -> tuple[str, str, bool]:
    """Markup, text, and whether it is what the feed calls the content; else it is the summary."""
    for part in entry.get("content") or ():
        if text := feed_text(str(part["value"]), plain=part.get("type") == _PLAIN):
            return str(part["value"]), text, True
    detail = entry.get("summary_detail") or {}
    markup = str(detail.get("value", ""))
    return markup, feed_text(markup, plain=detail.get("type") == _PLAIN), False


def _date(entry: Mapping[str, Any]) -> tuple[str | None, bool, tuple[Note, ...]]:
    """When it was published, else last changed, which a note says."""
    for name in ("published", "updated"):
        if name not in entry or not entry[name]:
            continue
        try:
            date = _edtf(str(entry[name]), entry.get(f"{name}_parsed"))
        except ValueError as error:
            return None, False, (Note("published", f"date not used: {error}"),)
        is_changed_date = name == "updated"
        note = Note("published", f"dated {date}, when it was last changed: the feed gives no other date")
        return date, is_changed_date, (note,) if is_changed_date else ()
    return None, False, ()


def _edtf(text: str, parsed: time.struct_time | None) -> str:
    """As dates are read everywhere; else as feedparser understands one, which knows more forms of writing a time."""
    try:
        return published(text)
    except ValueError:
        if parsed is None:
            raise
    return time.strftime("%Y-%m-%dT%H:%M:%SZ" if ":" in text else "%Y-%m-%d", parsed)


def _origin(entry: Mapping[str, Any]) -> tuple[Note, ...]:
    source = entry.get("source") or {}
    name = one_line(str(source.get("title", "")), plain=False)
    place = _web(source.get("href")) or _web(source.get("link"))
    told = f"{name} ({place})" if name and place else name or place
    author = one_line(str(entry.get("author", "")), plain=False)
    return (
        *((Note("source", f"the feed names {told} as its origin"),) if told else ()),
        *((Note("author", f"by {author}"),) if author else ()),
    )


def _teaser(text: str, link: str | None) -> tuple[Note, ...]:
    what = "only a teaser" if text else "only a headline"
    return (Note("teaser", f"{what} of the report at {link}" if link else f"{what} of a report"),)


def _web(address: object, base: str | None = None) -> str | None:
    """An address on the web; ids that are none are no links."""
    text = str(address or "").strip()
    try:
        whole = urljoin(base or "", text) if text else ""
    except ValueError:  # a host in brackets that is none
        return None
    return whole if re.match(r"https?://[^\s/]", whole) else None


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
