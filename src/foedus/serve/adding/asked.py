"""What the form says of a document, checked before anything is read."""

from urllib.parse import urlsplit

from msgspec import Struct

from foedus.ingest.dates import published as normal_date
from foedus.ingest.languages import is_language
from foedus.ingest.options import Metadata
from foedus.model.errors import UsageError


class Fields(Struct, frozen=True):
    """The form as it was filled in."""

    text: str = ""
    title: str = ""
    outlet: str = ""
    published: str = ""
    lang: str = ""
    url: str = ""
    fetch: str = ""
    """Address of a page to be fetched, where the server does that."""


def metadata(fields: Fields) -> Metadata:
    """What is known of the document; UsageError names the field that cannot be used."""
    lang = fields.lang.strip().lower()
    if lang and not is_language(lang):
        raise UsageError(f"Language: {lang!r} is no code of ISO 639-1: give two letters, like fr")
    url = fields.url.strip()
    if url and not _is_address(url):
        raise UsageError(f"Address: {url!r} is no address of a page: it begins with https:// or http://")
    return Metadata(
        published=_date(fields.published.strip()),
        title=" ".join(fields.title.split()) or None,
        outlet=" ".join(fields.outlet.split()) or None,
        url=url or None,
        lang=lang or None,
    )


def _date(text: str) -> str | None:
    if not text:
        return None
    try:
        return normal_date(text)
    except ValueError as error:
        raise UsageError(f"Published: {error}") from error


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and url.isprintable() and " " not in url
