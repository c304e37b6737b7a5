"""A source that the copy no longer names: what somebody said is said by the page itself, or by an outlet alone."""

from collections.abc import Iterable, Iterator

from foedus.lineage.changes.aligned import Pair
from foedus.lineage.changes.change import Change, Words
from foedus.lineage.changes.lines import Line, Lines
from foedus.lineage.changes.predicates import predicates
from foedus.lineage.changes.touched import Touched
from foedus.model.claim import Attribution
from foedus.model.vocabulary import Standing
from foedus.reader.voice.effects import SAYING

_SOURCED: frozenset[Standing] = frozenset({"attributed", "unnamed"})
_PASSING_ON = frozenset({"outlet", "document"})
"""Voices that pass on what others say: where they alone are left, the source is lost."""


def source_lost(pair: Pair, touched: Touched, first: Lines, second: Lines) -> Iterator[Change]:
    """At most one for a pair: somebody tells the first, and nobody, or only who passed it on, tells the second.

    A headline leaves its sources to the text, so it loses none.
    """
    if any(line.view.zone == "headline" for line in (*pair.first, *pair.second)):
        return
    left = {voice.kind for voice in _voices(pair.second, second)}
    if left - _PASSING_ON or (not left and any(_tells(line, second) for line in pair.second)):
        return
    for voice in _voices(pair.first, first):
        gone = voice.kind not in left and voice.kind not in _PASSING_ON and not _is_named(voice, pair)
        if gone and touched.first(voice.start, voice.end):
            now = Words(pair.second[0].start, pair.second[-1].end)
            yield Change("source_lost", Words(voice.start, voice.end), now, f"“{voice.text}” no longer says it")
            return


def _is_named(voice: Attribution, pair: Pair) -> bool:
    """Whether what the words of a voice say stands in the other sentences too."""
    inside = (
        said
        for line in pair.first
        for said, fact in line.said.items()
        if fact.start < voice.end and voice.start < fact.end
    )
    return any(said in line.said for said in inside for line in pair.second)


def _tells(line: Line, page: Lines) -> bool:
    """Whether a word of saying stands in a sentence, though nobody was heard to speak."""
    here = page.parsed.hearing.here(line.view.index)
    return any(found.cue.kind in SAYING for some in here.cues.anchored.values() for found in some)


def _voices(lines: Iterable[Line], page: Lines) -> Iterator[Attribution]:
    """Who tells the sentences: by their own words, for the first page; by what stands around them as well."""
    seen: set[tuple[int, int]] = set()
    for line in lines:
        for one in predicates(line, page):
            if one.heard.standing in _SOURCED:
                for voice in one.heard.voices:
                    if (voice.start, voice.end) not in seen:
                        seen.add((voice.start, voice.end))
                        yield voice
