"""Headlines and subheadings, and what stands above the page's headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foedus.language.fold import fold
from foedus.language.zones.wording import SHORT, Told

_HEADLINE = 220  # characters that a first line may have and still be a headline
_SUBHEADLINE = 130
_ABOVE = 4  # paragraphs that may stand above the text: motto, date line, title
_TAIL = 40  # characters at a line's end that are looked at
_STOP = re.compile(r"[.!?…:;,][\s»”\"')\]]*\Z")
_FULL_STOP = re.compile(r"[.:;,][\s»”\"')\]]*\Z")
_BULLET = re.compile(r"[•●▪◦‣·*>–—-]\s*\S|\d+[.)]\s")
_RIGHTS = re.compile(r"[©/\[(]")
_SPACES = re.compile(r"\s+")
TITLE, FIRST, LINE, MOTTO = "the title given", "first line", "short line without a stop", "sentence above the date line"


def with_headings(told: Sequence[Told | None], texts: Sequence[str], title: str | None) -> list[Told | None]:
    """The same with headlines told: the title where one is given, and short lines without a full stop."""
    known = _key(title) if title else ""
    out: list[Told | None] = []
    begun = False
    for i, (each, text) in enumerate(zip(told, texts, strict=True)):
        new = each
        if known:
            titled = len(text) <= 2 * len(known) + _TAIL and _key(text) == known
        else:
            titled = i == 0 and each is not None and each.kind in {"caption", "credit"} and _opens(text)
        if titled:
            new = Told("headline", TITLE if known else FIRST)
        elif each is None and _is_headline(text, not begun, i == len(texts) - 1):
            new = Told("headline", LINE if begun else FIRST)
        begun = begun or new is None or new.kind == "headline"
        out.append(new)
    return _without_motto(out, texts)


def _is_headline(text: str, first: bool, last: bool) -> bool:
    """A short line without a full stop; further down also without question mark, bullet, and with text after it."""
    if last or len(text) > _HEADLINE or _FULL_STOP.search(text, max(0, len(text) - _TAIL)):
        return False
    return first or (
        len(text) <= _SUBHEADLINE and not _STOP.search(text, max(0, len(text) - _TAIL)) and not _BULLET.match(text)
    )


def _opens(text: str) -> bool:
    """A first line worded like a caption ("In pictures: …") is the headline unless it names a right or source."""
    return not _FULL_STOP.search(text) and not _RIGHTS.search(text)


def _without_motto(told: list[Told | None], texts: Sequence[str]) -> list[Told | None]:
    """A sentence above a date line that stands above the headline is the site's motto."""
    kinds = [each.kind if each else "body" for each in told[:_ABOVE]]
    if "dateline" not in kinds:
        return told
    dated = kinds.index("dateline")
    after = [each.kind if each else "body" for each in told[dated : dated + 3]]
    if "headline" in kinds[:dated] or "headline" not in after:
        return told
    motto = Told("boilerplate", MOTTO)
    return [motto if i < dated and len(texts[i]) <= SHORT else each for i, each in enumerate(told)]


def _key(text: str) -> str:
    """The text for comparison with the title: case, spacing, typographic variants and the final stop do not count."""
    return _SPACES.sub(" ", fold(text)).strip().rstrip(".").lower()
