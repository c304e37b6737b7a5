"""Organisations by a word in their name: "Fonds européen de soutien", "Baltic Policy Forum", "Velmar Defence Ltd"."""

import re

from foedus.gazetteer.names.beside import Beside
from foedus.gazetteer.names.name import Name
from foedus.gazetteer.names.shapes import GAP, Candidate
from foedus.gazetteer.names.tails import tail
from foedus.gazetteer.names.words import Words

_NEXT = re.compile(rf"{GAP}(\w+(?:-\w+)*)")
_ADJECTIVE = re.compile(r"\w{2,}(?:ий|ый|ой|ая|яя|ое|ее|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ей)")
_NO_TAIL: frozenset[str] = frozenset()


def body(at: Beside) -> Name | None:
    """The organisation that the run begins or ends; None where nothing but the word itself is there."""
    text, candidate, words = at.text, at.candidate, at.words
    if candidate.quoted:
        return None
    if "org_suffix" in words.classes(candidate.words[-1]) and len(candidate.words) > 1:
        start, end = candidate.start, candidate.end
        return Name(start, end, text[start:end], "organisation", start, "suffix", candidate.words[-1])
    if at.lang == "en":
        return _english(text, candidate, words)
    return _headed(text, candidate, at.lang, words)


def _english(text: str, candidate: Candidate, words: Words) -> Name | None:
    heads = [word for word in candidate.words if "body" in words.classes(word)]
    if not heads:
        return None
    end = tail("en")(text, candidate.end, words, _NO_TAIL)
    last = "body" in words.classes(candidate.words[-1]) or end > candidate.end
    if not last or (len(candidate.words) == 1 and end == candidate.end):
        return None
    start = candidate.start
    head = start + text[start : candidate.end].rindex(heads[-1])
    return Name(start, end, text[start:end], "organisation", head, "body", heads[-1])


def _headed(text: str, candidate: Candidate, lang: str, words: Words) -> Name | None:
    start, first = candidate.start, candidate.words[0]
    head, end = start, candidate.end
    if "body" not in words.classes(first):
        found = _russian_head(text, candidate, words) if lang == "ru" else None
        if not found:
            return None
        head, end = found
    bare = end
    if len(candidate.words) == 1 or candidate.words[-1] in words.lists["body_second"]:
        end = tail(lang)(text, end, words, _NO_TAIL)
    if end == bare and len(candidate.words) == 1 and head == start:
        return None
    cue = text[head : head + len(first)] if head == start else text[head:bare]
    return Name(start, end, text[start:end], "organisation", head, "body", cue)


def _russian_head(text: str, candidate: Candidate, words: Words) -> tuple[int, int] | None:
    """A capitalised adjective, more adjectives, then the head in small letters; its start and end."""
    end = candidate.end
    if len(candidate.words) > 1 or not _ADJECTIVE.fullmatch(candidate.words[0]):
        return None
    for _ in range(3):
        match = _NEXT.match(text, end)
        if not match:
            return None
        if "body_second" in words.classes(match[1]) and match[1].islower():
            return match.start(1), match.end()
        if not _ADJECTIVE.fullmatch(match[1]):
            return None
        end = match.end()
    return None
