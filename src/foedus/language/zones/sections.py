"""What stands below a line that opens a part of the page: comments to its end, a list of links, an author's life."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foedus.language.zones.wording import Told

_TEXT_BEFORE = 300
"""Characters of text before which a line named "Comments" is a link to them and does not open them."""
_LINK = 200
"""Characters of a link's words at most."""
_LINKS = 12
"""Links of one list at most."""
_STOP = re.compile(r"(?<![.…])[.:;,][»”\"')\]]?\Z")
_ITEM = re.compile(r"[•●▪◦‣·*>–—-]\s*\S|\d{1,2}[.)]\s")
_LONE = frozenset({"headline", "caption", "credit", "dateline", "boilerplate"})


def below(told: Sequence[Told | None], texts: Sequence[str]) -> list[Told | None]:
    """The same with what each opening line has below it told too; None stays a paragraph of text."""
    out = list(told)
    said = 0
    for i, each in enumerate(told):
        if out[i] is None:
            said += len(texts[i])
        elif each is not None and each.opens and said:
            for j in _reach(each.opens, i, out, texts, said):
                out[j] = Told("boilerplate", each.reason)
    return out


def _reach(opens: str, i: int, told: Sequence[Told | None], texts: Sequence[str], said: int) -> range:
    """Paragraphs below line i that belong to it."""
    if opens == "rest":
        return range(i + 1, len(texts)) if said >= _TEXT_BEFORE else range(0)
    if opens == "next":
        one = i + 1 < len(texts) and told[i + 1] is None
        return range(i + 1, i + 2 if one else i + 1)
    end = i + 1
    while end < min(len(texts), i + 1 + _LINKS) and _is_link(texts[end], told[end]):
        end += 1
    return range(i + 1, end)


def _is_link(text: str, told: Told | None) -> bool:
    """A short line without a full stop, or an item of a list; what is told by its words goes along."""
    if told is not None and told.kind in _LONE:
        return told.kind != "dateline" or len(text) <= _LINK
    return len(text) <= _LINK and (_STOP.search(text) is None or _ITEM.match(text) is not None)
