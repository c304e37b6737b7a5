"""A candidate with the words on both sides of it, as the rules ask for them."""

import re
from dataclasses import dataclass

from foedus.gazetteer.names.known import Known
from foedus.gazetteer.names.name import Name, NameKind
from foedus.gazetteer.names.shapes import LOWER, UPPER, Candidate, after, before
from foedus.gazetteer.names.words import Words

_PLAIN = re.compile(rf"[{UPPER}](?:['’][{UPPER}])?[{LOWER}]+(?:['’][{LOWER}]+)?(?:-(?:[{UPPER}]|[{LOWER}])[{LOWER}]*)*")


@dataclass(frozen=True, slots=True)
class Beside:
    """One candidate and what stands around it."""

    text: str
    lang: str
    words: Words
    known: Known
    candidate: Candidate
    left: list[str]
    right: list[str]

    @classmethod
    def of(cls, text: str, lang: str, words: Words, known: Known, candidate: Candidate) -> "Beside":
        left = before(text, candidate.outer_start)
        return cls(text, lang, words, known, candidate, left, after(text, candidate.outer_end))

    def name(self, kind: NameKind, rule: str, cue: str, start: int = -1, end: int = -1) -> Name:
        start = self.candidate.start if start < 0 else start
        end = self.candidate.end if end < 0 else end
        head = start
        if kind == "person":
            head = start + max(self.text.rfind(" ", start, end), self.text.rfind("\u00a0", start, end)) + 1 - start
            head = max(start, head)
        return Name(start, end, self.text[start:end], kind, head, rule, cue)

    def is_a(self, word: str, *classes: str) -> bool:
        return not self.words.classes(word).isdisjoint(classes)


def plain(word: str) -> bool:
    """Whether a word is written as a name is: a capital, then small letters; an initial; "al-Bashir"."""
    return bool(_PLAIN.fullmatch(word)) or word.endswith(".") or word.startswith(("al-", "el-", "аль-", "эль-"))


def next_word(text: str, start: int) -> int:
    """Where the word behind the one that begins there begins."""
    while not text[start].isspace():
        start += 1
    return start + 1
