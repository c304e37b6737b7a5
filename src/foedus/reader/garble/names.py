"""Impossible names: known designations of which words were translated or replaced ("Sol Maîtrise 200")."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice, product
from typing import NamedTuple

from foedus.gazetteer.entities import Entities
from foedus.language.parse import Token
from foedus.reader.garble.knowledge import Knowledge, knowledge
from foedus.reader.garble.patterns import plain
from foedus.reader.garble.suspect import Suspect, suspect
from foedus.reader.view import View

KINDS = frozenset({"system", "exercise", "organisation", "treaty", "mission"})
ALONE = "system"
"""Names of this kind can be told by one translated word behind a class word."""
LONGEST = 7
MOST = 64
"""Combinations of meanings that are tried for one stretch."""
SHORTEST = 3
"""Letters up to which a word is taken as it stands, not by its lemma."""
_PARTS = re.compile(r"\d+|[^\W\d_]+")
Key = tuple[str, ...]


class _Index(NamedTuple):
    """Names by the sorted meanings of their words; of those of one word the ones that can be told alone."""

    names: Mapping[Key, str]
    single: frozenset[Key]


class _Found(NamedTuple):
    """A known name, and whether the stretch still has a word or figure of it."""

    name: str
    kept: bool


def impossible(text: str, view: View, lang: str, known: Knowledge) -> Iterator[Suspect]:
    """Stretches of a sentence that a known name becomes when its words are translated one by one."""
    meanings, index = _meanings(lang), _index()
    behind = -1
    for low, high in _stretches(view):
        if low < behind:
            continue
        tokens = view.tokens[low:high]
        if plain(tokens[0].text) in known.small or _is_class(tokens[0].text, known):
            continue
        found = _name(tokens, meanings, index, known.small)
        if found and not _is_known(view, low, high) and (found.kept or _behind_class(view, low, known)):
            behind = high
            reason = f"word by word for “{found.name}”"
            yield suspect(text, tokens[0].start, tokens[-1].end, "name", reason)


def _stretches(view: View) -> Iterator[tuple[int, int]]:
    """Where a name may stand, longest first at each place: from a capital on, up to LONGEST words, to a capital, a
    figure or the end of a quotation."""
    tokens = view.tokens
    for low, token in enumerate(tokens):
        if not token.text[:1].isupper():
            continue
        quoted = low > 0 and tokens[low - 1].text in '«“"„'
        for high in range(min(low + LONGEST, len(tokens)), low, -1):
            last = tokens[high - 1].text
            closed = quoted and high < len(tokens) and tokens[high].text in '»”"“'
            if last[:1].isupper() or last[:1].isdigit() or closed:
                yield low, high


def _name(
    tokens: Sequence[Token], meanings: Mapping[str, frozenset[str]], index: _Index, small: frozenset[str]
) -> _Found | None:
    """The known name that the tokens' meanings make up and their own words do not."""
    written: list[str] = []
    choices: list[frozenset[str]] = []
    for token in tokens:
        parts = _PARTS.findall(plain(token.text))
        lemmas = _PARTS.findall(plain(token.lemma))
        for place, part in enumerate(parts):
            if part in small:
                continue
            lemma = lemmas[place] if len(lemmas) == len(parts) and len(part) > SHORTEST else part
            written.append(lemma)
            choices.append(frozenset({lemma}) | meanings.get(part, frozenset()) | meanings.get(lemma, frozenset()))
    own = tuple(sorted(written))
    if not written or own in index.names or not any(len(choice) > 1 for choice in choices):
        return None
    for key in islice(product(*map(sorted, choices)), MOST):
        name = index.names.get(tuple(sorted(key)))
        if name and (len(written) > 1 or key in index.single):
            return _Found(name, any(part in key for part in written))
    return None


def _is_known(view: View, low: int, high: int) -> bool:
    """Whether the gazetteer knows the stretch, or one that holds it, as a name."""
    start, end = view.tokens[low].start, view.tokens[high - 1].end
    return any(one.mention.start <= start and one.mention.end >= end for one in view.names)


def _behind_class(view: View, low: int, known: Knowledge) -> bool:
    """Whether a word for things that bear names stands right before, a quotation mark aside."""
    at = low - 1
    if at >= 0 and view.tokens[at].text in '«“"„':
        at -= 1
    if at < 0:
        return False
    return _is_class(view.tokens[at].text, known)


def _is_class(text: str, known: Knowledge) -> bool:
    word = plain(text)
    return any(word.startswith(one[:-1]) if one.endswith("*") else word == one for one in known.classes)


@cache
def _meanings(lang: str) -> Mapping[str, frozenset[str]]:
    """Word → the words of names that it may stand for, by the language's file and, in Latin letters, English."""
    found: dict[str, set[str]] = {}
    for one in {lang, "en"} if lang != "ru" else {lang}:
        known = knowledge(one)
        for name, words in known.names.items() if known else ():
            for word in words:
                for part in [plain(word)] if " " not in word else []:
                    found.setdefault(part, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _index() -> _Index:
    names: dict[Key, str] = {}
    single: set[Key] = set()
    for entity in Entities.load():
        if entity.kind not in KINDS:
            continue
        for of, spellings in entity.names.items():
            known, meanings = knowledge(of), _meanings(of)
            for name in spellings:
                parts = [part for part in _PARTS.findall(plain(name)) if not known or part not in known.small]
                for key in _keys(parts, meanings):
                    names.setdefault(key, name)
                telling = [part for part in parts if known and part in known.names]
                if (
                    entity.kind == ALONE
                    and len(telling) == 1
                    and telling == [part for part in parts if part.isalpha()][-1:]
                ):
                    names.setdefault((telling[0],), name)
                    single.add((telling[0],))
    return _Index(names, frozenset(single))


def _keys(parts: Sequence[str], meanings: Mapping[str, frozenset[str]]) -> Iterator[Key]:
    """The name's words, and their meanings where it is itself in the language."""
    yield tuple(sorted(parts))
    if any(part in meanings for part in parts):
        yield tuple(sorted(min(meanings.get(part, {part})) for part in parts))
