"""Views into HTML: one set of templates a language, with what every template may use."""

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from foedus.serve import dates
from foedus.serve.access.who import who_of
from foedus.serve.addresses import Addresses
from foedus.serve.built import WORLD, is_built
from foedus.serve.charts.drawing import draw
from foedus.serve.charts.timeline import swatch
from foedus.serve.charts.tree_key import tree_line, tree_mark
from foedus.serve.done import done_of, forget_done
from foedus.serve.house import house_of
from foedus.serve.languages import COOKIE, LANGUAGES, PARAMETER, language, translations
from foedus.serve.navigation import foot, rooms, sections
from foedus.serve.sheet import ADDRESS as SHEET
from foedus.serve.sheet import sheet
from foedus.serve.views.review_nav import review_nav
from foedus.serve.words import term
from foedus.telling.lines import say

THEMES = ("light", "dark")
THEME_COOKIE = "foedus_theme"
THEME = "theme"
"""As in `?theme=dark`; any other word goes back to the system's own."""


def render(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:  # noqa: ANN401 - each template has its own
    """A page; `template` is a file of `templates/`.

    What the address asks for, language and theme, is kept in cookies.
    """
    lang = language(request)
    theme = request.query_params.get(THEME) or request.cookies.get(THEME_COOKIE)
    context = {
        "request": request,
        "lang": lang,
        "languages": LANGUAGES,
        "theme": theme if theme in THEMES else None,
        "at": Addresses(request),
        "sections": sections(request),
        "foot": foot(request),
        "rooms": rooms(request.app),
        "who": who_of(request),
        "done": done_of(request),
        "waiting": lambda: review_nav(house_of(request)),
        **values,
    }
    text = environment(lang).get_template(template).render(context)
    response = HTMLResponse(text, status)
    if context["done"]:
        forget_done(request, response)
    if request.query_params.get(PARAMETER) == lang:
        response.set_cookie(COOKIE, lang, max_age=365 * 86_400, samesite="lax", httponly=True)
    if THEME in request.query_params:  # scripts change it too
        response.set_cookie(THEME_COOKIE, theme if theme in THEMES else "", max_age=365 * 86_400, samesite="lax")
    return response


@cache
def environment(lang: str) -> Environment:
    """The templates in a language; a name that a template does not know is an error, never silence."""
    env = Environment(
        loader=PackageLoader("foedus.serve"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        extensions=["jinja2.ext.i18n"],
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.install_gettext_translations(translations(lang), newstyle=True)  # type: ignore[attr-defined]  # the extension adds it
    env.globals["static"] = static
    env.globals["is_built"] = is_built()
    env.globals["has_world"] = is_built(WORLD)
    env.globals["swatch"] = swatch
    env.globals["tree_mark"] = tree_mark
    env.globals["tree_line"] = tree_line
    env.globals["draw"] = lambda name, view: draw(name, view, lang)
    env.globals["term"] = lambda group, word: term(group, word, lang)
    env.globals["tell"] = lambda line: _told(line, lang)
    for name in ("in_words", "day", "instant", "number"):
        env.filters[name] = _in(lang, getattr(dates, name))
    return env


def _told(line: str, lang: str) -> str:
    """A line of another room, marked where it is in another language than the page."""
    said = say(line, lang)
    return said.text if said.lang == lang else Markup('<span lang="{}">{}</span>').format(said.lang, said.text)


def _in(lang: str, form: Any) -> Any:  # noqa: ANN401 - any of the filters of `dates`
    return lambda value: form(value, lang)


@cache
def static(name: str) -> str:
    """The address of a file of `static/`, which changes with its content, so that browsers may keep it."""
    address = f"/static/{name}"
    content = sheet() if address == SHEET else (files("foedus.serve") / "static" / name).read_bytes()
    return f"{address}?v={hashlib.sha256(content).hexdigest()[:12]}"
