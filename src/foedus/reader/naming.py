"""The names and titles of a text, as sentences have them: each place once."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from foedus.gazetteer.mention import Mention
from foedus.gazetteer.scanner import Scanner
from foedus.gazetteer.titles import Titles


def names_of(text: str, lang: str, scanner: Scanner) -> list[Mention]:
    """Names and titles in text order; a title swallows the adjective or name of its owner ("the French president").

    Who held an office before acts for nobody now: such a title only swallows.
    """
    scan = scanner.read(text, lang)
    every = [title for title in Titles.load(lang).scan(scan) if title.senses]
    titles = [Mention(one.start, one.end, one.text, one.senses) for one in every if one.senses[0].certain]
    past = [Mention(one.start, one.end, one.text, one.senses) for one in every if one.past]
    free = _apart(scan.mentions(), sorted([*titles, *past], key=lambda title: title.start))
    return sorted([*titles, *free], key=lambda mention: mention.start)


def _apart(mentions: Iterable[Mention], titles: Sequence[Mention]) -> list[Mention]:
    """The mentions that overlap no title; both are in text order."""
    free: list[Mention] = []
    starts = [title.start for title in titles]
    reach = list(accumulate((title.end for title in titles), max))
    for mention in mentions:
        before = bisect_left(starts, mention.end)  # titles that begin before the mention's end
        if before == 0 or reach[before - 1] <= mention.start:
            free.append(mention)
    return free
