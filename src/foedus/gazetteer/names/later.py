"""Names that another name in the text explains: a surname after the full name, an acronym, "à Kayes et Ségou"."""

import re
from collections.abc import Iterator, Sequence

from foedus.gazetteer.names.acronyms import Definition
from foedus.gazetteer.names.known import Known
from foedus.gazetteer.names.name import Name, NameKind
from foedus.gazetteer.names.shapes import Candidate, after
from foedus.gazetteer.names.words import Words

_BETWEEN = re.compile(
    r"([»”\"]?)(?:,|,?[ \u00a0](?:et|and|и))[ \u00a0](?:la |le |l['’]|the )?[«“\"]?[ \u00a0]?$",
)
_LONGEST = 10
_TELLING = frozenset({"title", "given-name", "system-word", "class-word", "exercise-word", "speech", "two-words"})
_KINDS: tuple[NameKind, ...] = ("place", "exercise", "person")


def again(
    text: str, candidates: Sequence[Candidate], guesses: Sequence[Name], defined: Sequence[Definition]
) -> Iterator[Name]:
    """Single words that are an acronym defined before, or the head of a name that was told by the words beside it."""
    long = {one.short: one for one in reversed(defined)}
    kinds = {name.text: name.kind for name in guesses if name.rule == "definition"}
    told = {name.text[name.head - name.start :]: name for name in reversed(guesses) if name.rule in _TELLING}
    for one in candidates:
        if len(one.words) > 1:
            continue
        words = text[one.start : one.end]
        definition, earlier = long.get(words), told.get(words)
        if definition and one.start > definition.short_start:
            kind = kinds.get(words, "organisation")
            yield Name(one.start, one.end, words, kind, one.start, "defined-before", definition.long, definition.long)
        elif earlier and earlier.end < one.start:
            yield Name(one.start, one.end, words, earlier.kind, one.start, "named-before", earlier.text)


def coordinated(
    text: str, free: Sequence[Candidate], chosen: Sequence[Name], words: Words, known: Known
) -> Iterator[Name]:
    """Candidates that no rule explains, behind "and" or a comma and a name whose kind is known."""
    told: dict[int, tuple[NameKind, str]] = {}
    for mention in known.sure:
        for kind in _KINDS:
            if mention.senses[0].kind == kind:
                told[mention.end] = kind, mention.text
    told |= {name.end: (name.kind, name.text) for name in chosen if name.kind in _KINDS}
    for one in free:
        match = _BETWEEN.search(text, max(0, one.start - _LONGEST), one.start)
        before = told.get(match.start()) if match else None
        if not before or (before[0] != "exercise" and one.quoted):
            continue
        if any(words.classes(word) & {"title", "stop", "body"} for word in one.words):
            continue
        right = after(text, one.outer_end)
        if right and "speech_after" in words.classes(right[0]):
            continue
        yield Name(one.start, one.end, text[one.start : one.end], before[0], one.start, "coordinated", before[1])
