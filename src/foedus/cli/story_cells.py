"""Stories, their pages and what changed in them, in the cells of a table."""

from typing import TYPE_CHECKING

from foedus.cli.ids import LENGTH, short_id
from foedus.model.story import PLACEHOLDER, STORY, Story, is_placeholder

if TYPE_CHECKING:
    from foedus.ledger.kin.listing import Listed
    from foedus.lineage.carried import Carried
    from foedus.lineage.tree import Branch

_STEP = "· "


def branch_cells(one: "Branch") -> dict[str, str]:
    """A page of a family tree, short."""
    return {
        "page": f"{_STEP * one.depth}{short_id(one.document)}",
        "published": one.published or "undated",
        "lang": one.lang,
        "outlet": one.outlet or "",
        "how": _how(one),
        "cites": ", ".join(map(_named, one.cites)),
        "evidence": one.reason or "",
    }


def full_branch_cells(one: "Branch") -> dict[str, str]:
    """The same with everything."""
    return {
        "document": one.document,
        "depth": str(one.depth),
        "published": one.published or "",
        "lang": one.lang,
        "outlet": one.outlet or "",
        "title": one.title or "",
        "url": one.url or "",
        "origin": one.origin or "",
        "kind": one.kind or "",
        "score": "" if one.score is None else f"{one.score:g}",
        "directed": _yes(one.directed),
        "turned": _yes(one.turned),
        "cites": " | ".join(one.cites),
        "evidence": one.reason or "",
    }


def legend_of(story: Story) -> str:
    """What is said of the story as a whole."""
    also = f"; of the same event: {', '.join(map(short_story, story.same_event))}" if story.same_event else ""
    return f"{story.id}: {story.reason}{also}"


def short_story(id: str) -> str:
    """A story's id as tables show it."""
    return id[: len(STORY) + LENGTH]


def listed_cells(one: "Listed") -> dict[str, str]:
    """A story in a list, short."""
    return {**_listed(one), "story": short_story(one.id), "changed": one.changed[:10]}


def full_listed_cells(one: "Listed") -> dict[str, str]:
    """The same with everything."""
    return _listed(one)


def change_cells(one: "Carried") -> dict[str, str]:
    """A change between two pages, short."""
    return {
        "kind": one.kind.replace("_", " "),
        "from": f"{short_id(one.origin)} {one.was_at.start}–{one.was_at.end}",
        "was": one.was,
        "to": f"{short_id(one.page)} {one.now_at.start}–{one.now_at.end}",
        "now": one.now or "(nothing)",
        "first seen": one.published or "undated",
        "pages": str(len(one.pages)),
        "reason": one.reason,
    }


def full_change_cells(one: "Carried") -> dict[str, str]:
    """The same with everything."""
    return {
        "kind": one.kind,
        "from": one.origin,
        "was": one.was,
        "was start": str(one.was_at.start),
        "was end": str(one.was_at.end),
        "to": one.page,
        "now": one.now,
        "now start": str(one.now_at.start),
        "now end": str(one.now_at.end),
        "first seen": one.published or "",
        "pages": " ".join(one.pages),
        "reason": one.reason,
    }


def _how(one: "Branch") -> str:
    if one.kind is None:
        return "first"
    if one.turned:
        return f"{one.kind}, against its date"
    return one.kind if one.directed else f"{one.kind}, or the other way round"


def _named(origin: str) -> str:
    return origin.removeprefix(PLACEHOLDER) if is_placeholder(origin) else short_id(origin)


def _yes(told: bool) -> str:
    return "yes" if told else "no"


def _listed(one: "Listed") -> dict[str, str]:
    return {
        "story": one.id,
        "first": one.first or "undated",
        "last": one.last or "undated",
        "pages": str(one.pages),
        "origins": str(one.origins),
        "languages": ", ".join(f"{lang} {count}" for lang, count in one.langs.items()),
        "changed": one.changed,
    }
