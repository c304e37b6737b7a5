"""What an outlet states of its article for machines, as JSON-LD of schema.org: headline, date, publisher, language."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from foedus.ingest.dates import published
from foedus.ingest.languages import is_language
from foedus.ingest.options import Metadata

_ARTICLE_TYPE = re.compile(r"Article|BlogPosting|Report$")
_CUT = ("…", "...")
_LONGEST = 300
_WITHIN = ("@graph", "mainEntity")
"""Where a record holds others that are of this page; what it lists or mentions elsewhere are other pages."""


def stated_by_outlet(tree: HtmlElement) -> Metadata:
    """Metadata of the first article that the page's JSON-LD describes; nothing where it describes none."""
    nodes = list(_nodes(tree))
    article = next((node for node in nodes if _is_article(node)), None)
    if article is None:
        return Metadata()
    named = {str(node["@id"]): node for node in nodes if "@id" in node}
    return Metadata(
        _date(article.get("datePublished")),
        _title(article.get("headline")),
        _name(article.get("publisher"), named),
        None,
        _language(article.get("inLanguage")),
    )


def _nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            yield from _of_page(json.loads(script.text or "", strict=False))
        except (ValueError, RecursionError):
            continue


def _of_page(record: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any JSON
    for node in record if isinstance(record, list) else [record]:
        if isinstance(node, dict):
            yield node
            for place in _WITHIN:
                yield from _of_page(node.get(place, []))


def _is_article(node: dict[str, Any]) -> bool:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(_ARTICLE_TYPE.search(str(name)) for name in kinds) and bool(node.keys() & {"headline", "datePublished"})


def _date(stated: Any) -> str | None:  # noqa: ANN401 - any JSON
    try:
        return published(stated) if isinstance(stated, str) else None
    except ValueError:
        return None


def _title(stated: Any) -> str | None:  # noqa: ANN401 - any JSON
    """The headline, unless it was cut to fit somewhere."""
    text = _line(stated)
    return text if text and not text.endswith(_CUT) else None


def _name(stated: Any, named: dict[str, dict[str, Any]]) -> str | None:  # noqa: ANN401 - any JSON
    """The publisher's name, which may stand elsewhere in the record under the id that is given."""
    if isinstance(stated, list):
        stated = stated[0] if stated else None
    if isinstance(stated, dict):
        stated = stated.get("name") or named.get(str(stated.get("@id")), {}).get("name")
    return _line(stated)


def _language(stated: Any) -> str | None:  # noqa: ANN401 - any JSON
    code = re.split(r"[-_]", stated)[0].lower() if isinstance(stated, str) else ""
    return code if is_language(code) else None


def _line(stated: Any) -> str | None:  # noqa: ANN401 - any JSON
    """A text on one line; some software writes entities of HTML into it."""
    text = " ".join(html.unescape(stated).split()) if isinstance(stated, str) else ""
    return text if 0 < len(text) <= _LONGEST else None
