"""When a page says that it was published: its metadata, its time tags, its dateline; never a date in its prose.

What the outlet states as JSON-LD (`json_ld.py`) is asked before.
"""

import re
from collections.abc import Iterator

from htmldate import find_date
from lxml import etree
from lxml.html import HtmlElement

from foedus.ingest.dates import published
from foedus.ingest.written_dates import written_date

_META = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "publication_date",
    "publish-date",
    "pubdate",
    "dc.date",
    "dcterms.date",
    "date",
)
_DATELINE = (
    ".//*[contains(@class, 'publi') or contains(@class, 'date') or contains(@class, 'byline')"
    " or contains(@id, 'date') or contains(@itemprop, 'datePublished')]"
)
_DATELINE_LENGTH = 120
_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})(?!\d)")


def page_date(tree: HtmlElement, url: str | None) -> str | None:
    """The publication date as EDTF, from the surest place that states one."""
    for place in (_from_meta, _from_time_tags, _from_dateline):
        for text in place(tree):
            if date := _valid(text):
                return date
    match = _IN_ADDRESS.search(url or "")
    return _valid("-".join(match.groups())) if match else None


def _valid(text: str) -> str | None:
    try:
        return published(text)
    except ValueError:
        return None


def _from_meta(tree: HtmlElement) -> Iterator[str]:
    stated: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        stated.setdefault(name.lower(), meta.get("content") or "")
    return (stated[name] for name in _META if stated.get(name))


def _from_time_tags(tree: HtmlElement) -> Iterator[str]:
    """Marked as the publication, else the only day that the page's time tags name."""
    stated: list[str] = []
    marked: list[str] = []
    for tag in tree.iter("time"):
        moment = tag.get("datetime", "")
        publication = tag.get("itemprop") == "datePublished" or "pubdate" in tag.attrib
        (marked if publication else stated).append(moment)
    days = {day for moment in stated if (day := _valid(moment))}
    return iter(marked or (days if len(days) == 1 else ()))


def _from_dateline(tree: HtmlElement) -> Iterator[str]:
    """Short elements marked up as date or byline, read by htmldate one by one so that no prose comes in."""
    for element in tree.iterfind(".//body"):
        for line in element.xpath(_DATELINE):
            text = " ".join(line.itertext()).strip()
            if any(character.isdigit() for character in text) and len(text) <= _DATELINE_LENGTH:
                snippet = f'<html><body><p class="date">{_escape(text)}</p></body></html>'
                date = find_date(snippet, extensive_search=False, original_date=True) or written_date(text)
                if date:
                    yield date


def _escape(text: str) -> str:
    holder = etree.Element("p")
    holder.text = text
    return str(etree.tostring(holder, encoding="unicode"))[3:-4]
