"""The family tree of a story: which page came from which, over time and language."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from babel.dates import format_date
from markupsafe import Markup

from foedus.serve.charts.svg import arrow, element, figure, path, text
from foedus.serve.charts.tree_layout import LEFT, UNDATED, Layout, Spot, layout
from foedus.serve.views.story import StoryView
from foedus.serve.views.story_groups import Group, Strand
from foedus.serve.views.story_members import Member
from foedus.serve.words import term

MOST = 48
"""Marks that are drawn, those of the first pages; the table has the others."""
_SHORT = 19
"""Characters of a mark's name."""
DASHES = {
    "copy": None,
    "excerpt": "10 3 2 3",
    "translation": "6 4",
    "rewrite": "2 3",
    "version": "14 4",
    "citation": "1 5",
}
"""How the line of each kind is broken."""
_RADIUS = 7
_PLAIN = "fl-paper ln-ink-2"
_OUTLINES = {
    "translation": "m0 -9l9 9l-9 9l-9 -9z",
    "rewrite": "m0 -9l9 15h-18z",
    "named": "m-7 -7h14v14h-14z",
}
"""Marks that are no discs, from their middle."""


class _Tree(NamedTuple):
    """What every part of the figure is drawn from."""

    view: StoryView
    members: dict[int, Member]
    groups: tuple[Group, ...]
    at: Layout
    say: Callable[[str], str]
    lang: str


def story_tree(view: StoryView, _: Callable[[str], str], lang: str) -> Markup:
    """The figure; nothing for a page that stands alone."""
    if len(view.members) < 2:
        return Markup()
    groups = view.groups[:MOST]
    members = {one.number: one for one in view.members}
    tree = _Tree(view, members, groups, layout(groups, members), _, lang)
    return figure(
        tree.at.width,
        tree.at.height,
        _("Family tree of the story"),
        _("Pages by language and day, each with a line from that from which it came. The table below says the same."),
        element("defs", arrow("tree-head", "fl-ink-3")),
        *_axes(tree),
        *_strands(tree),
        *_named(tree),
        *(_mark(tree, group) for group in groups),
        id="tree",
        role="group",
        # in its own size: where that is wider than the page, its frame scrolls
        width_=tree.at.width,
        height_=tree.at.height,
    )


def shape(kind: str | None, x: float, y: float) -> Markup:
    """The mark of a page by the way in which it came; None is an origin, `named` one known by its name alone."""
    r = _RADIUS
    ring = element("circle", class_=_PLAIN, cx=x, cy=y, r=r, stroke_width=1.6)
    if kind is None:
        drawn = element("circle", class_="fl-ink ln-ink", cx=x, cy=y, r=r + 1)
    elif kind in _OUTLINES:
        drawn = path([f"M{x:.1f} {y:.1f}{_OUTLINES[kind]}"], class_=_PLAIN, stroke_width=1.6)
    elif kind == "version":
        drawn = ring + element("circle", class_="fl-ink-2", cx=x, cy=y, r=2.5)
    elif kind == "excerpt":
        drawn = ring + path([f"M{x:.1f} {y - r}a{r} {r} 0 0 0 0 {2 * r}z"], class_="fl-ink-2")
    else:
        drawn = ring
    return drawn


def several(x: float, y: float) -> Markup:
    """Several copies of one page."""
    rings = (
        element("circle", class_="fl-paper ln-ink-2", cx=x + 4 * n, cy=y, r=_RADIUS, stroke_width=1.3) for n in (2, 1)
    )
    return Markup().join(rings) + shape("copy", x, y)


def _axes(tree: _Tree) -> Iterator[Markup]:
    at = tree.at
    for lang, y in at.rows.items():
        yield path([f"M{LEFT - 16} {y:.1f}H{at.width - 8:.1f}"], class_="ax")
        yield text(0, y + 5, term("lang", lang, tree.lang), class_="big", anchor="start")
    floor = at.height - 8
    for place, column in enumerate(at.columns):
        dashes = None if column.day == UNDATED else "2 4"
        yield path([f"M{column.x:.1f} 30V{floor:.1f}"], class_="ax2", stroke_dasharray=dashes)
        before = at.columns[place - 1].day if place else ""
        yield text(column.x + 5, 24, _day(column.day, before, tree), class_="strong", anchor="start")


def _day(day: str, before: str, tree: _Tree) -> str:
    """With its year where that is new."""
    if day == UNDATED:
        return tree.say("no date")
    form = "d MMM" if before[:4] == day[:4] else "d MMM y"
    return str(format_date(date.fromisoformat(day), form, locale=tree.lang))


def _strands(tree: _Tree) -> Iterator[Markup]:
    for group in tree.groups:
        for strand in group.strands:
            start = tree.at.named.get(strand.name or "") or tree.at.spots.get(strand.group or 0)
            if start:
                yield path(
                    [_course(tree, start, tree.at.spots[group.number])],
                    class_="edge",
                    stroke_dasharray=DASHES[strand.kind],
                    marker_end="url(#tree-head)" if strand.directed else None,
                )


