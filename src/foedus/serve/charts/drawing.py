"""Figures by name, in the language of the page; and as files of their own, which bring their colours along."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup
from starlette.responses import Response

from foedus.serve.charts.bars import transfers
from foedus.serve.charts.ladder import ladder
from foedus.serve.charts.network import network
from foedus.serve.charts.timeline import timeline
from foedus.serve.charts.tree import story_tree
from foedus.serve.charts.world import world_map
from foedus.serve.languages import translations

Draw = Callable[[Any, Callable[[str], str], str], Markup]
"""Takes a view, the function that translates a message, and the language."""

FIGURES: Mapping[str, Draw] = {
    "deal": ladder,
    "network": network,
    "map": world_map,
    "story": story_tree,
    "timeline": timeline,
    "transfers": transfers,
}
_PAPER = '<rect class="fl-paper" width="100%" height="100%"/>'
_STYLES = ("10-tokens.css", "45-figures.css", "64-charts.css")


def draw(name: str, view: object, lang: str) -> Markup:
    """The figure of a view."""
    return FIGURES[name](view, translations(lang).gettext, lang)


def saved(name: str, view: object, lang: str) -> Response:
    """The figure as a file: to be kept, printed or put into a text."""
    drawn = str(draw(name, view, lang))
    opened = drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" data-theme="light" ', 1)
    styled = opened.replace("</desc>", f"</desc><style>{_styles()}</style>{_PAPER}", 1)
    headers = {"Content-Disposition": f'attachment; filename="foedus-{name}.svg"'}
    return Response(styled, media_type="image/svg+xml", headers=headers)


@cache
def _styles() -> str:
    """The style sheet's own."""
    folder = files("foedus.serve") / "static" / "css"
    return (
        "\n".join((folder / name).read_text(encoding="utf-8") for name in _STYLES)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
    )
