"""Persons: behind a title, with a known first name, by what they say, or by their two capitals."""

import re

from foedus.gazetteer.names.beside import Beside, next_word, plain
from foedus.gazetteer.names.name import Name
from foedus.gazetteer.names.shapes import GAP, LOWER, UPPER, Candidate, after, before

_PARTICLE = re.compile(rf"{GAP}(\w{{1,4}}){GAP}((?:\w{{1,3}}{GAP})?[{UPPER}]\w*[{LOWER}]\w*(?:-\w+)*)(?![\w’'])")
_LATIN = re.compile(r"[A-Za-z]")
_MOST_WORDS_OF_A_PERSON = 4
_NO_PERSON = ("body", "unit", "exercise", "org_class", "stop", "title", "title_complement", "org_suffix")


def person(at: Beside) -> Name | None:
    """A name behind a title, in the run itself or before it; or one that begins with a known first name."""
    trimmed, title = _without_titles(at)
    if not trimmed or at.candidate.quoted:
        return None
    rest = at.candidate._replace(start=trimmed[0], words=trimmed[1])
    if len(rest.words) > _MOST_WORDS_OF_A_PERSON or any(at.is_a(word, *_NO_PERSON) for word in rest.words):
        return None
    if _foreign(at, rest):
        return None
    end = _with_particle(at, rest)
    cue = title or _title_before(at, rest)
    if cue:
        return at.name("person", "title", cue, rest.start, end)
    if len(rest.words) > 1 and at.words.given(rest.words[0]) and all(plain(word) for word in rest.words):
        return at.name("person", "given-name", rest.words[0], rest.start, end)
    return None


def _foreign(at: Beside, one: Candidate) -> bool:
    """Whether the letters are Latin in a Russian text, which writes persons in its own: a paper, an institute."""
    return at.lang == "ru" and bool(_LATIN.match(one.words[0]))


def _without_titles(at: Beside) -> tuple[tuple[int, tuple[str, ...]] | None, str]:
    """Start and words of the run behind its last title and state's adjective; the title."""
    words = at.candidate.words
    last = max((i for i, word in enumerate(words) if at.is_a(word.rstrip("."), "title")), default=-1)
    if last == len(words) - 1:
        return None, ""
    title = words[last] if last >= 0 else ""
    start = at.candidate.start
    for _ in range(last + 1):
        start = next_word(at.text, start)
    rest = words[last + 1 :]
    mention = at.known.starting(start)
    if mention and mention.senses[0].kind == "state" and len(mention.text.split()) < len(rest):
        size = len(mention.text.split())
        for _ in range(size):
            start = next_word(at.text, start)
        rest = rest[size:]
    if len(rest) > 2 and len(rest[0]) > 2 and rest[0].isupper():
        return (next_word(at.text, start), rest[1:]), title
    return (start, rest), title


def _title_before(at: Beside, rest: Candidate) -> str:
    """The title that the name stands behind, maybe with an office's words or a comma between."""
    if rest.start != at.candidate.start:
        return ""
    cue = at.words.phrase("title", at.left)
    if cue:
        return cue
    mention = at.known.ending(rest.start - 1)
    if mention and any(sense.via == "title" for sense in mention.senses):
        return mention.text
    between = at.left[::-1]
    for distance, word in enumerate(between[:5]):
        if at.is_a(word, "title"):
            return word if len(rest.words) > 1 or distance < 2 else ""
        if distance == 0 and at.is_a(word, "title_link"):
            return ""
        if not (at.is_a(word, "title_complement", "title_link") or word.endswith(at.words.lists["title_adjective"])):
            break
    return _in_apposition(at, rest) if len(rest.words) > 1 else ""


def _in_apposition(at: Beside, rest: Candidate) -> str:
    """ "La ministre des Armées, X Y", "X Y, président de": a title across one comma."""
    head = at.text[: rest.start].rstrip()
    if head.endswith(","):
        for word in before(at.text, len(head) - 1)[::-1]:
            if at.is_a(word, "title"):
                return word
    if at.text.startswith(", ", rest.end):
        first, *further = [*after(at.text, rest.end + 2), ""]
        for word in (first, further[0] if further and at.is_a(first, "article", "title_complement") else ""):
            if at.is_a(word, "title") and all(plain(part) for part in rest.words):
                return word
    return ""


def _with_particle(at: Beside, rest: Candidate) -> int:
    """The end with "de Gaulle", "bin Salman"; not before a place or body that is known."""
    match = _PARTICLE.match(at.text, rest.end)
    if not match or match[1] not in at.words.lists["particle"] or len(rest.words) > 2:
        return rest.end
    if not at.words.given(rest.words[0]) or any(at.known.overlapping(match.start(2), match.end(2))):
        return rest.end
    return match.end()


def speaker(at: Beside) -> Name | None:
    """Who speaks: two words are a person, a quotation is a paper or an agency."""
    cue = at.words.phrase("speech_before", at.left)
    if not cue and at.right and at.is_a(at.right[0], "speech_after"):
        cue = at.right[0]
    if not cue:
        return None
    if at.candidate.quoted:
        return at.name("organisation", "speech", cue) if at.words.phrase("speech_before", at.left) else None
    return two_words(at, "speech", cue)


def two_words(at: Beside, rule: str = "two-words", cue: str = "") -> Name | None:
    """Two or three plain words with capitals that nothing else explains: a person, more often than not."""
    one = at.candidate
    if one.quoted or not 2 <= len(one.words) <= 3 or not all(plain(word) for word in one.words):
        return None
    if at.left and at.is_a(at.left[-1], "no_person_after"):
        return None
    if any(at.is_a(word, *_NO_PERSON, "no_person", "opening", "place_head") for word in one.words):
        return None
    if any(at.known.overlapping(one.start, one.end)) or _foreign(at, one):
        return None
    if at.lang == "en" and not cue and one.words[-1].endswith("s"):
        return None
    end = _with_particle(at, one)
    return at.name("person", rule, cue or at.text[one.start : one.end], one.start, end)
