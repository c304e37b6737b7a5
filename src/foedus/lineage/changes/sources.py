"""A source that the copy no longer names: what somebody said is said by the page itself, or by an outlet alone."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from foedus.language.knowledge import rows
from foedus.lineage.changes.aligned import Pair
from foedus.lineage.changes.change import Change, Words
from foedus.lineage.changes.forms import Forms, Found
from foedus.lineage.changes.lines import Line, Lines
from foedus.lineage.changes.predicates import WHO, predicates
from foedus.lineage.changes.touched import Touched
from foedus.model.claim import Attribution
from foedus.model.vocabulary import Standing

SOURCING, SPEAKERS = "sourcing.tsv", "speakers.tsv"
_SOURCED: frozenset[Standing] = frozenset({"attributed", "unnamed"})
_PASSING_ON = frozenset({"outlet", "document"})
"""Voices that pass on what others say: where they alone are left, the source is lost."""


def source_lost(pair: Pair, touched: Touched, first: Lines, second: Lines) -> Iterator[Change]:
    """At most one for a pair: the first names who says it, and no word of the second says that anybody does.

    A headline leaves its sources to the text, so it loses none.
    """
    if any(line.view.zone == "headline" for line in (*pair.first, *pair.second)):
        return
    if {one.key for one in _marks(pair.second)} - {"relays"}:
        return
    around = (voice for voice in _voices(pair.second, second) if not _is_within(voice, pair.second))
    if any(voice.kind not in _PASSING_ON for voice in around):
        return
    for gone in _sources(pair.first, first):
        if touched.first(*gone) and not _is_named(gone, pair, second):
            now = Words(pair.second[0].start, pair.second[-1].end)
            text = first.page.text[gone.start : gone.end]
            yield Change("source_lost", gone, now, f"“{text}” no longer says it")
            return


def _sources(lines: Sequence[Line], page: Lines) -> Iterator[Words]:
    """Who tells some sentences by words of their own, else the opening that names a source."""
    marks = _marks(lines)
    if not marks:
        return
    for voice in _voices(lines, page):
        if _is_within(voice, lines) and voice.kind != "outlet":
            yield Words(voice.start, voice.end)
    yield from (Words(one.start, one.end) for one in marks if one.key == "as")


def _marks(lines: Iterable[Line]) -> list[Found]:
    return [one for line in lines for one in _forms().find(line)]


def _is_within(voice: Attribution, lines: Iterable[Line]) -> bool:
    return any(line.start <= voice.start < line.end for line in lines)


def _is_named(words: Words, pair: Pair, second: Lines) -> bool:
    """Whether what the words say is said in the other sentences, or where somebody speaks in their paragraph: a
    source that is named once need not be named again."""
    inside = [
        said
        for line in pair.first
        for said, fact in line.said.items()
        if fact.kind in WHO and fact.start < words.end and words.start < fact.end
    ]
    places = {line.view.paragraph for line in pair.second}
    spoken = [line for line in second.all if line.view.paragraph in places and (line in pair.second or _marks([line]))]
    speakers = {
        one.key
        for line in pair.first
        for one in _speakers().find(line)
        if one.start < words.end and words.start < one.end
    }
    if any(one.key in speakers for line in spoken for one in _speakers().find(line)):
        return True
    return any(said in line.said for said in inside for line in spoken)


def _voices(lines: Iterable[Line], page: Lines) -> Iterator[Attribution]:
    """Who tells the sentences, by their own words and by what stands around them."""
    seen: set[tuple[int, int]] = set()
    for line in lines:
        for one in predicates(line, page):
            if one.heard.standing in _SOURCED:
                for voice in one.heard.voices:
                    if (voice.start, voice.end) not in seen:
                        seen.add((voice.start, voice.end))
                        yield voice


@cache
def _forms() -> Forms:
    return _table(SOURCING)


@cache
def _speakers() -> Forms:
    return _table(SPEAKERS)


def _table(name: str) -> Forms:
    return Forms((cells[0], cells[1:]) for cells in rows(files("foedus") / "data" / "lineage" / name))