def _course(tree: _Tree, start: Spot, end: Spot) -> str:
    """Along the row to the next mark, over those that lie between, or down and across to another row."""
    gap = _RADIUS + 3
    if start.y == end.y:
        low, high = sorted((start.x, end.x))
        sign = 1 if start.x < end.x else -1
        between = [spot for spot in tree.at.spots.values() if spot.y == start.y and low < spot.x < high]
        if not between:
            return f"M{start.x + sign * gap:.1f} {start.y:.1f}H{end.x - sign * gap:.1f}"
        rise = min(16 + 4 * len(between), 34)
        return (
            f"M{start.x + sign * 5:.1f} {start.y - gap:.1f}C{start.x + sign * 24:.1f} {start.y - rise:.1f} "
            f"{end.x - sign * 24:.1f} {end.y - rise:.1f} {end.x - sign * 5:.1f} {end.y - gap:.1f}"
        )
    down = 1 if end.y > start.y else -1
    if end.x - start.x < 3 * gap:
        side = max(start.x, end.x)
        return (
            f"M{start.x:.1f} {start.y + down * gap:.1f}C{start.x:.1f} {start.y + down * 40:.1f} "
            f"{side - 2:.1f} {end.y - down * 44:.1f} {end.x:.1f} {end.y - down * gap:.1f}"
        )
    return (
        f"M{start.x:.1f} {start.y + down * gap:.1f}C{start.x:.1f} {end.y - down * 20:.1f} "
        f"{start.x + 4:.1f} {end.y:.1f} {start.x + 26:.1f} {end.y:.1f}H{end.x - gap:.1f}"
    )


def _named(tree: _Tree) -> Iterator[Markup]:
    """Origins that are known by name alone."""
    for name, spot in tree.at.named.items():
        yield shape("named", *spot)
        yield text(spot.x, spot.y + 24, _shortened(name), class_="strong halo")
        yield text(spot.x, spot.y + 38, tree.say("not held here"), class_="halo")


def _mark(tree: _Tree, group: Group) -> Markup:
    """A link to the page, of several copies to the first of them."""
    head = tree.members[group.members[0]]
    x, y = tree.at.spots[group.number]
    drawn = several(x, y) if len(group.members) > 1 else shape(group.kind, x, y)
    name = f"{head.number} {_shortened(head.outlet or head.title)}"
    under = f"× {len(group.members)}" if len(group.members) > 1 else _under(tree, group, head)
    # clear of the lines that go down from the mark
    left = x + 11 if _goes_down(tree, group) else x - 4
    words = text(left, y + 24, name, class_="strong halo", anchor="start")
    words += text(left, y + 38, under, class_="halo", anchor="start") if under else Markup()
    query = f"?{tree.view.query}" if tree.view.query else ""
    return element(
        "a",
        element("title", _told(tree, group, head)),
        element("rect", class_="hit", x=x - 12, y=y - 12, width=24, height=24),
        drawn,
        words,
        href=f"/documents/{head.document}{query}",
        class_="mark",
    )


def _goes_down(tree: _Tree, group: Group) -> bool:
    y = tree.at.spots[group.number].y
    return any(
        strand.group == group.number and tree.at.spots[one.number].y > y
        for one in tree.groups
        for strand in one.strands
    )


def _under(tree: _Tree, group: Group, head: Member) -> str:
    """How it came, and what it changed where that is known."""
    whole = tree.view.changes.whole
    changed = whole.kinds.get(head.number, ()) if whole else ()
    if changed:
        return ", ".join(term("change", one, tree.lang) for one in changed[:2])
    return term("edge", group.kind, tree.lang) if group.kind else tree.say("origin")


def _told(tree: _Tree, group: Group, head: Member) -> str:
    """Like: 4 The Herald, French, 13 June 2024: translation of 1."""
    day = (
        str(format_date(date.fromisoformat(head.day), "d MMMM y", locale=tree.lang))
        if head.day
        else tree.say("no date")
    )
    parts = [f"{head.number} {head.outlet or head.title}", term("lang", head.lang, tree.lang), day]
    came = [_came(tree, strand) for strand in group.strands] or ([tree.say("origin")] if group.kind is None else [])
    copies = f" × {len(group.members)}" if len(group.members) > 1 else ""
    return f"{', '.join(parts)}{copies}: {'; '.join(came)}" if came else f"{', '.join(parts)}{copies}"


def _came(tree: _Tree, strand: Strand) -> str:
    first = next((one.members[0] for one in tree.groups if one.number == strand.group), None)
    return f"{term('edge', strand.kind, tree.lang)} ← {strand.name or first or '…'}"


def _shortened(name: str) -> str:
    return name if len(name) <= _SHORT else f"{name[: _SHORT - 1].rstrip()}…"
