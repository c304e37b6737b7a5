"""What an outlet sets around its reports: no two pages are one text for the sake of it.

A rule in three parts, each a function of the two pages alone, so that nothing depends on which page came first or how
many are known: lines that are no running text never count (`running.py`); what the language's patterns tell to be a
notice (cookies, subscription, "read also", credits) does not count where two texts have little in common or are of one
outlet; and of two pages of one outlet, two thirds of the shorter must stand in the other.
"""

from collections.abc import Iterator
from functools import lru_cache

from foedus.language.zones.reading import zones
from foedus.language.zones.zone import Zone
from foedus.lineage.copying.shingled import Shingled, all_shingled
from foedus.lineage.grading.naming import folded, host
from foedus.model.document import Document

LITTLE = 100
"""Runs in common up to which they may be a notice: hardly any is longer."""

WHOLE_TEXT = ""
"""In place of a language: the text in whatever languages it is."""

LEAST_PART = 20
"""Runs that a language must have in a page to count as one of its languages."""

_name = lru_cache(1 << 12)(folded)
_host = lru_cache(1 << 12)(host)
_NOTICES = frozenset({"boilerplate", "credit"})


def of_one_outlet(first: Document, second: Document) -> bool:
    """By the outlets' names where both are known, else by the hosts of their addresses."""
    if first.outlet and second.outlet:
        return first.outlet == second.outlet or _name(first.outlet) == _name(second.outlet)
    hosts = _host(first.url), _host(second.url)
    return hosts[0] is not None and hosts[0] == hosts[1]


def parts(document: Document) -> dict[str, Shingled]:
    """The text without notices and credits, under WHOLE_TEXT, and if it has several languages by these too.

    A page that tells its story twice, in two languages, is two texts: each can be the copy of another page. What
    stands in a part keeps its place in the whole.
    """
    text = document.text
    kept = [zone for zone in zones(text, document.title, document.lang) if zone.kind not in _NOTICES]
    groups = {WHOLE_TEXT: kept}
    if len(langs := list(dict.fromkeys(zone.lang for zone in kept))) > 1:
        groups |= {lang: [zone for zone in kept if zone.lang == lang] for lang in langs}
    found = all_shingled(["".join(_with_blanks(text, group)) for group in groups.values()])
    return {
        name: part
        for name, part in zip(groups, found, strict=True)
        if name == WHOLE_TEXT or len(part.all_runs) >= LEAST_PART
    }


def _with_blanks(text: str, kept: list[Zone]) -> Iterator[str]:
    """The text with line breaks for every character that is not in a kept zone."""
    done = 0
    for zone in kept:
        start = max(zone.start, done)
        yield "\n" * (start - done)
        yield text[start : zone.end]
        done = max(done, zone.end)
    yield "\n" * (len(text) - done)
