"""Types of weapons by how they are written: "Su-30SM", "9К720 «Искандер-М»", "F-16C/D Block 70", "Krasukha-4"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from foedus.gazetteer.names.known import Known
from foedus.gazetteer.names.name import Name
from foedus.gazetteer.names.shapes import GAP, LOWER, UPPER, after, before
from foedus.gazetteer.names.words import Words
from foedus.gazetteer.source import folder, read_yaml

_TAIL = rf"(?:[{UPPER}]{{0,4}}[a-zа-я]?\d{{0,2}}[{UPPER}]{{0,2}})(?:[/-][{UPPER}\d]{{1,4}})*"
_HYPHENED = rf"[{UPPER}]{{1,5}}[{LOWER}]{{0,3}}-\d{{1,4}}{_TAIL}"
_TIGHT = rf"[{UPPER}]{{1,4}}\d{{1,4}}{_TAIL}"
_FIGURE_FIRST = rf"\d[{UPPER}]{{1,2}}\d{{2,3}}{_TAIL}"
_WORD = rf"[{UPPER}][{LOWER}]{{2,}}-(?:[{UPPER}]{{1,3}}\d{{0,3}}|\d{{1,2}}[{UPPER}]{{0,2}})"
_WEAK = re.compile(rf"[{UPPER}]\d{{1,3}}|[{UPPER}]-\d{{1,2}}")
"""A letter and a short number: a road, a bus, a sheet of paper, as often as a weapon."""
_YEAR = re.compile(r"-(?:19|20)\d\d$")


class Grammar:
    """The pattern of a type and of what may follow it. Load once."""

    def __init__(self, table: dict[str, Any]) -> None:
        series = "|".join(table["series"])
        numbered = rf"(?:{series}){GAP}\d{{1,4}}[{UPPER}]?(?:/[{UPPER}])?"
        marked = rf"[{UPPER}]\w*[{LOWER}]{table['mark']}|[{UPPER}][{LOWER}]\w+{GAP}Mk{GAP}?\w{{1,3}}"
        core = "|".join((numbered, marked, _HYPHENED, _FIGURE_FIRST, _WORD, _TIGHT))
        self.type = re.compile(rf"(?<![\w/.-])(?:{core})(?![\w-])")
        self.rest = re.compile(f"(?:{table['variant']}|{table['mark']})+(?!\\w)")
        self.quoted = re.compile(rf"{GAP}?[«“\"]{GAP}?[{UPPER}][\w-]+(?:{GAP}[\w-]+)?{GAP}?[»”\"]")
        self.nickname = re.compile(rf"{GAP}[{UPPER}][{UPPER}{LOWER}]*[{LOWER}](?:{GAP}[{UPPER}][{LOWER}]+)?(?![\w’'-])")
        self.none = frozenset(word.casefold() for word in table["not_types"])

    @classmethod
    @cache
    def load(cls) -> "Grammar":
        return cls(read_yaml(folder() / "names" / "shapes.yaml"))


def designations(text: str, words: Words, known: Known) -> Iterator[Name]:
    """Types that stand in the text, with variant and nickname; known systems with more of their name behind them."""
    grammar = Grammar.load()
    at = 0
    while match := grammar.type.search(text, at):
        start, end = match.span()
        at = end
        first = match[0].split()[0]
        if len(first) < len(match[0]) and "opening" in words.classes(first):
            at = start + len(first)  # "The M4": what follows may be a type by itself
            continue
        cue = _cue(text, match, words, known, grammar)
        if cue is None:
            continue
        if end - start > 3 and text[end - 1] == "s" and not text[end - 2].islower():
            end -= 1  # a plural
        end = _extended(text, end, grammar, known)
        yield Name(start, end, text[start:end], "system", start, "designation", cue)
    for mention in known.sure:
        if mention.senses[0].kind == "system":
            end = _extended(text, mention.end, grammar, known)
            if end > mention.end:
                start = mention.start
                yield Name(start, end, text[start:end], "system", start, "designation", mention.text)


def _cue(text: str, match: re.Match[str], words: Words, known: Known, grammar: Grammar) -> str | None:
    """The word for a class of arms beside the type, or the type's own form; None where it is something else."""
    if _YEAR.search(match[0]) or match[0].casefold() in grammar.none:
        return None
    left, right = before(text, match.start())[-1:], after(text, match.end())[:1]
    if any("not_designation" in words.classes(word) for word in (*left, *right)):
        return None
    if left and "system_class" in words.classes(left[0]):
        return left[0]
    for mention in (known.ending(match.start() - 1), known.starting(match.end() + 1)):
        if mention and mention.senses[0].kind == "item_class":
            return mention.text
    return None if _WEAK.fullmatch(match[0]) else match[0]


def _extended(text: str, end: int, grammar: Grammar, known: Known) -> int:
    """The end with the variant, then a nickname in quotation marks or with a capital."""
    rest = grammar.rest.match(text, end)
    end = rest.end() if rest else end
    found = grammar.quoted.match(text, end) or grammar.nickname.match(text, end)
    if found and all(mention.senses[0].kind == "system" for mention in known.overlapping(end + 1, found.end())):
        return found.end()
    return end
