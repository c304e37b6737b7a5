"""The language of the page: what the address asks for, else a cookie, else what the browser prefers, else English."""

import gettext
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from starlette.requests import Request

LANGUAGES: Final = ("en", "fr")
PARAMETER: Final = "in"
"""As in `?in=fr`; `lang` asks for the language of documents."""
COOKIE: Final = "foedus_in"


def language(request: Request) -> str:
    """One of LANGUAGES."""
    asked = request.query_params.get(PARAMETER) or request.cookies.get(COOKIE)
    if asked in LANGUAGES:
        return asked
    return _preferred(request.headers)


def _preferred(headers: Mapping[str, str]) -> str:
    """By Accept-Language (RFC 9110, 12.5.4): the highest weight of those that there are."""
    weighed: list[tuple[float, int, str]] = []
    for place, one in enumerate(headers.get("accept-language", "").split(",")):
        tag, _, rest = one.strip().partition(";")
        try:
            weight = float(rest.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
        weighed.append((-weight, place, tag.partition("-")[0].lower()))
    return next((lang for weight, _, lang in sorted(weighed) if weight < 0 and lang in LANGUAGES), LANGUAGES[0])


@cache
def translations(lang: str) -> gettext.NullTranslations:
    """The catalogue of a language, from its `.po` files, one for each view; English is what the templates say."""
    if lang == LANGUAGES[0]:
        return gettext.NullTranslations()
    whole = Catalog(locale=lang)
    folder = files("foedus.serve") / "locales" / lang
    for po in sorted(folder.iterdir(), key=lambda one: one.name):
        with po.open("rb") as file:
            for message in read_po(file, locale=lang):
                if message.id:
                    whole[message.id] = message
    compiled = BytesIO()
    write_mo(compiled, whole)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
