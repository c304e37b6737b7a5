"""What may be a name: quotations, and runs of capitals without what opens a sentence or is known already."""

from collections.abc import Iterator

from foedus.gazetteer.names.known import Known
from foedus.gazetteer.names.shapes import Candidate, quoted, runs
from foedus.gazetteer.names.words import Words

_WHOLE = frozenset({"body", "unit", "org_suffix", "exercise", "place_head", "force_head", "system_class"})
"""Words whose run is one name, whatever it holds."""


def candidates_of(text: str, words: Words, known: Known) -> Iterator[Candidate]:
    """Quotations, and runs outside them, without what opens a sentence and what the gazetteer knows at their ends."""
    quotations = quoted(text)
    yield from quotations
    inside = {at for one in quotations for at in range(one.start, one.end)}
    for run in runs(text, words.elision):
        if run.start in inside or known.holds(run.start, run.end):
            continue
        opened = _opened(text, run, words)
        if not opened or known.holds(opened.start, opened.end):
            continue
        yield from _parted(text, opened, words, known)


def _parted(text: str, run: Candidate, words: Words, known: Known) -> Iterator[Candidate]:
    """The run, or what is left of it beside a known state: "в Стамбуле Россия обязалась"."""
    parts = [mention for mention in known.inside(run.start, run.end) if mention.senses[0].kind == "state"]
    plain = all(mention.senses[0].form not in ("adjective", "government", "force") for mention in parts)
    if not parts or not plain or words.given(run.words[0]) or any(words.classes(one) & _WHOLE for one in run.words):
        yield run
        return
    at = run.start
    for start, end in [*((mention.start, mention.end) for mention in parts), (run.end, run.end)]:
        left = text[at:start].strip()
        if left and left[0].isupper():
            begin = text.index(left, at)
            yield Candidate(begin, begin + len(left), begin, begin + len(left), tuple(left.split()))
        at = end


def _opened(text: str, candidate: Candidate, words: Words) -> Candidate | None:
    """Without the words that have their capital from the sentence's beginning; None where nothing is left."""
    start, rest = candidate.start, candidate.words
    while rest and "opening" in words.classes(rest[0]):
        if len(rest) > 1 and "exercise" in words.classes(rest[0]):
            break
        start, rest = start + len(rest[0]), rest[1:]
        while rest and text[start] != rest[0][0]:
            start += 1
    if not rest:
        return None
    return candidate._replace(start=start, outer_start=start, words=rest)
