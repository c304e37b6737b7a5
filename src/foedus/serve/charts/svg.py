"""SVG elements as markup: whatever goes in is escaped."""

from collections.abc import Iterable
from functools import cache

from markupsafe import Markup, escape

Part = Markup | str
Value = str | float | None

_EXACT = frozenset(
    {"viewBox", "refX", "refY", "markerWidth", "markerHeight", "markerUnits", "patternUnits", "patternTransform"}
)
"""Attributes that are spelt so; in others an underscore stands for a hyphen."""


def element(name: str, *inner: Part, **attributes: Value) -> Markup:
    """An element; `class_` is its class, an attribute that is None is left out, numbers are given to a tenth."""
    told = "".join(
        f' {_spelt(key)}="{number(value) if isinstance(value, int | float) else escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    content = "".join(map(escape, inner))
    return Markup(f"<{name}{told}>{content}</{name}>")  # noqa: S704 - what is not ours is escaped above


def figure(
    width: float, height: float, title: str, desc: str, *inner: Part, id: str, role: str = "img", **attributes: Value
) -> Markup:
    """A whole figure with its name and what it shows; `id` is unlike that of any other figure of the page.

    `role` is `group` where there are links in it: of an image nobody is told what stands in it.
    """
    return element(
        "svg",
        element("title", title, id=f"{id}-title"),
        element("desc", desc, id=f"{id}-desc"),
        *inner,
        viewBox=f"0 0 {number(width)} {number(height)}",
        role=role,
        aria_labelledby=f"{id}-title {id}-desc",
        **attributes,
    )


def text(x: float, y: float, words: str, *, class_: str | None = None, anchor: str = "middle") -> Markup:
    """Words at a place: `anchor` is start, middle or end."""
    return element("text", words, class_=class_, x=x, y=y, text_anchor=anchor)


def path(steps: Iterable[str], **attributes: Value) -> Markup:
    """A line of SVG's steps."""
    return element("path", d="".join(steps), **attributes)


def arrow(id: str, class_: str) -> Markup:
    """The head of an arrow, for `marker_end="url(#id)"`; a rim keeps it apart from the lines that it lies on."""
    head = element("path", class_=f"{class_} ln-paper", d="M0 0.5L8 4L0 7.5z", stroke_width=1.4, paint_order="stroke")
    return element(
        "marker",
        head,
        id=id,
        viewBox="-1 -1 10 10",
        refX=7,
        refY=4,
        markerWidth=14,
        markerHeight=14,
        markerUnits="userSpaceOnUse",
        orient="auto",
    )


def number(value: float) -> str:
    """To a tenth, without a zero behind the point."""
    return f"{value:.1f}".removesuffix(".0")


@cache
def _spelt(key: str) -> str:
    return key if key in _EXACT else key.rstrip("_").replace("_", "-")
