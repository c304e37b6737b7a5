"""Dumps of a wiki of MediaWiki, as Wikinews gives them: each article a document, its latest text, its first date."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple
from urllib.parse import quote

from lxml import etree

from foedus.ingest.decode import check_text
from foedus.ingest.document import build
from foedus.ingest.formats import Nested
from foedus.ingest.languages import is_language
from foedus.ingest.members import shown
from foedus.ingest.opening import check_size
from foedus.ingest.options import Metadata, Options
from foedus.ingest.problem import Problem, Result
from foedus.ingest.wikitext import article, extractor
from foedus.ingest.written_dates import written_date
from foedus.model.document import Note
from foedus.model.errors import InputError

_ARTICLES = "0"
_FILE, _CATEGORY = "6", "14"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class _Site(NamedTuple):
    """What a dump says of its wiki; addresses begin with `base`, links to files and categories with `apart`."""

    name: str | None = None
    base: str | None = None
    lang: str | None = None
    apart: frozenset[str] = frozenset()


class _Page(NamedTuple):
    """A page with the text of its last revision and the moment of its first in the dump."""

    title: str
    text: str
    first: str | None
    is_complete: bool
    """Whether the first revision in the dump is the first that there was."""


def read_mediawiki(stream: BinaryIO, item: str, options: Options, _: Nested) -> Iterator[Result]:
    """The articles of a dump; redirects and pages about the wiki are left out. What follows damage is lost."""
    site = _Site()
    found = passed = 0
    try:
        for element in _elements(stream):
            if _name(element) == "siteinfo":
                site = _told_of_site(element)
            elif (page := _article_page(element)) is None:
                passed += 1
            else:
                found += 1
                yield _document(page, site, item, options)
    except etree.XMLSyntaxError as error:
        why = " ".join(str(error).split())
        yield Problem(item, f"{item} is damaged behind page {found + passed:,}: {why}; get it anew")
        return
    if not found:
        yield Problem(item, f"{item} holds no article ({passed:,} redirects and other pages)")


def _elements(stream: BinaryIO) -> Iterator[etree._Element]:
    """`siteinfo` and each `page`, which holds its first and last revision alone; gone once the next is asked for."""
    tags = ("{*}siteinfo", "{*}page", "{*}revision")
    for _, element in etree.iterparse(stream, ("end",), tag=tags, resolve_entities=False, no_network=True):
        if _name(element) == "revision":
            _forget_between(element)
            continue
        yield element
        parent = element.getparent()
        element.clear()
        while parent is not None and element.getprevious() is not None:
            del parent[0]


def _forget_between(last: etree._Element) -> None:
    """Of a page's revisions its first and the latest so far are kept."""
    before, page = last.getprevious(), last.getparent()
    if before is None or page is None or _name(before) != "revision":
        return
    first = before.getprevious()
    if first is not None and _name(first) == "revision":
        page.remove(before)


def _told_of_site(element: etree._Element) -> _Site:
    lang = element.getroottree().getroot().get(_LANG, "")
    base = (_text(element, "base") or "").rpartition("/")[0]
    spaces = _child(element, "namespaces")
    names = () if spaces is None else (space.text or "" for space in spaces if space.get("key") in (_FILE, _CATEGORY))
    apart = frozenset(name.lower() for name in names if name)
    return _Site(_text(element, "sitename"), base or None, lang if is_language(lang) else None, apart)


def _article_page(element: etree._Element) -> _Page | None:
    """The page; None where it is a redirect, not an article, or without text."""
    revisions = [child for child in element if _name(child) == "revision"]
    if _text(element, "ns") != _ARTICLES or _child(element, "redirect") is not None or not revisions:
        return None
    first, last = revisions[0], revisions[-1]
    return _Page(
        _text(element, "title") or "",
        _text(last, "text") or "",
        _text(first, "timestamp"),
        _child(first, "parentid") is None,
    )


def _document(page: _Page, site: _Site, item: str, options: Options) -> Result:
    where = f"{item}#{shown(page.title)}"
    raw = page.text.encode()
    try:
        check_size(len(raw), where, options)
        found = article(page.text, site.apart)
        published, note = _date(page, found.date)
        url = f"{site.base}/{quote(page.title.replace(' ', '_'))}" if site.base else None
        own = Metadata(published, page.title, site.name, url, site.lang)
        body = check_text(found.text, where)
        known = options.metadata.over(own)
        notes = () if options.metadata.published else (note,)
        return build(body, known, raw=raw, extractor=extractor(), source=where, notes=notes)
    except InputError as error:
        return Problem(where, str(error))


def _date(page: _Page, stated: str | None) -> tuple[str | None, Note]:
    """The day that the article states, else that of its first revision; never that of a later one."""
    if stated and (day := written_date(stated)):
        return day, Note("published", f"date as the article states it: {stated[:60]}")
    if page.is_complete and page.first:
        return page.first, Note("published", "states no date of publication; the date is that of its first revision")
    until = f"; it stood in the wiki on {page.first[:10]}, so not later" if page.first else ""
    return None, Note("published", f"states no date of publication, and its first revision is not in the dump{until}")


def _text(element: etree._Element, name: str) -> str | None:
    child = _child(element, name)
    return None if child is None else child.text


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in element if _name(child) == name), None)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
