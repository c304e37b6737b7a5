"""A reliability diagram as SVG: confidence against share right by bin, and how many claims each bin holds.

The same figures give the same bytes. The ground is transparent and the colours are of middle lightness, so that the
drawing reads on a light page and on a dark one.
"""

from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from bench.accuracy.confidence import Bin

SIDE, LEFT, TOP, BELOW, GAP = 220, 44, 34, 100, 60
"""Pixels: the square of a panel, and what is left of, above, below and between them."""

BARS = 36
"""Pixels: height of the fullest bin's bar."""

INK, LINE, POINT = "#808890", "#80889066", "#3b8ed0"

Panels = Mapping[str, Sequence[Bin]]
"""Title of each panel → its bins."""


def diagram(panels: Panels) -> str:
    """The panels beside each other."""
    width = len(panels) * (SIDE + GAP)
    height = TOP + SIDE + BELOW
    told = "; ".join(f"{title}: {_told(bins)}" for title, bins in panels.items())
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'font-family="sans-serif" font-size="11" role="img">',
        "<title>Reliability of the confidence</title>",
        f"<desc>Share of claims right by mean confidence. {escape(told)}.</desc>",
    ]
    for place, (title, bins) in enumerate(panels.items()):
        parts.append(f'<g transform="translate({LEFT + place * (SIDE + GAP)} {TOP})">')
        parts += [*_frame(title), *_points(bins), *_bars(bins), "</g>"]
    return "\n".join([*parts, "</svg>", ""])


def _frame(title: str) -> Iterator[str]:
    yield f'<text x="0" y="-14" fill="{INK}" font-weight="bold">{escape(title)}</text>'
    yield f'<rect width="{SIDE}" height="{SIDE}" fill="none" stroke="{INK}"/>'
    for step in range(1, 5):
        grid = _px(SIDE * step / 5)
        yield f'<path d="M{grid} 0V{SIDE}M0 {grid}H{SIDE}" stroke="{LINE}" stroke-width="0.5" fill="none"/>'
    yield f'<path d="M0 {SIDE}L{SIDE} 0" stroke="{INK}" stroke-dasharray="4 4" fill="none"/>'
    for step in range(6):
        at, label = SIDE * step / 5, f"{step / 5:.1f}"
        yield f'<text x="{_px(at)}" y="{SIDE + 14}" fill="{INK}" text-anchor="middle">{label}</text>'
        yield f'<text x="-6" y="{_px(SIDE - at + 4)}" fill="{INK}" text-anchor="end">{label}</text>'
    yield f'<text x="{SIDE // 2}" y="{SIDE + 30}" fill="{INK}" text-anchor="middle">confidence</text>'
    turned = f'transform="rotate(-90 -32 {SIDE // 2})"'
    yield f'<text x="-32" y="{SIDE // 2}" fill="{INK}" text-anchor="middle" {turned}>share right</text>'


def _points(bins: Sequence[Bin]) -> Iterator[str]:
    """A point for each bin that holds claims, the larger the more it holds, joined by a line."""
    full = [one for one in bins if one.claims]
    most = max((one.claims for one in full), default=1)
    places = [(_px(one.sure * SIDE), _px((1 - one.right) * SIDE)) for one in full]
    if len(places) > 1:
        joined = " ".join(f"{x},{y}" for x, y in places)
        yield f'<polyline points="{joined}" fill="none" stroke="{POINT}" stroke-width="1.5"/>'
    for one, (x, y) in zip(full, places, strict=True):
        radius = 2.5 + 4 * (one.claims / most) ** 0.5
        yield f'<circle cx="{x}" cy="{y}" r="{_px(radius)}" fill="{POINT}"><title>{_told([one])}</title></circle>'


def _bars(bins: Sequence[Bin]) -> Iterator[str]:
    """Under the square how many claims each bin holds."""
    foot = SIDE + BELOW - 10
    most = max((one.claims for one in bins), default=0) or 1
    yield f'<text x="-6" y="{foot}" fill="{INK}" text-anchor="end">claims</text>'
    for one in bins:
        x, wide, high = one.low * SIDE, (one.high - one.low) * SIDE, one.claims / most * BARS
        bar = f'x="{_px(x + 1)}" y="{_px(foot - high)}" width="{_px(wide - 2)}" height="{_px(high)}"'
        yield f'<rect {bar} fill="{INK}"/>'
        middle = _px(x + wide / 2)
        label = f'y="{_px(foot - high - 3)}" font-size="9" text-anchor="middle">{one.claims}'
        yield f'<text x="{middle}" fill="{INK}" {label}</text>'


def _told(bins: Sequence[Bin]) -> str:
    full = [one for one in bins if one.claims]
    return ", ".join(f"{one.right:.2f} at {one.sure:.2f} ({one.claims})" for one in full) or "no claims"


def _px(number: float) -> str:
    return f"{number:.1f}"
