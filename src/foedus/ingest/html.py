"""A web page to a document: article text by trafilatura, date, title, outlet and address as the page states them.

The offsets of claims refer to the extracted text, so the extractor and its version are stored with it.
"""

import re
from functools import cache
from importlib.metadata import version

import trafilatura
from lxml.html import HtmlElement

from foedus.ingest.decode import check_text, decode
from foedus.ingest.document import build
from foedus.ingest.json_ld import stated_by_outlet
from foedus.ingest.options import Metadata
from foedus.ingest.page_date import page_date
from foedus.model.document import Document, Note
from foedus.model.errors import InputError

_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HEAD_BYTES = 4096


def read_html(raw: bytes, item: str, given: Metadata, charset: str | None = None) -> Document:
    """A document of a page's bytes; InputError where they are no text or hold no article.

    `charset` is what the server said, which stands over what the page itself says.
    """
    match = _CHARSET.search(raw, 0, _HEAD_BYTES)
    decoded = decode(raw, item, charset or (match[1].decode("ascii") if match else None))
    return read_page(decoded.text, item, given, raw=raw, notes=decoded.notes)


def read_page(page: str, item: str, given: Metadata, *, raw: bytes, notes: tuple[Note, ...] = ()) -> Document:
    """A document of a page that is text already; what is given stands over what the page says of itself."""
    tree = trafilatura.load_html(_XML_DECLARATION.sub("", page))
    if tree is None:
        raise InputError(f"{item} holds no page: no HTML element in it; give plain text as .txt")
    stated = trafilatura.extract_metadata(tree, date_config={"extensive_search": False, "original_date": True})
    # the root's lang attribute is the template's as often as the text's: without JSON-LD the text tells the language
    outlets = stated_by_outlet(tree)
    date = outlets.published or page_date(tree, stated.url)
    own = outlets.over(Metadata(date, stated.title, stated.sitename, stated.url))
    body = _article(tree)
    if not body:
        raise InputError(
            f"{item} holds no article: no text found in the page; if it needs JavaScript, save it from a browser"
        )
    return build(check_text(body, item), given.over(own), raw=raw, extractor=_extractor(), source=item, notes=notes)


def _article(tree: HtmlElement) -> str:
    """Paragraphs of the article with a blank line between, as in plain text."""
    extracted = trafilatura.bare_extraction(
        tree, include_comments=False, include_tables=False, favor_precision=False, deduplicate=False
    )
    if extracted is None or isinstance(extracted, dict):  # a mapping only where one is asked for
        return ""
    return "\n\n".join(line.strip() for line in (extracted.text or "").splitlines() if line.strip())


@cache
def _extractor() -> str:
    return f"trafilatura/{version('trafilatura')}"
