"""The errors told in lines: pages joined or parted wrongly, wrong edges, changes missed or made up."""

from collections.abc import Collection, Iterator, Mapping

from bench.lineage.changes import Judged
from bench.lineage.corpus import Member, Span, by_id
from bench.lineage.lines import told, wanted
from bench.lineage.measure import ASPECTS, Aspect, Measured
from bench.lineage.pairs import Pair


def misses(measured: Measured, most: int, aspects: Collection[Aspect] = ASPECTS) -> Iterator[str]:
    """Up to `most` errors of each sort, the gravest sort first, a line each."""
    sorts = (_of_stories(measured) if "stories" in aspects else {}) | (
        _of_changes(measured) if "changes" in aspects else {}
    )
    for head, lines in sorts.items():
        if lines:
            yield f"{head}: {len(lines)}"
            yield from (f"  {line}" for line in lines[:most])


def _of_stories(measured: Measured) -> dict[str, list[str]]:
    pairs = measured.pairs
    return {
        "Joined, and not one story": [_pair(p, measured) for p in pairs if p.told_story and not p.same_story],
        "One story, and not joined": [_pair(p, measured) for p in pairs if p.same_story and not p.told_story],
        "Said to be of one event, and are not": [
            _pair(p, measured) for p in pairs if p.told_event and not p.same_event and not p.same_story
        ],
        "One event told twice, and not seen": [_pair(p, measured) for p in pairs if p.same_event and not p.told_event],
        "Edges missed": list(_edges(measured, missing=True)),
        "Edges that are none": list(_edges(measured, missing=False)),
    }


def _of_changes(measured: Measured) -> dict[str, list[str]]:
    return {
        "Changes missed": [line for one in measured.changes for line in _missed(one)],
        "Changes that were not planted": [line for one in measured.changes for line in _extra(one)],
    }


def _pair(pair: Pair, measured: Measured) -> str:
    ids = (pair.first.document.id, pair.second.document.id)
    why = [link.reason for link in measured.answer.links if {link.copy, link.origin} == set(ids) and link.reason]
    return f"{pair.first.name} ({pair.first.document.lang}) — {pair.second.name} ({pair.second.document.lang})" + (
        f": {'; '.join(why)}" if why else ""
    )


def _edges(measured: Measured, *, missing: bool) -> Iterator[str]:
    members = by_id(measured.corpus.members)
    true, said = wanted(measured.corpus.members), told(measured.corpus.members, measured.answer)
    here, there = (true, said) if missing else (said, true)
    for (copy, origin), kinds in here.items():
        if (copy, origin) not in there:
            yield f"{_name(copy, members)} ← {_name(origin, members)} ({'+'.join(sorted(kinds))})"


def _name(document: str, members: Mapping[str, Member]) -> str:
    return members[document].name if document in members else document


def _missed(judged: Judged) -> Iterator[str]:
    first, second = (one.member.document.text for one in (judged.first, judged.second))
    for one in judged.missed:
        yield f"{one.name}: {_words(first, one.was[0])} → {_words(second, one.now[0] if one.now else None)}"


def _extra(judged: Judged) -> Iterator[str]:
    first, second = judged.first.member, judged.second.member
    for one in judged.extra:
        words = f"{_words(first.document.text, one.was)} → {_words(second.document.text, one.now)}"
        yield f"{first.name} to {second.name}, {one.kind}: {words}{f' ({one.reason})' if one.reason else ''}"


def _words(text: str, span: Span | None) -> str:
    return f"“{text[slice(*span)]}”" if span else "nothing"
