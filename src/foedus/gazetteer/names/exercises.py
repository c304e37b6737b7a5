"""Exercises by the word beside them, or by their year: "exercice « Bouclier de granit »", "Baltic Anvil drills"."""

import re
from collections.abc import Iterator

from foedus.gazetteer.names.beside import Beside
from foedus.gazetteer.names.known import Known
from foedus.gazetteer.names.name import Name
from foedus.gazetteer.names.shapes import GAP, UPPER, after, before

_EDITION = re.compile(rf"(?:-\d{{1,4}}|{GAP}(?:(?:19|20)\d\d|\d{{1,3}}|[IVX]{{1,4}}))(?![\w-])")
_DATED = re.compile(r"[\W\d]*+[^\W\d].*-20\d\d")
_NEAR = 48


def exercise(at: Beside) -> Name | None:
    """A name beside a word for an exercise, or dated as only exercises are; its edition belongs to it."""
    one = at.candidate
    edition = None if one.quoted else _EDITION.match(at.text, one.end) or _adjective_edition(at)
    end = edition.end() if edition else one.end
    if _DATED.fullmatch(at.text[one.start : one.end]) and not at.is_a(one.words[0].split("-")[0], "opening", "stop"):
        return at.name("exercise", "exercise-year", at.text[one.start : one.end])
    if len(one.words) > 1 and not one.quoted and at.is_a(one.words[0], "exercise"):
        start = one.start + len(one.words[0]) + 1
        return at.name("exercise", "exercise-word", one.words[0], start, end)
    for distance, word in enumerate(reversed(at.left)):
        if at.is_a(word, "exercise"):
            return at.name("exercise", "exercise-word", word, -1, end)
        if distance > 1 or len(word) < 4 or at.is_a(word, "place_before", "and", "exercise_bar") or word[0] in UPPER:
            break
    right = after(at.text, end) if edition else at.right
    if at.text[end : end + 1] in ("", " ", "\u00a0") or one.quoted:
        lone = len(one.words) == 1 and not one.quoted and (not at.left or "-" in one.words[0])
        if right and at.is_a(right[0], "exercise") and at.lang == "en" and not lone:
            return at.name("exercise", "exercise-word", right[0], -1, end)
        if at.lang == "en" and " ".join(right[:2]).lower() in at.words.lists["exercise"]:
            return at.name("exercise", "exercise-word", " ".join(right[:2]), -1, end)
    cue = code_name(at)
    return at.name("exercise", "code-name", cue, -1, end) if cue else None


def _adjective_edition(at: Beside) -> re.Match[str] | None:
    """The edition behind an adjective: "Lion africain 2025"."""
    endings = at.words.lists["adjective"]
    if at.lang != "fr" or not at.right or not at.right[0].endswith(endings) or not at.right[0].islower():
        return None
    return _EDITION.match(at.text, at.candidate.end + 1 + len(at.right[0]))


def code_name(at: Beside) -> str:
    """Words such as "codenamed" before the candidate, with a word for an exercise not far from it."""
    left = at.left
    if not left:  # a colon may stand between: "nom de code : « Vent d'est »"
        colon = at.text[: at.candidate.outer_start].rstrip().removesuffix(":").rstrip()
        left = before(at.text, len(colon)) if len(colon) < at.candidate.outer_start - 1 else []
    cue = at.words.phrase("code_name", left)
    if not cue:
        return ""
    near = at.text[max(0, at.candidate.start - _NEAR) : at.candidate.end + _NEAR]
    return cue if any(at.is_a(word, "exercise") for word in re.findall(r"\w+", near)) else ""


def editions(text: str, known: Known) -> Iterator[Name]:
    """Known exercises with their edition: "Steadfast Dart 25"."""
    for mention in known.sure:
        if mention.senses[0].kind == "exercise":
            match = _EDITION.match(text, mention.end)
            if match:
                start, end = mention.start, match.end()
                yield Name(start, end, text[start:end], "exercise", start, "exercise-word", mention.text)
